package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.security.TestViewers;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reading side of the API as scripts see it. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvcTester mvc;

    private final Sample sample = new Sample();
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events,
            @Autowired Relay relay) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(sample.rows, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private MvcTestResult call(Viewer viewer, String path) {
        var request = mvc.get().uri("/api/v1" + path);
        return (viewer.anonymous() ? request : request.with(TestViewers.as(viewer))).exchange();
    }

    private JsonNode get(Viewer viewer, String path) throws Exception {
        MvcTestResult r = call(viewer, path);
        assertThat(r).hasStatusOk();
        return JSON.readTree(r.getResponse().getContentAsByteArray());
    }

    @Test
    void aPageHasTheContractsShape() throws Exception {
        JsonNode page = get(Sample.PROVINCE, "/talents?q=硅光&size=5");
        assertThat(page.propertyNames())
                .containsExactly(
                        "total",
                        "nearTotal",
                        "page",
                        "size",
                        "items",
                        "facets",
                        "didYouMean",
                        "relaxations",
                        "only",
                        "notices",
                        "understood",
                        "named",
                        "cursor",
                        "took");
        JsonNode item = page.path("items").get(0);
        assertThat(item.propertyNames())
                .contains(
                        "id",
                        "name",
                        "sex",
                        "birth",
                        "category",
                        "categoryLabel",
                        "education",
                        "educationLabel",
                        "expertise",
                        "employer",
                        "region",
                        "industries",
                        "carrier",
                        "highlights",
                        "score",
                        "matched");
        assertThat(item.path("highlights").path("expertise").get(0).stringValue())
                .isEqualTo("<mark>硅光</mark>");
        assertThat(item.path("region").path("label").stringValue()).isEqualTo("洪山区");
        assertThat(page.path("facets").path("category").get(0).propertyNames())
                .contains("value", "label", "count", "selected");
    }

    @Test
    void aRecordAndItsNeighbours() throws Exception {
        String id = Ids.text(sample.id("测赟翀昉甲"));
        assertThat(get(Sample.PROVINCE, "/talents/" + id).path("name").stringValue())
                .isEqualTo("测赟翀昉甲");
        JsonNode links = get(Sample.PROVINCE, "/talents/" + id + "/links").path("links");
        for (JsonNode link : links) {
            String query = link.path("query").stringValue().substring("/api/v1".length());
            assertThat(JSON.readTree(mvc.get()
                                    .uri(URI.create("/api/v1" + query))
                                    .with(TestViewers.as(Sample.PROVINCE))
                                    .exchange()
                                    .getResponse()
                                    .getContentAsByteArray())
                            .path("total"))
                    .isEqualTo(link.path("total"));
        }
        assertThat(call(Viewer.ANONYMOUS, "/talents/" + id)).hasStatus(404);
        assertThat(call(Viewer.ANONYMOUS, "/talents/" + id + "/links")).hasStatus(404);
        assertThat(call(Sample.PROVINCE, "/demands/" + id)).as("another kind").hasStatus(404);
        assertThat(call(Sample.PROVINCE, "/stations/" + Ids.text(sample.base))).hasStatus(404);
        assertThat(call(Sample.PROVINCE, "/talents/nobody")).hasStatus(404);
    }

    @Test
    void visitorsReadEverythingButPeople() throws Exception {
        for (String path : List.of("/demands", "/enterprises", "/bases", "/stations", "/platforms")) {
            assertThat(get(Viewer.ANONYMOUS, path).path("total").intValue())
                    .as(path)
                    .isPositive();
        }
        assertThat(call(Viewer.ANONYMOUS, "/talents")).hasStatus(401);
        assertThat(call(Sample.ADMIN, "/talents")).hasStatus(403);
        assertThat(get(Viewer.ANONYMOUS, "/search?q=光").toString()).doesNotContain("talents", "测赟");
        assertThat(get(Viewer.ANONYMOUS, "/suggest?q=光").toString()).doesNotContain("talents", "测赟");
    }

    @Test
    void everythingAtOnceAndCompletions() throws Exception {
        JsonNode all = get(Sample.PROVINCE, "/search?q=光电");
        assertThat(all.path("groups")).hasSize(6);
        for (JsonNode g : all.path("groups")) {
            assertThat(get(Sample.PROVINCE, "/" + g.path("type").stringValue() + "?q=光电")
                            .path("total"))
                    .isEqualTo(g.path("total"));
        }
        JsonNode completions = get(Sample.PROVINCE, "/suggest?q=光电");
        assertThat(completions.path("items").toString()).contains(Sample.LIGHT, "示例光电人才驿站");
    }

    @Test
    void nonsenseIsAFourHundredThatSaysWhatToDo() throws Exception {
        for (String path : List.of(
                "/talents?size=1000",
                "/talents?page=-1",
                "/talents?category=X",
                "/talents?cursor=x",
                "/talents?sort=y",
                "/talents?unknown=1",
                "/talents?Region=420100",
                "/talents?education=X以上",
                "/talents?ageMax=45&ageMax=50",
                "/talents?confirmedSince=2026-13-45")) {
            MvcTestResult r = call(Sample.PROVINCE, path);
            assertThat(r).hasStatus(400);
            JsonNode problem = JSON.readTree(r.getResponse().getContentAsByteArray());
            assertThat(problem.path("code").stringValue("")).as(path).isNotEmpty();
            assertThat(problem.path("detail").stringValue("")).as(path).isNotEmpty();
        }
        assertThat(get(Sample.PROVINCE, "/talents?q=*!(").path("total").intValue())
                .isZero();
    }
}
