package org.talenthub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.matching.MatchPool.id;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.as;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.talenthub.indexing.Relay;
import org.talenthub.matching.pairs.MatchWatch;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** What the pages of pairs, ranked lists and placements tell, and that one stays on them when something is refused. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairPagesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Viewer OTHER = new Viewer(77, "other", "其他驿站", Role.STATION, null, 77L, "其他驿站");

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

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(rows.all(), 1);
        settle();
    }

    @BeforeEach
    void nothingDecided() {
        for (String table : List.of("contact_request", "placement_step", "placement", "talent_wish")) {
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

    private static String pair(PoolRows.Row demand, PoolRows.Row talent) {
        return "/matches/" + id(demand) + "/" + id(talent);
    }

    private MvcTestResult page(Viewer v, String path) {
        MvcTestResult r = mvc.get().uri(path).with(as(v)).exchange();
        assertThat(r).as(path).hasStatusOk();
        return r;
    }

    /** What a form says, sent from its page. */
    private MvcTestResult sent(Viewer v, String path, String... said) {
        var post = mvc.post().uri(path).with(as(v)).with(csrf());
        for (int i = 0; i < said.length; i += 2) {
            post = post.param(said[i], said[i + 1]);
        }
        return post.exchange();
    }

    /** The page that follows a form. */
    private MvcTestResult after(Viewer v, MvcTestResult r, String address) {
        assertThat(r).hasStatus(302);
        String to = String.valueOf(r.getResponse().getRedirectedUrl());
        assertThat(to).startsWith(address);
        MvcTestResult next = mvc.get()
                .uri(to.replaceFirst("#.*", ""))
                .flashAttrs(Map.copyOf(r.getMvcResult().getFlashMap()))
                .with(as(v))
                .exchange();
        assertThat(next).hasStatusOk();
        return next;
    }

    private MvcTestResult api(Viewer v, String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(v))
                .exchange();
    }

    private MvcTestResult asked(Viewer v, PoolRows.Row demand, PoolRows.Row talent) {
        return api(v, pair(demand, talent) + "/contact", "{\"purpose\":\"面谈光芯片岗位\"}");
    }

    private String begun(PoolRows.Row demand, PoolRows.Row talent) {
        String body = "{\"demand\":\"%s\",\"talent\":\"%s\"}".formatted(id(demand), id(talent));
        return JSON.readTree(api(PROVINCE, "/placements", body).getResponse().getContentAsByteArray())
                .path("id")
                .asString();
    }

    @Test
    void whatIsRefusedIsToldOnThePageWithWhatWasTyped() {
        String pair = pair(rows.demand, rows.fits);
        assertThat(page(STATION, pair)).bodyText().contains("name=\"reason\" required", "formnovalidate");
        MvcTestResult refused = after(
                STATION, sent(STATION, pair, "state", "DISMISSED", "note", "方向不同，先放一放"), pair);
        assertThat(refused).bodyText().contains("role=\"alert\"", "写明原因", "方向不同，先放一放");
        assertThat(after(STATION, sent(STATION, pair + "/contact", "purpose", "见面"), pair))
                .bodyText()
                .contains("role=\"alert\"", "value=\"见面\"");
        assertThat(asked(STATION, rows.demand, rows.fits)).hasStatus(201);
        assertThat(after(STATION, sent(STATION, pair + "/answer", "answer", "yes", "note", "由我代答"), pair))
                .bodyText()
                .contains("role=\"alert\"", "由我代答");
        assertThat(after(
                        STATION,
                        sent(STATION, pair, "state", "DISMISSED", "reason", "SKILLS", "note", "方向不同"),
                        pair))
                .bodyText()
                .contains("不合适", "方向不同")
                .doesNotContain("role=\"alert\"");
        assertThat(sent(STATION, "/matches/" + id(rows.demand) + "/0000000000000", "state", "SEEN"))
                .hasStatus(404);

        String needs = "/talents/" + id(rows.bachelor) + "/needs";
        assertThat(after(
                        STATION,
                        sent(
                                STATION,
                                "/talents/" + id(rows.bachelor) + "/availability",
                                "state",
                                "PAUSED",
                                "until",
                                "2020-01-01"),
                        needs))
                .bodyText()
                .contains("role=\"alert\"", "2020-01-01");
    }

    @Test
    void aFullDemandIsToldOnTheListWhereOneWas() {
        for (PoolRows.Row person : List.of(rows.bachelor, rows.fits)) {
            String placement = begun(rows.foreign, person);
            assertThat(api(PROVINCE, "/placements/" + placement + "/intent", "{}"))
                    .hasStatusOk();
            MvcTestResult signed = sent(PROVINCE, "/placements/" + placement + "/sign", "list", "state=INTENT&page=0");
            assertThat(signed.getResponse().getRedirectedUrl())
                    .isEqualTo("/placements?state=INTENT&page=0#p-" + placement);
            MvcTestResult next = after(PROVINCE, signed, "/placements?state=INTENT");
            if (person == rows.bachelor) {
                assertThat(next).bodyText().contains("已签约").doesNotContain("role=\"alert\"");
            } else {
                assertThat(next).bodyText().contains("role=\"alert\"", "1 个名额已满");
            }
            assertThat(sent(PROVINCE, "/placements/" + placement + "/intent", "list", "//elsewhere.example/?a=b")
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo("/placements#p-" + placement);
        }
    }
}
