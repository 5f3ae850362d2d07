package org.talenthub.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.advice.Suggestions;
import org.talenthub.security.Viewer;

@RestController
@RequestMapping("/api/v1")
class EverythingApi {

    private static final int SHOWN = 5;

    private final Searches searches;
    private final Suggestions suggestions;

    EverythingApi(Searches searches, Suggestions suggestions) {
        this.searches = searches;
        this.suggestions = suggestions;
    }

    record Group(String type, long total, List<Map<String, Object>> items) {}

    record Groups(long total, List<Group> groups) {}

    /**
     * @param type a collection, or {@code skills}
     * @param id null for what leads to a search: skills, and posts of several demands
     * @param kind the collection that it leads to
     * @param highlight the text with what was typed marked, escaped but for {@code <mark>}
     */
    record Completion(String type, @Nullable String id, String text, String kind, String highlight) {}

    record Completions(List<Completion> items) {}

    @GetMapping("/search")
    Groups search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer) {
        onlyWords(parameters);
        List<SearchQuery> queries = searches.kinds(viewer).stream()
                .map(k -> SearchParameters.read(k, Map.of("q", List.of(q))))
                .toList();
        List<Searches.Sample> samples = searches.samples(queries, SHOWN, viewer);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            Kind kind = queries.get(i).kind();
            Searches.Sample s = samples.get(i);
            groups.add(new Group(
                    kind.path(), s.total(), s.items().stream().map(Item::of).toList()));
        }
        return new Groups(groups.stream().mapToLong(Group::total).sum(), groups);
    }

    private static void onlyWords(MultiValueMap<String, String> parameters) {
        for (String name : parameters.keySet()) {
            if (!name.equals("q") && !name.equals("lang")) {
                throw Problem.badRequest("parameter.unknown", Sentence.of("refused.parameter.unknown.onlyWords", name));
            }
        }
    }

    @GetMapping("/suggest")
    Completions suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer) {
        onlyWords(parameters);
        return new Completions(suggestions.of(q, viewer).stream()
                .map(s -> new Completion(
                        s.skill() ? "skills" : s.kind().path(),
                        s.id(),
                        s.text(),
                        s.kind().path(),
                        s.html()))
                .toList());
    }
}
