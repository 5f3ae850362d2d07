package org.talenthub.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import org.talenthub.security.TestViewers;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The assessment over HTTP: every figure equals its list, every cell answers each role as the table says, and a delisted carrier is silent. */
@HubTest
@Tag("database")
class AssessmentsTests {

    private static final int YEAR = HubTime.today().getYear();
    private static final String AT = "/api/v1/assessments/" + YEAR + "/";
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The fifth goes through every state, delisted at last; the others do not see it. */
    private static final List<String> STATIONS = List.of("as-one", "as-two", "as-three", "as-four", "as-five");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private HubClient hub;

    @BeforeEach
    void whoActs() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        TestAccounts all = new TestAccounts(hub, accounts, jdbc).province("as-province");
        for (String s : STATIONS) {
            all.station("as-province", s, "示例评价" + s + "驿站", s.equals("as-four") ? "宜昌市" : "武汉市");
        }
        city("as-wuhan", "420100");
        city("as-yichang", "420500");
        if (accounts.find("as-maker").isEmpty()) {
            accounts.create(new NewAccount("as-maker", TestAccounts.PASSWORD, "承办", Role.MATCHMAKER, null, null, null));
        }
        for (String table : List.of(
                "carrier_assessment_step", "carrier_assessment", "carrier_assessment_row", "carrier_assessment_year")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private void city(String username, String region) {
        if (accounts.find(username).isEmpty()) {
            accounts.create(new NewAccount(username, TestAccounts.PASSWORD, username, Role.CITY, region, null, null));
        }
    }

    private long carrier(String station) {
        return jdbc.sql("select carrier_id from account where username = ?")
                .param(station)
                .query(Long.class)
                .single();
    }

    private String id(String station) {
        return Ids.text(carrier(station));
    }

    private HubClient.Answer act(String user, String station, String action, Map<String, Object> said) {
        return hub.post(user, AT + id(station) + "/" + action, JSON.writeValueAsString(said));
    }

    private JsonNode done(String user, String station, String action, Map<String, Object> said) {
        HubClient.Answer a = act(user, station, action, said);
        assertThat(a.status()).as("%s %s", action, a.body()).isEqualTo(200);
        return a.body();
    }

    private JsonNode reports(String station, String name, TalentRows rows) {
        return hub.imported(station, "talent", station + name + ".csv", rows.csv(), "commit");
    }

    private List<JsonNode> cards() {
        HubClient.Answer a = hub.get("as-province", "/api/v1/insights/scorecards?size=100&year=" + YEAR);
        assertThat(a.status()).as("%s", a.body()).isEqualTo(200);
        return a.body().path("items").valueStream().toList();
    }

    /**
     * What the hub notes by itself a moment later (the month that came in, for instance) is waited for.
     *
     * @return how many figures were compared
     */
    private int everyFigureEqualsItsList(String when) {
        for (int left = 20; ; left--) {
            try {
                return everyFigureEqualsItsListNow(when);
            } catch (AssertionError e) {
                if (left == 0) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private int everyFigureEqualsItsListNow(String when) {
        int seen = 0;
        List<String> mine = STATIONS.stream().map(this::id).toList();
        for (JsonNode card : cards()) {
            if (mine.contains(card.at("/carrier/id").asString())) {
                double sum = 0;
                for (JsonNode f : card.path("figures")) {
                    assertThat(hub.total("as-province", f.path("href").asString()))
                            .as("%s %s %s", when, card.at("/carrier/name").asString(), f)
                            .isEqualTo(f.path("count").asLong());
                    if (f.has("of")) {
                        assertThat(hub.total("as-province", f.path("ofHref").asString()))
                                .as("%s of %s", when, f)
                                .isEqualTo(f.path("of").asLong());
                    }
                    sum += f.path("points").asDouble();
                    seen++;
                }
                assertThat(card.path("total").asDouble()).isEqualTo(Math.round(sum * 10) / 10.0);
            }
        }
        return seen;
    }

    private JsonNode figure(String station, String name) {
        return cards().stream()
                .filter(c -> c.at("/carrier/id").asString().equals(id(station)))
                .flatMap(c -> c.path("figures").valueStream())
                .filter(f -> f.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFigureOpensItsRowsTodayAfterARevertAndAfterAMerge() {
        String mark = Long.toString(System.nanoTime(), 36);
        TalentRows some = new TalentRows();
        for (int i = 0; i < 6; i++) {
            some.row("评甲" + mark + (char) ('a' + i), "所学专业", "光学工程", "出生年月", "198" + i + "-03");
        }
        some.row("评乙" + mark, "出生年月", "上世纪");
        reports("as-one", mark, some);
        JsonNode two = reports(
                "as-two",
                mark,
                new TalentRows()
                        .row("评甲" + mark + "a", "出生年月", "1980-03", "工作单位", "另一家示例公司", "现任职务", "总师")
                        .row("评丙" + mark, "出生年月", "1990-01"));
        JsonNode back = reports("as-three", mark, new TalentRows().row("评丁" + mark));
        int seen = everyFigureEqualsItsList("first");
        assertThat(seen).isGreaterThanOrEqualTo(60);
        assertThat(figure("as-one", "complete").path("count").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(figure("as-one", "first-pass").path("of").asLong()
                        - figure("as-one", "first-pass").path("count").asLong())
                .isPositive();
        long rowsBefore = figure("as-three", "complete").path("of").asLong();

        hub.post("as-three", "/api/v1/imports/" + back.path("id").asString() + "/revert");
        hub.settle("as-three", back.path("id").asString(), "REVERTED");
        everyFigureEqualsItsList("after the revert");
        assertThat(figure("as-three", "reverted").path("count").asInt()).isPositive();
        assertThat(figure("as-three", "complete").path("of").asLong()).isEqualTo(rowsBefore - 1);

        long duplicates = figure("as-two", "duplicates").path("count").asLong();
        JsonNode pair = hub.get("as-province", "/api/v1/suspects?size=100")
                .body()
                .path("items")
                .valueStream()
                .filter(p -> p.toString().contains("评甲" + mark))
                .findFirst()
                .orElseThrow(() -> new AssertionError(two));
        assertThat(hub.post("as-province", "/api/v1/suspects/" + pair.path("id").asString(), "{\"verdict\":\"same\"}")
                        .status())
                .isEqualTo(200);
        everyFigureEqualsItsList("after the merge");
        assertThat(figure("as-two", "duplicates").path("count").asLong()).isEqualTo(duplicates + 1);

        long person = jdbc.sql("select id from pool_record where name = ? and state = 'LIVE'")
                .param("评丙" + mark)
                .query(Long.class)
                .single();
        assertThat(hub.post(
                                "as-province",
                                "/api/v1/talents/" + Ids.text(person) + "/erase",
                                "{\"request\":\"受理 18-1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(everyFigureEqualsItsList("after the erasure")).isEqualTo(seen);
    }

    @Test
    void eachSeesItsOwnAndThePublicSeesNothingBeforeTheYearIsClosed() {
        assertThat(hub.total("as-province", "/api/v1/assessments/" + YEAR)).isGreaterThanOrEqualTo(4);
        assertThat(names("as-wuhan")).contains("示例评价as-one驿站").doesNotContain("示例评价as-four驿站");
        assertThat(names("as-one")).containsExactly("示例评价as-one驿站");
        assertThat(names("as-yichang")).contains("示例评价as-four驿站").doesNotContain("示例评价as-one驿站");
        assertThat(names("")).isEmpty();
        assertThat(names("as-maker")).isEmpty();
        for (String user : List.of("as-two", "as-yichang")) {
            for (String path : List.of("", "/rows?figure=complete")) {
                assertThat(hub.get(user, AT + id("as-one") + path).status())
                        .as("%s %s", user, path)
                        .isEqualTo(404);
            }
            assertThat(act(user, "as-one", "self", Map.of("points", 80)).status())
                    .isEqualTo(404);
        }
        assertThat(hub.get("", AT + id("as-one")).status()).isEqualTo(401);
        assertThat(hub.get("as-maker", AT + id("as-one")).status()).isEqualTo(403);
        assertThat(hub.get("as-maker", "/api/v1/insights/scorecards").status()).isEqualTo(403);
        assertThat(hub.get("as-province", "/api/v1/insights/scorecards?colour=red")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("parameter.unknown");
        assertThat(hub.get("as-province", "/api/v1/assessments/1999").status()).isEqualTo(400);
        assertThat(hub.get("as-province", AT + id("as-one") + "/rows?figure=nothing")
                        .status())
                .isEqualTo(400);
    }

    private List<String> names(String user) {
        return hub.get(user, "/api/v1/assessments/" + YEAR + "?size=100")
                .body()
                .path("items")
                .valueStream()
                .map(i -> i.at("/carrier/name").asString())
                .toList();
    }

    @Test
    void everyCellAnswersEachRoleAsTheTableSays() {
        List<String> actions = List.of(
                "self", "city", "experts", "commend", "pass", "rectify", "reassess", "resume", "delist", "undo");
        Map<String, Object> said = Map.of(
                "points",
                0,
                "reason",
                "核对",
                "deadline",
                HubTime.today().plusDays(60).toString());
        Map<String, List<String>> mine = Map.of(
                "as-five", List.of("self"),
                "as-wuhan", List.of("city"),
                "as-province", actions.subList(2, actions.size()));
        int cells = 0;
        int surprises = 0;
        List<String> found = new ArrayList<>();
        for (String state :
                List.of("OPERATING", "COMMENDED", "PASSED", "RECTIFY", "RE_ASSESSED", "RESUMED", "DELISTED")) {
            for (String action : actions) {
                for (String user : List.of("as-five", "as-wuhan", "as-province", "as-two", "as-yichang")) {
                    put(state);
                    List<String> allowed = allowed(user);
                    int status = act(user, "as-five", action, said).status();
                    int expected = !mine.containsKey(user)
                            ? 404
                            : !mine.get(user).contains(action) ? 403 : allowed.contains(action) ? 200 : 409;
                    cells++;
                    if (status != expected) {
                        surprises++;
                        found.add(state + " " + action + " " + user + " " + status + " for " + expected);
                    }
                }
                int absent = hub.post(
                                "as-province", AT + Ids.text(Ids.next()) + "/" + action, JSON.writeValueAsString(said))
                        .status();
                if (absent != 404) {
                    surprises++;
                }
            }
        }
        assertThat(cells).isEqualTo(7 * 10 * 5);
        assertThat(surprises).as("%s", found).isZero();
    }

    private void put(String state) {
        jdbc.sql("delete from carrier_assessment").update();
        if (!state.equals("OPERATING")) {
            jdbc.sql("insert into carrier_assessment (id, year, carrier_id, state, `before`, last_level, since,"
                            + " version) values (?, ?, ?, ?, 'OPERATING', 'PROVINCE', utc_timestamp(6), 0)")
                    .params(Ids.next(), YEAR, carrier("as-five"), state)
                    .update();
        }
    }

    private List<String> allowed(String user) {
        return hub.get(user, AT + id("as-five"))
                .body()
                .at("/assessment/allowed")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void fourColumnsAndWhatFollowsToTheEnd() {
        reports("as-two", "四" + System.nanoTime(), new TalentRows().row("评辛" + System.nanoTime()));
        double system = figureTotal("as-two");
        HubClient.Answer far = act("as-two", "as-two", "self", Map.of("points", system > 50 ? 1 : 100));
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.body().path("code").asString()).isEqualTo("assessment.reason");
        done("as-two", "as-two", "self", Map.of("points", system));
        done("as-wuhan", "as-two", "city", Map.of("points", system, "reason", "核实"));
        JsonNode all = done("as-province", "as-two", "experts", Map.of("points", system));
        assertThat(all.path("self").asDouble()).isEqualTo(system);
        assertThat(all.path("state").asString()).isEqualTo("OPERATING");
        assertThat(all.path("total").asDouble()).isEqualTo(system);
        assertThat(act("as-wuhan", "as-two", "pass", Map.of()).status()).isEqualTo(403);
        HubClient.Answer early = act("as-province", "as-two", "delist", Map.of("reason", "不行"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("code").asString()).isEqualTo("action.not-now");
        assertThat(early.body().path("allowed").size()).isEqualTo(4);
        assertThat(act("as-province", "as-two", "rectify", Map.of("reason", "整改"))
                        .status())
                .isEqualTo(400);
        JsonNode rectify = done(
                "as-province",
                "as-two",
                "rectify",
                Map.of(
                        "reason",
                        "上报不及时",
                        "deadline",
                        HubTime.today().plusDays(90).toString()));
        assertThat(rectify.path("state").asString()).isEqualTo("ASSESSED");
        assertThat(rectify.path("outcome").asString()).isEqualTo("RECTIFY");
        awaitState("as-two", "RECTIFYING");
        done("as-province", "as-two", "undo", Map.of("reason", "看错了"));
        awaitState("as-two", "OPERATING");
        done(
                "as-province",
                "as-two",
                "rectify",
                Map.of(
                        "reason",
                        "上报不及时",
                        "deadline",
                        HubTime.today().plusDays(90).toString()));
        awaitState("as-two", "RECTIFYING");
        done("as-province", "as-two", "reassess", Map.of());
        JsonNode resumed = done("as-province", "as-two", "resume", Map.of());
        assertThat(resumed.path("state").asString()).isEqualTo("OPERATING");
        awaitState("as-two", "OPERATING");
        assertThat(hub.get("as-two", AT + id("as-two")).body().path("steps").size())
                .isEqualTo(8);
    }

    private double figureTotal(String station) {
        return cards().stream()
                .filter(c -> c.at("/carrier/id").asString().equals(id(station)))
                .findFirst()
                .orElseThrow()
                .path("total")
                .asDouble();
    }

    private void awaitState(String station, String state) {
        String now = "";
        for (int i = 0; i < 200; i++) {
            now = jdbc.sql("select json_unquote(json_extract(payload, '$.state')) from pool_record where id = ?")
                    .param(carrier(station))
                    .query((rs, n) -> String.valueOf(rs.getString(1)))
                    .single();
            if (now.equals(state)) {
                return;
            }
            HubClient.pause(50);
        }
        assertThat(now).isEqualTo(state);
    }

    @Test
    void aDelistedCarrierKeepsItsPagesAndReportsNothing() {
        HubClient.Answer preview = hub.upload(
                "as-three",
                "talent",
                "先传.csv",
                new TalentRows().row("评戊" + System.nanoTime()).csv(),
                "preview");
        String waiting = preview.body().path("id").asString();
        hub.settle("as-three", waiting, "PREVIEWED");
        done(
                "as-province",
                "as-three",
                "rectify",
                Map.of("reason", "不上报", "deadline", HubTime.today().plusDays(30).toString()));
        done("as-province", "as-three", "reassess", Map.of());
        done("as-province", "as-three", "delist", Map.of("reason", "整改无效", "document", "鄂人才示例〔2026〕9 号"));
        awaitState("as-three", "DELISTED");
        HubClient.Answer refused = hub.upload(
                "as-three", "talent", "再传.csv", new TalentRows().row("评己").csv(), "commit");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asString()).isEqualTo("carrier.delisted");
        assertThat(refused.body().path("detail").asString()).contains("已摘牌退出", "历史数据保留");
        assertThat(hub.post("as-three", "/api/v1/imports/" + waiting + "/commit")
                        .status())
                .isEqualTo(409);
        assertThat(hub.get("as-three", "/api/v1/imports").status()).isEqualTo(200);
        assertThat(hub.get("", "/stations/" + id("as-three")).status()).isEqualTo(200);
        assertThat(text("as-province", "/stations/" + id("as-three") + "/story"))
                .contains("摘牌退出");
        assertThat(text("", "/stations/" + id("as-three") + "/story")).doesNotContain("整改无效");
        done("as-province", "as-three", "undo", Map.of("reason", "复核"));
        awaitState("as-three", "RECTIFYING");
        assertThat(hub.post("as-three", "/api/v1/imports/" + waiting + "/commit")
                        .status())
                .isEqualTo(202);
        hub.settle("as-three", waiting, "COMMITTED");
    }

    @Test
    void aClosedYearStaysAsItWas() {
        int past = YEAR - 1;
        String at = "/api/v1/assessments/" + past + "/";
        String one = id("as-one");
        jdbc.sql("delete from reporting_month where month like ?")
                .param(past + "-%")
                .update();
        month(past + "-03", "10");
        HubClient.Answer before = hub.get("as-province", "/api/v1/assessments/" + past);
        assertThat(before.body().path("closed").asBoolean()).isFalse();
        // who was named later is not judged; one with a line in the book is
        jdbc.sql("insert into carrier_assessment (id, year, carrier_id, state, since, version)"
                        + " values (?, ?, ?, 'OPERATING', utc_timestamp(6), 0)")
                .params(Ids.next(), past, carrier("as-one"))
                .update();
        assertThat(hub.post("as-province", at + one + "/pass", "{}").status()).isEqualTo(200);
        assertThat(hub.post("as-wuhan", at + "close").status()).isEqualTo(403);
        assertThat(hub.post("as-province", "/api/v1/assessments/" + YEAR + "/close")
                        .status())
                .isEqualTo(409);
        HubClient.Answer closed = hub.post("as-province", at + "close");
        assertThat(closed.status()).as("%s", closed.body()).isEqualTo(200);
        assertThat(closed.body().path("sha256").asString()).hasSize(64);
        assertThat(hub.post("as-province", at + "close").status()).isEqualTo(409);
        assertThat(hub.post("as-one", at + one + "/self", "{\"points\":1}").status())
                .isEqualTo(409);
        assertThat(hub.post("as-province", at + one + "/undo", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(409);
        month(past + "-04", "26");
        month(past + "-05", "10");
        String rows = at + one + "/rows?figure=on-time";
        assertThat(hub.total("as-one", rows)).isOne();
        JsonNode corrections = hub.get("as-province", at + "corrections").body();
        assertThat(corrections
                        .path("items")
                        .valueStream()
                        .filter(c -> c.path("figure").asString().equals("on-time")))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.path("then").asInt()).isOne();
                    assertThat(c.path("now").asInt()).isEqualTo(2);
                });
        JsonNode outcome = hub.get("", "/api/v1/assessments/" + past).body();
        assertThat(outcome.at("/items/0/outcome").asString()).isEqualTo("PASSED");
        assertThat(outcome.at("/items/0/system").isNull()).isTrue();
        byte[] kept = hub.get("as-province", at + "closed.json").bytes();
        assertThat(java.util.HexFormat.of().formatHex(sha(kept)))
                .isEqualTo(closed.body().path("sha256").asString());
        assertThat(text("", "/carriers")).contains("人才载体名单");
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void month(String month, String came) {
        jdbc.sql("insert into reporting_month (id, carrier_id, month, due_on, came_at, row_count, batches)"
                        + " values (?, ?, ?, ?, ?, 1, 1)")
                .params(Ids.next(), carrier("as-one"), month, month + "-25", month + "-" + came + " 01:00:00")
                .update();
    }

    private String text(String user, String path) {
        MvcTestResult a = page(user, path);
        assertThat(a.getResponse().getStatus()).as("%s %s", user, path).isEqualTo(200);
        return new String(a.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** A page of the site as somebody who is signed in sees it. */
    private MvcTestResult page(String user, String path) {
        var request = mvc.get().uri(java.net.URI.create(path));
        return user.isEmpty()
                ? request.exchange()
                : request.with(as(viewer(user))).exchange();
    }

    private Viewer viewer(String user) {
        return switch (user) {
            case "as-province" -> TestViewers.PROVINCE;
            case "as-wuhan" -> new Viewer(1, user, user, Role.CITY, "420100", null, null);
            default -> new Viewer(2, user, user, Role.STATION, null, carrier(user), "示例评价" + user + "驿站");
        };
    }

    @Test
    void thePagesStandInBothLanguages() {
        String card = "/assessments/" + YEAR + "/" + id("as-one");
        for (String user : List.of("as-province", "as-wuhan", "as-one")) {
            for (String path : List.of(
                    "/carriers",
                    "/calls",
                    "/applications",
                    "/assessments/" + YEAR,
                    card,
                    card + "/rows?figure=complete",
                    card + "/rows?figure=first-pass&part=all",
                    "/service-needs",
                    "/typical-cases",
                    "/terminal/named")) {
                for (String lang : Stream.of("zh-CN", "en").toList()) {
                    String page = text(user, path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                    assertThat(page)
                            .as("%s %s %s", user, path, lang)
                            .contains("</html>")
                            .doesNotContain("??");
                }
            }
        }
        assertThat(page("as-province", "/assessments/" + YEAR + "/pack.xlsx")
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        assertThat(page("as-two", card).getResponse().getStatus()).isEqualTo(404);
        assertThat(hub.get("", "/assessments/" + YEAR).status()).isEqualTo(200);
    }
}
