package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpUtils;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that queries mean. */
@PoolTest
class RequestsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Queries queries;

    @Autowired
    Requests requests;

    @Autowired
    ElasticsearchClient client;

    private JsonNode request(Kind kind, String q, Map<String, List<String>> filters, Viewer viewer) {
        SearchQuery query = new SearchQuery(kind, q, filters, "", 2, 20, null);
        Conditions c = queries.of(query, viewer);
        return body(requests.page(query, c, Sorting.of(query, c.rights()), viewer));
    }

    private JsonNode counts(Kind kind, String q, Map<String, List<String>> filters, @Nullable Set<String> facets) {
        SearchQuery query = new SearchQuery(kind, q, filters, "", 2, 20, null, facets);
        return body(requests.counts(query, queries.of(query, Sample.PROVINCE), Sample.PROVINCE));
    }

    private JsonNode body(SearchRequest request) {
        // toString would cut it
        return JSON.readTree(JsonpUtils.toJsonString(request, client._jsonpMapper()));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    @Test
    void filtersWithCountsWaitUntilAfterTheCountingAndTheOthersDoNot() {
        Map<String, List<String>> chosen = Map.of(
                "category",
                List.of("ENTREPRENEUR", "SKILLED_WORKER"),
                "industry",
                List.of("光电子信息"),
                "employer",
                List.of("示例甲"));
        JsonNode r = counts(Kind.TALENT, "", chosen, null);
        assertThat(r.path("query")).isEqualTo(json("""
                                {"bool": {"filter": [{"bool": {"minimum_should_match": "1", "should": [
                                  {"bool": {"minimum_should_match": "1", "should": [
                                    {"bool": {"minimum_should_match": "1", "should": [
                                      {"terms": {"enterpriseCode": ["示例甲"]}}, {"terms": {"enterpriseName.key": ["示例甲"]}}]}},
                                    {"terms": {"enterpriseKey": ["示例甲"]}}]}},
                                  {"terms": {"named.key": ["示例甲"]}}]}}]}}"""));
        assertThat(r.path("post_filter")).isEqualTo(json("""
                                {"bool": {"filter": [{"terms": {"industries": ["OPTO"]}},
                                  {"terms": {"category": ["ENTREPRENEUR", "SKILLED_WORKER"]}}]}}"""));
        assertThat(r.path("aggregations").path("category")).isEqualTo(json("""
                                {"aggregations": {"values": {"terms": {"field": "category", "size": 1000}}},
                                 "filter": {"bool": {"filter": [{"terms": {"industries": ["OPTO"]}}]}}}"""));
        assertThat(r.path("size").intValue()).isZero();
        assertThat(r.path("track_total_hits").booleanValue()).isTrue();
    }

    @Test
    void aPageIsNeitherCountedNorScoredByItsConditions() {
        JsonNode r = request(Kind.TALENT, "", Map.of("industry", List.of("光电子信息")), Sample.PROVINCE);
        assertThat(r.path("query"))
                .isEqualTo(json("{\"bool\": {\"filter\": [{\"terms\": {\"industries\": [\"OPTO\"]}}]}}"));
        assertThat(r.has("aggregations")).isFalse();
        assertThat(r.has("post_filter")).isFalse();
        assertThat(r.path("from").intValue()).isEqualTo(40);
        assertThat(r.path("track_total_hits").booleanValue(true)).isFalse();
        assertThat(r.path("sort"))
                .isEqualTo(json("[{\"updatedAt\": {\"order\": \"desc\"}}, {\"id\": {\"order\": \"asc\"}}]"));
        assertThat(r.has("highlight")).isFalse();
    }

    @Test
    void facetsWithoutAConditionShareOneCountAndStandAloneWhereNothingIsChosen() {
        JsonNode chosen = counts(Kind.TALENT, "", Map.of("category", List.of("ENTREPRENEUR")), null)
                .path("aggregations");
        assertThat(chosen.propertyNames()).containsExactlyInAnyOrder("category", "*");
        assertThat(chosen.path("category").toString()).doesNotContain("ENTREPRENEUR");
        assertThat(chosen.path("*").path("filter"))
                .isEqualTo(json("{\"bool\": {\"filter\": [{\"terms\": {\"category\": [\"ENTREPRENEUR\"]}}]}}"));
        assertThat(chosen.path("*").path("aggregations").path("education"))
                .isEqualTo(json("{\"terms\": {\"field\": \"education\", \"size\": 1000}}"));
        assertThat(counts(Kind.TALENT, "光", Map.of(), null).path("aggregations").path("education"))
                .isEqualTo(json("{\"terms\": {\"field\": \"education\", \"size\": 1000}}"));
    }

    @Test
    void onlyTheFacetsThatAreOpenAreCountedAndThoseWithACondition() {
        Map<String, List<String>> chosen = Map.of("category", List.of("ENTREPRENEUR"));
        assertThat(counts(Kind.TALENT, "光", Map.of(), Set.of("education", "region"))
                        .path("aggregations")
                        .propertyNames())
                .containsExactlyInAnyOrder("education", "region");
        JsonNode some = counts(Kind.TALENT, "光", chosen, Set.of("region")).path("aggregations");
        assertThat(some.propertyNames()).containsExactlyInAnyOrder("category", "*");
        assertThat(some.path("*").path("aggregations").propertyNames()).containsExactly("region");
        assertThat(counts(Kind.TALENT, "光", chosen, Set.of())
                        .path("aggregations")
                        .propertyNames())
                .containsExactly("category");
        assertThat(counts(Kind.TALENT, "光", Map.of(), Set.of()).path("aggregations"))
                .isEmpty();
    }

    @Test
    void aFieldIsMarkedByWhatIsLookedForInIt() {
        JsonNode fields = request(Kind.PLATFORM, "光子 InP -封装", Map.of(), Viewer.ANONYMOUS)
                .path("highlight")
                .path("fields");
        assertThat(fields).hasSize(3);
        for (JsonNode field : fields) {
            String name = field.propertyNames().iterator().next();
            String asked = field.path(name).path("highlight_query").toString();
            assertThat(asked).contains("\"" + name + "\":", "光子", "InP").doesNotContain("封装");
            assertThat(List.of("research", "enterpriseName"))
                    .filteredOn(other -> !other.equals(name))
                    .noneMatch(other -> asked.contains("\"" + other + "\":"));
        }
    }

    @Test
    void everyWordHasToStandSomewhereAsItIs() {
        JsonNode must = request(Kind.PLATFORM, "光子 InP", Map.of(), Viewer.ANONYMOUS)
                .path("query")
                .path("bool")
                .path("must");
        JsonNode words =
                must.get(0).path("dis_max").path("queries").get(0).path("bool").path("must");
        assertThat(words).hasSize(2);
        assertThat(words.get(1).path("dis_max").path("queries").get(1)).isEqualTo(json("""
                                {"dis_max": {"_name": "research#1", "tie_breaker": 0.02, "queries": [
                                  {"function_score": {"boost_mode": "sum", "functions": [{"weight": 1400.0}], "query":
                                    {"match_phrase": {"research": {"boost": 0.125, "query": "InP", "zero_terms_query": "all"}}}}},
                                  {"function_score": {"boost_mode": "sum", "functions": [{"weight": 480.0}], "query":
                                    {"match": {"research": {"analyzer": "hub_words", "boost": 0.125, "minimum_should_match": "4<75%",
                                      "query": "InP"}}}}}]}}"""));
    }

    @Test
    void namesAreMatchedOnlyInsideTheExtentWhereTheyAreHiddenOutside() {
        Viewer station = new Viewer(4, "s", "驿站", Role.STATION, null, 77L, "示例驿站");
        JsonNode r = request(Kind.TALENT, "欧阳", Map.of(), station);
        JsonNode any =
                r.path("query").path("bool").path("must").get(0).path("dis_max").path("queries");
        JsonNode inside = any.get(0).path("bool");
        // its own people, by what itself said of them
        String own = "carrier:" + Ids.text(77);
        assertThat(inside.path("filter")).isEqualTo(json("""
                                [{"term": {"reporters": {"value": "%1$s"}}},
                                 {"bool": {"minimum_should_match": "1", "should": [
                                   {"bool": {"must_not": [{"term": {"reporters": {"value": "%1$s"}}}]}},
                                   {"bool": {"must_not": [{"exists": {"field": "agreed"}}]}},
                                   {"bool": {"filter": [{"term": {"agreed": {"value": "%1$s name"}}}]}}]}}]""".formatted(own)));
        List<String> personal = List.of("\"name\":", "\"nameExact\":", "\"named\":", "\"team\":", "\"achievements\":");
        assertThat(any.toString()).contains(personal);
        assertThat(inside.toString()).contains("\"name\":", "\"nameExact\":");
        for (JsonNode way : any) {
            assertThat(way.path("bool").has("filter"))
                    .as(way.toString())
                    .isEqualTo(personal.stream().anyMatch(way.toString()::contains));
        }
    }

    @Test
    void aScopeThatHidesIsAFilter() {
        JsonNode r = request(Kind.DEMAND, "", Map.of(), Viewer.ANONYMOUS);
        assertThat(r.path("query").toString()).contains("validUntil");
        assertThat(request(Kind.STATION, "", Map.of(), Viewer.ANONYMOUS).path("query"))
                .isEqualTo(json("""
                                {"bool": {"filter": [{"bool": {"filter": [{"term": {"subtype": {"value": "STATION"}}}]}}]}}"""));
    }
}
