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
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.contact.ContactRequest;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.PairView;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.placements.PlacementLists;
import org.talenthub.matching.placements.PlacementState;
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
    private static final Set<PairState> ENDED =
            EnumSet.of(PairState.DISMISSED, PairState.NOT_REFERRED, PairState.NOT_SELECTED, PairState.DECLINED);

    private final PairBook book;
    private final Contacting contacting;
    private final PlacementLists lists;
    private final Pages pages;
    private final Rows rows;
    private final Texts texts;

    InboxPages(PairBook book, Contacting contacting, PlacementLists lists, Pages pages, Rows rows, Texts texts) {
        this.book = book;
        this.contacting = contacting;
        this.lists = lists;
        this.pages = pages;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping
    String inbox(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        ListParameters p = new ListParameters(parameters, "state", "side");
        String named = p.text("state");
        PairState state = named == null ? PairState.NEW : ListParameters.state(PairState.class, named);
        Set<PairState> states = state == PairState.DISMISSED ? ENDED : EnumSet.of(state);
        Paging paging = p.paging();
        // first of all what the viewer's own demands find; the other way round are the demands for his people
        boolean people = "people".equals(p.text("side"));
        String side = people ? "&side=people" : "";
        PairBook.Lines lines = book.list(new PairBook.Asked(null, null, states, !people), paging, viewer);
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
                        contacting.waiting(viewer).stream()
                                .flatMap(r -> request(r, viewer).stream())
                                .toList(),
                        lines.lines().stream().map(this::row).toList(),
                        Pager.of(
                                lines.total(),
                                paging.page(),
                                paging.size(),
                                10_000,
                                n -> "/matches?state=" + state + side + "&page=" + n)));
        model.addAttribute("section", "matches");
        return "matching/inbox";
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
        return "/matches/" + demand + "/" + talent;
    }

    @GetMapping("/{demand}/{talent}")
    String pair(@PathVariable String demand, @PathVariable String talent, Viewer viewer, Model model) {
        PairBook.Sides sides = book.sides(demand, talent, viewer);
        model.addAttribute("view", view(sides, viewer));
        model.addAttribute("section", "matches");
        return "matching/pair";
    }

    private PairPageView view(PairBook.Sides sides, Viewer viewer) {
        PairView pair = book.view(sides, viewer);
        Pages.Item now = pages.pair(sides.demand(), sides.person(), viewer);
        Contacting.View asked = contacting.of(sides, viewer).orElse(null);
        String demand = sides.demand().view().id();
        String talent = sides.person().view().id();
        List<PlacementLists.Line> placed = lists.list(
                        new PlacementLists.Asked(demand, talent, EnumSet.noneOf(PlacementState.class)),
                        new Paging(0, 1),
                        viewer)
                .lines();
        return new PairPageView(
                href(demand, talent),
                Rows.title(sides.demand().view()),
                "/demands/" + demand,
                rows.about(sides.demand().view()),
                sides.person().view().name(),
                "/talents/" + talent,
                rows.about(sides.person().view()),
                now.score().band().name(),
                now.score().value(),
                (int) Math.round(now.score().confidence() * 100),
                pair.state().name(),
                pair.reason() == null ? null : texts.text("match.why." + pair.reason()),
                pair.note(),
                pair.changedBy() == null || pair.changedAt() == null
                        ? null
                        : texts.text("match.decided", pair.changedBy(), Texts.time(pair.changedAt())),
                now.parts(),
                pair.allowed().stream()
                        .filter(s -> s != PairState.ASKED && s != PairState.NEW && s != pair.state())
                        .map(s -> new PairPageView.Decision(s.name(), PairLife.WITH_REASON.contains(s)))
                        .toList(),
                Arrays.stream(PairReason.values()).map(Enum::name).toList(),
                pair.allowed().contains(PairState.ASKED)
                        && contacting.others(sides, viewer)
                        && (asked == null || asked.allowed().isEmpty()),
                asked == null ? null : request(asked),
                asked == null ? List.of() : asked.allowed(),
                asked == null ? List.of() : List.copyOf(asked.contact().values()),
                placed.isEmpty()
                        ? null
                        : new PairPageView.Placed(
                                "/placements#p-"
                                        + Ids.text(placed.getFirst().placement().id()),
                                placed.getFirst().placement().state().name()),
                demand,
                talent);
    }

    private PairPageView.Request request(Contacting.View v) {
        return new PairPageView.Request(
                v.request().state().name(),
                v.request().purpose(),
                texts.text(
                        "match.decided",
                        v.request().askerName(),
                        Texts.time(v.request().askedAt())),
                until(v),
                v.much() ? texts.text("match.much", Texts.number(v.load())) : null);
    }

    private @Nullable String until(Contacting.View v) {
        var till = v.request().visibleTill();
        return till == null ? null : texts.text("match.visible", Texts.time(till));
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
            return texts.text("match.done", texts.text("contact." + done.request().state()));
        });
        return "redirect:" + href(demand, talent);
    }
}
