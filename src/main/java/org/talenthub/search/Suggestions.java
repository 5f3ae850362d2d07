package org.talenthub.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** Completions while typing: names that contain what was typed, of people only where the viewer may see the name. */
@Component
public class Suggestions {

    private static final int PER_KIND = 4;

    private final Searches searches;
    private final Queries queries;
    private final Requests requests;
    private final Engine engine;
    private final Records records;

    Suggestions(Searches searches, Queries queries, Requests requests, Engine engine, Records records) {
        this.searches = searches;
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
        this.records = records;
    }

    /** @param text the whole name */
    public record Suggestion(Kind kind, String id, String text) {}

    /** @throws Problem 503 when the index is away */
    public List<Suggestion> of(String typed, Viewer viewer) {
        if (Queries.words(typed).isEmpty()) {
            return List.of();
        }
        List<Kind> kinds = searches.kinds(viewer);
        List<SearchRequest> all = kinds.stream()
                .map(k -> requests.first(k, queries.names(k, typed, viewer).all(), PER_KIND, viewer))
                .toList();
        Map<Long, Kind> found = new LinkedHashMap<>();
        List<ResponseBody<Void>> answers = engine.search(all);
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            answers.get(i)
                    .hits()
                    .hits()
                    .forEach(h -> Ids.parse(String.valueOf(h.id())).ifPresent(id -> found.put(id, kind)));
        }
        Map<Long, RecordView> views = found.isEmpty() ? Map.of() : records.views(found.keySet(), viewer);
        Set<String> told = new LinkedHashSet<>();
        List<Suggestion> suggestions = new ArrayList<>();
        found.forEach((id, kind) -> {
            RecordView view = views.get(id);
            if (view != null && told.add(kind + view.name())) {
                suggestions.add(new Suggestion(kind, view.id(), view.name()));
            }
        });
        return suggestions;
    }
}
