package org.talenthub.search.requests;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.kinds.TextField;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Similar;
import org.talenthub.security.Viewer;

/** Conditions as requests to Elasticsearch: one page with its facets, a number, the first few. */
@Component
public class Requests {

    /** Prose is shown in pieces, everything else whole. */
    private static final Set<String> PROSE =
            Set.of("achievements", "duties", "profile", "benefits", "research", "products", "content", "targets");

    private final Indices indices;
    private final Facets facets;

    Requests(Indices indices, Facets facets) {
        this.indices = indices;
        this.facets = facets;
    }

    public SearchRequest page(SearchQuery q, Conditions c, Sorting sorting, Viewer viewer) {
        return SearchRequest.of(s -> {
            base(s, q.kind(), viewer)
                    .query(c.join(c.ordered(), List.copyOf(c.narrowing().values())))
                    .size(q.size())
                    .trackTotalHits(t -> t.enabled(false))
                    .trackScores(true)
                    .sort(sorting.options());
            if (c.text() != null) {
                s.highlight(highlight(q.kind(), c.marks().get()));
            }
            if (Cursor.near(q.cursor()).isPresent()) {
                return s.size(0);
            }
            return q.cursor() == null ? s.from(q.page() * q.size()) : s.searchAfter(Cursor.read(q.cursor(), sorting));
        });
    }

    /**
     * How many there are, and the facets' counts; apart from the page, so that the engine answers the same conditions from its cache while
     * pages are turned, and does not go through all that is found for the few that stand on one.
     */
    public SearchRequest counts(SearchQuery q, Conditions c, Viewer viewer) {
        Map<String, Query> counted = facets.counted(q.kind(), c.narrowing());
        // what was typed holds whatever is chosen in the facet beside it
        c.understood().forEach(u -> counted.remove(u.filter()));
        List<Query> before = c.narrowing().entrySet().stream()
                .filter(e -> !counted.containsKey(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return SearchRequest.of(s -> {
            base(s, q.kind(), viewer).query(c.counting(before)).size(0).aggregations(facets.aggregations(q, counted));
            return counted.isEmpty() ? s : s.postFilter(p -> p.bool(b -> b.filter(List.copyOf(counted.values()))));
        });
    }

    /** What is near and follows the literal ones, the nearest first, as far as this page may need them. */
    public SearchRequest near(SearchQuery q, Query near, Viewer viewer) {
        int upTo = q.cursor() == null
                ? (q.page() + 1) * q.size()
                : Cursor.near(q.cursor()).orElse(0) + q.size();
        return SearchRequest.of(s -> base(s, q.kind(), viewer)
                .query(near)
                .size(Math.min(Similar.MOST, upTo))
                .sort(o -> o.score(x -> x))
                .sort(o -> o.field(f -> f.field("id"))));
    }

    public SearchRequest count(Kind kind, Query query, Viewer viewer) {
        return SearchRequest.of(s -> base(s, kind, viewer).query(query).size(0));
    }

    public SearchRequest first(Kind kind, Query query, int size, Viewer viewer) {
        return SearchRequest.of(s -> base(s, kind, viewer)
                .query(query)
                .size(size)
                .sort(o -> o.score(x -> x))
                .sort(o -> o.field(f -> f.field("id"))));
    }

    /** The few that fit best, uncounted. */
    public SearchRequest best(Kind kind, Query query, int size, Viewer viewer) {
        return SearchRequest.of(
                s -> base(s, kind, viewer).query(query).size(size).trackTotalHits(t -> t.enabled(false)));
    }

    /** Which of these values a field has within the query. */
    public SearchRequest among(Kind kind, Query query, String field, List<String> values, Viewer viewer) {
        Query any = Terms.any(field, values);
        return SearchRequest.of(s -> base(s, kind, viewer)
                .query(q -> q.bool(b -> b.filter(query, any)))
                .size(0)
                .trackTotalHits(t -> t.enabled(false))
                .aggregations(
                        "among",
                        a -> a.terms(t ->
                                t.field(field).include(i -> i.terms(values)).size(values.size()))));
    }

    /** The total is exact; one viewer always asks the same copy, so that pages fit together. */
    private SearchRequest.Builder base(SearchRequest.Builder s, Kind kind, Viewer viewer) {
        return s.index(indices.alias(kind.type()))
                .preference("viewer-" + viewer.account())
                .source(x -> x.fetch(false))
                .trackTotalHits(t -> t.enabled(true));
    }

    private static Highlight highlight(Kind kind, Map<String, Query> marks) {
        return Highlight.of(h -> {
            h.encoder(HighlighterEncoder.Html).preTags("<mark>").postTags("</mark>");
            for (TextField f : TextField.of(kind)) {
                if (f.shownAs() != null) {
                    h.fields(NamedValue.of(f.field(), HighlightField.of(x -> {
                        x.highlightQuery(marks.get(f.field()));
                        return PROSE.contains(f.field())
                                ? x.fragmentSize(80).numberOfFragments(2)
                                : x.numberOfFragments(0);
                    })));
                }
            }
            return h;
        });
    }
}
