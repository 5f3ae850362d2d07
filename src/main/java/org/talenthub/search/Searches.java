package org.talenthub.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.List;
import java.util.Map;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;

/** Finds records for a viewer; every number the hub shows about the pool comes through here. */
public interface Searches {

    /** How many there are, and the first few as the viewer may see them. */
    record Sample(long total, List<RecordView> items) {}

    /**
     * One page.
     *
     * @throws Problem 400 for filter values, orders and cursors that make no sense; 401 or 403 when the kind does not exist for the
     *     viewer; 503 when the index is away
     */
    SearchResult find(SearchQuery q, Viewer viewer);

    /** @param totals of the other queries, in their order */
    record Page(SearchResult result, List<Long> totals) {}

    /**
     * One page, and in the same request to Elasticsearch the totals of other queries. Only when little is found it is asked once more,
     * for ways to find more.
     */
    Page page(SearchQuery q, List<SearchQuery> others, Viewer viewer);

    /** The kinds that the viewer may search. */
    List<Kind> kinds(Viewer viewer);

    /** Totals and the first few of many queries in one round trip, in their order; the same totals as {@link #find}. */
    List<Sample> samples(List<SearchQuery> wanted, int size, Viewer viewer);

    /** Sends requests to Elasticsearch, all in one round trip; answers in their order. */
    @FunctionalInterface
    interface Asking {
        List<ResponseBody<Void>> all(List<SearchRequest> requests);
    }

    /** The same, asked together with something else. */
    List<Sample> samples(List<SearchQuery> wanted, int size, Viewer viewer, Asking asking);

    /** What a page counts of a kind when nothing but words is asked: of demands those that have not lapsed. */
    static SearchQuery usual(Kind kind, String q) {
        return kind == Kind.DEMAND
                ? new SearchQuery(kind, q, Map.of("open", List.of("true")), "relevance", 0, 1, null)
                : all(kind, q);
    }

    /** Everything of a kind that the words find. */
    static SearchQuery all(Kind kind, String q) {
        return new SearchQuery(kind, q, Map.of(), "relevance", 0, 1, null);
    }
}
