package org.talenthub.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.RecordView;
import org.talenthub.records.duplicates.Suspects;
import org.talenthub.records.duplicates.Suspects.Pair;
import org.talenthub.records.duplicates.Suspects.Side;
import org.talenthub.records.duplicates.Suspects.State;
import org.talenthub.security.Viewer;

/** Pairs of records that may be one person, for province and cities. */
@RestController
@RequestMapping("/api/v1/suspects")
class SuspectsApi {

    private final Suspects suspects;
    private final Verdicts verdicts;

    SuspectsApi(Suspects suspects, Verdicts verdicts) {
        this.suspects = suspects;
        this.verdicts = verdicts;
    }

    /** A line of a sheet that speaks for one side; {@code import} and row as in {@code /imports/{id}/rows}. */
    record Source(String reporter, String batch, int row, Instant at) {}

    /** @param record null when nothing is left of it */
    record One(@Nullable Map<String, Object> record, List<Source> reports) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            State state,
            int score,
            List<Reason> reasons,
            One a,
            One b,
            List<String> differing,
            String batch,
            int row,
            Instant foundAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {}

    record ItemPage(long total, int page, int size, List<Item> items, Map<Reason, Long> reasons) {}

    /** @param verdict same, different, unsure, or open to take a decision back */
    record Decision(@Nullable String verdict, @Nullable String note) {}

    /**
     * @param ids up to 500
     * @param reason instead of ids: the open pairs of this reason, the first 500 of them
     * @param only with a reason: those of this reason and no other
     * @param count with a reason: how many pairs one expects that to decide; another number decides none
     */
    record Decisions(
            @Nullable List<String> ids,
            @Nullable String reason,
            @Nullable Boolean only,
            @Nullable Integer count,
            @Nullable String verdict,
            @Nullable String note) {}

    /** @param only with a reason: pairs of this reason and no other */
    @GetMapping
    ItemPage list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean only,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Viewer viewer) {
        State which = Verdicts.state(state, State.OPEN);
        Suspects.Page found =
                suspects.page(new Suspects.Which(which, Verdicts.reason(reason), only), page, size, viewer);
        return new ItemPage(
                found.total(),
                page,
                size,
                found.items().stream().map(SuspectsApi::item).toList(),
                suspects.reasons(which, viewer));
    }

    @GetMapping("/{id}")
    Item one(@PathVariable String id, Viewer viewer) {
        return item(suspects.get(parse(id), viewer));
    }

    @PostMapping("/{id}")
    Item decide(@PathVariable String id, @RequestBody Decision decision, Viewer viewer) {
        suspects.decide(parse(id), verdict(decision.verdict()), decision.note(), viewer);
        return item(suspects.get(parse(id), viewer));
    }

    @PostMapping
    Verdicts.Outcome decide(@RequestBody Decisions decisions, Viewer viewer) {
        Reason reason = Verdicts.reason(decisions.reason());
        List<String> ids = Objects.requireNonNullElse(decisions.ids(), List.of());
        if (ids.isEmpty() == (reason == null)) {
            throw Problem.badRequest("suspect.which", Sentence.of("refused.suspect.which"));
        }
        return verdicts.decide(
                reason == null
                        ? ids
                        : verdicts.waitingOf(reason, Boolean.TRUE.equals(decisions.only()), decisions.count(), viewer),
                verdict(decisions.verdict()),
                decisions.note(),
                viewer);
    }

    private static State verdict(@Nullable String text) {
        if (text == null) {
            throw Problem.badRequest("suspect.state", Sentence.of("refused.suspect.state"));
        }
        return Verdicts.state(text, State.OPEN);
    }

    private static long parse(String id) {
        return Ids.parse(id).orElseThrow(Problem::notFound);
    }

    private static Item item(Pair p) {
        return new Item(
                Ids.text(p.id()),
                p.state(),
                p.score(),
                p.reasons().stream().sorted().toList(),
                one(p.a()),
                one(p.b()),
                p.differing().stream().sorted().toList(),
                Ids.text(p.batch()),
                p.row(),
                p.foundAt(),
                p.decidedBy(),
                p.decidedAt(),
                p.note());
    }

    private static One one(Side side) {
        RecordView view = side.record();
        Map<String, Object> record = view == null ? null : new LinkedHashMap<>();
        if (view != null && record != null) {
            record.put("id", view.id());
            record.put("type", view.type());
            record.put("name", view.name());
            record.put("visibility", view.visibility());
            view.fields().forEach(record::putIfAbsent);
        }
        return new One(
                record,
                side.reports().stream()
                        .map(s -> new Source(s.reporter(), Ids.text(s.batch()), s.row(), s.at()))
                        .toList());
    }
}
