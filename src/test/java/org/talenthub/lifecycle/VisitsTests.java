package org.talenthub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.HubTime;
import org.talenthub.pictures.TestPictures;
import org.talenthub.results.saved.Reminders;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;

/** What a call asks for, how experts stand, and what a visit brings: over HTTP, by each role. */
@HubTest
@Tag("database")
class VisitsTests {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<Reminders> reminders;

    private CaseRoom room;
    private HubClient hub;

    @BeforeEach
    void whoActs() {
        room = new CaseRoom(port, accounts, jdbc, "apv");
        room.open();
        hub = room.hub;
    }

    @Test
    void aCallSaysWhatItAsksForAndNothingIsSubmittedWithoutIt() {
        for (Map<String, Integer> wrong : List.of(
                Map.of("conditions", 100),
                Map.of("conditions", 40, "tasks", 30, "goals", 20, "support", 20),
                Map.of("conditions", 40, "tasks", 30, "goals", 30, "colour", 0))) {
            HubClient.Answer a = hub.post(
                    room.province(),
                    "/api/v1/calls",
                    CaseRoom.json(Map.of(
                            "year",
                            2026,
                            "kind",
                            "STATION",
                            "deadline",
                            HubTime.today().toString(),
                            "criteria",
                            wrong)));
            assertThat(a.status()).isEqualTo(400);
            assertThat(a.body().path("code").asString()).isEqualTo("call.criteria");
        }
        String call = room.call(Map.of(
                "text",
                "成熟一个、审批一个。",
                "criteria",
                Map.of("conditions", 40, "tasks", 25, "goals", 20, "support", 15),
                "evidence",
                List.of("营业执照", "经费预算表")));
        String at = "/api/v1/calls/" + call;
        JsonNode whole = hub.get("", at).body();
        assertThat(whole.path("outline").size()).isEqualTo(6);
        assertThat(whole.at("/criteria/conditions").asInt()).isEqualTo(40);
        assertThat(whole.path("evidence").size()).isEqualTo(2);

        assertThat(hub.file(room.province(), at + "/files", "通知.pdf", PDF).status())
                .isEqualTo(201);
        assertThat(hub.file(room.wuhan(), at + "/files", "通知.pdf", PDF).status())
                .isEqualTo(403);
        assertThat(hub.file(room.province(), at + "/files", "通知.pdf", new byte[] {1})
                        .status())
                .isEqualTo(415);
        String document = hub.get("", at + "/files").body().at("/0/id").asString();
        assertThat(hub.get("", at + "/files/" + document).bytes()).isEqualTo(PDF);
        assertThat(hub.get("", at + "/files/0").status()).isEqualTo(404);

        String path = room.draft(call, "示例申报印证驿站");
        HubClient.Answer early = room.act(room.wuhan(), path, "submit", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().path("errors").toString()).contains("营业执照", "经费预算表");
        assertThat(hub.file(room.wuhan(), path + "/files?evidence=" + HubClient.encode("户口簿"), "a.pdf", PDF)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("evidence.unknown");
        for (String name : List.of("营业执照", "经费预算表")) {
            HubClient.Answer in =
                    hub.file(room.wuhan(), path + "/files?evidence=" + HubClient.encode(name), name + ".pdf", PDF);
            assertThat(in.status()).as("%s", in.body()).isEqualTo(201);
            assertThat(in.body().path("evidence").asString()).isEqualTo(name);
        }
        room.experts(path, CaseRoom.EXPERTS);
        assertThat(room.review(room.province(), path, "评审甲", 38).status())
                .as("tasks at most 25 here, so 24 are fine; support at most 15, so 18 are not")
                .isEqualTo(400);
        assertThat(room.act(
                                room.province(),
                                path,
                                "reviews",
                                Map.of(
                                        "expert",
                                        "评审甲",
                                        "scores",
                                        Map.of("conditions", 38, "tasks", 24, "goals", 18, "support", 12)))
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(92);
        for (String page : List.of("/calls", "/calls/" + call, "/applications")) {
            page(PROVINCE, page);
        }
        assertThat(page(PROVINCE, "/calls/" + call)).contains("成熟一个", "营业执照", "通知.pdf", "40");
    }

    @Test
    void howEachExpertStandsFromTheInvitationToTheReview() {
        room.account("apv-expert", Role.CITY, "420600");
        String path = room.draft(room.call(Map.of()), "示例申报专家驿站");
        room.experts(
                path,
                List.of(
                        Map.of("name", "专甲", "employer", "示例评审大学", "account", "apv-expert"),
                        Map.of("name", "专乙", "employer", "示例评审学院"),
                        Map.of("name", "专丙", "employer", "示例评审中心")));
        assertThat(standings(path)).containsExactly("专甲 INVITED", "专乙 INVITED", "专丙 INVITED");
        assertThat(hub.get(room.province(), path + "/reviews")
                        .body()
                        .at("/experts/0/due")
                        .asString())
                .isEqualTo(HubTime.today().plusDays(15).toString());
        assertThat(told("apv-expert")).anyMatch(t -> t.contains("示例申报专家驿站"));
        assertThat(room.act("apv-expert", path, "reviews/accept", Map.of()).status())
                .isEqualTo(200);
        assertThat(room.act(room.province(), path, "reviews/accept", Map.of("expert", "专丁"))
                        .status())
                .isEqualTo(400);
        assertThat(room.act(room.wuhan(), path, "reviews/accept", Map.of("expert", "专乙"))
                        .status())
                .isEqualTo(403);
        assertThat(room.act(room.yichang(), path, "reviews/accept", Map.of()).status())
                .isEqualTo(404);
        assertThat(standings(path)).containsExactly("专甲 ACCEPTED", "专乙 INVITED", "专丙 INVITED");
        room.done(room.province(), path, "reviews", Map.of("expert", "专乙", "declined", true));
        room.done(room.province(), path, "reviews", Map.of("expert", "专丙", "declined", true));
        assertThat(room.review("apv-expert", path, "专甲", 25).status()).isEqualTo(201);
        assertThat(standings(path)).containsExactly("专甲 IN", "专乙 DECLINED", "专丙 DECLINED");

        // all have answered and one has judged: three are needed, so others are asked
        room.done(room.province(), path, "visit", Map.of());
        assertThat(room.act(room.province(), path, "recommend", Map.of()).status())
                .isEqualTo(409);
        assertThat(room.act(room.province(), path, "experts", Map.of("experts", List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(room.act(room.wuhan(), path, "experts", Map.of("experts", CaseRoom.EXPERTS))
                        .status())
                .isEqualTo(403);
        assertThat(room.act(
                                room.province(),
                                path,
                                "experts",
                                Map.of("experts", CaseRoom.EXPERTS.subList(0, 2), "due", "2020-01-01"))
                        .status())
                .isEqualTo(400);
        room.done(room.province(), path, "experts", Map.of("experts", CaseRoom.EXPERTS.subList(0, 2)));
        assertThat(standings(path)).hasSize(5).contains("评审甲 INVITED");

        jdbc.sql("update carrier_application set reviews_due = ? where id = ?")
                .params(LocalDate.now(HubTime.ZONE).minusDays(1), CaseRoom.id(path))
                .update();
        assertThat(standings(path)).contains("专甲 IN", "评审甲 OVERDUE", "评审乙 OVERDUE");
        assertThat(told("province")).anyMatch(t -> t.contains("示例申报专家驿站") && t.contains("2"));

        // a review is reopened: what was said stays beside the new one
        String review = hub.get(room.province(), path + "/reviews")
                .body()
                .at("/items")
                .valueStream()
                .filter(r -> r.path("expert").asString().equals("专甲"))
                .map(r -> r.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(room.act(room.province(), path, "reviews/" + review + "/reopen", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(room.act("apv-expert", path, "reviews/" + review + "/reopen", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        room.done(room.province(), path, "reviews/" + review + "/reopen", Map.of("reason", "分数录错"));
        assertThat(room.act(room.province(), path, "reviews/" + review + "/reopen", Map.of("reason", "再来"))
                        .status())
                .isEqualTo(404);
        assertThat(room.review("apv-expert", path, "专甲", 20).status()).isEqualTo(201);
        JsonNode board = hub.get(room.province(), path + "/reviews").body();
        assertThat(board.at("/reopened/0/review/total").asInt()).isEqualTo(85);
        assertThat(board.at("/reopened/0/reason").asString()).isEqualTo("分数录错");
        assertThat(room.review(room.province(), path, "评审甲", 25).status()).isEqualTo(201);
        assertThat(room.review(room.province(), path, "评审乙", 25).status()).isEqualTo(201);
        assertThat(page(PROVINCE, path.substring(7))).contains("退回重评", "已婉拒");
        assertThat(room.done(room.province(), path, "recommend", Map.of())
                        .path("state")
                        .asString())
                .isEqualTo("RECOMMENDED");
        assertThat(room.act(room.province(), path, "experts", Map.of("experts", CaseRoom.EXPERTS))
                        .status())
                .isEqualTo(409);
    }

    private List<String> standings(String path) {
        return hub.get(room.province(), path + "/reviews")
                .body()
                .path("experts")
                .valueStream()
                .map(e -> e.path("name").asString() + " " + e.path("state").asString())
                .toList();
    }

    private List<String> told(String user) {
        Viewer who = user.equals("province") ? PROVINCE : new Viewer(7, user, user, Role.CITY, "420600", null, null);
        return reminders.stream()
                .flatMap(r -> r.on(HubTime.today(), who).stream())
                .map(Reminders.Reminder::text)
                .toList();
    }

    @Test
    void aVisitIsRecordedWithPhotographsThatTellNoPlace() {
        String path = room.draft(room.call(Map.of()), "示例申报考察驿站");
        String visit = path + "/visit";
        String photos = path + "/photos?caption=" + HubClient.encode("驿站服务窗口");
        Map<String, Object> said = Map.of("on", HubTime.today().toString(), "visitors", "三人", "findings", "相符");
        assertThat(hub.put(room.province(), visit, CaseRoom.json(said)).status())
                .isEqualTo(409);
        room.experts(path, CaseRoom.EXPERTS);
        assertThat(hub.put(room.province(), visit, CaseRoom.json(Map.of("on", "昨天", "visitors", "a", "findings", "b")))
                        .status())
                .isEqualTo(400);
        assertThat(hub.put(room.province(), visit, CaseRoom.json(Map.of("visitors", "三人")))
                        .status())
                .isEqualTo(400);
        assertThat(hub.put(room.province(), visit, CaseRoom.json(said)).status())
                .isEqualTo(200);
        assertThat(hub.put(room.wuhan(), visit, CaseRoom.json(said)).status()).isEqualTo(403);
        assertThat(hub.put(room.yichang(), visit, CaseRoom.json(said)).status()).isEqualTo(404);
        assertThat(hub.get(room.wuhan(), visit).body().at("/visit/findings").asString())
                .isEqualTo("相符");
        for (String stranger : List.of(room.yichang(), room.station())) {
            assertThat(hub.get(stranger, visit).status()).as(stranger).isEqualTo(404);
        }
        assertThat(hub.get(room.maker(), visit).status()).isEqualTo(403);

        HubClient.Answer added = hub.file(room.province(), photos, "IMG_2026.jpg", TestPictures.jpeg(6));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        assertThat(hub.file(room.province(), photos, "b.png", TestPictures.png())
                        .status())
                .isEqualTo(201);
        assertThat(hub.file(room.province(), photos, "c.jpg", "<script>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(hub.file(room.province(), path + "/photos", "d.jpg", TestPictures.jpeg(1))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("picture.caption");
        assertThat(hub.file(room.province(), photos, "e.jpg", new byte[(10 << 20) + 1])
                        .status())
                .isEqualTo(413);
        assertThat(hub.file(room.wuhan(), photos, "f.jpg", TestPictures.jpeg(1)).status())
                .isEqualTo(403);
        String photo = path + "/photos/" + added.body().path("id").asString();
        byte[] back = hub.get(room.wuhan(), photo).bytes();
        assertThat(new String(back, StandardCharsets.ISO_8859_1))
                .startsWith("ÿØÿ")
                .doesNotContain("GPS");
        assertThat(jdbc.sql("select bytes from picture_piece")
                        .query((rs, i) -> new String(rs.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .hasSize(2)
                .noneMatch(b -> b.contains("JFIF") || b.contains("PNG") || b.contains("GPS"));
        assertThat(hub.get(room.yichang(), photo).status()).isEqualTo(404);
        assertThat(page(PROVINCE, path.substring(7))).contains("实地考察", "相符", "驿站服务窗口");

        assertThat(hub.delete(room.wuhan(), photo).status()).isEqualTo(403);
        assertThat(hub.delete(room.province(), photo).status()).isEqualTo(204);
        assertThat(hub.get(room.province(), photo).status()).isEqualTo(404);
        room.done(room.province(), path, "visit", Map.of());
        room.done(room.province(), path, "refuse", Map.of("reason", "不符"));
        assertThat(hub.put(room.province(), visit, CaseRoom.json(said)).status())
                .isEqualTo(409);
        assertThat(hub.get(room.province(), visit).body().path("photos").size()).isOne();
    }

    private String page(Viewer who, String path) {
        String page = "";
        for (String lang : List.of("en", "zh-CN")) {
            var answer = mvc.get()
                    .uri(path + "?lang=" + lang)
                    .with(as(who))
                    .exchange()
                    .getResponse();
            assertThat(answer.getStatus()).as("%s %s", path, lang).isEqualTo(200);
            page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(page).contains("</html>").doesNotContain("??");
        }
        return page;
    }

    /** On public notice for as many days as it is configured, none by default. */
    @Test
    void aNoticeRunsForItsDays() {
        Instant since = Instant.parse("2026-12-01T16:30:00Z");
        assertThat(new LifecycleSettings(0, 15, 15, Map.of()).noticeOver(since)).isEqualTo("2026-12-02");
        assertThat(new LifecycleSettings(5, 15, 15, Map.of()).noticeOver(since)).isEqualTo("2026-12-07");
    }
}
