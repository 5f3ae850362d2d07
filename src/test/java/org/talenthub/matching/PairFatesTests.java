package org.talenthub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.matching.MatchPool.id;
import static org.talenthub.security.TestViewers.ADMIN;
import static org.talenthub.security.TestViewers.BASE;
import static org.talenthub.security.TestViewers.MATCHMAKER;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.WUHAN;
import static org.talenthub.security.TestViewers.as;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.talenthub.HubClient;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.indexing.Relay;
import org.talenthub.matching.contact.ContactState;
import org.talenthub.matching.pairs.MatchWatch;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.placements.PlacementLife;
import org.talenthub.matching.placements.PlacementState;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of pairs when a record is taken back or found to be another; and every cell of their tables asked over the API, by both
 * sides, by departments, by who has nothing to do with the pair.
 */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairFatesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Viewer OTHER = new Viewer(77, "other", "其他驿站", Role.STATION, null, 77L, "其他驿站");
    private static final Viewer THIRD = new Viewer(78, "third", "无关驿站", Role.STATION, null, 78L, "无关驿站");
    private static final Viewer YICHANG = new Viewer(79, "yichang", "宜昌", Role.CITY, "420500", null, null);

    /** As what each viewer acts on the pair of the station's demand and the other station's person; nobody is on neither side. */
    private static final Map<Viewer, Set<Hand>> HANDS = hands();

    @Autowired
    Relay relay;

    @Autowired
    MatchWatch watch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final MatchPool rows = new MatchPool();
    private PoolRows pool;

    private static Map<Viewer, Set<Hand>> hands() {
        Map<Viewer, Set<Hand>> hands = new LinkedHashMap<>();
        hands.put(STATION, EnumSet.of(Hand.DEMAND));
        hands.put(OTHER, EnumSet.of(Hand.SOURCE));
        hands.put(PROVINCE, EnumSet.of(Hand.DEPARTMENT));
        hands.put(WUHAN, EnumSet.of(Hand.DEPARTMENT));
        List.of(THIRD, YICHANG, BASE, MATCHMAKER, ADMIN, Viewer.ANONYMOUS)
                .forEach(v -> hands.put(v, EnumSet.noneOf(Hand.class)));
        return hands;
    }

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(rows.all(), 1);
        settle();
    }

    @BeforeEach
    void nothingDecided() {
        for (String table : List.of("contact_request", "placement_step", "placement")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update match_pair set state = 'NEW', reason = null, note = null")
                .update();
    }

    @AfterAll
    void empty() {
        nothingDecided();
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

    private static JsonNode body(MvcTestResult r) {
        try {
            return JSON.readTree(r.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(Viewer v, String path) {
        return mvc.get().uri("/api/v1" + path).with(as(v)).exchange();
    }

    private MvcTestResult send(HttpMethod method, Viewer v, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(v))
                .exchange();
    }

    private MvcTestResult put(Viewer v, String path, String body) {
        return send(HttpMethod.PUT, v, path, body);
    }

    private MvcTestResult post(Viewer v, String path, String body) {
        return send(HttpMethod.POST, v, path, body);
    }

    private static String pair(PoolRows.Row demand, PoolRows.Row talent) {
        return "/matches/" + id(demand) + "/" + id(talent);
    }

    private static PoolRows.Row like(String name) {
        return MatchPool.person(
                name, MatchPool.OTHER, 77L, "420100", "education", "11", "birth", "1985-03", "major", "光学工程");
    }

    private int pairsOf(PoolRows.Row person) {
        return jdbc.sql("select count(*) from match_pair where talent_id = ?")
                .param(person.id())
                .query(Integer.class)
                .single();
    }

    private int shortlisted() {
        return body(get(STATION, "/matches?state=SHORTLISTED")).path("total").asInt();
    }

    @Test
    void whoIsTakenBackHasNoPairsAndWhatWasDecidedReturnsWithHim() {
        PoolRows.Row gone = like("孙回");
        PoolRows.Row decided = like("李还");
        pool.put(gone, 1);
        pool.put(decided, 1);
        settle();
        int found = pairsOf(gone);
        assertThat(found).isPositive();
        assertThat(put(STATION, pair(rows.demand, decided), "{\"state\":\"SHORTLISTED\"}"))
                .hasStatusOk();
        assertThat(shortlisted()).isOne();
        pool.withdraw(gone, 2);
        pool.withdraw(decided, 2);
        settle();
        assertThat(pairsOf(gone)).isZero();
        assertThat(pairsOf(decided)).isOne();
        assertThat(shortlisted()).isZero();
        pool.put(gone, 3);
        pool.put(decided, 3);
        settle();
        assertThat(pairsOf(gone)).isEqualTo(found);
        assertThat(shortlisted()).isOne();
        pool.withdraw(gone, 4);
        pool.withdraw(decided, 4);
        settle();
    }

    @Test
    void whoIsFoundToBeAnotherTakesWhatWasDecidedWithHim() {
        PoolRows.Row twice = like("周全");
        PoolRows.Row stays = like("周全");
        pool.put(twice, 1);
        settle();
        assertThat(put(STATION, pair(rows.demand, twice), "{\"state\":\"SHORTLISTED\",\"note\":\"好\"}"))
                .hasStatusOk();
        String begun = "{\"demand\":\"%s\",\"talent\":\"%s\"}";
        assertThat(post(PROVINCE, "/placements", begun.formatted(id(rows.foreign), id(twice))))
                .hasStatus(201);
        // as a merge leaves them
        pool.put(stays, 1);
        jdbc.sql("update pool_record set same_as = ? where id = ?")
                .params(stays.id(), twice.id())
                .update();
        pool.withdraw(twice, 2);
        settle();
        assertThat(pairsOf(twice)).isZero();
        assertThat(pairsOf(stays)).isEqualTo(2);
        JsonNode kept = body(get(PROVINCE, "/placements?talent=" + id(stays)));
        assertThat(kept.path("total").asInt()).isOne();
        jdbc.sql("delete from placement").update();
        pool.withdraw(stays, 3);
        settle();
    }

    @Test
    void whatWasDecidedAboutOneOfTwoIsKeptWhereTheHubKnewBoth() {
        PoolRows.Row twice = like("周双");
        PoolRows.Row stays = like("周双");
        pool.put(twice, 1);
        pool.put(stays, 1);
        settle();
        int found = pairsOf(stays);
        assertThat(found).isPositive();
        assertThat(put(STATION, pair(rows.demand, twice), "{\"state\":\"SHORTLISTED\"}"))
                .hasStatusOk();
        jdbc.sql(
                        "insert into talent_wish (talent_id, state, changed_by, changed_at) values (?, 'LEFT_OUT', '', now(6))")
                .param(twice.id())
                .update();
        jdbc.sql("insert into talent_wish (talent_id, state, changed_by, changed_at) values (?, 'OPEN', '', now(6))")
                .param(stays.id())
                .update();
        jdbc.sql("update pool_record set same_as = ? where id = ?")
                .params(stays.id(), twice.id())
                .update();
        pool.withdraw(twice, 2);
        settle();
        assertThat(pairsOf(twice)).isZero();
        assertThat(pairsOf(stays)).isEqualTo(found);
        assertThat(shortlisted()).isOne();
        assertThat(jdbc.sql("select state from talent_wish where talent_id = ?")
                        .param(stays.id())
                        .query(String.class)
                        .single())
                .isEqualTo("LEFT_OUT");
        jdbc.sql("delete from talent_wish").update();
        pool.withdraw(stays, 3);
        settle();
    }

    @Test
    void whoAsksToBeLeftOutLeavesTheInboxes() {
        PoolRows.Row person = like("钱静");
        pool.put(person, 1);
        settle();
        int found = pairsOf(person);
        assertThat(found).isPositive();
        String wish = "/talents/" + id(person) + "/availability";
        assertThat(put(OTHER, wish, "{\"state\":\"LEFT_OUT\"}")).hasStatusOk();
        settle();
        assertThat(pairsOf(person)).isZero();
        assertThat(put(OTHER, wish, "{\"state\":\"OPEN\"}")).hasStatusOk();
        settle();
        assertThat(pairsOf(person)).isEqualTo(found);
        jdbc.sql("delete from talent_wish").update();
        pool.withdraw(person, 2);
        settle();
    }

    @Test
    void aDepartmentConsentsForItsOwnPeopleOnly() {
        String path = pair(rows.demand, rows.old);
        assertThat(post(STATION, path + "/contact", "{\"purpose\":\"面谈光芯片岗位\"}"))
                .hasStatus(201);
        assertThat(put(WUHAN, path + "/contact", "{\"answer\":\"yes\"}")).hasStatus(403);
        assertThat(put(WUHAN, path, "{\"state\":\"REFERRED\"}")).hasStatus(403);
        assertThat(put(YICHANG, path + "/contact", "{\"answer\":\"yes\"}")).hasStatusOk();
    }

    @Test
    void eachOrganisationAsksForItself() {
        String path = pair(rows.demand, rows.fits) + "/contact";
        assertThat(post(PROVINCE, path, "{\"purpose\":\"邀请参加活动\"}")).hasStatus(201);
        assertThat(post(STATION, path, "{\"purpose\":\"面谈光芯片岗位\"}")).hasStatus(201);
        assertThat(body(put(OTHER, path, "{\"answer\":\"yes\"}")).path("state").asString())
                .isEqualTo("YES");
        assertThat(body(get(STATION, pair(rows.demand, rows.fits)))
                        .at("/contact/state")
                        .asString())
                .isEqualTo("ASKED");
        assertThat(put(OTHER, path, "{\"answer\":\"no\"}")).hasStatusOk();
        assertThat(body(get(PROVINCE, pair(rows.demand, rows.fits)))
                        .at("/contact/state")
                        .asString())
                .isEqualTo("YES");
    }

    @Test
    void aRequestWhoseDemandIsGoneLeavesTheInboxReadable() {
        String path = pair(rows.demand, rows.fits);
        assertThat(post(STATION, path + "/contact", "{\"purpose\":\"面谈光芯片岗位\"}"))
                .hasStatus(201);
        pool.withdraw(rows.demand, 2);
        settle();
        MvcTestResult inbox = mvc.get().uri("/matches").with(as(OTHER)).exchange();
        assertThat(inbox).hasStatusOk();
        pool.put(rows.demand, 3);
        settle();
    }

    @Test
    void everyDecisionIsAskedFromEveryStateByEverybody() {
        String path = pair(rows.demand, rows.fits);
        int[] answers = new int[600];
        HANDS.forEach((viewer, hands) -> {
            for (PairState from : PairState.values()) {
                for (PairState to : PairState.values()) {
                    String as = "%s %s to %s".formatted(viewer.username(), from, to);
                    state("match_pair", from);
                    MvcTestResult r = put(viewer, path, "{\"state\":\"" + to + "\",\"reason\":\"OTHER\"}");
                    int status = r.getResponse().getStatus();
                    answers[status]++;
                    boolean given = to == PairState.NEW || to == PairState.ASKED;
                    boolean may = !given && PairLife.allowed(from, hands).contains(to);
                    if (hands.isEmpty()) {
                        assertThat(status).as(as).isIn(400, 401, 403, 404);
                    } else if (given) {
                        assertThat(status).as(as).isEqualTo(400);
                    } else {
                        assertThat(status).as(as).isIn(may ? List.of(200) : List.of(403, 409));
                    }
                    if (status == 409) {
                        assertThat(body(r).path("allowed").isArray()).as(as).isTrue();
                    }
                    assertThat(now("match_pair")).as(as).isEqualTo((may ? to : from).name());
                }
            }
        });
        System.out.printf(
                "decisions: %d 200, %d 400, %d 401, %d 403, %d 404, %d 409%n",
                answers[200], answers[400], answers[401], answers[403], answers[404], answers[409]);
    }

    @Test
    void everyAnswerIsGivenInEveryStateByEverybody() {
        String path = pair(rows.demand, rows.fits) + "/contact";
        assertThat(post(STATION, path, "{\"purpose\":\"面谈光芯片岗位\"}")).hasStatus(201);
        HANDS.forEach((viewer, hands) -> {
            for (ContactState from : ContactState.values()) {
                for (String answer : List.of("yes", "no", "close")) {
                    String as = "%s %s %s".formatted(viewer.username(), from, answer);
                    state("contact_request", from);
                    int status = put(viewer, path, "{\"answer\":\"" + answer + "\"}")
                            .getResponse()
                            .getStatus();
                    boolean closes = answer.equals("close");
                    boolean his = hands.contains(Hand.DEPARTMENT) || hands.contains(closes ? Hand.DEMAND : Hand.SOURCE);
                    boolean may = his && from == ContactState.ASKED;
                    assertThat(status).as(as).isIn(may ? List.of(200) : his ? List.of(409) : List.of(401, 403, 404));
                    assertThat(now("contact_request"))
                            .as(as)
                            .isEqualTo(may ? (closes ? "CLOSED" : answer.toUpperCase(Locale.ROOT)) : from.name());
                }
            }
        });
    }

    @Test
    void everyStepOfAPlacementIsTriedInEveryStateByEverybody() {
        String begun = "{\"demand\":\"%s\",\"talent\":\"%s\"}".formatted(id(rows.demand), id(rows.fits));
        String placement = body(post(PROVINCE, "/placements", begun)).path("id").asString();
        HANDS.forEach((viewer, hands) -> {
            for (PlacementState from : PlacementState.values()) {
                for (PlacementLife.Action action : PlacementLife.Action.values()) {
                    String step = action.name().toLowerCase(Locale.ROOT);
                    String as = "%s %s %s".formatted(viewer.username(), from, step);
                    jdbc.sql("update placement set retained_months = ?, before_state = ?")
                            .params(
                                    from == PlacementState.RETAINED ? 6 : 0,
                                    from == PlacementState.CONTACTED ? null : "CONTACTED")
                            .update();
                    state("placement", from);
                    MvcTestResult r = post(viewer, "/placements/" + placement + "/" + step, "{\"reason\":\"FILLED\"}");
                    int status = r.getResponse().getStatus();
                    if (hands.isEmpty()) {
                        assertThat(status).as(as).isIn(401, 403, 404);
                        assertThat(now("placement")).as(as).isEqualTo(from.name());
                    } else if (status == 409) {
                        assertThat(body(r).path("code").asString()).as(as).isEqualTo("action.not-now");
                        assertThat(body(r).path("allowed").toString().toLowerCase(Locale.ROOT))
                                .as(as)
                                .doesNotContain("\"" + step + "\"");
                        assertThat(now("placement")).as(as).isEqualTo(from.name());
                    } else {
                        assertThat(status).as(as).isEqualTo(200);
                        assertThat(now("placement").equals(from.name()))
                                .as(as)
                                .isEqualTo(action == PlacementLife.Action.RETAIN && from == PlacementState.RETAINED);
                    }
                }
            }
        });
    }

    private void state(String table, Enum<?> state) {
        jdbc.sql("update " + table + " set state = ? where demand_id = ? and talent_id = ?")
                .params(state.name(), rows.demand.id(), rows.fits.id())
                .update();
    }

    private String now(String table) {
        return jdbc.sql("select state from " + table + " where demand_id = ? and talent_id = ?")
                .params(rows.demand.id(), rows.fits.id())
                .query(String.class)
                .single();
    }
}
