package org.talenthub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.matching.MatchPool.id;
import static org.talenthub.security.TestViewers.ADMIN;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.WUHAN;
import static org.talenthub.security.TestViewers.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.HubClient;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.matching.contact.Contacting;
import org.talenthub.matching.pairs.MatchWatch;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox, decisions, requests for contact and placements, as each role may. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Viewer OTHER = new Viewer(77, "other", "其他驿站", Role.STATION, null, 77L, "其他驿站");
    private static final Viewer THIRD = new Viewer(78, "third", "无关驿站", Role.STATION, null, 78L, "无关驿站");

    @Autowired
    Relay relay;

    @Autowired
    MatchWatch watch;

    @Autowired
    Contacting contacting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final MatchPool rows = new MatchPool();
    private PoolRows pool;

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(rows.all(), 1);
        settle();
    }

    @BeforeEach
    void nothingDecided() {
        for (String table : List.of("contact_request", "placement", "placement_step")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update match_pair set state = 'NEW', reason = null, note = null")
                .update();
    }

    @AfterAll
    void empty() {
        pool.clear();
        settle();
    }

    private void settle() {
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        for (int i = 0; i < 400 && watch.waiting() > 0; i++) {
            HubClient.pause(100);
        }
        assertThat(watch.waiting()).isZero();
    }

    private JsonNode body(MvcTestResult r) {
        try {
            return JSON.readTree(r.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(Viewer v, String path) {
        return mvc.get().uri("/api/v1" + path).with(as(v)).exchange();
    }

    private MvcTestResult put(Viewer v, String path, String body) {
        return mvc.put()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(v))
                .exchange();
    }

    private MvcTestResult post(Viewer v, String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(v))
                .exchange();
    }

    private String pair(PoolRows.Row demand, PoolRows.Row talent) {
        return "/matches/" + id(demand) + "/" + id(talent);
    }

    @Test
    void whatFitsIsHeardAtImportAndWaitsInTheInbox() {
        JsonNode inbox = body(get(STATION, "/matches?state=NEW&own=true"));
        assertThat(inbox.path("total").asInt()).as("%s", inbox).isPositive();
        boolean found = false;
        for (JsonNode i : inbox.path("items")) {
            assertThat(i.at("/demand/id").asString()).isEqualTo(id(rows.demand));
            assertThat(i.path("score").asDouble()).isGreaterThanOrEqualTo(65);
            if (i.at("/talent/id").asString().equals(id(rows.fits))) {
                found = true;
                assertThat(i.at("/talent/name").asString()).isEqualTo("周先生");
            }
        }
        assertThat(found).isTrue();
        assertThat(inbox.toString()).doesNotContain("周全");
        assertThat(body(get(THIRD, "/matches")).path("total").asInt()).isZero();
        assertThat(body(get(PROVINCE, "/matches?demand=" + id(rows.demand) + "&talent=" + id(rows.fits)))
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(get(ADMIN, "/matches")).hasStatus(403);
        assertThat(get(Viewer.ANONYMOUS, "/matches")).hasStatus(401);
        assertThat(get(STATION, "/matches?height=1")).hasStatus(400);
        assertThat(get(STATION, "/matches?state=HAPPY")).hasStatus(400);
    }

    @Test
    void decisionsFollowTheTable() {
        String path = pair(rows.demand, rows.fits);
        JsonNode done = body(put(STATION, path, "{\"state\":\"SHORTLISTED\",\"note\":\"电话 13800138000 联系\"}"));
        assertThat(done.path("state").asString()).isEqualTo("SHORTLISTED");
        assertThat(done.path("note").asString()).doesNotContain("13800138000");
        assertThat(put(STATION, path, "{\"state\":\"REFERRED\"}")).hasStatus(403);
        assertThat(put(OTHER, path, "{\"state\":\"REFERRED\"}")).hasStatusOk();
        MvcTestResult early = put(STATION, path, "{\"state\":\"DISMISSED\",\"reason\":\"SKILLS\"}");
        assertThat(early).hasStatus(409);
        assertThat(body(early).path("code").asString()).isEqualTo("action.not-now");
        assertThat(body(early).path("allowed").isArray()).isTrue();
        assertThat(put(STATION, path, "{\"state\":\"NOT_SELECTED\"}")).hasStatus(400);
        assertThat(put(STATION, path, "{\"state\":\"NOT_SELECTED\",\"reason\":\"MOOD\"}"))
                .hasStatus(400);
        assertThat(put(STATION, path, "{\"state\":\"NOT_SELECTED\",\"reason\":\"SKILLS\"}"))
                .hasStatusOk();
        assertThat(body(get(STATION, "/matches?state=NOT_SELECTED"))
                        .at("/reasons/SKILLS")
                        .asInt())
                .isOne();
        assertThat(put(THIRD, path, "{\"state\":\"SEEN\"}")).hasStatus(403);
        assertThat(put(PROVINCE, path, "{\"state\":\"GREAT\"}")).hasStatus(400);
        assertThat(put(PROVINCE, path, "{}")).hasStatus(400);
        assertThat(put(PROVINCE, path, "[]")).hasStatus(400);
        assertThat(put(PROVINCE, "/matches/" + id(rows.demand) + "/0000000000000", "{\"state\":\"SEEN\"}"))
                .hasStatus(404);
        assertThat(put(WUHAN, pair(rows.foreign, rows.old), "{\"state\":\"SEEN\"}"))
                .hasStatus(403);
    }

    @Test
    void aDismissedPairComesBackOnlyWhenSomethingJudgedChanged() {
        String path = pair(rows.demand, rows.fits);
        assertThat(put(STATION, path, "{\"state\":\"DISMISSED\",\"reason\":\"OTHER\"}"))
                .hasStatusOk();
        Map<String, Object> f = new HashMap<>(rows.fits.fields());
        f.put("honours", List.of("某某计划"));
        pool.put(changed(f), 2);
        settle();
        assertThat(body(get(STATION, path)).path("state").asString()).isEqualTo("DISMISSED");
        f.put("titleLevel", "FULL_SENIOR");
        f.put("major", "微电子学与光学工程");
        pool.put(changed(f), 3);
        settle();
        JsonNode back = body(get(STATION, path));
        assertThat(back.path("state").asString()).isEqualTo("NEW");
        assertThat(back.path("changed").toString()).contains("major");
        pool.put(rows.fits, 4);
        settle();
    }

    @Test
    void thePagesShowWhatTheApiTells() {
        String candidates = "/demands/" + id(rows.demand) + "/candidates";
        for (String page : List.of(
                candidates,
                candidates + "?with=" + id(rows.fits) + "&with=" + id(rows.old),
                "/talents/" + id(rows.silent) + "/needs",
                "/matches",
                "/matches?side=people&state=DISMISSED",
                pair(rows.demand, rows.fits),
                "/placements",
                "/demands/" + id(rows.demand),
                "/")) {
            MvcTestResult r = mvc.get().uri(page).with(as(STATION)).exchange();
            assertThat(r).as(page).hasStatusOk();
            assertThat(r).bodyText().as(page).doesNotContain("周全").doesNotContain("吴老");
        }
        assertThat(mvc.get().uri(candidates).with(as(STATION)).exchange())
                .bodyText()
                .contains("周先生", "年龄上限放宽到 50 岁");
        assertThat(mvc.get().uri(candidates).with(as(THIRD)).exchange()).hasStatus(403);
    }

    @Test
    void anErasedPersonLeavesNothing() {
        PoolRows.Row gone = MatchPool.person(
                "钱去", MatchPool.OTHER, 77L, "420100", "education", "11", "birth", "1985-03", "major", "光学工程");
        pool.put(gone, 1);
        settle();
        assertThat(put(STATION, pair(rows.demand, gone), "{\"state\":\"SHORTLISTED\",\"note\":\"好\"}"))
                .hasStatusOk();
        jdbc.sql("delete from pool_record where id = ?").param(gone.id()).update();
        pool.tell("talent", gone.id(), 2);
        settle();
        for (String table : List.of("match_pair", "match_party")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where talent_id = ?")
                            .param(gone.id())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private PoolRows.Row changed(Map<String, Object> fields) {
        PoolRows.Row r = rows.fits;
        return new PoolRows.Row(
                r.id(),
                r.type(),
                null,
                r.name(),
                r.region(),
                r.code(),
                r.enterprise(),
                null,
                r.carrier(),
                r.reporters(),
                r.confirmed(),
                fields);
    }

    @Test
    void contactIsAskedForAndAnsweredByWhoReported() {
        String path = pair(rows.demand, rows.fits) + "/contact";
        assertThat(post(STATION, path, "{\"purpose\":\"\"}")).hasStatus(400);
        assertThat(post(THIRD, path, "{\"purpose\":\"想认识一下\"}")).hasStatus(403);
        MvcTestResult asked = post(STATION, path, "{\"purpose\":\"面谈光芯片岗位\"}");
        assertThat(asked).hasStatus(201);
        assertThat(body(asked).path("state").asString()).isEqualTo("ASKED");
        assertThat(body(asked).path("load").asInt()).isOne();
        assertThat(post(STATION, path, "{\"purpose\":\"面谈光芯片岗位\"}")).hasStatus(200);
        assertThat(body(get(STATION, pair(rows.demand, rows.fits)))
                        .path("state")
                        .asString())
                .isEqualTo("ASKED");
        assertThat(put(STATION, path, "{\"answer\":\"yes\"}")).hasStatus(403);
        assertThat(put(OTHER, path, "{\"answer\":\"maybe\"}")).hasStatus(400);
        JsonNode yes = body(put(OTHER, path, "{\"answer\":\"yes\"}"));
        assertThat(yes.path("state").asString()).isEqualTo("YES");
        assertThat(yes.path("visibleTill").isNull()).isFalse();
        assertThat(put(OTHER, path, "{\"answer\":\"no\"}")).hasStatus(409);
        assertThat(put(OTHER, pair(rows.demand, rows.old) + "/contact", "{\"answer\":\"yes\"}"))
                .hasStatus(404);
        assertThat(post(STATION, pair(rows.demand, rows.bachelor) + "/contact", "{\"purpose\":\"自己的人才\"}"))
                .hasStatus(409);
    }

    @Test
    void requestsAreRemindedOfAndClosedByTime() {
        String path = pair(rows.demand, rows.fits);
        assertThat(post(STATION, path + "/contact", "{\"purpose\":\"面谈光芯片岗位\"}"))
                .hasStatus(201);
        assertThat(contacting.byTime(Instant.now().plus(Duration.ofDays(4)))).isZero();
        assertThat(contacting.byTime(Instant.now().plus(Duration.ofDays(8)))).isOne();
        assertThat(contacting.byTime(Instant.now().plus(Duration.ofDays(8)))).isZero();
        assertThat(contacting.byTime(Instant.now().plus(Duration.ofDays(16)))).isOne();
        assertThat(body(get(STATION, path)).at("/contact/state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void placementsGoStepByStepAndHeadsAreCounted() {
        String begun = "{\"demand\":\"%s\",\"talent\":\"%s\"}";
        MvcTestResult first = post(STATION, "/placements", begun.formatted(id(rows.foreign), id(rows.bachelor)));
        assertThat(first).hasStatus(201);
        String one = body(first).path("id").asString();
        assertThat(body(first).path("state").asString()).isEqualTo("CONTACTED");
        assertThat(post(STATION, "/placements", begun.formatted(id(rows.foreign), id(rows.bachelor))))
                .hasStatus(200);
        MvcTestResult early = post(STATION, "/placements/" + one + "/sign", "");
        assertThat(early).hasStatus(409);
        assertThat(body(early).path("code").asString()).isEqualTo("action.not-now");
        assertThat(body(early).path("allowed").toString().toLowerCase(java.util.Locale.ROOT))
                .contains("intent", "close")
                .doesNotContain("sign");
        assertThat(post(STATION, "/placements/" + one + "/intent", "{}")).hasStatusOk();
        JsonNode signed = body(post(OTHER, "/placements/" + one + "/sign", "{}"));
        assertThat(signed.at("/heads/reserved").asInt()).isOne();
        assertThat(signed.at("/heads/free").asInt()).isZero();

        String two = body(post(OTHER, "/placements", begun.formatted(id(rows.foreign), id(rows.fits))))
                .path("id")
                .asString();
        assertThat(post(OTHER, "/placements/" + two + "/intent", "{}")).hasStatusOk();
        MvcTestResult full = post(OTHER, "/placements/" + two + "/sign", "{}");
        assertThat(full).hasStatus(409);
        assertThat(body(full).path("code").asString()).isEqualTo("heads.none");

        assertThat(body(post(OTHER, "/placements/" + one + "/arrive", "{}"))
                        .at("/heads/filled")
                        .asInt())
                .isOne();
        assertThat(body(post(OTHER, "/placements/" + one + "/undo", "{}"))
                        .path("state")
                        .asString())
                .isEqualTo("SIGNED");
        assertThat(body(post(OTHER, "/placements/" + one + "/undo", "{}"))
                        .at("/heads/free")
                        .asInt())
                .isOne();
        assertThat(post(OTHER, "/placements/" + two + "/sign", "{}")).hasStatusOk();
        assertThat(post(OTHER, "/placements/" + one + "/close", "{}")).hasStatus(400);
        assertThat(post(OTHER, "/placements/" + one + "/close", "{\"reason\":\"FILLED\"}"))
                .hasStatusOk();

        assertThat(post(THIRD, "/placements/" + one + "/undo", "{}")).hasStatus(404);
        assertThat(get(THIRD, "/placements/" + one)).hasStatus(404);
        assertThat(post(OTHER, "/placements/" + one + "/dance", "{}")).hasStatus(404);
        assertThat(post(STATION, "/placements", "{}")).hasStatus(400);
        JsonNode all = body(get(PROVINCE, "/placements?demand=" + id(rows.foreign)));
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.at("/funnel/SIGNED").asInt()).isOne();
        assertThat(body(get(PROVINCE, "/placements?state=CLOSED")).path("total").asInt())
                .isOne();
        assertThat(body(get(THIRD, "/placements")).path("total").asInt()).isZero();

        // each side reads in the record's story what came of it, and nobody who the other one is
        String told = body(get(PROVINCE, "/demands/" + id(rows.foreign) + "/timeline"))
                .toString();
        assertThat(told).contains("MATCHED", "已签约").doesNotContain("郑本", "周全");
        assertThat(body(get(OTHER, "/demands/" + id(rows.foreign) + "/timeline"))
                        .toString())
                .contains("MATCHED");
        assertThat(body(get(THIRD, "/demands/" + id(rows.foreign) + "/timeline"))
                        .toString())
                .doesNotContain("MATCHED");
    }

    @Test
    void everyNumberOfTheFunnelIsTheTotalOfItsList() {
        String begun = "{\"demand\":\"%s\",\"talent\":\"%s\",\"event\":\"E1\"}";
        String one = body(post(PROVINCE, "/placements", begun.formatted(id(rows.foreign), id(rows.bachelor))))
                .path("id")
                .asString();
        assertThat(post(PROVINCE, "/placements/" + one + "/intent", "{}")).hasStatusOk();
        assertThat(post(PROVINCE, "/placements", begun.formatted(id(rows.foreign), id(rows.fits))))
                .hasStatus(201);
        for (Viewer viewer : List.of(PROVINCE, STATION, OTHER, THIRD)) {
            for (String by : List.of("event", "mode", "region", "category", "industry")) {
                JsonNode groups = body(get(viewer, "/placements?by=" + by)).path("groups");
                if (viewer == PROVINCE && !by.equals("region")) {
                    assertThat(groups).as(by).isNotEmpty();
                }
                for (JsonNode g : groups) {
                    String list = g.path("href").asString().substring("/api/v1".length());
                    assertThat(body(get(viewer, list)).path("total").asInt())
                            .as(list)
                            .isEqualTo(g.path("total").asInt());
                    g.path("counts")
                            .propertyStream()
                            .forEach(c -> assertThat(body(get(viewer, list + "&state=" + c.getKey()))
                                            .path("total")
                                            .asInt())
                                    .as(list + " " + c.getKey())
                                    .isEqualTo(c.getValue().asInt()));
                }
            }
        }
        assertThat(body(get(PROVINCE, "/placements?stale=true")).path("total").asInt())
                .isZero();
        jdbc.sql("update placement set changed_at = ? where id = ?")
                .params(
                        Timestamp.from(Instant.now().minus(Duration.ofDays(31))),
                        Ids.parse(one).orElseThrow())
                .update();
        assertThat(body(get(PROVINCE, "/placements?stale=true")).path("total").asInt())
                .isOne();
        assertThat(mvc.get().uri("/placements?stale=true").with(as(PROVINCE)).exchange())
                .bodyText()
                .contains("30 天未更新");
        assertThat(get(PROVINCE, "/placements?by=name")).hasStatus(400);
        assertThat(get(PROVINCE, "/placements?industry=nowhere")).hasStatus(400);
        assertThat(mvc.get().uri("/placements?by=mode").with(as(PROVINCE)).exchange())
                .hasStatusOk();
    }

    @Test
    void aSheetOfCandidatesNamesOnlyWhomItsReaderMayExport() throws IOException {
        String sheet = "/demands/" + id(rows.demand) + "/candidates.xlsx?purpose=" + "座谈会名单";
        String all = cells(get(PROVINCE, sheet));
        assertThat(all).contains("周全", "座谈会名单", "分值");
        String own = cells(get(STATION, sheet));
        assertThat(own).contains("其他单位上报").doesNotContain("周全").doesNotContain("周先生");
        assertThat(get(PROVINCE, "/demands/" + id(rows.demand) + "/candidates.xlsx"))
                .hasStatus(400);
        assertThat(get(new Viewer(79, "base", "基地", Role.BASE, null, 79L, "基地"), sheet))
                .hasStatus(403);
    }

    private static String cells(MvcTestResult r) throws IOException {
        assertThat(r).hasStatusOk();
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(r.getResponse().getContentAsByteArray()))) {
            StringBuilder text = new StringBuilder();
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
            return text.toString();
        }
    }

    @Test
    void whoHasSignedMayBePausedAndNeverIsByItself() {
        String begun = "{\"demand\":\"%s\",\"talent\":\"%s\"}";
        String id = body(post(PROVINCE, "/placements", begun.formatted(id(rows.foreign), id(rows.old))))
                .path("id")
                .asString();
        post(PROVINCE, "/placements/" + id + "/intent", "{}");
        JsonNode signed = body(post(PROVINCE, "/placements/" + id + "/sign", "{}"));
        assertThat(signed.path("state").asString()).isEqualTo("SIGNED");
        assertThat(signed.path("suggests").asString()).isEqualTo("PAUSED");
        String needs = "/talents/" + id(rows.old) + "/needs";
        assertThat(mvc.get().uri("/placements").with(as(PROVINCE)).exchange())
                .bodyText()
                .contains(needs + "#availability");
        assertThat(mvc.post()
                        .uri("/talents/" + id(rows.old) + "/availability")
                        .param("state", "PAUSED")
                        .param("until", HubTime.today().plusDays(30).toString())
                        .with(as(PROVINCE))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        assertThat(body(get(PROVINCE, "/placements/" + id)).path("suggests").isNull())
                .isTrue();
        assertThat(mvc.get().uri(needs).with(as(PROVINCE)).exchange())
                .bodyText()
                .contains(HubTime.today().plusDays(30).toString());
        put(PROVINCE, "/talents/" + id(rows.old) + "/availability", "{\"state\":\"OPEN\"}");
    }

    @Test
    void fullTimeArrivesOnce() {
        String begun = "{\"demand\":\"%s\",\"talent\":\"%s\"}";
        for (PoolRows.Row demand : List.of(rows.demand, rows.foreign)) {
            String id = body(post(PROVINCE, "/placements", begun.formatted(id(demand), id(rows.old))))
                    .path("id")
                    .asString();
            for (String step : List.of("intent", "sign")) {
                assertThat(post(PROVINCE, "/placements/" + id + "/" + step, "{}"))
                        .hasStatusOk();
            }
            MvcTestResult arrived = post(PROVINCE, "/placements/" + id + "/arrive", "{}");
            assertThat(arrived).hasStatus(demand == rows.demand ? 200 : 409);
            if (demand == rows.demand) {
                assertThat(body(post(PROVINCE, "/placements/" + id + "/retain", "{}"))
                                .path("retainedMonths")
                                .asInt())
                        .isEqualTo(6);
                assertThat(body(post(PROVINCE, "/placements/" + id + "/retain", "{}"))
                                .path("retainedMonths")
                                .asInt())
                        .isEqualTo(12);
                assertThat(post(PROVINCE, "/placements/" + id + "/retain", "{}"))
                        .hasStatus(409);
            }
        }
    }
}
