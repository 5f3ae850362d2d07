package org.talenthub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.matching.MatchPool.id;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Long> batches = new ArrayList<>();
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
        for (long batch : batches) {
            jdbc.sql("delete from report where batch_id = ?").param(batch).update();
            jdbc.sql("delete from import_batch where id = ?").param(batch).update();
        }
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
                .cookie(r.getResponse().getCookies())
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
        MvcTestResult refused = after(STATION, sent(STATION, pair, "state", "DISMISSED", "note", "方向不同，先放一放"), pair);
        assertThat(refused).bodyText().contains("role=\"alert\"", "写明原因", "方向不同，先放一放");
        assertThat(after(STATION, sent(STATION, pair + "/contact", "purpose", "见面"), pair))
                .bodyText()
                .contains("role=\"alert\"", "value=\"见面\"");
        assertThat(asked(STATION, rows.demand, rows.fits)).hasStatus(201);
        assertThat(after(STATION, sent(STATION, pair + "/answer", "answer", "yes", "note", "由我代答"), pair))
                .bodyText()
                .contains("role=\"alert\"", "由我代答");
        assertThat(after(STATION, sent(STATION, pair, "state", "DISMISSED", "reason", "SKILLS", "note", "方向不同"), pair))
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

    @Test
    void whetherAPersonMayBeAskedAndHowOftenHeWasIsToldBefore() {
        String pair = pair(rows.demand, rows.fits);
        String form = "action=\"" + pair + "/contact\"";
        assertThat(page(STATION, pair)).bodyText().contains("可以联系", "90 天内被请求 0 次", form);
        for (int i = 0; i < 6; i++) {
            request(rows.foreign, rows.fits, "carrier:" + (90 + i));
        }
        assertThat(page(STATION, pair)).bodyText().contains("90 天内已被请求 6 次，超过 5 次", form);
        assertThat(page(STATION, "/demands/" + id(rows.demand) + "/candidates"))
                .bodyText()
                .contains("<span class=\"tag signal\">90 天内被请求 6 次");

        String until = HubTime.today().plusDays(20).toString();
        asking(rows.fits, "PAUSED", until);
        assertThat(page(STATION, pair)).bodyText().contains("暂停联系到 " + until).doesNotContain(form);
        assertThat(after(STATION, sent(STATION, pair + "/contact", "purpose", "面谈岗位"), pair))
                .bodyText()
                .contains("role=\"alert\"", "目前不接受对接请求");
        asking(rows.fits, "PAUSED", "");
        assertThat(page(STATION, pair)).bodyText().contains("没有说到哪天为止").doesNotContain(form);
        asking(rows.fits, "CONTACT_FIRST", "");
        assertThat(page(STATION, pair)).bodyText().contains("请求对接前，先与", form);
        // whoever reported him needs to ask nobody
        assertThat(page(OTHER, pair)).bodyText().contains("由本单位上报").doesNotContain(form);
    }

    /** Of an organisation that has nothing to do with the pair. */
    private void request(PoolRows.Row demand, PoolRows.Row talent, String asker) {
        jdbc.sql("""
                        insert into contact_request (id, demand_id, talent_id, asker, asker_name, purpose, owner, state, asked_at, version)
                        values (?, ?, ?, ?, '', '面谈', '', 'CLOSED', ?, 0)""")
                .params(Ids.next(), demand.id(), talent.id(), asker, Timestamp.from(Instant.now()))
                .update();
    }

    private void asking(PoolRows.Row talent, String state, String until) {
        assertThat(sent(OTHER, "/talents/" + id(talent) + "/availability", "state", state, "until", until))
                .hasStatus(302);
    }

    /** The line that a field came with is a door for whoever may open the batch, and said to nobody else who does not see the record in full. */
    @Test
    void aScoreShowsWhatItStandsOnAndWhereItsNextStepIsDone() {
        long batch = reported(rows.bachelor, MatchPool.OWN);
        String link = "/imports/" + Ids.text(batch);
        String pair = pair(rows.demand, rows.bachelor);
        String candidates = "/demands/" + id(rows.demand) + "/candidates";
        for (String page : List.of(pair, candidates)) {
            assertThat(page(STATION, page))
                    .bodyText()
                    .contains("人才 所学专业", "href=\"" + link + "\">第 7 行，2026-11-02")
                    .contains("href=\"" + candidates + "#conditions\">考虑放宽条件");
        }
        long foreign = reported(rows.fits, MatchPool.OTHER);
        for (String page : List.of(pair(rows.demand, rows.fits), candidates)) {
            assertThat(page(STATION, page)).bodyText().doesNotContain(Ids.text(foreign));
            assertThat(page(PROVINCE, page)).bodyText().contains("href=\"/imports/" + Ids.text(foreign));
        }
        assertThat(page(STATION, candidates))
                .bodyText()
                .contains("href=\"" + pair(rows.demand, rows.silent) + "#contact\"");
        // whose the demand is not cannot change what it asks for
        assertThat(page(OTHER, pair(rows.demand, rows.old)))
                .bodyText()
                .contains("href=\"/demands/" + id(rows.demand) + "\">考虑放宽条件");
    }

    /** As if the person had come with the seventh line of a sheet. */
    private long reported(PoolRows.Row person, String reporter) {
        long batch = Ids.next();
        batches.add(batch);
        long report = Ids.next();
        jdbc.sql("""
                        insert into import_batch (id, feed, file_name, file_size, sha256, legal_basis, status, reporter, reporter_name,
                          submitted_by, commit_wanted, phase, phase_since, rows_read, attempts, created_at, updated_at)
                        values (?, 'talent', 'a.csv', 1, '', '', 'COMMITTED', ?, '', '', false, 'DONE', now(), 1, 1, now(), now())""").params(batch, reporter).update();
        jdbc.sql("""
                        insert into report (id, batch_id, row_no, type, state, reporter, record_id, title, payload, payload_hash, live_at)
                        select ?, ?, 7, 'talent', 'LIVE', ?, id, name, payload, '', '2026-11-02 01:00:00' from pool_record where id = ?""").params(report, batch, reporter, person.id()).update();
        jdbc.sql("update pool_record set provenance = ? where id = ?")
                .params("{\"*\":\"" + Ids.text(report) + "\"}", person.id())
                .update();
        return batch;
    }

    @Test
    void eventsAreCountedByTheirNames() {
        MvcTestResult made =
                api(PROVINCE, "/events", "{\"kind\":\"FORUM\",\"name\":\"光谷引才对接会\",\"from\":\"2026-12-05\"}");
        assertThat(made).hasStatus(201);
        String event = JSON.readTree(made.getResponse().getContentAsByteArray())
                .path("id")
                .asString();
        assertThat(api(
                        PROVINCE,
                        "/placements",
                        "{\"demand\":\"%s\",\"talent\":\"%s\",\"event\":\"%s\"}"
                                .formatted(id(rows.foreign), id(rows.fits), event)))
                .hasStatus(201);
        assertThat(page(PROVINCE, "/placements?by=event")).bodyText().contains("<th scope=\"row\">光谷引才对接会</th>");
        assertThat(page(PROVINCE, "/placements?event=" + event))
                .bodyText()
                .contains("<span class=\"tag\">光谷引才对接会</span>");
        // a draft has no name for whom it is not yet public to
        assertThat(page(OTHER, "/placements?by=event"))
                .bodyText()
                .contains("<th scope=\"row\">未公开的活动</th>")
                .doesNotContain("光谷引才对接会");
        jdbc.sql("delete from recruitment_event where id = ?")
                .param(Ids.parse(event).orElseThrow())
                .update();
    }

    @Test
    void whatNarrowsAListStandsOnItAndGoesWithEveryPageFormAndSheet() throws IOException {
        String candidates = "/demands/" + id(rows.demand) + "/candidates";
        assertThat(page(PROVINCE, candidates + "?education=11&education=14&lean=60&size=1"))
                .bodyText()
                .contains("<b>学历</b> 博士研究生", "<b>学历</b> 硕士研究生")
                // without one of the two, the next page, and what the forms send besides
                .contains("href=\"" + candidates + "?education=14&amp;size=1&amp;lean=60\"")
                .contains("href=\"" + candidates + "?education=11&amp;education=14&amp;size=1&amp;lean=60&amp;page=1\"")
                .contains("<input type=\"hidden\" name=\"education\" value=\"14\">");
        assertThat(page(PROVINCE, candidates + "?with=" + id(rows.fits) + "&q=光学&region=420100"))
                .bodyText()
                .contains("<b>检索词</b> 光学", "<b>地区</b> 武汉市")
                .contains("href=\"" + candidates + "?q=%E5%85%89%E5%AD%A6&amp;region=420100\"");
        assertThat(page(PROVINCE, candidates)).bodyText().doesNotContain("class=\"chips\"");

        String all = cells(sent(PROVINCE, candidates + ".xlsx", "purpose", "座谈会名单"));
        assertThat(all).contains("周全", "吴老");
        assertThat(cells(sent(PROVINCE, candidates + ".xlsx", "purpose", "座谈会名单", "education", "14")))
                .contains("吴老")
                .doesNotContain("周全");
    }

    @Test
    void whatFitsAPersonIsTakenHomeByWhoMayExportHim() throws IOException {
        String needs = "/talents/" + id(rows.bachelor) + "/needs";
        assertThat(page(STATION, needs)).bodyText().contains("action=\"" + needs + ".xlsx\"");
        assertThat(cells(sent(STATION, needs + ".xlsx", "purpose", "给本人看")))
                .contains("郑本：合适的需求", "光芯片工艺工程师", "光芯片测试工程师", "给本人看");
        String api = "/api/v1/talents/" + id(rows.bachelor) + "/demands.xlsx?purpose=给本人看";
        assertThat(cells(
                        mvc.get().uri(api + "&region=420500").with(as(PROVINCE)).exchange()))
                .contains("光芯片测试工程师")
                .doesNotContain("光芯片工艺工程师");
        assertThat(mvc.get().uri(api.replace("purpose", "why")).with(as(PROVINCE)))
                .hasStatus(400);
        assertThat(mvc.get()
                        .uri("/api/v1/talents/" + id(rows.fits) + "/demands.xlsx?purpose=给本人看")
                        .with(as(STATION)))
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
    void whyPairsCameToNothingIsCountedAboveThem() {
        for (PoolRows.Row person : List.of(rows.fits, rows.old)) {
            assertThat(sent(STATION, pair(rows.demand, person), "state", "DISMISSED", "reason", "SKILLS"))
                    .hasStatus(302);
        }
        assertThat(sent(STATION, pair(rows.demand, rows.bachelor), "state", "DISMISSED", "reason", "AGE"))
                .hasStatus(302);
        assertThat(page(STATION, "/matches")).bodyText().doesNotContain("没有成的原因");
        String skills = "/matches?state=DISMISSED&amp;reason=SKILLS\"";
        assertThat(page(STATION, "/matches?state=DISMISSED"))
                .bodyText()
                .contains(skills + "><span>技术技能不符</span> <data value=\"2\">2</data>", "周先生", "吴先生", "郑本")
                .contains("<span>年龄不符</span> <data value=\"1\">1</data>");
        assertThat(page(STATION, "/matches?state=DISMISSED&reason=AGE"))
                .bodyText()
                .contains("郑本")
                .doesNotContain("周先生");
        // of the other's people with others' demands, none is the other's own demand
        assertThat(page(OTHER, "/matches?state=DISMISSED")).bodyText().doesNotContain("没有成的原因");
        assertThat(page(OTHER, "/matches?state=DISMISSED&side=people"))
                .bodyText()
                .contains("<data value=\"2\">2</data>")
                .doesNotContain("年龄不符");
        assertThat(mvc.get().uri("/api/v1/matches?reason=SKILLS").with(as(STATION)))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
        assertThat(mvc.get().uri("/api/v1/matches?reason=MOOD").with(as(STATION)))
                .hasStatus(400);
    }

    @Test
    void howLongSomebodyStayedStandsBesideTheState() {
        String placement = begun(rows.demand, rows.fits);
        for (String step : List.of("intent", "sign", "arrive", "retain")) {
            assertThat(api(PROVINCE, "/placements/" + placement + "/" + step, "{}"))
                    .hasStatusOk();
        }
        assertThat(page(PROVINCE, "/placements")).bodyText().contains("<span class=\"tag\">6 个月</span>");
        assertThat(api(PROVINCE, "/placements/" + placement + "/retain", "{}")).hasStatusOk();
        assertThat(page(PROVINCE, "/placements")).bodyText().contains("<span class=\"tag\">12 个月</span>");
    }
}
