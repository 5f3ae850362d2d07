package org.talenthub.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.Some;
import org.talenthub.common.Ids;
import org.talenthub.common.work.Background;
import org.talenthub.indexing.Relay;
import org.talenthub.results.GeneratedPool;
import org.talenthub.search.Kind;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number of the boards is the total of the list that it leads to, for every role; who may list nobody is told no small number. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> BOARDS =
            List.of("overview", "regions", "demand", "tiers", "services", "stations");

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    /** Keeps the calendar of reports. */
    @Autowired
    @Qualifier("bookkeeper")
    Background bookkeeper;

    private final GeneratedPool generated = new GeneratedPool(14, 60, 24);
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(generated.rows, 1);
        for (int i = 0; i < 4; i++) {
            pool.put(aged("OPTO_LASER", 1960 + i, i), 1);
        }
        pool.put(aged("QUANTUM_SOFTWARE", 1990, 9), 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private static PoolRows.Row aged(String node, int year, int i) {
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "industries",
                List.of(node.substring(0, node.indexOf('_'))),
                "nodes",
                List.of(node),
                "birth",
                year + "-03"));
        return new PoolRows.Row(
                Ids.next(), "talent", null, "测年" + i, "420100", null, "某公司", null, null, "province", null, fields);
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private JsonNode json(Viewer viewer, String path) throws Exception {
        MvcTestResult r = mvc.get().uri(path).with(as(viewer)).exchange();
        assertThat(r).as("%s %s", viewer.role(), path).hasStatusOk();
        return JSON.readTree(r.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private List<Viewer> signedIn() {
        return generated.viewers().stream().filter(v -> !v.anonymous()).toList();
    }

    @Test
    void everyNumberOfTheChainsIsTheTotalOfItsList() throws Exception {
        for (Viewer viewer : signedIn()) {
            JsonNode gaps = json(viewer, "/api/v1/insights/chain-gaps");
            assertThat(gaps.path("total").intValue()).isEqualTo(76);
            Map<String, Long> demands = new HashMap<>();
            for (JsonNode gap : gaps.path("items")) {
                gap.path("links")
                        .propertyStream()
                        .filter(l ->
                                gap.path(l.getKey()).asLong(0) > 0 || l.getKey().equals("talents"))
                        .forEach(l -> assertThat(total(viewer, l.getValue().asString()))
                                .as("%s %s", viewer.role(), l)
                                .isEqualTo(gap.path(l.getKey()).asLong(-1)));
                demands.put(gap.path("node").asString(), gap.path("heads").longValue());
            }
            assertThat(demands.values().stream().mapToLong(x -> x).sum()).isPositive();
        }
    }

    private long total(Viewer viewer, String path) {
        try {
            return json(viewer, path.replaceAll("%(?![0-9A-F]{2})", "%25"))
                    .path("total")
                    .asLong(-2);
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    @Test
    void whoMayListNobodyIsToldNoSmallNumber() throws Exception {
        Viewer admin = generated.viewer(Role.ADMIN);
        for (String path : List.of("/api/v1/insights/chain-gaps", "/api/v1/insights/chain-gaps?region=420100")) {
            boolean few = false;
            for (JsonNode gap : json(admin, path).path("items")) {
                for (String of : List.of("talents", "over55", "filled")) {
                    JsonNode n = gap.path(of);
                    few |= n.asString("").equals("<3");
                    assertThat(n.isString() ? n.asString() : String.valueOf(n.longValue() % 3))
                            .isIn("<3", "0");
                }
                assertThat(gap.path("links").has("talents")).isFalse();
            }
            assertThat(few).isTrue();
        }
        String overview = json(admin, "/api/v1/insights/overview").toString();
        assertThat(overview).contains("\"talents\"").doesNotContain("/api/v1/talents");
        assertThat(mvc.get().uri("/api/v1/insights/overview").with(as(Viewer.ANONYMOUS)))
                .hasStatus(401);
    }

    @Test
    void everyNumberOfTheBoardsIsTheTotalOfItsList() throws Exception {
        for (Viewer viewer : signedIn()) {
            for (String board : BOARDS) {
                JsonNode read = json(viewer, "/api/v1/insights/" + board);
                assertThat(read.path("date").asString()).hasSize(10);
                for (JsonNode group : read.path("groups")) {
                    for (JsonNode f : group.path("figures")) {
                        String href = f.path("href").asString("");
                        if (href.contains("?") || href.matches("/api/v1/[a-z]+")) {
                            assertThat(total(viewer, href))
                                    .as("%s %s", viewer.role(), href)
                                    .isEqualTo(f.path("value").asLong(-1));
                        }
                    }
                }
            }
        }
    }

    @Test
    void theAgeOfPeopleAndOfDemandsIsTold() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        JsonNode laser =
                json(province, "/api/v1/insights/chain-gaps?node=OPTO_LASER").at("/items/0");
        assertThat(laser.path("over55").intValue()).isGreaterThanOrEqualTo(4);
        assertThat(laser.path("stageLabel").asString()).isEqualTo("中游");
        assertThat(laser.path("yearsUnmet").intValue()).isZero();
        assertThat(json(province, "/api/v1/insights/chain-gaps?industry=QUANTUM")
                        .path("total")
                        .intValue())
                .isEqualTo(8);
        for (String wrong : List.of("?x=1", "?industry=NONE", "?node=NONE", "?region=NONE")) {
            assertThat(mvc.get().uri("/api/v1/insights/chain-gaps" + wrong).with(as(province)))
                    .as(wrong)
                    .hasStatus(400);
        }
        assertThat(mvc.get().uri("/api/v1/insights/nothing").with(as(province))).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/insights/overview?x=1").with(as(province)))
                .hasStatus(400);
    }

    private static PoolRows.Row wanted(String region, int headcount, @Nullable Integer filled, @Nullable String until) {
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "industries", List.of("QUANTUM"), "nodes", List.of("QUANTUM_CRYOGENICS"), "headcount", headcount));
        if (filled != null) {
            fields.put("filled", filled);
        }
        if (until != null) {
            fields.put("validUntil", until);
        }
        return new PoolRows.Row(
                Ids.next(), "demand", null, "测到岗岗位", region, null, "某公司", null, null, "province", null, fields);
    }

    private void arrived(PoolRows.Row demand, int people) {
        for (int i = 0; i < people; i++) {
            jdbc.sql(
                            "insert into placement (id, demand_id, talent_id, state, mode, started_at, changed_at, changed_by,"
                                    + " retained_months, version) values (?, ?, ?, 'ARRIVED', 'FULL_TIME', now(6), now(6), '测', 0, 0)")
                    .params(Ids.next(), demand.id(), Ids.next())
                    .update();
        }
    }

    @Test
    void headsAreFilledByWhoeverSaysMoreOfOpenDemandsThere() throws Exception {
        List<PoolRows.Row> put = List.of(
                wanted("420100", 5, 2, null),
                wanted("420100", 4, 1, null),
                wanted("420100", 2, 9, null),
                wanted("420500", 7, null, null),
                wanted("420500", 6, 1, null),
                wanted("420100", 3, null, "2020-12-31"));
        JsonNode before = node("");
        JsonNode there = node("&region=420100");
        put.forEach(r -> Objects.requireNonNull(pool).put(r, 1));
        // less than is reported, more than that, none of one, more than are asked for, of one that is over
        arrived(put.get(0), 1);
        arrived(put.get(1), 3);
        arrived(put.get(4), 8);
        arrived(put.get(5), 3);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        try {
            JsonNode all = node("");
            JsonNode wuhan = node("&region=420100");
            assertThat(grown(before, all, "heads")).isEqualTo(24);
            assertThat(grown(there, wuhan, "heads")).isEqualTo(11);
            assertThat(grown(there, wuhan, "filled")).isEqualTo(2 + 3 + 2);
            assertThat(grown(before, all, "filled")).isEqualTo(2 + 3 + 2 + 6);
            for (JsonNode gap : List.of(all, wuhan)) {
                assertThat(gap.path("thin").asBoolean())
                        .isEqualTo(
                                gap.path("heads").asLong() - gap.path("filled").asLong()
                                        > gap.path("talents").asLong());
            }
        } finally {
            put.forEach(r -> Objects.requireNonNull(pool).withdraw(r, 2));
            jdbc.sql("delete from placement where changed_by = '测'").update();
            assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        }
    }

    private JsonNode node(String more) throws Exception {
        return json(generated.viewer(Role.PROVINCE), "/api/v1/insights/chain-gaps?node=QUANTUM_CRYOGENICS" + more)
                .at("/items/0");
    }

    private static long grown(JsonNode before, JsonNode after, String of) {
        return after.path(of).asLong() - before.path(of).asLong();
    }

    /** What the calendar of reports is kept for, looked at again at once. */
    private String stationsOnce(Viewer viewer, Predicate<String> so) throws Exception {
        String told = "";
        for (int i = 0; i < 120; i++) {
            bookkeeper.worker().wake();
            told = json(viewer, "/api/v1/insights/stations").toString();
            if (so.test(told)) {
                break;
            }
            Thread.sleep(500);
        }
        return told;
    }

    @Test
    void stationsAreToldToWhoMayKnowOfTheirBatches() throws Exception {
        assertThat(stationsOnce(generated.viewer(Role.PROVINCE), t -> t.contains("生成汽车人才驿站")))
                .contains("生成光电人才驿站", "生成汽车人才驿站")
                .containsAnyOf("WAITING", "OVERDUE");
        assertThat(json(generated.viewer(Role.STATION), "/api/v1/insights/stations")
                        .toString())
                .contains("生成光电人才驿站")
                .doesNotContain("生成汽车人才驿站");
        assertThat(json(generated.viewer(Role.MATCHMAKER), "/api/v1/insights/stations")
                        .toString())
                .doesNotContain("人才驿站");
    }

    @Test
    void whoOwesNoReportIsNotMissedOnTheBoard() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        Map<String, String> names = Map.of("OPERATING", "在报驿站", "APPLIED", "申报中驿站", "DELISTED", "已退出驿站");
        List<PoolRows.Row> put = names.entrySet().stream()
                .map(e -> new PoolRows.Row(
                        Ids.next(),
                        "carrier",
                        "STATION",
                        e.getValue(),
                        "420100",
                        null,
                        null,
                        null,
                        null,
                        "province",
                        null,
                        new TreeMap<>(Map.of("carrierType", "STATION", "state", e.getKey()))))
                .toList();
        put.forEach(r -> Objects.requireNonNull(pool).put(r, 1));
        assertThat(stationsOnce(province, t -> t.contains("在报驿站")))
                .contains("在报驿站")
                .doesNotContain("申报中驿站", "已退出驿站");
        JsonNode states = json(province, "/api/v1/insights/stations").at("/groups/0/figures");
        assertThat(states.valueStream().map(s -> s.path("name").asString()))
                .containsExactly("IN", "LATE", "WAITING", "OVERDUE");
        for (JsonNode s : states) {
            assertThat(total(province, s.path("href").asString()))
                    .isEqualTo(s.path("value").asLong());
        }
        assertThat(page(province, "/boards/stations"))
                .bodyText()
                .contains("在报驿站")
                .doesNotContain("已退出驿站");
        put.forEach(r -> Objects.requireNonNull(pool).withdraw(r, 2));
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private MvcTestResult page(Viewer viewer, String path) {
        return mvc.get().uri(path).with(as(viewer)).exchange();
    }

    @Test
    void everyBoardIsAPageWithLinksToItsRowsAndAWorkbook() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        for (Viewer viewer : signedIn()) {
            for (String board : Boards.NAMES) {
                assertThat(page(viewer, "/boards/" + board))
                        .as("%s %s", viewer.role(), board)
                        .hasStatusOk();
            }
        }
        assertThat(page(province, "/boards/chain-gaps"))
                .bodyText()
                .contains("/search?tab=talents&amp;node=OPTO_LASER", "echarts", "data-n=");
        assertThat(page(province, "/boards/overview")).bodyText().contains("data-chart");
        assertThat(page(generated.viewer(Role.ADMIN), "/boards/chain-gaps"))
                .bodyText()
                .doesNotContain("tab=talents&amp;node")
                .contains("&lt;3");
        assertThat(page(province, "/boards/regions")).bodyText().contains("神农架", "class=\"tile");
        MvcTestResult book = page(province, "/boards/chain-gaps.xlsx");
        assertThat(book).hasStatusOk();
        assertThat(book.getResponse().getContentAsByteArray()).startsWith((byte) 'P', (byte) 'K');
        assertThat(page(province, "/boards/nothing")).hasStatus(404);
        assertThat(page(Viewer.ANONYMOUS, "/boards/overview")).hasStatus(302);
    }

    @Test
    void everyNumberOnABoardButATargetLeadsToItsRows() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        for (String board : Boards.NAMES) {
            String html = page(province, "/boards/" + board).getResponse().getContentAsString(StandardCharsets.UTF_8);
            if (!board.equals("tiers")) {
                assertThat(html).as(board).doesNotContainPattern("data-n=\"[1-9][0-9]*\">[^<]");
            }
            assertThat(html).as(board).contains("data-n=");
        }
        assertThat(page(province, "/"))
                .bodyText()
                .containsPattern("(?s)<tbody>.*tab=demands[^>]*>[0-9,]+</a></td><td class=\"num\">[0-9.—]+</td>");
    }

    @Test
    void industriesNodesAndRegionsArePagesWhoseCountsAreTheirSearches() throws Exception {
        for (Viewer viewer : generated.viewers()) {
            for (String path : List.of("/chains", "/chains/OPTO", "/chains/OPTO_LASER", "/regions/420100")) {
                assertThat(page(viewer, path)).as("%s %s", viewer.role(), path).hasStatusOk();
            }
        }
        assertThat(page(Viewer.ANONYMOUS, "/chains/OPTO_LASER"))
                .bodyText()
                .contains("激光焊接", "GB/T 4754", "tab=demands&amp;node=OPTO_LASER")
                .doesNotContain("tab=talents&amp;node", "测年");
        assertThat(page(Viewer.ANONYMOUS, "/chains/NOTHING")).hasStatus(404);
        assertThat(page(Viewer.ANONYMOUS, "/regions/110000")).hasStatus(404);
    }

    @Test
    void pagesOfRegionsAndIndustriesAreReachedByLinks() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        for (String from : List.of("/chains", "/boards/regions")) {
            String html = page(province, from).getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(Pattern.compile("href=\"(/regions/\\d{6})\"")
                            .matcher(html)
                            .results()
                            .map(m -> m.group(1))
                            .collect(Collectors.toSet()))
                    .as(from)
                    .hasSize(17)
                    .contains("/regions/420100", "/regions/429021");
        }
        assertThat(page(Viewer.ANONYMOUS, "/chains")).bodyText().contains("href=\"/regions/420500\"");
        for (String type : List.of("talent", "demand", "enterprise")) {
            PoolRows.Row row = generated.rows.stream()
                    .filter(r -> r.type().equals(type)
                            && r.region() != null
                            && r.fields().get("industries") != null)
                    .findFirst()
                    .orElseThrow();
            Object industry = ((List<?>) row.fields().get("industries")).getFirst();
            assertThat(page(province, "/" + Kind.of(type, null).path() + "/" + Ids.text(row.id())))
                    .bodyText()
                    .contains("href=\"/regions/" + row.region() + "\"", "href=\"/chains/" + industry + "\"");
        }
    }

    @Test
    void neighboursAreAPictureOfLinks() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        PoolRows.Row company = generated.rows.stream()
                .filter(r -> r.type().equals("enterprise"))
                .findFirst()
                .orElseThrow();
        String ring = "/enterprises/" + Ids.text(company.id()) + "/ring";
        assertThat(page(province, ring)).bodyText().contains("<svg", "/talents/", "x1=\"500\"");
        assertThat(page(Viewer.ANONYMOUS, ring)).bodyText().contains("<svg").doesNotContain("/talents/");
        assertThat(page(province, ring + "?open=0")).hasStatusOk();
        assertThat(page(province, ring + "?open=x")).hasStatus(400);
    }

    @Test
    @Tag("part")
    void everyRecordTellsItsStoryToWhoSeesIt() throws Exception {
        stories(Some.of(generated.rows, 12));
    }

    @Test
    @Tag("long")
    void everyRecordOfAllTellsItsStoryToWhoSeesIt() throws Exception {
        stories(generated.rows);
    }

    private void stories(List<PoolRows.Row> rows) throws Exception {
        for (Viewer viewer : generated.viewers()) {
            for (PoolRows.Row r : rows) {
                String path = "/" + Kind.of(r.type(), r.subtype()).path() + "/" + Ids.text(r.id());
                int status = page(viewer, path).getResponse().getStatus();
                assertThat(page(viewer, path + "/story").getResponse().getStatus())
                        .as("%s %s", viewer.role(), path)
                        .isEqualTo(status);
            }
        }
    }

    @Test
    void whatWaitsForANodeIsDecidedOnItsPage() throws Exception {
        Viewer province = generated.viewer(Role.PROVINCE);
        assertThat(page(province, "/chains/queue")).bodyText().contains("选定", "<optgroup");
        String id = jdbc.sql("select min(record_id) from chain_placement c join pool_record p on p.id = c.record_id"
                        + " where c.state = 'WAITING' and p.state = 'LIVE'")
                .query(Long.class)
                .optional()
                .map(Ids::text)
                .orElseThrow();
        assertThat(mvc.post()
                        .uri("/chains/queue")
                        .param("record", id)
                        .param("nodes", "AI_DATA")
                        .param("reason", "做数据")
                        .with(as(province))
                        .with(csrf()))
                .hasRedirectedUrl("/chains/queue?page=0");
        assertThat(jdbc.sql("select nodes from chain_choice")
                        .query(String.class)
                        .list())
                .contains("AI_DATA");
        jdbc.sql("delete from chain_choice").update();
    }

    @Test
    void numbersForWhoMayListNobodyAreRoundedDown() {
        assertThat(People.discreet(0)).isEqualTo(0L);
        assertThat(People.discreet(1)).isEqualTo("<3");
        assertThat(People.discreet(2)).isEqualTo("<3");
        assertThat(People.discreet(3)).isEqualTo(3L);
        assertThat(People.discreet(11)).isEqualTo(9L);
    }
}
