package org.talenthub.matching.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.matching.contact.ContactRequest;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.PairReasons;
import org.talenthub.matching.pairs.PairView;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** The inbox of pairs, the page of one pair, and what is decided there. */
@Controller
@RequestMapping("/matches")
class InboxPages {

    private static final List<PairState> TABS = List.of(
            PairState.NEW,
            PairState.SEEN,
            PairState.SHORTLISTED,
            PairState.ASKED,
            PairState.REFERRED,
            PairState.DISMISSED);

    private final PairBook book;
    private final Contacting contacting;
    private final PairPageView.Maker views;
    private final PairReasons reasons;
    private final Rows rows;
    private final Texts texts;

    InboxPages(
            PairBook book,
            Contacting contacting,
            PairPageView.Maker views,
            PairReasons reasons,
            Rows rows,
            Texts texts) {
        this.reasons = reasons;
        this.book = book;
        this.contacting = contacting;
        this.views = views;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping
    String inbox(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        ListParameters p = new ListParameters(parameters, "state", "side", "reason");
        String named = p.text("state");
        PairState state = named == null ? PairState.NEW : ListParameters.state(PairState.class, named);
        Set<PairState> states = state == PairState.DISMISSED ? PairReasons.ENDED : EnumSet.of(state);
        Paging paging = p.paging();
        // first of all what the viewer's own demands find; the other way round are the demands for his people
        boolean people = "people".equals(p.text("side"));
        String side = people ? "&side=people" : "";
        PairReason reason = state == PairState.DISMISSED ? p.reason() : null;
        PairBook.Lines lines = book.list(new PairBook.Asked(null, null, states, !people, reason), paging, viewer);
        String narrowed = "/matches?state=" + state + side + (reason == null ? "" : "&reason=" + reason);
        model.addAttribute(
                "view",
                new InboxView(
                        state.name(),
                        people,
                        lines.total() == 0
                                ? null
                                : texts.text(
                                        state == PairState.NEW ? "match.inbox.new" : "match.inbox.some",
                                        Texts.number(lines.people()),
                                        Texts.number(lines.demands())),
                        TABS.stream()
                                .map(s -> new InboxView.Tab(s.name(), "/matches?state=" + s + side, s == state))
                                .toList(),
                        state == PairState.DISMISSED ? reasons(reason, side, people, viewer) : List.of(),
                        contacting.waiting(viewer).stream()
                                .flatMap(r -> request(r, viewer).stream())
                                .toList(),
                        lines.lines().stream().map(this::row).toList(),
                        Pager.of(lines.total(), paging.page(), paging.size(), 10_000, n -> narrowed + "&page=" + n)));
        model.addAttribute("section", "matches");
        return "matching/inbox";
    }

    private List<InboxView.Why> reasons(@Nullable PairReason chosen, String side, boolean people, Viewer viewer) {
        String all = "/matches?state=" + PairState.DISMISSED + side;
        return reasons.count(!people, viewer).entrySet().stream()
                .map(e -> new InboxView.Why(
                        texts.text("match.why." + e.getKey()),
                        e.getValue(),
                        e.getKey() == chosen ? all : all + "&reason=" + e.getKey(),
                        e.getKey() == chosen))
                .toList();
    }

    /** Empty when one of the two is gone, or no longer the viewer's business: such a request is closed by time. */
    private Optional<InboxView.Request> request(ContactRequest r, Viewer viewer) {
        String demand = Ids.text(r.demand());
        String talent = Ids.text(r.talent());
        PairBook.Sides sides;
        try {
            sides = book.sides(demand, talent, viewer);
        } catch (Problem gone) {
            if (gone.status() != 403 && gone.status() != 404) {
                throw gone;
            }
            return Optional.empty();
        }
        return Optional.of(new InboxView.Request(
                href(demand, talent),
                r.askerName(),
                sides.person().view().name() + " — " + Rows.title(sides.demand().view()),
                r.purpose(),
                Texts.time(r.askedAt()),
                r.remindedAt() != null));
    }

    private InboxView.Row row(PairBook.Line l) {
        PairView p = l.pair();
        String changed = p.returnedFor();
        return new InboxView.Row(
                href(l.demand().id(), l.person().id()),
                l.person().name(),
                "/talents/" + l.person().id(),
                rows.about(l.person()),
                Rows.title(l.demand()),
                "/demands/" + l.demand().id(),
                rows.about(l.demand()),
                p.band().name(),
                p.score(),
                p.state().name(),
                p.reason() == null ? null : texts.text("match.why." + p.reason()),
                p.note(),
                changed == null
                        ? null
                        : texts.text(
                                "match.changed",
                                String.join(
                                        texts.text("match.and"),
                                        Arrays.stream(changed.split(" ", -1))
                                                .map(k -> texts.textOr("match.part." + k, k))
                                                .toList())));
    }

    private static String href(String demand, String talent) {
        return Rows.pair(demand, talent);
    }

    @GetMapping("/{demand}/{talent}")
    String pair(@PathVariable String demand, @PathVariable String talent, Viewer viewer, Model model) {
        PairBook.Sides sides = book.sides(demand, talent, viewer);
        model.addAttribute("view", views.of(sides, viewer));
        model.addAttribute("section", "matches");
        return "matching/pair";
    }

    @PostMapping("/{demand}/{talent}")
    String decide(
            @PathVariable String demand,
            @PathVariable String talent,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash) {
        Told.typed(form, flash, texts, () -> {
            PairState to = ListParameters.state(PairState.class, form.get("state"));
            PairView done = book.decide(demand, talent, to, form.get("reason"), form.get("note"), viewer);
            return texts.text("match.done", texts.text("match.state." + done.state()));
        });
        return "redirect:" + href(demand, talent);
    }

    @PostMapping("/{demand}/{talent}/contact")
    String ask(
            @PathVariable String demand,
            @PathVariable String talent,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash) {
        Told.typed(form, flash, texts, () -> {
            contacting.ask(demand, talent, form.get("purpose"), viewer);
            return texts.text("match.askedNow");
        });
        return "redirect:" + href(demand, talent);
    }

    @PostMapping("/{demand}/{talent}/answer")
    String answer(
            @PathVariable String demand,
            @PathVariable String talent,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            RedirectAttributes flash) {
        Told.typed(form, flash, texts, () -> {
            Contacting.View done = contacting.answer(demand, talent, form.get("answer"), form.get("note"), viewer);
            return texts.text(
                    "match.done", texts.text("contact." + done.request().state()));
        });
        return "redirect:" + href(demand, talent);
    }
}
