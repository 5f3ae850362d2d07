package org.talenthub.search.counting;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.search.Engine;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/** How many records queries find, many at a time: the same numbers as {@link Searches#find} tells, without the records. */
@Component
public class Counts {

    /** Queries of one round trip. */
    private static final int AT_ONCE = 20;

    private final Queries queries;
    private final Requests requests;
    private final Engine engine;

    Counts(Queries queries, Requests requests, Engine engine) {
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
    }

    /**
     * The totals, in the order of the queries.
     *
     * @throws org.talenthub.common.Problem 400 for filter values that make no sense; 401 or 403 when a kind does not exist for the viewer;
     *     503 when the index is away
     */
    public List<Long> totals(List<SearchQuery> wanted, Viewer viewer) {
        List<Long> totals = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<SearchRequest> asked = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)).stream()
                    .map(q -> requests.count(q.kind(), queries.of(q, viewer).all(), viewer))
                    .toList();
            engine.search(asked).forEach(a -> totals.add(Engine.total(a)));
        }
        return totals;
    }
}
