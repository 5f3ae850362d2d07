package org.talenthub.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.talenthub.security.TestViewers;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records on their nodes: found by the filter, waiting for a department, decided, and reported again. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Replacing replacing;

    private @Nullable PoolRows pool;

    private final PoolRows.Row laser = talent("测光芯", "420100", Map.of("expertise", List.of("磷化铟光芯片工艺")));
    private final PoolRows.Row battery =
            talent("测电池", "420500", Map.of("expertise", List.of("动力电池热管理"), "industries", List.of("NEV")));
    private final PoolRows.Row vague = talent("测不清", "420500", Map.of("expertise", List.of("项目管理")));
    private final PoolRows.Row major = talent("测专业", "420100", Map.of("major", "光刻"));

    private static PoolRows.Row talent(String name, String region, Map<String, Object> fields) {
        Map<String, Object> all = new java.util.TreeMap<>(Map.of("industries", List.of("OPTO"), "birth", "1985-03"));
        all.putAll(fields);
        return new PoolRows.Row(
                Ids.next(), "talent", null, name, region, null, "生成公司", null, null, "province", null, all);
    }

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        for (PoolRows.Row r : List.of(laser, battery, vague, major)) {
            pool.put(r, 1);
        }
        drained();
    }

    @AfterAll
    void empty() {
        jdbc.sql("delete from chain_choice").update();
        if (pool != null) {
            pool.clear();
        }
    }

    private void drained() {
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(as(viewer)).exchange();
    }

    private JsonNode json(Viewer viewer, String path) throws Exception {
        MvcTestResult r = get(viewer, path);
        assertThat(r).hasStatusOk();
        return JSON.readTree(r.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private List<String> found(String node) throws Exception {
        return json(TestViewers.PROVINCE, "/api/v1/talents?node=" + node)
                .path("items")
                .valueStream()
                .map(i -> i.path("name").asString())
                .sorted()
                .toList();
    }

    private MvcTestResult choose(Viewer viewer, PoolRows.Row r, String body) {
        return mvc.put()
                .uri("/api/v1/chains/placements/" + Ids.text(r.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(viewer))
                .exchange();
    }

    @Test
    void theDictionaryIsToldToEverybody() throws Exception {
        JsonNode chains = json(Viewer.ANONYMOUS, "/api/v1/chains");
        assertThat(chains.path("total").intValue()).isEqualTo(7);
        assertThat(chains.path("version").asString()).isNotBlank();
        assertThat(chains.at("/items/0/nodes/0/technologies").size()).isGreaterThan(8);
        assertThat(get(Viewer.ANONYMOUS, "/api/v1/chains?x=1")).hasStatus(400);
    }

    @Test
    void aPlaceIsToldWithWhatItIsBasedOn() throws Exception {
        assertThat(found("OPTO_OPTICAL_CHIP")).contains("测光芯");
        assertThat(found("NEV_POWER_BATTERY")).contains("测电池");
        JsonNode place = json(TestViewers.PROVINCE, "/api/v1/chains/placements/" + Ids.text(laser.id()));
        assertThat(place.path("state").asString()).isEqualTo("PLACED");
        assertThat(place.at("/nodes/0/node").asString()).isEqualTo("OPTO_OPTICAL_CHIP");
        assertThat(place.at("/nodes/0/confidence").doubleValue()).isBetween(0.5, 1.0);
        assertThat(place.at("/nodes/0/way").asString()).isEqualTo("WORDS");
        assertThat(place.at("/nodes/0/evidence/0/text").asString()).isNotBlank();
        assertThat(get(TestViewers.WUHAN, "/api/v1/chains/placements/" + Ids.text(battery.id())))
                .hasStatus(403);
    }

    @Test
    void whatIsUnclearWaitsForTheDepartmentOfItsRegion() throws Exception {
        String all =
                json(TestViewers.PROVINCE, "/api/v1/chains/queue?type=talent").toString();
        assertThat(all).contains("测不清", "测专业").doesNotContain("测电池");
        JsonNode wuhan = json(TestViewers.WUHAN, "/api/v1/chains/queue?type=talent");
        assertThat(wuhan.toString()).contains("测专业").doesNotContain("测不清");
        JsonNode node = json(TestViewers.PROVINCE, "/api/v1/chains/queue?node=OPTO_SEMICONDUCTOR_EQUIPMENT");
        assertThat(node.path("total").intValue()).isOne();
        assertThat(node.at("/items/0/name").asString()).isEqualTo("测专业");
        assertThat(get(TestViewers.PROVINCE, "/api/v1/chains/queue?node=NOWHERE"))
                .hasStatus(422);
        assertThat(get(TestViewers.PROVINCE, "/api/v1/chains/queue?type=x")).hasStatus(400);
        assertThat(get(TestViewers.PROVINCE, "/api/v1/chains/queue?page=-1")).hasStatus(400);
    }

    @Test
    void aDepartmentsChoiceHoldsOverLaterReportsUntilItIsTakenBack() throws Exception {
        PoolRows.Row person = talent("测选定", "420100", Map.of("expertise", List.of("光纤激光器")));
        PoolRows p = Objects.requireNonNull(pool);
        p.put(person, 1);
        drained();
        assertThat(found("OPTO_LASER")).contains("测选定");
        assertThat(choose(TestViewers.WUHAN, person, "{\"nodes\":[\"光芯片\"],\"reason\":\"实际做芯片\"}"))
                .hasStatusOk();
        drained();
        assertThat(found("OPTO_LASER")).doesNotContain("测选定");
        assertThat(found("OPTO_OPTICAL_CHIP")).contains("测选定");
        p.put(talentAgain(person, "光纤激光器与激光焊接"), 5);
        drained();
        assertThat(found("OPTO_OPTICAL_CHIP")).contains("测选定");
        assertThat(found("OPTO_LASER")).doesNotContain("测选定");
        JsonNode place = json(TestViewers.PROVINCE, "/api/v1/chains/placements/" + Ids.text(person.id()));
        assertThat(place.path("state").asString()).isEqualTo("CHOSEN");
        assertThat(place.at("/choice/reason").asString()).isEqualTo("实际做芯片");
        assertThat(mvc.delete()
                        .uri("/api/v1/chains/placements/" + Ids.text(person.id()))
                        .with(as(TestViewers.PROVINCE)))
                .hasStatus(204);
        drained();
        assertThat(found("OPTO_LASER")).contains("测选定");
        assertThat(mvc.delete()
                        .uri("/api/v1/chains/placements/" + Ids.text(person.id()))
                        .with(as(TestViewers.PROVINCE)))
                .hasStatus(404);
    }

    private String story(Viewer viewer, PoolRows.Row r) throws Exception {
        MvcTestResult page = get(viewer, "/talents/" + Ids.text(r.id()) + "/story");
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** A form of the record's page, and what the page says after it. */
    private String said(Viewer viewer, PoolRows.Row r, String form, Map<String, String> fields, String as) {
        String page = "/talents/" + Ids.text(r.id());
        var request = mvc.post().uri(page + form).with(as(viewer)).with(csrf());
        fields.forEach(request::param);
        MvcTestResult answer = request.exchange();
        assertThat(answer).hasRedirectedUrl(page);
        return String.valueOf(answer.getMvcResult().getFlashMap().get(as));
    }

    @Test
    void aRecordsPageTellsItsPlaceAndLetsADepartmentPutItRight() throws Exception {
        PoolRows.Row person = talent("测改选", "420100", Map.of("expertise", List.of("光纤激光器")));
        Objects.requireNonNull(pool).put(person, 1);
        drained();
        String form = "action=\"/talents/" + Ids.text(person.id()) + "/nodes\"";
        assertThat(story(TestViewers.WUHAN, person))
                .contains("href=\"/chains/OPTO_LASER\"", "依据用语", "光纤激光器", "%</td>", form)
                .doesNotContain("/nodes/withdraw");
        // as the API: to who decides about it, and to nobody else
        assertThat(story(TestViewers.STATION, person)).doesNotContain("/chains/OPTO_LASER", "依据用语", "/nodes");
        assertThat(story(TestViewers.WUHAN, battery)).doesNotContain("/chains/NEV_POWER_BATTERY", "/nodes");
        assertThat(story(TestViewers.PROVINCE, vague)).contains("没有可依据的用语", "/nodes");

        assertThat(said(TestViewers.WUHAN, person, "/nodes", Map.of("nodes", "OPTO_OPTICAL_CHIP"), "refused"))
                .contains("500");
        assertThat(said(TestViewers.WUHAN, person, "/nodes", Map.of("nodes", "GONE", "reason", "实际做芯片"), "refused"))
                .contains("GONE");
        assertThat(mvc.post()
                        .uri("/talents/" + Ids.text(person.id()) + "/nodes")
                        .param("nodes", "OPTO_OPTICAL_CHIP")
                        .param("reason", "x")
                        .with(as(TestViewers.STATION))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(story(TestViewers.WUHAN, person)).doesNotContain("部门选定");

        assertThat(said(
                        TestViewers.WUHAN,
                        person,
                        "/nodes",
                        Map.of("nodes", "OPTO_OPTICAL_CHIP", "reason", "实际做芯片"),
                        "said"))
                .contains("已选定");
        assertThat(story(TestViewers.WUHAN, person))
                .contains("href=\"/chains/OPTO_OPTICAL_CHIP\"", "部门选定", "实际做芯片", "/nodes/withdraw")
                .doesNotContain("href=\"/chains/OPTO_LASER\"");
        drained();
        assertThat(found("OPTO_OPTICAL_CHIP")).contains("测改选");

        assertThat(said(TestViewers.PROVINCE, person, "/nodes/withdraw", Map.of(), "said"))
                .contains("已撤回");
        drained();
        assertThat(found("OPTO_LASER")).contains("测改选");
        assertThat(story(TestViewers.WUHAN, person))
                .contains("href=\"/chains/OPTO_LASER\"")
                .doesNotContain("/nodes/withdraw");
        assertThat(said(TestViewers.PROVINCE, person, "/nodes/withdraw", Map.of(), "refused"))
                .isNotBlank();
    }

    private static PoolRows.Row talentAgain(PoolRows.Row r, String expertise) {
        Map<String, Object> fields = new java.util.TreeMap<>(r.fields());
        fields.put("expertise", List.of(expertise));
        return new PoolRows.Row(
                r.id(), "talent", null, r.name(), r.region(), null, "生成公司", null, null, "province", null, fields);
    }

    @Test
    void whoMayNotAndWhatMakesNoSenseIsToldPlainly() {
        String good = "{\"nodes\":[\"OPTO_LASER\"],\"reason\":\"x\"}";
        assertThat(choose(TestViewers.WUHAN, battery, good)).hasStatus(403);
        assertThat(choose(TestViewers.STATION, laser, good)).hasStatus(403);
        assertThat(choose(TestViewers.PROVINCE, laser, "{\"nodes\":[\"GONE\"],\"reason\":\"x\"}"))
                .hasStatus(422);
        assertThat(choose(TestViewers.PROVINCE, laser, "{\"nodes\":[],\"reason\":\"x\"}"))
                .hasStatus(400);
        assertThat(choose(TestViewers.PROVINCE, laser, "{\"nodes\":[\"OPTO_LASER\"],\"reason\":\" \"}"))
                .hasStatus(400);
        assertThat(choose(TestViewers.PROVINCE, laser, "{}")).hasStatus(400);
        assertThat(get(TestViewers.PROVINCE, "/api/v1/chains/placements/nonsense"))
                .hasStatus(404);
    }

    @Test
    void anotherEditionPlacesEverythingAgainAndKeepsWhatWas() throws Exception {
        jdbc.sql(
                        "update chain_placement set version = 'old', places = '[]', state = 'WAITING', node = null where record_id = ?")
                .param(laser.id())
                .update();
        replacing.stop();
        replacing.again();
        replacing.start();
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (jdbc.sql("select version from chain_placement where record_id = ?")
                        .param(laser.id())
                        .query(String.class)
                        .single()
                        .equals("old")
                && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        drained();
        assertThat(found("OPTO_OPTICAL_CHIP")).contains("测光芯");
        assertThat(jdbc.sql("select count(*) from chain_history where record_id = ? and version = 'old'")
                        .param(laser.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        JsonNode told = json(TestViewers.PROVINCE, "/api/v1/talents/" + Ids.text(laser.id()) + "/timeline");
        assertThat(told.path("items")
                        .valueStream()
                        .filter(i -> i.path("kind").asString().equals("PLACED"))
                        .map(i ->
                                i.path("who").asString() + " " + i.path("what").asString()))
                .hasSize(2)
                .anyMatch(w -> w.equals("系统 此前用语不足以判断（old 版）"))
                .anyMatch(w -> w.startsWith("系统 光芯片"));
        assertThat(json(TestViewers.STATION, "/api/v1/talents/" + Ids.text(laser.id()) + "/timeline")
                        .toString())
                .doesNotContain("PLACED", "old 版");
    }
}
