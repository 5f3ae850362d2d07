package org.talenthub.matching.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.candidates.Needs;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.candidates.Reach;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.web.ListParameters.Leaning;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** Candidates of a demand and demands for a person as pages: ranked, opened part by part, up to four side by side. */
@Controller
class RankedPages {

    private static final int SIDE = 4;
    private static final String WITH = "with";

    private final Pages pages;
    private final Reach reach;
    private final Needs needs;
    private final PairStates states;
    private final Rows rows;
    private final Texts texts;
    private final Rights rights;
    private final LeftOut leftOut;
    private final WishApi wishes;

    /** What the page asks besides. */
    @Component
    record RankedRights(Rights rights, LeftOut leftOut, WishApi wishes) {}

    RankedPages(Pages pages, Reach reach, Needs needs, PairStates states, Rows rows, Texts texts, RankedRights also) {
        this.rights = also.rights();
        this.leftOut = also.leftOut();
        this.wishes = also.wishes();
        this.pages = pages;
        this.reach = reach;
        this.needs = needs;
        this.states = states;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping("/demands/{id}/candidates")
    String candidates(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer,
            Model model) {
        return show(id, parameters, true, viewer, model);
    }

    @GetMapping("/talents/{id}/needs")
    String demands(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer,
            Model model) {
        return show(id, parameters, false, viewer, model);
    }

    /** How much the demand's conditions bind. */
    @PostMapping("/demands/{id}/conditions")
    String conditions(
            @PathVariable String id, @RequestParam Map<String, String> given, Viewer viewer, RedirectAttributes flash) {
        Map<String, String> strengths = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (Aspect.of(name).isPresent() && !value.isBlank()) {
                strengths.put(name, value);
            }
        });
        List<String> excluded = List.of(given.getOrDefault("excluded", "").split("[；;、，,\\s]+", -1));
        Told.typed(given, flash, texts, () -> {
            needs.change(reach.demand(id, viewer).record(), strengths, excluded, viewer);
            return texts.text("match.conditions.kept");
        });
        return "redirect:/demands/" + id + "/candidates";
    }

    private String show(
            String id, MultiValueMap<String, String> parameters, boolean people, Viewer viewer, Model model) {
        Map<String, List<String>> given = new LinkedHashMap<>(parameters);
        List<String> with = given.getOrDefault(WITH, List.of());
        given.remove(WITH);
        Leaning leaning = Leaning.of(given);
        SearchQuery asked = SearchParameters.read(Pages.kind(people), leaning.others());
        SearchQuery q = people ? asked : MatchApi.open(asked);
        Pages.Page page =
                people ? pages.candidates(id, q, leaning.lean(), viewer) : pages.demands(id, q, leaning.lean(), viewer);
        String href = people ? "/demands/" + id + "/candidates" : "/talents/" + id + "/needs";
        model.addAttribute(
                "view",
                new RankedView(
                        id,
                        Rows.title(page.of().view()),
                        rows.about(page.of().view()),
                        href,
                        (people ? "/demands/" : "/talents/") + id,
                        people,
                        page.total(),
                        q.q(),
                        leaning.lean().percent(),
                        rows.chips(href, asked, leaning),
                        RankedView.kept(asked),
                        href,
                        leaning.address(href, asked, asked.page()),
                        note(page, people),
                        people ? conditions(page.basis()) : List.of(),
                        String.join("；", page.basis().excluded()),
                        people && needs.mayChange(page.of().record(), viewer),
                        rights.may(Act.EXPORT, Thing.PERSON, viewer)
                                && (people
                                        || rights.may(
                                                Act.EXPORT,
                                                Thing.PERSON,
                                                page.of().record(),
                                                viewer)),
                        people ? null : asking(page.of(), viewer),
                        rows(page, people, viewer),
                        side(page, with, people, viewer),
                        page.relaxations().stream().map(this::step).toList(),
                        Pager.of(page.total(), q.page(), q.size(), page.total(), n -> leaning.address(href, asked, n)),
                        page.basis().version(),
                        bands()));
        model.addAttribute("section", people ? "demands" : "talents");
        return "matching/ranked";
    }

    private List<String> bands() {
        return states.outcomes().stream()
                .map(o -> o.share() == null
                        ? texts.text("match.band.from", texts.text("match.band." + o.band()), Texts.tenths(o.from()))
                        : texts.text(
                                "match.band.share",
                                texts.text("match.band." + o.band()),
                                Texts.tenths(o.from()),
                                o.placements(),
                                o.succeeded(),
                                Math.round(100 * o.share())))
                .toList();
    }

    private RankedView.Asking asking(Reach.Seen person, Viewer viewer) {
        LeftOut.Said said = leftOut.of(person.id());
        return new RankedView.Asking(
                said.state().name(),
                said.until() == null ? "" : said.until().toString(),
                leftOut.maySet(person.record(), viewer));
    }

    /** Whether a person may be asked, as the form beside the list says. */
    @PostMapping("/talents/{id}/availability")
    String availability(
            @PathVariable String id, @RequestParam Map<String, String> given, Viewer viewer, RedirectAttributes flash) {
        Told.typed(given, flash, texts, () -> {
            WishApi.Asking kept =
                    wishes.availability(id, new WishApi.Asking(given.get("state"), given.get("until")), viewer);
            return texts.text("match.asking.kept", texts.text("match.availability." + kept.state()));
        });
        return "redirect:/talents/" + id + "/needs";
    }

    private @Nullable String note(Pages.Page page, boolean people) {
        if (!people || !page.basis().broad()) {
            return null;
        }
        List<String> more = Aspect.worthAsking(a -> page.basis().parts().containsKey(a.key())).stream()
                .map(a -> texts.text("match.part." + a.key()))
                .toList();
        int now = page.basis().conditions();
        return texts.text("match.broad", String.join(texts.text("match.and"), more), now, now + more.size());
    }

    private List<RankedView.Condition> conditions(Pages.Basis basis) {
        List<RankedView.Condition> conditions = new ArrayList<>();
        basis.strengths()
                .forEach((name, s) -> conditions.add(new RankedView.Condition(
                        name,
                        texts.text("match.part." + name),
                        s.name(),
                        basis.parts().getOrDefault(name, 0.0))));
        return conditions;
    }

    private RankedView.Step step(Pages.Relaxation r) {
        List<String> set = r.set().stream().map(Pages.Step::label).toList();
        String text = String.join(texts.text("match.and"), set);
        String gain = texts.text("match.gain", Texts.number(r.gain()), Texts.number(r.total()));
        return new RankedView.Step(text, gain);
    }

    private List<RankedView.Row> rows(Pages.Page page, boolean people, Viewer viewer) {
        Map<PairStates.Key, PairStates.Stand> stand =
                states.of(page.items().stream().map(i -> key(page, i, people)).toList());
        return page.items().stream()
                .map(i ->
                        rows.row(i, stand.getOrDefault(key(page, i, people), PairStates.Stand.NONE), page.of(), viewer))
                .toList();
    }

    private static PairStates.Key key(Pages.Page page, Pages.Item i, boolean people) {
        return people
                ? new PairStates.Key(page.of().id(), i.other().id())
                : new PairStates.Key(i.other().id(), page.of().id());
    }

    /** Those that were ticked, in the order they were. */
    private List<RankedView.Row> side(Pages.Page page, List<String> with, boolean people, Viewer viewer) {
        List<RankedView.Row> side = new ArrayList<>();
        for (String other : with.stream().distinct().limit(SIDE).toList()) {
            Reach.Seen seen = reach.see(people ? Kind.TALENT : Kind.DEMAND, other, viewer);
            Pages.Item pair = people ? pages.pair(page.of(), seen, viewer) : pages.pair(seen, page.of(), viewer);
            Pages.Item shown = new Pages.Item(seen, pair.score(), pair.parts());
            side.add(rows.row(shown, PairStates.Stand.NONE, page.of(), viewer));
        }
        return side;
    }
}
