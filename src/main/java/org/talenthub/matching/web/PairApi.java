package org.talenthub.matching.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.PairReasons;
import org.talenthub.matching.pairs.PairView;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The inbox of pairs, decisions about them, and requests for contact. */
@RestController
@RequestMapping("/api/v1/matches")
class PairApi {

    private final PairBook book;
    private final Contacting contacting;
    private final Pages pages;
    private final PairReasons reasons;
    private final Texts texts;

    PairApi(PairBook book, Contacting contacting, Pages pages, PairReasons reasons, Texts texts) {
        this.reasons = reasons;
        this.book = book;
        this.contacting = contacting;
        this.pages = pages;
        this.texts = texts;
    }

    /**
     * @param people and {@code demands}: different ones among all pairs of the list
     * @param reasons why pairs came to nothing, as often as it was said
     */
    record Inbox(
            long total,
            int page,
            int size,
            long people,
            long demands,
            List<Map<String, Object>> items,
            Map<PairReason, Long> reasons) {}

    /** @param note at most 500 characters */
    record Decision(
            @Nullable String state,
            @Nullable String reason,
            @Nullable String note) {}

    record Purpose(@Nullable String purpose) {}

    record Answer(@Nullable String answer, @Nullable String note) {}

    /**
     * @param state ASKED, YES, NO or CLOSED
     * @param contact phone and mail, for the asker until {@code visibleTill}
     * @param load how often the person was asked for in 90 days; {@code much} when that is more than five times
     */
    record Contact(
            String id,
            String demand,
            String talent,
            String state,
            String purpose,
            String askedBy,
            Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable String note,
            @Nullable Instant visibleTill,
            @Nullable Instant remindedAt,
            Map<String, String> contact,
            int load,
            boolean much,
            List<String> allowed) {

        static Contact of(Contacting.View v) {
            return new Contact(
                    Ids.text(v.request().id()),
                    Ids.text(v.request().demand()),
                    Ids.text(v.request().talent()),
                    v.request().state().name(),
                    v.request().purpose(),
                    v.request().askerName(),
                    v.request().askedAt(),
                    v.request().answeredAt(),
                    v.request().note(),
                    v.request().visibleTill(),
                    v.request().remindedAt(),
                    v.contact(),
                    v.load(),
                    v.much(),
                    v.allowed());
        }
    }

    @GetMapping
    Inbox list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        ListParameters p = new ListParameters(parameters, "demand", "talent", "state", "own", "reason");
        Paging paging = p.paging();
        PairBook.Lines lines = book.list(
                new PairBook.Asked(
                        p.text("demand"), p.text("talent"), p.states(PairState.class), p.yes("own"), p.reason()),
                paging,
                viewer);
        return new Inbox(
                lines.total(),
                paging.page(),
                paging.size(),
                lines.people(),
                lines.demands(),
                lines.lines().stream()
                        .map(l -> item(l.pair(), l.demand(), l.person()))
                        .toList(),
                reasons.count(p.yes("own"), viewer));
    }

    /** One pair with its explained score and what was asked. */
    @GetMapping("/{demand}/{talent}")
    Map<String, Object> one(@PathVariable String demand, @PathVariable String talent, Viewer viewer) {
        return told(book.sides(demand, talent, viewer), viewer);
    }

    @PutMapping("/{demand}/{talent}")
    Map<String, Object> decide(
            @PathVariable String demand, @PathVariable String talent, @RequestBody Decision decision, Viewer viewer) {
        book.decide(
                demand,
                talent,
                ListParameters.state(PairState.class, decision.state()),
                decision.reason(),
                decision.note(),
                viewer);
        return told(book.sides(demand, talent, viewer), viewer);
    }

    /** Asks the organisation that reported the person. */
    @PostMapping("/{demand}/{talent}/contact")
    ResponseEntity<Contact> ask(
            @PathVariable String demand, @PathVariable String talent, @RequestBody Purpose purpose, Viewer viewer) {
        Contacting.Asked asked = contacting.ask(demand, talent, purpose.purpose(), viewer);
        return ResponseEntity.status(asked.made() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Contact.of(asked.view()));
    }

    /** Its answer. */
    @PutMapping("/{demand}/{talent}/contact")
    Contact answer(
            @PathVariable String demand, @PathVariable String talent, @RequestBody Answer answer, Viewer viewer) {
        return Contact.of(contacting.answer(demand, talent, answer.answer(), answer.note(), viewer));
    }

    private Map<String, Object> told(PairBook.Sides sides, Viewer viewer) {
        Pages.Item now = pages.pair(sides.demand(), sides.person(), viewer);
        Map<String, Object> item = item(
                book.view(sides, viewer), sides.demand().view(), sides.person().view());
        item.put("score", now.score().value());
        item.put("confidence", now.score().confidence());
        item.put("band", now.score().band());
        item.put("parts", now.parts());
        contacting.of(sides, viewer).ifPresent(c -> item.put("contact", Contact.of(c)));
        return item;
    }

    private Map<String, Object> item(PairView p, RecordView demand, RecordView person) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("demand", demand.item());
        item.put("talent", person.item());
        item.put("state", p.state());
        item.put("stateLabel", texts.text("match.state." + p.state()));
        item.put("reason", p.reason());
        item.put("reasonLabel", p.reason() == null ? null : texts.text("match.why." + p.reason()));
        item.put("note", p.note());
        item.put("score", p.score());
        item.put("confidence", p.confidence());
        item.put("band", p.band());
        item.put("weights", p.weights());
        item.put(
                "changed",
                p.returnedFor() == null ? List.of() : List.of(p.returnedFor().split(" ", -1)));
        item.put("foundAt", p.foundAt());
        item.put("changedAt", p.changedAt());
        item.put("changedBy", p.changedBy());
        item.put("allowed", p.allowed());
        return item;
    }
}
