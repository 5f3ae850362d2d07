package org.talenthub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.talenthub.matching.MatchPool.id;
import static org.talenthub.security.TestViewers.ADMIN;
import static org.talenthub.security.TestViewers.MATCHMAKER;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.WUHAN;
import static org.talenthub.security.TestViewers.as;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Candidates and demands over the API: one score both ways, told to everybody as far as he may know. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidatesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Relay relay;

    @Autowired
    MockMvcTester mvc;

    private final MatchPool rows = new MatchPool();
    private PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(rows.all(), 1);
        settle();
    }

    private void settle() {
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        mvc.get().uri("/api/v1/talents").with(as(PROVINCE)).exchange();
        org.talenthub.HubClient.pause(5500);
    }

    @AfterAll
    void empty() {
        pool.clear();
    }

    private MvcTestResult call(Viewer v, String path) {
        return mvc.get().uri("/api/v1" + path).with(as(v)).exchange();
    }

    private JsonNode get(Viewer v, String path) {
        MvcTestResult r = call(v, path);
        assertThat(r).hasStatusOk();
        return body(r);
    }

    private static JsonNode body(MvcTestResult r) {
        try {
            return JSON.readTree(r.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode candidates(Viewer v) {
        return get(v, "/demands/" + id(rows.demand) + "/candidates");
    }

    private static JsonNode of(JsonNode list, PoolRows.Row r) {
        for (JsonNode i : list.path("items")) {
            if (i.path("id").asString().equals(id(r))) {
                return i;
            }
        }
        throw new AssertionError(r.name() + " is not in " + list);
    }

    private static JsonNode part(JsonNode item, String name) {
        for (JsonNode p : item.path("parts")) {
            if (p.path("name").asString().equals(name)) {
                return p;
            }
        }
        throw new AssertionError(name + " is not in " + item);
    }

    @Test
    void candidatesAreRankedWithPartsThatAddUp() {
        JsonNode list = candidates(PROVINCE);
        assertThat(list.path("total").asInt()).isEqualTo(4);
        List<Double> scores = new ArrayList<>();
        for (JsonNode i : list.path("items")) {
            double sum = 0;
            for (JsonNode p : i.path("parts")) {
                sum += p.path("points").asDouble();
                assertThat(p.path("kind").asString()).isIn("HARD", "SOFT");
                assertThat(p.path("verdict").asString()).isIn("MET", "NEAR", "UNMET", "UNKNOWN");
                assertThat(p.path("reason").asString()).isNotBlank();
                assertThat(p.path("evidence").isArray()).isTrue();
                assertThat(p.has("next")).isTrue();
            }
            assertThat(sum).isCloseTo(i.path("score").asDouble(), within(0.5));
            assertThat(i.path("state").asString()).isEqualTo("NEW");
            scores.add(i.path("score").asDouble());
        }
        assertThat(scores).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(list.path("items").get(0).path("id").asString()).isEqualTo(id(rows.fits));
        assertThat(part(of(list, rows.old), "age").path("reason").asString()).isEqualTo("年龄 47，上限 45，差 2 年");
        assertThat(of(list, rows.old).path("score").asDouble()).isLessThanOrEqualTo(80);
        assertThat(of(list, rows.bachelor).path("score").asDouble()).isEqualTo(40);
        assertThat(part(of(list, rows.bachelor), "cap").path("points").asDouble())
                .isNegative();
        assertThat(of(list, rows.silent).path("confidence").asDouble())
                .isLessThan(of(list, rows.fits).path("confidence").asDouble());
        assertThat(list.path("weights").path("version").asString()).isNotBlank();
        assertThat(list.path("weights").path("parts").path("skills").asDouble()).isPositive();
    }

    @Test
    void relaxationsSayWhatEachConditionCosts() {
        JsonNode list = candidates(PROVINCE);
        Map<String, Long> gains = new HashMap<>();
        for (JsonNode r : list.path("relaxations")) {
            if (r.path("set").size() == 1) {
                gains.put(
                        r.path("set").get(0).path("label").asString(),
                        r.path("gain").asLong());
                assertThat(r.path("total").asLong())
                        .isEqualTo(1 + r.path("gain").asLong());
            }
        }
        assertThat(gains).containsEntry("年龄上限放宽到 50 岁", 1L).containsEntry("学历放宽到大学本科", 1L);
    }

    @Test
    void aPairHasOneScoreFromBothSidesAndForEverybody() {
        Map<String, Double> ofDemand = new HashMap<>();
        candidates(PROVINCE)
                .path("items")
                .forEach(i ->
                        ofDemand.put(i.path("id").asString(), i.path("score").asDouble()));
        for (PoolRows.Row p : List.of(rows.fits, rows.old, rows.bachelor, rows.silent)) {
            JsonNode needs = get(PROVINCE, "/talents/" + id(p) + "/demands");
            assertThat(of(needs, rows.demand).path("score").asDouble()).isEqualTo(ofDemand.get(id(p)));
        }
        candidates(STATION)
                .path("items")
                .forEach(i -> assertThat(i.path("score").asDouble())
                        .isEqualTo(ofDemand.get(i.path("id").asString())));
    }

    @Test
    void aStationSeesWhomItDidNotReportMasked() {
        JsonNode list = candidates(STATION);
        assertThat(list.path("total").asInt()).isEqualTo(4);
        JsonNode stranger = of(list, rows.fits);
        assertThat(stranger.path("name").asString()).isEqualTo("周先生");
        assertThat(stranger.toString()).doesNotContain("周全").doesNotContain("1985-03");
        assertThat(part(stranger, "age").path("reason").asString()).isEqualTo("1985 年出生，年龄上限 45，符合");
        for (JsonNode e : part(stranger, "age").path("evidence")) {
            assertThat(e.path("record").asString()).isEqualTo("demand");
        }
        for (JsonNode p : stranger.path("parts")) {
            for (JsonNode e : p.path("evidence")) {
                if (e.path("record").asString().equals("talent")) {
                    assertThat(e.path("batch").isNull()).isTrue();
                    assertThat(e.path("row").isNull()).isTrue();
                }
            }
        }
        assertThat(part(stranger, "education").path("reason").asString()).isEqualTo("博士研究生，要求硕士研究生及以上");
        assertThat(part(of(list, rows.bachelor), "age").path("reason").asString())
                .startsWith("年龄 36");
    }

    @Test
    void filtersAndWordsNarrow() {
        String path = "/demands/" + id(rows.demand) + "/candidates";
        assertThat(get(PROVINCE, path + "?education=14").path("total").asInt()).isEqualTo(1);
        assertThat(get(PROVINCE, path + "?q=周全").path("total").asInt()).isEqualTo(1);
        assertThat(get(STATION, path + "?q=周全").path("total").asInt()).isZero();
        assertThat(get(PROVINCE, path + "?size=1&page=1").path("items").size()).isEqualTo(1);
        assertThat(body(call(PROVINCE, path + "?height=180")).path("code").asString())
                .isEqualTo("parameter.unknown");
        assertThat(call(PROVINCE, path + "?education=天才")).hasStatus(400);
        assertThat(call(PROVINCE, path + "?size=1000")).hasStatus(400);
        assertThat(call(PROVINCE, path + "?sort=height")).hasStatus(400);
        assertThat(call(PROVINCE, path + "?cursor=abc")).hasStatus(400);
    }

    @Test
    void theOrderLeansAndTheScoresStay() {
        String path = "/demands/" + id(rows.demand) + "/candidates";
        Map<String, Double> usual = new HashMap<>();
        get(PROVINCE, path)
                .path("items")
                .forEach(i -> usual.put(i.path("id").asString(), i.path("score").asDouble()));
        for (String lean : List.of("0", "20", "50", "80", "100")) {
            JsonNode list = get(PROVINCE, path + "?lean=" + lean);
            assertThat(list.path("lean").asInt()).isEqualTo(Integer.parseInt(lean));
            Map<String, Double> leaning = new HashMap<>();
            list.path("items")
                    .forEach(i ->
                            leaning.put(i.path("id").asString(), i.path("score").asDouble()));
            assertThat(leaning).as(lean).isEqualTo(usual);
        }
        assertThat(get(PROVINCE, path).path("lean").asInt()).isEqualTo(50);
        for (String wrong : List.of("101", "-1", "half", "1e2")) {
            MvcTestResult r = call(PROVINCE, path + "?lean=" + wrong);
            assertThat(r).as(wrong).hasStatus(400);
            assertThat(body(r).path("code").asString()).isEqualTo("lean.invalid");
        }
        assertThat(mvc.get()
                        .uri("/demands/" + id(rows.demand) + "/candidates?lean=20&size=1")
                        .with(as(PROVINCE))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("value=\"20\"", "lean=20&amp;page=1");
    }

    @Test
    void whoMayNotIsRefused() {
        String own = "/demands/" + id(rows.demand) + "/candidates";
        String foreign = "/demands/" + id(rows.foreign) + "/candidates";
        assertThat(call(STATION, foreign)).hasStatus(403);
        assertThat(call(WUHAN, foreign)).hasStatus(403);
        assertThat(call(WUHAN, own)).hasStatus(200);
        assertThat(call(MATCHMAKER, own)).hasStatus(403);
        assertThat(call(ADMIN, own)).hasStatus(403);
        assertThat(call(Viewer.ANONYMOUS, own)).hasStatus(401);
        assertThat(call(STATION, "/talents/" + id(rows.fits) + "/demands")).hasStatus(403);
        assertThat(call(STATION, "/talents/" + id(rows.silent) + "/demands")).hasStatus(200);
        assertThat(call(ADMIN, "/talents/" + id(rows.silent) + "/demands")).hasStatus(404);
        assertThat(call(PROVINCE, "/demands/" + Ids.text(Ids.next()) + "/candidates"))
                .hasStatus(404);
        assertThat(call(PROVINCE, "/demands/nonsense/candidates")).hasStatus(404);
        assertThat(call(PROVINCE, "/talents/" + id(rows.demand) + "/demands")).hasStatus(404);
    }

    @Test
    void whatCannotBeComparedIsRefusedInWords() {
        PoolRows.Row bare = MatchPool.row(
                "demand", "岗位", "420100", "公司", null, MatchPool.OWN, "post", "岗位", "enterpriseName", "公司");
        PoolRows.Row mute = MatchPool.row("talent", "无言", "420100", null, null, MatchPool.OWN, "name", "无言");
        pool.put(bare, 1);
        pool.put(mute, 1);
        MvcTestResult r = call(PROVINCE, "/demands/" + id(bare) + "/candidates");
        assertThat(r).hasStatus(422);
        assertThat(body(r).path("detail").asString()).contains("补充");
        assertThat(call(PROVINCE, "/talents/" + id(mute) + "/demands")).hasStatus(422);
        pool.withdraw(bare, 2);
        pool.withdraw(mute, 2);
    }

    @Test
    void theOwnerSaysHowMuchAConditionBinds() {
        String path = "/demands/" + id(rows.demand) + "/conditions";
        assertThat(put(STATION, path, "{\"strengths\":{\"age\":\"NICE\"},\"excluded\":[]}"))
                .hasStatusOk();
        try {
            JsonNode list = candidates(PROVINCE);
            assertThat(part(of(list, rows.old), "age").path("kind").asString()).isEqualTo("SOFT");
            assertThat(list.path("weights").path("strengths").path("age").asString())
                    .isEqualTo("NICE");
        } finally {
            assertThat(put(STATION, path, "{\"strengths\":{},\"excluded\":[]}")).hasStatusOk();
        }
        assertThat(put(STATION, path, "{\"strengths\":{\"height\":\"NICE\"}}")).hasStatus(400);
        assertThat(put(STATION, path, "{\"strengths\":{\"age\":\"PERHAPS\"}}")).hasStatus(400);
        assertThat(put(STATION, "/demands/" + id(rows.foreign) + "/conditions", "{}"))
                .hasStatus(403);
    }

    private MvcTestResult put(Viewer v, String path, String body) {
        return mvc.put()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(v))
                .exchange();
    }

    @Test
    void whoAskedToBeLeftOutIsLeftOut() {
        String path = "/talents/" + id(rows.silent) + "/availability";
        assertThat(put(STATION, path, "{\"state\":\"LEFT_OUT\"}")).hasStatusOk();
        assertThat(candidates(PROVINCE).path("total").asInt()).isEqualTo(3);
        assertThat(put(STATION, path, "{\"state\":\"PAUSED\",\"until\":\"2999-01-01\"}"))
                .hasStatusOk();
        assertThat(of(candidates(PROVINCE), rows.silent).path("asking").asString())
                .isEqualTo("PAUSED");
        assertThat(put(STATION, path, "{\"state\":\"OPEN\"}")).hasStatusOk();
        assertThat(put(STATION, path, "{\"state\":\"AWAY\"}")).hasStatus(400);
        assertThat(put(STATION, path, "{\"state\":\"PAUSED\",\"until\":\"1999-01-01\"}"))
                .hasStatus(400);
        assertThat(put(STATION, "/talents/" + id(rows.fits) + "/availability", "{\"state\":\"OPEN\"}"))
                .hasStatus(403);
    }
}
