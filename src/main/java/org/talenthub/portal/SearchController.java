package org.talenthub.portal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Searches;
import org.talenthub.search.Suggestions;
import org.talenthub.security.Viewer;

/** The search page; its address holds the whole question. */
@Controller
class SearchController {

    private final Searches searches;
    private final Suggestions suggestions;
    private final SearchPages pages;

    SearchController(Searches searches, Suggestions suggestions, SearchPages pages) {
        this.searches = searches;
        this.suggestions = suggestions;
        this.pages = pages;
    }

    @GetMapping("/search")
    String search(@RequestParam MultiValueMap<String, String> params, Viewer viewer, Model model) {
        List<Kind> kinds = searches.kinds(viewer);
        Ask ask = Ask.of(params, kinds.getFirst());
        SearchResult result = searches.find(ask.query(), viewer);
        model.addAttribute(
                "view", pages.of(ask, result, totals(kinds, ask.query().q(), viewer)));
        model.addAttribute("q", ask.query().q());
        model.addAttribute("searchForm", "filters");
        model.addAttribute("section", ask.query().kind().path());
        return "search";
    }

    /** Completions for the search box: names, each leading to its own page. */
    @GetMapping("/suggest")
    String suggest(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute(
                "suggestions",
                suggestions.of(q, viewer).stream()
                        .map(s -> new SuggestionView(
                                s.text(), s.kind().path(), Address.of(s.kind().path(), s.id())))
                        .toList());
        return "suggest";
    }

    record SuggestionView(String label, String kind, String href) {}

    /** How many of each kind the same words find. */
    private Map<Kind, Long> totals(List<Kind> kinds, String q, Viewer viewer) {
        List<Searches.Sample> samples = searches.samples(
                kinds.stream()
                        .map(k -> new SearchQuery(k, q, Map.of(), "relevance", 0, 1, null))
                        .toList(),
                0,
                viewer);
        Map<Kind, Long> totals = new EnumMap<>(Kind.class);
        for (int i = 0; i < kinds.size(); i++) {
            totals.put(kinds.get(i), samples.get(i).total());
        }
        return totals;
    }
}
