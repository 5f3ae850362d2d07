package org.talenthub.matching.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.matching.candidates.Pages;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Candidates of a demand, demands for a person. */
@RestController
@RequestMapping("/api/v1")
class MatchApi {

    private final Pages pages;
    private final PairStates states;
    private final Texts texts;

    MatchApi(Pages pages, PairStates states, Texts texts) {
        this.pages = pages;
        this.states = states;
        this.texts = texts;
    }

    /** @param bands from which score on a pair counts as what, and how many such pairs came to something so far */
    record Answer(
            long total,
            int page,
            int size,
            List<Map<String, Object>> items,
            List<Pages.Relaxation> relaxations,
            Pages.Basis weights,
            List<PairStates.Outcome> bands) {}

    @GetMapping("/demands/{id}/candidates")
    Answer candidates(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        SearchQuery narrowing = SearchParameters.read(Kind.TALENT, parameters);
        return answer(pages.candidates(id, narrowing, viewer), narrowing, true);
    }

    @GetMapping("/talents/{id}/demands")
    Answer demands(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        SearchQuery narrowing = open(SearchParameters.read(Kind.DEMAND, parameters));
        return answer(pages.demands(id, narrowing, viewer), narrowing, false);
    }

    /** Lapsed demands are for nobody, unless they are asked for. */
    static SearchQuery open(SearchQuery q) {
        if (q.filters().containsKey("open")) {
            return q;
        }
        Map<String, List<String>> filters = new LinkedHashMap<>(q.filters());
        filters.put("open", List.of("true"));
        return new SearchQuery(q.kind(), q.q(), filters, q.sort(), q.page(), q.size(), q.cursor());
    }

    private Answer answer(Pages.Page page, SearchQuery narrowing, boolean people) {
        Map<PairStates.Key, PairStates.Stand> stand =
                states.of(page.items().stream().map(i -> key(page, i, people)).toList());
        List<Map<String, Object>> items = new ArrayList<>();
        for (Pages.Item i : page.items()) {
            items.add(item(i, stand.getOrDefault(key(page, i, people), PairStates.Stand.NONE)));
        }
        return new Answer(
                page.total(),
                narrowing.page(),
                narrowing.size(),
                items,
                page.relaxations(),
                page.basis(),
                states.outcomes());
    }

    private static PairStates.Key key(Pages.Page page, Pages.Item i, boolean people) {
        return people
                ? new PairStates.Key(page.of().id(), i.other().id())
                : new PairStates.Key(i.other().id(), page.of().id());
    }

    private Map<String, Object> item(Pages.Item i, PairStates.Stand stand) {
        Map<String, Object> item = i.other().view().item();
        item.put("score", i.score().value());
        item.put("confidence", i.score().confidence());
        item.put("band", i.score().band());
        item.put("bandLabel", texts.text("match.band." + i.score().band()));
        item.put("broad", i.score().broad());
        item.put("state", stand.state());
        item.put("stateLabel", texts.text("match.state." + stand.state()));
        if (stand.availability() != null) {
            item.put("asking", stand.availability());
        }
        item.put("asked", stand.asked());
        item.put("parts", i.parts());
        return item;
    }
}
