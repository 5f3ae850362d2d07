package org.talenthub.search.counting;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.query.Queries;
import org.talenthub.security.Viewer;

/** Tries queries on given records instead of running them over everything. */
@Component
public class Probes {

    private final Queries queries;
    private final Engine engine;
    private final Indices indices;

    Probes(Queries queries, Engine engine, Indices indices) {
        this.queries = queries;
        this.engine = engine;
        this.indices = indices;
    }

    /** A query as one viewer would ask it, and the records to try it on, at most 10,000. */
    public record Probe(SearchQuery query, Viewer viewer, Collection<Long> records) {}

    /** @param ids as far as asked for */
    public record Found(long total, Set<Long> ids) {}

    /**
     * Which of its records each query finds, all in one round trip. A query that can no longer be asked (a value that went, a kind that
     * the viewer lost) finds nothing.
     *
     * @throws Problem 503 when the index is away
     */
    public List<Set<Long>> ask(List<Probe> probes) {
        List<Optional<SearchRequest>> asked = new ArrayList<>();
        for (Probe p : probes) {
            asked.add(p.records().isEmpty() ? Optional.empty() : request(p));
        }
        List<ResponseBody<Void>> answers =
                engine.search(asked.stream().flatMap(Optional::stream).toList());
        List<Set<Long>> found = new ArrayList<>();
        int next = 0;
        for (Optional<SearchRequest> r : asked) {
            found.add(r.isEmpty() ? Set.of() : ids(answers.get(next++)));
        }
        return found;
    }

    private Optional<SearchRequest> request(Probe p) {
        Query narrowed;
        try {
            narrowed = queries.of(p.query(), p.viewer()).all();
        } catch (Problem e) {
            if (e.status() >= 500) {
                throw e;
            }
            return Optional.empty();
        }
        List<String> ids = p.records().stream().map(Ids::text).toList();
        return Optional.of(base(p.query().kind(), p.records().size())
                .query(q -> q.bool(b -> b.must(narrowed).filter(Terms.any("id", ids))))
                .build());
    }

    /** The first records that a query finds, in no order, and how many there are. */
    public Found find(SearchQuery q, int most, Viewer viewer) {
        ResponseBody<Void> answer = engine.search(base(q.kind(), most)
                .query(queries.of(q, viewer).all())
                .trackTotalHits(t -> t.enabled(true))
                .build());
        var total = answer.hits().total();
        return new Found(total == null ? 0 : total.value(), ids(answer));
    }

    /** Makes findable what was written of a type. */
    public void refresh(String type) {
        engine.refresh(indices.alias(type));
    }

    private SearchRequest.Builder base(Kind kind, int size) {
        return new SearchRequest.Builder()
                .index(indices.alias(kind.type()))
                .source(s -> s.fetch(false))
                .size(size)
                .sort(s -> s.doc(d -> d));
    }

    private static Set<Long> ids(ResponseBody<Void> answer) {
        Set<Long> ids = new LinkedHashSet<>();
        answer.hits().hits().forEach(h -> Ids.parse(String.valueOf(h.id())).ifPresent(ids::add));
        return ids;
    }
}
