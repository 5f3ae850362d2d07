package org.talenthub.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.events.EventPool.id;
import static org.talenthub.security.TestViewers.ADMIN;
import static org.talenthub.security.TestViewers.MATCHMAKER;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.WUHAN;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.HubClient;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.HubTime;
import org.talenthub.common.PersonalData;
import org.talenthub.indexing.Relay;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event from the draft to the outcomes by API, as each role may. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Viewer STRANGER = new Viewer(991, "other.maker", "别的承办方", Role.MATCHMAKER, null, null, null);
    private static final Viewer FAR = new Viewer(992, "yichang", "宜昌市委人才办", Role.CITY, "420500", null, null);

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<PersonalData> kept;

    @Autowired
    PlatformTransactionManager transactions;

    private final EventPool rows = new EventPool();
    private PoolRows pool;

    @BeforeAll
    void fill(@Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(rows.all(), 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @BeforeEach
    void noEvents() {
        for (String table : List.of(
                "event_plan", "event_meeting", "event_wish", "event_participant", "recruitment_event", "placement")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @AfterAll
    void empty() {
        noEvents();
        pool.clear();
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private record Answer(int status, JsonNode body, String text) {}

    private Answer call(Viewer v, HttpMethod method, String path, String body) {
        var request = mvc.method(method).uri("/api/v1" + path).with(as(v));
        MvcTestResult r = (body.isEmpty()
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
        try {
            String text = r.getResponse().getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    r.getResponse().getStatus(),
                    text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.missingNode(),
                    text);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer get(Viewer v, String path) {
        return call(v, HttpMethod.GET, path, "");
    }

    private Answer post(Viewer v, String path, String body) {
        return call(v, HttpMethod.POST, path, body);
    }

    private Answer put(Viewer v, String path, String body) {
        return call(v, HttpMethod.PUT, path, body);
    }

    private JsonNode ok(Answer a) {
        assertThat(a.status()).as("%s", a.text()).isBetween(200, 299);
        return a.body();
    }

    private static String day() {
        return HubTime.today().plusDays(10).toString();
    }

    private String event(Viewer by) {
        return ok(post(
                        by,
                        "/events",
                        "{\"kind\":\"TALENT_TRAIN\",\"name\":\"光谷引才专列\",\"from\":\"%s\",\"to\":\"%s\",\"place\":\"武汉光谷\",\"region\":\"420100\",\"slots\":4}"
                                .formatted(day(), day())))
                .path("id")
                .asString();
    }

    /** Everybody of the pool takes part, let in by the province. */
    private String filled(Viewer by) {
        String e = "/events/" + event(by);
        ok(post(
                PROVINCE,
                e + "/participants",
                "{\"enterprises\":[\"%s\",\"%s\"],\"talents\":[%s]}"
                        .formatted(
                                id(rows.optics),
                                id(rows.pharma),
                                rows.people.stream().map(p -> '"' + id(p) + '"').collect(Collectors.joining(",")))));
        return e;
    }

    private JsonNode planned(String e, Viewer by) {
        Answer begun = post(by, e + "/plan", "{\"seconds\":5,\"seed\":7}");
        assertThat(begun.status()).as("%s", begun.text()).isEqualTo(202);
        int version = begun.body().path("version").asInt();
        for (int i = 0; i < 300; i++) {
            JsonNode p = ok(get(by, e + "/plan?version=" + version));
            if (!p.path("state").asString().equals("PLANNING")) {
                assertThat(p.path("state").asString()).as("%s", p).isEqualTo("READY");
                return p;
            }
            HubClient.pause(100);
        }
        throw new AssertionError("the plan is not made");
    }

    private String running(Viewer by) {
        String e = filled(by);
        ok(post(by, e + "/open", ""));
        planned(e, by);
        ok(post(by, e + "/publish", ""));
        ok(post(by, e + "/start", ""));
        return e;
    }

    private String page(Viewer v, String path, int status) {
        MvcTestResult r = mvc.get().uri(path).with(as(v)).exchange();
        assertThat(r).hasStatus(status);
        return new String(r.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void theTerminalTellsWhatWhereAndWhenAndNobodysName() {
        String e = filled(MATCHMAKER);
        assertThat(page(Viewer.ANONYMOUS, "/terminal/events", 200)).doesNotContain("光谷引才专列");
        // a terminal shows what is public, whoever is signed in there
        assertThat(page(MATCHMAKER, "/terminal" + e, 404))
                .contains("这一页现在不公开", "href=\"/terminal\"")
                .doesNotContain("光谷引才专列");
        assertThat(page(MATCHMAKER, "/terminal" + e + "/code.svg", 404)).doesNotContain("<svg");
        ok(post(MATCHMAKER, e + "/open", ""));
        planned(e, MATCHMAKER);
        ok(post(MATCHMAKER, e + "/publish", ""));
        List<String> names = rows.people.stream().map(PoolRows.Row::name).toList();
        assertThat(page(Viewer.ANONYMOUS, "/terminal/events", 200))
                .contains("光谷引才专列", "引才专列", day(), "武汉光谷", "href=\"/terminal" + e + "\"");
        for (Viewer v : List.of(Viewer.ANONYMOUS, MATCHMAKER, PROVINCE)) {
            assertThat(page(v, "/terminal" + e, 200))
                    .contains("光谷引才专列", "武汉光谷", "/terminal" + e + "/code.svg")
                    .doesNotContain(names);
        }
        assertThat(page(Viewer.ANONYMOUS, "/terminal" + e + "/code.svg", 200)).startsWith("<svg");
        assertThat(page(Viewer.ANONYMOUS, "/terminal/events?page=7", 200)).doesNotContain("光谷引才专列");
        page(Viewer.ANONYMOUS, "/terminal/events?page=-1", 404);
    }

    @Test
    void theWholeWayOfAMatchmaker() {
        String e = filled(MATCHMAKER);
        assertThat(ok(get(MATCHMAKER, e)).path("state").asString()).isEqualTo("DRAFT");
        assertThat(ok(get(MATCHMAKER, e + "/participants")).path("total").asInt())
                .isEqualTo(10);

        Answer early = post(MATCHMAKER, e + "/publish", "");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("code").asString()).isEqualTo("action.not-now");
        assertThat(early.body().path("allowed").toString()).contains("open").doesNotContain("publish");
        assertThat(post(MATCHMAKER, e + "/plan", "{}").status()).isEqualTo(409);
        assertThat(ok(post(MATCHMAKER, e + "/open", "")).path("state").asString())
                .isEqualTo("OPEN");
        assertThat(get(MATCHMAKER, e + "/plan").status()).isEqualTo(404);

        ok(put(
                MATCHMAKER,
                e + "/wishes",
                "{\"talent\":\"%s\",\"enterprise\":\"%s\",\"wish\":\"NOT\",\"by\":\"talent\"}"
                        .formatted(id(rows.people.get(0)), id(rows.optics))));
        ok(put(
                MATCHMAKER,
                e + "/wishes",
                "{\"wishes\":[{\"enterprise\":\"%s\",\"talent\":\"%s\",\"wish\":\"MUST\"}]}"
                        .formatted(id(rows.optics), id(rows.people.get(4)))));
        assertThat(ok(get(MATCHMAKER, e + "/wishes")).path("total").asInt()).isEqualTo(2);

        JsonNode plan = planned(e, MATCHMAKER);
        assertThat(plan.path("version").asInt()).isOne();
        assertThat(plan.path("gap").asDouble(1)).isLessThan(0.05);
        assertThat(plan.path("meetings").size()).isGreaterThan(3);
        Set<String> times = new HashSet<>();
        Set<String> tables = new HashSet<>();
        boolean must = false;
        for (JsonNode m : plan.path("meetings")) {
            String slot = m.path("slot").asString();
            assertThat(times.add(m.at("/talent/id").asString() + slot))
                    .as("once at a time")
                    .isTrue();
            assertThat(tables.add(m.path("table").asString() + " " + slot))
                    .as("one at a table")
                    .isTrue();
            assertThat(m.at("/talent/id").asString() + m.at("/enterprise/id").asString())
                    .isNotEqualTo(id(rows.people.get(0)) + id(rows.optics));
            must |= m.at("/talent/id").asString().equals(id(rows.people.get(4)))
                    && m.at("/enterprise/id").asString().equals(id(rows.optics));
            assertThat(m.path("demands").isEmpty()).isFalse();
        }
        assertThat(must).as("a must is planned").isTrue();

        JsonNode why =
                ok(get(MATCHMAKER, e + "/plan/why?demand=" + id(rows.chips) + "&talent=" + id(rows.people.get(0))));
        assertThat(why.path("reason").asString()).isEqualTo("WISH_NOT");
        assertThat(why.path("text").asString()).isEqualTo("有一方表示不见");

        assertThat(ok(post(MATCHMAKER, e + "/publish", "")).path("state").asString())
                .isEqualTo("PUBLISHED");
        assertThat(ok(get(MATCHMAKER, e + "/plan")).path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(ok(post(MATCHMAKER, e + "/start", "")).path("state").asString())
                .isEqualTo("RUNNING");

        String meeting = "";
        for (JsonNode m : plan.path("meetings")) {
            if (m.at("/enterprise/id").asString().equals(id(rows.optics))) {
                meeting = m.path("id").asString();
            }
        }
        String path = "/meetings/" + meeting + "/outcome";
        JsonNode said = ok(put(MATCHMAKER, path, "{\"outcome\":\"INTENT\",\"key\":\"phone-1\"}"));
        assertThat(said.path("placement").asString("")).as("%s", said).isNotEmpty();
        JsonNode again = ok(put(MATCHMAKER, path, "{\"outcome\":\"INTENT\",\"key\":\"phone-1\"}"));
        assertThat(again.path("placement").asString())
                .isEqualTo(said.path("placement").asString());
        assertThat(jdbc.sql("select count(*) from placement where state = 'INTENT'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(put(MATCHMAKER, path, "{\"outcome\":\"GREAT\"}").status()).isEqualTo(400);
        assertThat(put(STRANGER, path, "{\"outcome\":\"INTENT\"}").status()).isEqualTo(403);
        assertThat(put(MATCHMAKER, "/meetings/0000000000000/outcome", "{\"outcome\":\"INTENT\"}")
                        .status())
                .isEqualTo(404);
        assertThat(ok(get(MATCHMAKER, e)).at("/inside/outcomes/INTENT").asInt()).isOne();
        assertThat(ok(post(MATCHMAKER, e + "/close", "")).path("state").asString())
                .isEqualTo("CLOSED");
        assertThat(post(MATCHMAKER, e + "/plan", "{}").status()).isEqualTo(409);

        JsonNode sheet = ok(get(MATCHMAKER, e + "/results"));
        assertThat(sheet.at("/participants/TALENT/coming").asInt()).isEqualTo(8);
        assertThat(sheet.at("/participants/ENTERPRISE/asked").asInt()).isEqualTo(2);
        JsonNode all = sheet.path("people").path(0);
        assertThat(all.path("by").asString()).isEqualTo("ALL");
        assertThat(all.path("applied").asInt()).isEqualTo(8);
        assertThat(all.path("intent").asInt()).isOne();
        JsonNode engineers = sheet.path("people")
                .valueStream()
                .filter(p -> p.path("code").asString().equals("OUTSTANDING_ENGINEER"))
                .findFirst()
                .orElseThrow();
        assertThat(engineers.path("label").asString()).isEqualTo("卓越工程师");
        assertThat(engineers.path("asked").asInt()).isEqualTo(8);
        assertThat(engineers.path("intent").asInt()).isOne();
        assertThat(engineers.path("signed").asInt()).isZero();
        assertThat(sheet.path("meetings").asInt())
                .isEqualTo(plan.path("meetings").size());
        assertThat(sheet.path("told").asInt()).isOne();
        assertThat(sheet.at("/outcomes/INTENT").asInt()).isOne();
        assertThat(sheet.at("/placements/INTENT").asInt()).isOne();
        assertThat(sheet.path("demands").asInt()).isPositive();
        assertThat(sheet.at("/feedback/count").asInt()).isZero();
        assertThat(get(STRANGER, e + "/results").status()).isEqualTo(403);
        assertThat(get(STATION, e + "/results").status()).isEqualTo(403);
        assertThat(ok(get(Viewer.ANONYMOUS, e)).at("/counts/intents").asInt())
                .as("how many, and nobody")
                .isOne();
    }

    @Test
    void whoseEventsTheyAre() {
        String draft = "/events/" + event(MATCHMAKER);
        assertThat(get(MATCHMAKER, draft).status()).isEqualTo(200);
        assertThat(get(PROVINCE, draft).status()).isEqualTo(200);
        assertThat(get(WUHAN, draft).status()).as("of its region").isEqualTo(200);
        for (Viewer other : List.of(STRANGER, FAR, STATION, ADMIN, Viewer.ANONYMOUS)) {
            assertThat(get(other, draft).status()).as("%s", other).isEqualTo(404);
            assertThat(ok(get(other, "/events")).path("total").asInt())
                    .as("%s", other)
                    .isZero();
        }
        assertThat(post(STRANGER, draft + "/open", "").status()).isEqualTo(404);
        assertThat(post(STATION, draft + "/open", "").status()).isEqualTo(403);
        assertThat(post(Viewer.ANONYMOUS, draft + "/open", "").status()).isEqualTo(401);
        assertThat(post(STATION, "/events", "{}").status()).isEqualTo(403);
        assertThat(post(
                                FAR,
                                "/events",
                                "{\"kind\":\"FORUM\",\"name\":\"别处\",\"from\":\"2026-12-05\",\"region\":\"420100\"}")
                        .status())
                .isEqualTo(403);
        assertThat(post(PROVINCE, "/events", "{\"kind\":\"PARTY\",\"name\":\"x\",\"from\":\"2026-12-05\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post(PROVINCE, "/events", "{\"kind\":\"FORUM\",\"name\":\"x\",\"from\":\"soon\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post(PROVINCE, "/events", "[]").status()).isEqualTo(400);
        assertThat(get(PROVINCE, "/events?colour=red").body().path("code").asString())
                .isEqualTo("parameter.unknown");
        assertThat(put(MATCHMAKER, draft, "{\"name\":\"光谷引才专列（改）\"}")
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("光谷引才专列（改）");
        assertThat(put(MATCHMAKER, draft, "{\"from\":\"2026-12-05\",\"to\":\"2026-12-01\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aMatchmakerSeesThePeopleOfOwnEventsAndNobodyElse() {
        String e = "/events/" + event(MATCHMAKER);
        PoolRows.Row one = rows.people.getFirst();
        assertThat(get(MATCHMAKER, "/talents").status()).isEqualTo(403);
        assertThat(post(MATCHMAKER, e + "/participants", "{\"talent\":\"" + id(one) + "\"}")
                        .status())
                .as("whom he does not see he cannot bring")
                .isEqualTo(404);
        assertThat(post(FAR, e + "/participants", "{\"talent\":\"" + id(one) + "\"}")
                        .status())
                .isEqualTo(404);
        ok(post(WUHAN, e + "/participants", "{\"talent\":\"" + id(one) + "\"}"));
        assertThat(post(WUHAN, e + "/participants", "{\"talent\":\"" + id(rows.people.get(5)) + "\"}")
                        .status())
                .as("of another region")
                .isEqualTo(403);
        JsonNode seen = ok(get(MATCHMAKER, "/talents"));
        assertThat(seen.path("total").asInt()).isOne();
        assertThat(seen.at("/items/0/name").asString()).isEqualTo("周全");
        assertThat(get(MATCHMAKER, "/talents/" + id(one)).status()).isEqualTo(200);
        assertThat(get(MATCHMAKER, "/talents/" + id(rows.people.get(1))).status())
                .isEqualTo(404);
        assertThat(get(STRANGER, "/talents/" + id(one)).status()).isEqualTo(404);

        String second = "/events/" + event(MATCHMAKER);
        ok(post(MATCHMAKER, second + "/participants", "{\"talent\":\"" + id(one) + "\"}"));
        jdbc.sql(
                        "update recruitment_event set ends = ? where id = (select event_id from event_participant where opened limit 1)")
                .param(HubTime.today().minusDays(31).toString())
                .update();
        assertThat(get(MATCHMAKER, "/talents/" + id(one)).status())
                .as("thirty days after, though he brought the person to another event himself")
                .isEqualTo(404);
    }

    @Test
    void thePublicKnowsWhatWhereAndWhenAndNobody() {
        String e = running(MATCHMAKER);
        for (Viewer other : List.of(Viewer.ANONYMOUS, ADMIN, STRANGER, FAR)) {
            Answer a = get(other, e);
            JsonNode seen = ok(a);
            assertThat(seen.path("name").asString()).isEqualTo("光谷引才专列");
            assertThat(seen.path("place").asString()).isEqualTo("武汉光谷");
            assertThat(seen.path("allowed").isEmpty()).isTrue();
            assertThat(seen.has("inside")).isFalse();
            assertThat(a.text()).doesNotContain("周全");
            assertThat(get(other, e + "/participants").status()).isIn(401, 403);
            assertThat(get(other, e + "/plan").status()).isIn(401, 403);
            assertThat(get(other, e + "/board").status()).isIn(401, 403);
            assertThat(ok(get(other, "/events")).path("total").asInt()).isOne();
        }
        JsonNode own = ok(get(STATION, e + "/plan"));
        assertThat(own.path("meetings").size())
                .as("of its enterprise, and of its people")
                .isPositive();
        assertThat(own.path("unplaced").isEmpty()).isTrue();
        Answer listed = get(STATION, e + "/participants");
        assertThat(ok(listed).path("total").asInt())
                .as("enterprises, and its own four")
                .isEqualTo(6);
        assertThat(listed.text()).doesNotContain("周全");
        assertThat(get(STATION, e + "/plan").text()).doesNotContain("周全");
        assertThat(post(STATION, e + "/close", "").status()).isEqualTo(403);
        assertThat(get(STATION, e + "/plan/versions").status()).isEqualTo(403);
        assertThat(get(STATION, e + "/board").status()).isEqualTo(403);
    }

    @Test
    void theHallShowsNumbersAndNamesOfThoseWhoAgreed() {
        String e = running(MATCHMAKER);
        Answer hidden = get(MATCHMAKER, e + "/board");
        ok(hidden);
        rows.people.forEach(p -> assertThat(hidden.text()).doesNotContain(p.name()));
        assertThat(hidden.text()).containsPattern("T00\\d");
        for (JsonNode p : ok(get(MATCHMAKER, e + "/participants?kind=TALENT")).path("items")) {
            ok(put(MATCHMAKER, e + "/participants/" + p.path("id").asString(), "{\"consent\":true}"));
        }
        assertThat(rows.people.stream()
                        .filter(p -> get(MATCHMAKER, e + "/board").text().contains(p.name())))
                .isNotEmpty();
        JsonNode found = ok(get(MATCHMAKER, e + "/check-in?q=zq"));
        assertThat(found.at("/items/0/name").asString()).isEqualTo("周全");
        JsonNode in = ok(post(MATCHMAKER, e + "/check-in", "{\"q\":\"zhouquan\"}"));
        assertThat(in.path("checkedInAt").asString("")).isNotEmpty();
        assertThat(post(MATCHMAKER, e + "/check-in", "{\"q\":\"nobody\"}").status())
                .isEqualTo(404);
        assertThat(post(MATCHMAKER, e + "/check-in", "{}").status()).isEqualTo(400);
    }

    @Test
    void plansAreVersionsMovedByHandAndMended() {
        String e = filled(PROVINCE);
        ok(post(PROVINCE, e + "/open", ""));
        Answer pins = post(
                PROVINCE,
                e + "/plan",
                "{\"pins\":[{\"talent\":\"%1$s\",\"enterprise\":\"%2$s\",\"slot\":1},{\"talent\":\"%1$s\",\"enterprise\":\"%3$s\",\"slot\":1}]}"
                        .formatted(id(rows.people.getFirst()), id(rows.optics), id(rows.pharma)));
        assertThat(pins.status()).isEqualTo(422);
        assertThat(pins.body().path("errors").isEmpty()).isFalse();
        assertThat(post(PROVINCE, e + "/plan", "{\"seconds\":100000}").status()).isEqualTo(400);
        JsonNode plan = planned(e, PROVINCE);

        JsonNode m = plan.at("/meetings/0");
        String move = e + "/plan/meetings/" + m.path("id").asString();
        JsonNode places = ok(get(PROVINCE, move + "/places"));
        JsonNode free = null;
        JsonNode taken = null;
        for (JsonNode p : places.path("items")) {
            boolean same = p.path("slot").asInt() == m.path("slot").asInt()
                    && p.path("table").asInt() == m.path("table").asInt();
            free = p.path("conflicts").isEmpty() && !same ? p : free;
            taken = p.path("conflicts").toString().contains("BLOCK_PLAN") ? p : taken;
        }
        assertThat(taken).as("%s", places).isNotNull();
        Answer clash = put(
                PROVINCE,
                move,
                "{\"slot\":%d,\"table\":%d}"
                        .formatted(
                                taken.path("slot").asInt(), taken.path("table").asInt()));
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.body().path("code").asString()).isEqualTo("plan.conflict");
        JsonNode out = ok(put(PROVINCE, move, "{\"slot\":null,\"version\":1}"));
        assertThat(out.path("version").asInt()).isEqualTo(2);
        assertThat(put(PROVINCE, move, "{\"slot\":null,\"version\":1}").status())
                .isEqualTo(409);
        JsonNode diff = ok(get(PROVINCE, e + "/plan/diff?from=1&to=2"));
        assertThat(diff.path("removed").asInt()).isOne();
        assertThat(diff.at("/items/0/change").asString()).isEqualTo("REMOVED");
        assertThat(ok(get(PROVINCE, e + "/plan?version=1")).path("meetings").size())
                .as("a version never changes")
                .isEqualTo(plan.path("meetings").size());

        int slot = m.path("slot").asInt();
        assertThat(call(PROVINCE, HttpMethod.DELETE, e + "/slots/" + slot, "")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("slot.meetings");
        ok(call(PROVINCE, HttpMethod.DELETE, e + "/slots/" + slot + "?then=unplace", ""));
        for (JsonNode left : ok(get(PROVINCE, e + "/plan")).path("meetings")) {
            assertThat(left.path("slot").asInt()).isNotEqualTo(slot);
        }

        ok(post(PROVINCE, e + "/publish", ""));
        JsonNode inForce = ok(get(PROVINCE, e + "/plan"));
        String away = inForce.at("/meetings/0/talent/id").asString();
        JsonNode proposal = ok(post(PROVINCE, e + "/plan/replan", "{\"absent\":[\"" + away + "\"]}"));
        assertThat(proposal.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(proposal.path("removed").asInt()).isPositive();
        assertThat(proposal.path("moved").asInt()).isLessThanOrEqualTo(3);
        int next = proposal.path("version").asInt();
        assertThat(ok(get(PROVINCE, e + "/plan")).path("version").asInt()).isLessThan(next);
        ok(post(PROVINCE, e + "/plan/accept", "{\"version\":" + next + "}"));
        JsonNode now = ok(get(PROVINCE, e + "/plan?version=" + next));
        assertThat(now.path("inForce").asBoolean()).isTrue();
        now.path("meetings")
                .forEach(x -> assertThat(x.at("/talent/id").asString()).isNotEqualTo(away));
        assertThat(ok(get(
                                PROVINCE,
                                e + "/plan?version=" + inForce.path("version").asInt()))
                        .path("state")
                        .asString())
                .isEqualTo("REPLACED");
        assertThat(get(PROVINCE, e + "/plan?version=99").status()).isEqualTo(404);
        assertThat(get(PROVINCE, e + "/plan?version=x").status()).isEqualTo(400);
    }

    @Test
    void wishesAreTenOfEachAndInvitationsAreAnsweredOnceByALink() throws Exception {
        String e = filled(MATCHMAKER);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            String guest = ok(post(MATCHMAKER, e + "/participants", "{\"kind\":\"GUEST\",\"name\":\"嘉宾" + i + "\"}"))
                    .path("id")
                    .asString();
            many.append(i == 0 ? "" : ",").append("{\"with\":\"" + guest + "\",\"wish\":\"NICE\"}");
        }
        Answer refused = put(
                MATCHMAKER, e + "/wishes", "{\"enterprise\":\"" + id(rows.optics) + "\",\"wishes\":[" + many + "]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(ok(get(MATCHMAKER, e + "/wishes")).path("total").asInt()).isZero();
        assertThat(put(MATCHMAKER, e + "/wishes", "{\"wish\":\"MUST\"}").status())
                .isEqualTo(400);
        assertThat(put(
                                MATCHMAKER,
                                e + "/wishes",
                                "{\"talent\":\"0000000000000\",\"enterprise\":\"" + id(rows.optics)
                                        + "\",\"wish\":\"MUST\"}")
                        .status())
                .isEqualTo(404);

        ok(put(MATCHMAKER, e, "{\"capacity\":8}"));
        PoolRows.Row late = EventPool.person("蒋迟", "光芯片测试", "OPTO", "420100", EventPool.OTHER);
        pool.put(late, 1);
        ok(post(PROVINCE, e + "/participants", "{\"talent\":\"" + id(late) + "\",\"invite\":true}"));
        JsonNode links = ok(post(MATCHMAKER, e + "/invitations", "{}"));
        assertThat(links.path("total").asInt()).isOne();
        String link = links.at("/items/0/link").asString().replaceFirst("^https?://[^/]+", "");
        MvcTestResult page = mvc.get().uri(link).with(as(Viewer.ANONYMOUS)).exchange();
        assertThat(page).hasStatusOk();
        assertThat(page).bodyText().contains("光谷引才专列").doesNotContain("周全");
        MvcTestResult answer = mvc.post()
                .uri(link)
                .with(as(Viewer.ANONYMOUS))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("comes", "true")
                .param("consent", "true")
                .exchange();
        assertThat(answer.getResponse().getStatus()).isLessThan(400);
        assertThat(mvc.get().uri(link).with(as(Viewer.ANONYMOUS)).exchange()).hasStatus(404);
        assertThat(ok(get(MATCHMAKER, e + "/participants?state=WAITING"))
                        .path("total")
                        .asInt())
                .as("eight places are taken")
                .isOne();
    }

    /** The places are people's: a guest waits for none, and whoever has answered is asked no more. */
    @Test
    void aGuestWhoComesTakesNoPlaceOfPeople() throws Exception {
        String e = filled(MATCHMAKER);
        ok(put(MATCHMAKER, e, "{\"capacity\":8}"));
        String guest = ok(post(
                        MATCHMAKER, e + "/participants", "{\"kind\":\"GUEST\",\"name\":\"示例嘉宾\",\"invite\":true}"))
                .path("id")
                .asString();
        String there = ok(get(MATCHMAKER, e + "/participants?kind=TALENT"))
                .at("/items/0/id")
                .asString();
        JsonNode links =
                ok(post(MATCHMAKER, e + "/invitations", "{\"participants\":[\"%s\",\"%s\"]}".formatted(guest, there)));
        assertThat(links.path("total").asInt())
                .as("who comes already has no link")
                .isOne();
        MvcTestResult answer = mvc.post()
                .uri(links.at("/items/0/link").asString().replaceFirst("^https?://[^/]+", ""))
                .with(as(Viewer.ANONYMOUS))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("comes", "true")
                .exchange();
        assertThat(answer.getResponse().getStatus()).isLessThan(400);
        assertThat(ok(get(MATCHMAKER, e + "/participants?state=WAITING"))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(ok(get(MATCHMAKER, e + "/participants?kind=GUEST&state=ACCEPTED"))
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void stationsSayTheWishesOfTheirOwnPeople() {
        String e = filled(MATCHMAKER);
        String own = id(rows.people.get(4));
        String foreign = id(rows.people.get(0));
        String said = "{\"talent\":\"%s\",\"enterprise\":\"%s\",\"wish\":\"NICE\",\"by\":\"%s\"}";
        ok(put(MATCHMAKER, e + "/wishes", said.formatted(foreign, id(rows.optics), "talent")));
        assertThat(ok(put(STATION, e + "/wishes", said.formatted(own, id(rows.pharma), "talent")))
                        .path("total")
                        .asInt())
                .as("its own alone")
                .isOne();
        assertThat(put(STATION, e + "/wishes", said.formatted(foreign, id(rows.pharma), "talent"))
                        .status())
                .as("whom it does not see there")
                .isEqualTo(404);
        assertThat(put(STATION, e + "/wishes", said.formatted(own, id(rows.pharma), "enterprise"))
                        .status())
                .as("another's enterprise speaks for itself")
                .isEqualTo(403);
        assertThat(put(STRANGER, e + "/wishes", said.formatted(own, id(rows.pharma), "talent"))
                        .status())
                .isEqualTo(404);
        assertThat(ok(get(MATCHMAKER, e + "/wishes")).path("total").asInt()).isEqualTo(2);
        assertThat(mvc.get().uri(e + "/people").with(as(STATION)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("E002")
                .doesNotContain("周全");
        ok(post(MATCHMAKER, e + "/open", ""));
        planned(e, MATCHMAKER);
        ok(post(MATCHMAKER, e + "/publish", ""));
        ok(post(MATCHMAKER, e + "/start", ""));
        ok(post(MATCHMAKER, e + "/close", ""));
        assertThat(put(STATION, e + "/wishes", said.formatted(own, id(rows.pharma), "talent"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void thePagesShowWhatTheApiTells() throws Exception {
        String e = running(MATCHMAKER);
        JsonNode plan = ok(get(MATCHMAKER, e + "/plan"));
        String meeting = plan.at("/meetings/0/id").asString();
        for (String page : List.of(
                "/events",
                "/events/new",
                e,
                e + "/edit",
                e + "/people",
                e + "/plan",
                e + "/plan?meeting=" + meeting,
                e + "/plan?version=1&with=1",
                e + "/plan?talent=" + plan.at("/meetings/0/talent/participant").asString() + "&enterprise="
                        + plan.at("/meetings/0/enterprise/participant").asString(),
                e + "/handbook?for=organiser",
                e + "/check-in",
                e + "/check-in?q=zq",
                e + "/check-in?q=T001",
                e + "/badges",
                e + "/board",
                e + "/outcomes",
                e + "/plan/progress",
                e + "/plan/places?meeting=" + meeting)) {
            for (String lang : List.of("zh", "en")) {
                MvcTestResult r = mvc.get()
                        .uri(page + (page.contains("?") ? "&" : "?") + "lang=" + lang)
                        .with(as(MATCHMAKER))
                        .exchange();
                assertThat(r).as(page + " " + lang).hasStatusOk();
                assertThat(r).bodyText().as(page).doesNotContain("??");
            }
        }
        for (Viewer other : List.of(Viewer.ANONYMOUS, ADMIN, STATION, STRANGER)) {
            assertThat(mvc.get().uri(e).with(as(other)).exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("光谷引才专列", "武汉光谷")
                    .doesNotContain("周全");
        }
        for (String page : List.of(e + "/people", e + "/plan")) {
            assertThat(mvc.get().uri(page).with(as(STATION)).exchange())
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("周全");
            assertThat(mvc.get().uri(page).with(as(STRANGER)).exchange()).hasStatus(403);
        }
        for (int tap = 0; tap < 2; tap++) {
            MvcTestResult kept = mvc.post()
                    .uri(e + "/outcomes/" + meeting)
                    .with(as(MATCHMAKER))
                    .with(
                            org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                    .csrf())
                    .param("outcome", "UNFIT")
                    .param("reason", "SALARY")
                    .param("key", "tap-1")
                    .param("at", "2026-11-29T01:00:00Z")
                    .exchange();
            assertThat(kept).hasStatusOk();
        }
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'event.outcome' and detail like ?")
                        .param(meeting + "%")
                        .query(Integer.class)
                        .single())
                .as("tapped twice, counted once")
                .isOne();
        for (String format :
                List.of("handbook?for=enterprise&id=" + id(rows.optics), "handbook.xlsx", "handbook.ics")) {
            MvcTestResult file = mvc.get()
                    .uri("/api/v1" + e + "/" + format)
                    .with(as(MATCHMAKER))
                    .exchange();
            assertThat(file.getResponse().getStatus()).as(format).isIn(200, format.contains("?") ? 409 : 200);
        }
        assertThat(get(STATION, e + "/handbook.ics?for=enterprise&id=" + id(rows.optics))
                        .status())
                .isEqualTo(200);
        assertThat(get(STATION, e + "/handbook.ics?for=enterprise&id=" + id(rows.pharma))
                        .status())
                .isEqualTo(403);
        assertThat(get(STATION, e + "/handbook.ics").status()).isEqualTo(403);
        assertThat(get(STATION, e + "/handbook.ics?for=enterprise&id=" + id(rows.optics))
                        .text())
                .doesNotContain("周全");
    }

    @Test
    void guestsSayWhatTheyThinkOfItOnceAndWithoutTheirNames() throws Exception {
        String e = running(MATCHMAKER);
        String page = mvc.get()
                .uri(e)
                .with(as(MATCHMAKER))
                .exchange()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        java.util.regex.Matcher link = java.util.regex.Pattern.compile("/event-feedback/[0-9A-Z]+-[0-9a-f]{24}")
                .matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(mvc.get().uri(link.group()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("活动反馈", "光谷引才专列");
        for (int sent = 0; sent < 2; sent++) {
            assertThat(feedback(link.group(), "4", "form-1")).hasStatusOk();
        }
        assertThat(feedback(link.group(), "5", "form-2")).hasStatusOk();
        assertThat(feedback(link.group(), "6", "form-3")).hasStatus(400);
        assertThat(feedback(link.group().replaceAll(".{4}$", "0000"), "5", "form-4"))
                .as("made up")
                .hasStatus(404);
        JsonNode sheet = ok(get(MATCHMAKER, e + "/results")).path("feedback");
        assertThat(sheet.path("count").asInt()).as("sent twice, counted once").isEqualTo(2);
        assertThat(sheet.at("/lines/0/average").asDouble()).isEqualTo(4.5);
        assertThat(sheet.path("words").toString()).contains("茶歇很好").doesNotContain("13812345678");
    }

    private MvcTestResult feedback(String link, String points, String key) {
        return mvc.post()
                .uri(link)
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("kind", "TALENT")
                .param("ARRANGEMENT", points)
                .param("MEETINGS", "4")
                .param("SERVICES", "3")
                .param("words", "茶歇很好，电话 13812345678")
                .param("key", key)
                .exchange();
    }

    @Test
    void anErasedPersonLeavesNothingInEvents() {
        String e = running(MATCHMAKER);
        long person = rows.people.getFirst().id();
        PersonalData events =
                kept.stream().filter(k -> k.kind().equals("events")).findFirst().orElseThrow();
        Long gone = new TransactionTemplate(transactions)
                .execute(s -> events.erase(
                        new PersonalData.Person(person, Set.of(person), Set.of(0L), Set.of(0L), Set.of("周全"))));
        assertThat(gone).isPositive();
        assertThat(jdbc.sql("select count(*) from event_participant where record_id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
        JsonNode plan = ok(get(MATCHMAKER, e + "/plan"));
        plan.path("meetings")
                .forEach(m -> assertThat(m.at("/talent/name").asString()).isNotEqualTo("周全"));
        assertThat(get(MATCHMAKER, e + "/plan").text()).doesNotContain("周全");
    }

    @Test
    void peopleAreAskedFromASheetWithTheForgivenessOfTheImports() {
        String e = "/events/" + event(MATCHMAKER);
        String sheet = "引才专列邀请名单\n\n姓名 ,工作单位,备注\n周全,某某研究所,\n没有的人,某某研究所,\n吴新,某某研究所,好\n";
        MvcTestResult read = mvc.post()
                .uri("/api/v1" + e + "/participants/file")
                .multipart()
                .file("file", sheet.getBytes(java.nio.charset.Charset.forName("GB18030")))
                .with(as(PROVINCE))
                .exchange();
        assertThat(read).hasStatusOk().bodyText().contains("\"created\":2", "\"unknown\":[2]");
        assertThat(ok(get(PROVINCE, e + "/participants?state=INVITED"))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        MvcTestResult refused = mvc.post()
                .uri("/api/v1" + e + "/participants/file")
                .multipart()
                .file("file", "水果,数量\n苹果,3\n".getBytes(StandardCharsets.UTF_8))
                .with(as(PROVINCE))
                .exchange();
        assertThat(refused).hasStatus(422);
    }

    @Test
    void aCopyHasEverythingButPeople() {
        String e = filled(MATCHMAKER);
        JsonNode copy = ok(post(MATCHMAKER, e + "/copy", "{\"from\":\"2027-03-01\"}"));
        assertThat(copy.path("state").asString()).isEqualTo("DRAFT");
        assertThat(copy.path("place").asString()).isEqualTo("武汉光谷");
        assertThat(ok(get(MATCHMAKER, "/events/" + copy.path("id").asString() + "/participants"))
                        .path("total")
                        .asInt())
                .isZero();
    }
}
