package org.talenthub.search.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.Engine;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Queries;
import org.talenthub.security.Viewer;

/** Goes through the whole result of a query, in its order and however long it is. */
@Component
public class Walks {

    /** Long enough for a slow reader between two steps. */
    private static final Time KEPT = Time.of(t -> t.time("5m"));

    private final Queries queries;
    private final Engine engine;
    private final Indices indices;
    private final Records records;

    Walks(Queries queries, Engine engine, Indices indices, Records records) {
        this.queries = queries;
        this.engine = engine;
        this.indices = indices;
        this.records = records;
    }

    /**
     * Which part of a result.
     *
     * @param within only records that lie in there as well
     * @param among only these records; null for any
     */
    public record Part(Extent within, @Nullable Set<Long> among) {
        public static final Part WHOLE = new Part(new Extent.Everything(), null);
    }

    /** One item; the view is empty when the record went, or out of the viewer's sight, after the walk began. */
    public record Item(long id, Optional<RecordView> view) {}

    /** How many items a walk would have; for a whole result the same number as {@link Searches#find}. */
    public long count(SearchQuery q, Part part, Viewer viewer) {
        Query query = query(queries.of(q, viewer), part);
        ResponseBody<Void> found = engine.search(
                SearchRequest.of(s -> s.index(indices.alias(q.kind().type()))
                        .preference(preference(viewer))
                        .query(query)
                        .size(0)
                        .trackTotalHits(t -> t.enabled(true))));
        return total(found);
    }

    /**
     * Begins a walk; the caller closes it.
     *
     * @param step how many items at a time, at most 10,000
     * @throws Problem as {@link Searches#find} does
     */
    public Walk open(SearchQuery q, Part part, int step, Viewer viewer) {
        Conditions c = queries.of(q, viewer);
        Query query = query(c, part);
        Sorting sorting = Sorting.of(q, c.rights());
        return new Walk(
                engine.hold(indices.alias(q.kind().type()), preference(viewer), KEPT), query, sorting, step, viewer);
    }

    private static Query query(Conditions c, Part part) {
        List<Query> narrow = new ArrayList<>();
        if (!(part.within instanceof Extent.Everything)) {
            narrow.add(ScopeFilter.extent(part.within));
        }
        if (part.among != null) {
            narrow.add(Terms.any("id", part.among.stream().map(Ids::text).toList()));
        }
        return narrow.isEmpty()
                ? c.all()
                : Query.of(q -> q.bool(b -> b.must(c.all()).filter(narrow)));
    }

    private static String preference(Viewer viewer) {
        return "viewer-" + viewer.account();
    }

    private static long total(ResponseBody<Void> answer) {
        var total = answer.hits().total();
        return total == null ? 0 : total.value();
    }

    /** A walk on its way; holds its view of the index until it is closed. Not for two threads. */
    public final class Walk implements AutoCloseable {

        private final String view;
        private final Query query;
        private final Sorting sorting;
        private final int step;
        private final Viewer viewer;
        private final long total;
        private List<FieldValue> after = List.of();
        private @Nullable ResponseBody<Void> first;

        private Walk(String view, Query query, Sorting sorting, int step, Viewer viewer) {
            this.view = view;
            this.query = query;
            this.sorting = sorting;
            this.step = step;
            this.viewer = viewer;
            try {
                ResponseBody<Void> begin = ask();
                this.first = begin;
                this.total = Walks.total(begin);
            } catch (RuntimeException e) {
                engine.release(view);
                throw e;
            }
        }

        /** How many items there are in all; known from the beginning. */
        public long total() {
            return total;
        }

        /** The next items, read from the records as they stand now; none at the end. */
        public List<Item> next() {
            ResponseBody<Void> answer = first == null ? ask() : first;
            first = null;
            List<Hit<Void>> hits = answer.hits().hits();
            if (hits.isEmpty()) {
                return List.of();
            }
            after = hits.getLast().sort();
            List<Long> ids = hits.stream()
                    .map(h -> Ids.parse(String.valueOf(h.id())).orElseThrow())
                    .toList();
            Map<Long, RecordView> views = records.views(ids, viewer);
            return ids.stream()
                    .map(id -> new Item(id, Optional.ofNullable(views.get(id))))
                    .toList();
        }

        private ResponseBody<Void> ask() {
            return engine.search(SearchRequest.of(s -> {
                s.pit(p -> p.id(view).keepAlive(KEPT))
                        .query(query)
                        .source(x -> x.fetch(false))
                        .size(step)
                        .sort(sorting.options())
                        .trackTotalHits(t -> t.enabled(after.isEmpty()));
                return after.isEmpty() ? s : s.searchAfter(after);
            }));
        }

        @Override
        public void close() {
            engine.release(view);
        }
    }
}
