package org.talenthub.search.finding;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.query.Lexical;
import org.talenthub.search.query.NameMarks;
import org.talenthub.search.query.Nearness;
import org.talenthub.search.query.Similar;
import org.talenthub.security.Viewer;

/** What was found as it stands on a page: as the viewer may see it, with marks and reasons that tell no more than that. */
@Component
class FoundItems {

    private final Records records;
    private final Lexical lexical;
    private final Nearness nearness;

    FoundItems(Records records, Lexical lexical, Nearness nearness) {
        this.records = records;
        this.lexical = lexical;
        this.nearness = nearness;
    }

    static long id(Hit<Void> hit) {
        return Ids.parse(String.valueOf(hit.id())).orElseThrow();
    }

    List<SearchResult.Hit> of(
            SearchQuery q,
            Similar.@Nullable Topic topic,
            List<Hit<Void>> literal,
            List<Hit<Void>> near,
            Viewer viewer) {
        Map<Long, RecordView> views = records.views(
                Stream.concat(literal.stream(), near.stream())
                        .map(FoundItems::id)
                        .toList(),
                viewer);
        List<SearchResult.Hit> items = new ArrayList<>();
        for (Hit<Void> hit : literal) {
            RecordView view = views.get(id(hit));
            if (view != null) {
                items.add(item(q, hit, view));
            }
        }
        for (Hit<Void> hit : near) {
            RecordView view = views.get(id(hit));
            Double score = hit.score();
            if (view != null) {
                items.add(new SearchResult.Hit(view, Map.of(), score == null ? 0 : score, List.of(Similar.NAME), true));
            }
        }
        return topic == null ? items : nearness.of(topic.text(), items);
    }

    private SearchResult.Hit item(SearchQuery q, Hit<Void> hit, RecordView view) {
        // what the viewer may not read of this record is not told by marks or reasons either
        Map<String, String> shown = lexical.shown(q.kind(), view.visibility());
        Map<String, List<String>> highlights = new LinkedHashMap<>();
        Set<String> matched = new LinkedHashSet<>();
        shown.forEach((field, name) -> {
            List<String> marks = hit.highlight().get(field);
            if (marks != null
                    && !marks.isEmpty()
                    && Marks.shown(marks, view.fields().get(name))) {
                highlights.put(name, marks);
                // words that stand in different fields are no match of any one of them, but were found there
                matched.add(name);
            }
            if (hit.matchedQueries().keySet().stream().anyMatch(m -> m.startsWith(field + "#"))) {
                matched.add(name);
                if (field.equals("name") && (NameMarks.bySound(q.q()) || !highlights.containsKey(name))) {
                    highlights.put(
                            name,
                            List.of(NameMarks.mark(view.name(), SearchQuery.cut(q.q()), q.kind() == Kind.TALENT)));
                }
            }
        });
        Double score = hit.score();
        return new SearchResult.Hit(view, highlights, score == null ? 0 : score, List.copyOf(matched), false);
    }
}
