package org.talenthub.portal.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.portal.Address;
import org.talenthub.portal.Look;
import org.talenthub.portal.Marked;
import org.talenthub.portal.Shell;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.advice.Suggestions;
import org.talenthub.security.Viewer;

/** The search page; its address holds the whole question. */
@Controller
class SearchController {

    private final Searches searches;
    private final Suggestions suggestions;
    private final SearchPages pages;
    private final Rights rights;

    SearchController(Searches searches, Suggestions suggestions, SearchPages pages, Rights rights) {
        this.searches = searches;
        this.suggestions = suggestions;
        this.pages = pages;
        this.rights = rights;
    }

    @GetMapping("/search")
    String search(
            @RequestParam MultiValueMap<String, String> params,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        List<Kind> kinds = searches.kinds(viewer);
        Ask ask = Ask.of(params, kinds.getFirst());
        Kind kind = ask.query().kind();
        // what the words find of each kind comes with the page, in the same request
        List<SearchQuery> others =
                kinds.stream().map(k -> Searches.usual(k, ask.query().q())).toList();
        Searches.Page page = searches.page(pages.counting(ask.query()), others, viewer);
        Map<Kind, Long> totals = new EnumMap<>(Kind.class);
        for (int i = 0; i < kinds.size(); i++) {
            totals.put(kinds.get(i), page.totals().get(i));
        }
        Shell.remember(request, ask.query().q(), totals);
        SearchView view = pages.of(ask, page.result(), totals, Look.of(request, kind), viewer);
        model.addAttribute("view", view);
        model.addAttribute(
                "tools",
                ResultTools.of(
                        ask,
                        view.title(),
                        view.chips(),
                        rights.may(Act.EDIT, Thing.LIST, viewer),
                        rights.may(Act.EXPORT, kind.type(), viewer)));
        model.addAttribute("q", ask.query().q());
        model.addAttribute("searchForm", "filters");
        model.addAttribute("section", kind.path());
        return "search";
    }

    /** Completions for the search box: names lead to their own page, skills to a search. */
    @GetMapping("/suggest")
    String suggest(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        Map<String, List<SuggestionView>> groups = new LinkedHashMap<>();
        int n = 0;
        for (Suggestions.Suggestion s : suggestions.of(q, viewer)) {
            String path = s.kind().path();
            String href =
                    s.id() == null ? Address.search(path).with("q", s.text()).toString() : Address.of(path, s.id());
            groups.computeIfAbsent(s.skill() ? "skills" : path, k -> new ArrayList<>())
                    .add(new SuggestionView("s-" + n++, Marked.safe(s.html()), href));
        }
        model.addAttribute("groups", groups);
        return "suggest";
    }

    /** @param html escaped but for {@code <mark>} */
    record SuggestionView(String id, String html, String href) {}
}
