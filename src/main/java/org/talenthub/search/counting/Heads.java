package org.talenthub.search.counting;

import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.search.Engine;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/** How many people the demands of a query ask for: a demand for twenty is no demand for one. */
@Component
public class Heads {

    private static final int EVERY_INDUSTRY = 1_000;

    private final Queries queries;
    private final Requests requests;
    private final Engine engine;

    Heads(Queries queries, Requests requests, Engine engine) {
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
    }

    /** Industry code to heads; a demand of several industries counts in each, as in the facet. */
    public Map<String, Long> byIndustry(SearchQuery demands, Viewer viewer) {
        SearchRequest count =
                requests.count(demands.kind(), queries.of(demands, viewer).all(), viewer);
        SearchRequest counted = count.rebuild()
                .aggregations(
                        "industries",
                        a -> a.terms(t -> t.field("industries").size(EVERY_INDUSTRY))
                                .aggregations("heads", h -> h.sum(s -> s.field("headcount"))))
                .build();
        Map<String, Long> found = new LinkedHashMap<>();
        var industries =
                engine.search(List.of(counted)).getFirst().aggregations().get("industries");
        if (industries != null && industries.isSterms()) {
            for (StringTermsBucket b : industries.sterms().buckets().array()) {
                var sum = b.aggregations().get("heads");
                Double heads = sum == null ? null : sum.sum().value();
                found.put(b.key().stringValue(), heads == null ? 0 : Math.round(heads));
            }
        }
        return found;
    }
}
