package org.talenthub.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpUtils;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.talenthub.common.Ids;
import org.talenthub.records.Records;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Facets;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of a search costs how much: the hub's steps, and in Elasticsearch the same request with some parts otherwise or left out. */
final class Parts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RUNS = 15;

    private final Queries queries;
    private final Requests requests;
    private final Engine engine;
    private final JsonpMapper mapper;

    Parts(ApplicationContext hub) {
        queries = hub.getBean(Queries.class);
        requests = hub.getBean(Requests.class);
        engine = hub.getBean(TimedEngine.class);
        mapper = hub.getBean(ElasticsearchClient.class)._jsonpMapper();
    }

    /** Median milliseconds of the steps in the hub: conditions, request, Elasticsearch's own, the way there and back, records, facets. */
    List<Double> steps(SearchQuery q, Viewer viewer, Records records, Facets facets) {
        List<List<Long>> steps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            steps.add(new ArrayList<>());
        }
        for (int i = 0; i < 40; i++) {
            long t0 = System.nanoTime();
            Conditions c = queries.of(q, viewer);
            long t1 = System.nanoTime();
            SearchRequest whole = requests.page(q, c, Sorting.of(q, c.rights()), viewer);
            long t2 = System.nanoTime();
            var answer = engine.search(whole);
            long t3 = System.nanoTime();
            records.views(
                    answer.hits().hits().stream()
                            .map(h -> Ids.parse(String.valueOf(h.id())).orElseThrow())
                            .toList(),
                    viewer);
            long t4 = System.nanoTime();
            facets.read(q, answer.aggregations());
            long t5 = System.nanoTime();
            steps.get(0).add(t1 - t0);
            steps.get(1).add(t2 - t1);
            steps.get(2).add(answer.took() * 1_000_000);
            steps.get(3).add(t3 - t2 - answer.took() * 1_000_000);
            steps.get(4).add(t4 - t3);
            steps.get(5).add(t5 - t4);
        }
        return steps.stream().map(Times::of).map(Times::median).toList();
    }

    /**
     * Median milliseconds of the whole; with each facet counted by itself; with every field marked by the whole question; without facets;
     * without marks; of the query alone; and without an exact total.
     */
    List<Double> of(SearchQuery q, Viewer viewer) {
        Conditions c = queries.of(q, viewer);
        SearchRequest whole = requests.page(q, c, Sorting.of(q, c.rights()), viewer);
        ObjectNode json = (ObjectNode) JSON.readTree(JsonpUtils.toJsonString(whole, mapper));
        ObjectNode unfaceted = json.deepCopy().without("aggregations");
        ObjectNode unmarked = json.deepCopy().without("highlight");
        ObjectNode alone = unfaceted.deepCopy().without("highlight");
        ObjectNode uncounted = alone.deepCopy().put("track_total_hits", false);
        List<Double> medians = new ArrayList<>();
        ObjectNode wrapped = json.deepCopy();
        for (var agg : json.path("aggregations").properties()) {
            if (agg.getValue().has("terms")) {
                ObjectNode filter = JSON.createObjectNode();
                filter.putObject("filter").putObject("bool").putArray("filter");
                filter.putObject("aggregations").set("values", agg.getValue());
                ((ObjectNode) wrapped.path("aggregations")).set(agg.getKey(), filter);
            }
        }
        ObjectNode marked = json.deepCopy();
        marked.at("/highlight/fields").forEach(f -> f.forEach(x -> ((ObjectNode) x).remove("highlight_query")));
        for (ObjectNode variant : List.of(json, wrapped, marked, unfaceted, unmarked, alone, uncounted)) {
            SearchRequest request = SearchRequest.of(s -> s.withJson(new StringReader(variant.toString()))
                    .index(whole.index())
                    .preference(whole.preference()));
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                took.add(engine.search(request).took() * 1_000_000);
            }
            medians.add(Times.of(took).median());
        }
        return medians;
    }
}
