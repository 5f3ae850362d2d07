package org.talenthub.lifecycle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.HubTime;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of an application from the call to the carrier's record, over HTTP, and what others are told of it. */
@HubTest
@Tag("database")
class ApplicationsTests {

    private static final byte[] END = "\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
    private static final List<Map<String, String>> EXPERTS = List.of(
            Map.of("name", "评审甲", "employer", "示例评审大学"),
            Map.of("name", "评审乙", "employer", "示例评审研究院"),
            Map.of("name", "评审丙", "employer", "示例评审学院"));

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
        new TestAccounts(hub, accounts, jdbc)
                .province("ap-province")
                .station("ap-province", "ap-station", "示例申报邻驿站", "武汉市");
        city("ap-wuhan", "420100");
        city("ap-yichang", "420500");
        for (String table : List.of(
                "carrier_review",
                "carrier_application_piece",
                "carrier_application_file",
                "carrier_application_step",
                "carrier_application_version",
                "carrier_application",
                "carrier_call")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private void city(String username, String region) {
        if (accounts.find(username).isEmpty()) {
            accounts.create(new NewAccount(username, TestAccounts.PASSWORD, username, Role.CITY, region, null, null));
        }
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private String call() {
        HubClient.Answer made = hub.post(
                "ap-province",
                "/api/v1/calls",
                json(Map.of(
                        "year",
                        2026,
                        "kind",
                        "STATION",
                        "deadline",
                        HubTime.today().plusDays(30).toString())));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.body().path("quota").asInt()).isEqualTo(20);
        return made.body().path("id").asString();
    }

    private String draft(String call, String name) {
        HubClient.Answer made = hub.post(
                "ap-wuhan",
                "/api/v1/applications",
                json(Map.of("call", call, "name", name, "region", "武汉市洪山区", "hostName", "示例申报光电有限公司")));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return "/api/v1/applications/" + made.body().path("id").asString();
    }

    private void complete(String path) {
        assertThat(hub.put(
                                "ap-wuhan",
                                path,
                                json(Map.of(
                                        "hostCode",
                                        "91429999MA9999005A",
                                        "industries",
                                        List.of("光电子信息"),
                                        "outline",
                                        Map.of(
                                                "basics", "一家企业",
                                                "conditions", "有平台",
                                                "tasks", "引才",
                                                "goals", "一年二十人",
                                                "support", "有经费",
                                                "services", "住房"))))
                        .status())
                .isEqualTo(200);
    }

    private HubClient.Answer act(String user, String path, String action, Object said) {
        return hub.post(user, path + "/" + action, json(said));
    }

    private JsonNode done(String user, String path, String action, Object said, String state) {
        HubClient.Answer a = act(user, path, action, said);
        assertThat(a.status()).as("%s %s", action, a.body()).isEqualTo(200);
        assertThat(a.body().path("state").asString()).isEqualTo(state);
        return a.body();
    }

    @Test
    void fromTheCallToTheCarrier() throws Exception {
        String call = call();
        assertThat(hub.get("", "/api/v1/calls").body().at("/items/0/id").asString())
                .isEqualTo(call);
        assertThat(hub.post(
                                "ap-province",
                                "/api/v1/calls",
                                json(Map.of("year", 2026, "kind", "STATION", "deadline", "2030-01-01")))
                        .status())
                .isEqualTo(409);
        String path = draft(call, "示例申报光电人才驿站");

        HubClient.Answer early = act("ap-wuhan", path, "submit", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().path("errors").size()).isGreaterThan(5);
        complete(path);
        done("ap-wuhan", path, "submit", Map.of(), "SUBMITTED");
        assertThat(hub.put("ap-wuhan", path, json(Map.of("name", "别名"))).status())
                .isEqualTo(409);
        assertThat(act("ap-wuhan", path, "return", Map.of()).status()).isEqualTo(400);
        done("ap-wuhan", path, "return", Map.of("reason", "补充经费说明"), "RETURNED");
        done("ap-wuhan", path, "submit", Map.of(), "SUBMITTED");
        JsonNode passed = done("ap-wuhan", path, "pass", Map.of(), "CITY_PASSED");
        assertThat(words(passed.path("allowed"))).containsExactly("withdraw", "undo");

        HubClient.Answer notNow = act("ap-province", path, "approve", Map.of("document", "一号"));
        assertThat(notNow.status()).isEqualTo(409);
        assertThat(notNow.body().path("code").asString()).isEqualTo("action.not-now");
        assertThat(words(notNow.body().path("allowed"))).containsExactly("refuse", "assign");

        assertThat(act("ap-province", path, "assign", Map.of("experts", EXPERTS.subList(0, 2)))
                        .status())
                .isEqualTo(422);
        assertThat(act(
                                "ap-province",
                                path,
                                "assign",
                                Map.of(
                                        "experts",
                                        List.of(
                                                EXPERTS.get(0),
                                                EXPERTS.get(1),
                                                Map.of("name", "自己人", "employer", "示例申报光电有限公司"))))
                        .status())
                .isEqualTo(422);
        done("ap-province", path, "assign", Map.of("experts", EXPERTS), "EXPERTS");
        done("ap-province", path, "visit", Map.of(), "VISITED");
        assertThat(act("ap-province", path, "recommend", Map.of())
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("reviews.missing");
        for (Map<String, String> expert : EXPERTS) {
            HubClient.Answer in = hub.post(
                    "ap-province",
                    path + "/reviews",
                    json(Map.of(
                            "expert",
                            expert.get("name"),
                            "scores",
                            Map.of("conditions", 25, "tasks", 24, "goals", 18, "support", 18))));
            assertThat(in.status()).as("%s", in.body()).isEqualTo(201);
            assertThat(in.body().path("total").asInt()).isEqualTo(85);
        }
        assertThat(hub.get("ap-wuhan", path + "/reviews").status())
                .as("blind for the city")
                .isEqualTo(403);
        assertThat(hub.get("ap-province", path + "/reviews")
                        .body()
                        .path("average")
                        .asDouble())
                .isEqualTo(85);
        done("ap-province", path, "recommend", Map.of(), "RECOMMENDED");
        done("ap-province", path, "notice", Map.of(), "NOTICE");
        done("ap-province", path, "undo", Map.of("reason", "名单有误"), "RECOMMENDED");
        done("ap-province", path, "notice", Map.of(), "NOTICE");
        JsonNode approved = done("ap-province", path, "approve", Map.of("document", "鄂人才〔2026〕1 号"), "APPROVED");
        assertThat(approved.path("approvedYear").asInt()).isEqualTo(2026);
        hub.settle("ap-province", approved.path("report").asString(), "COMMITTED");
        JsonNode station = hub.get("", "/api/v1/stations?q=" + HubClient.encode("示例申报光电人才驿站"))
                .body();
        for (int i = 0; i < 100 && station.path("total").asInt() == 0; i++) {
            HubClient.pause(100);
            station = hub.get("", "/api/v1/stations?q=" + HubClient.encode("示例申报光电人才驿站"))
                    .body();
        }
        assertThat(station.path("total").asInt()).as("%s", station).isEqualTo(1);
        assertThat(approved.path("steps").size()).isEqualTo(11);
    }

    @Test
    void othersKnowNothingOfIt() {
        String path = draft(call(), "示例申报旁观驿站");
        for (String user : List.of("ap-yichang", "ap-station")) {
            assertThat(hub.get(user, path).status()).as(user).isEqualTo(404);
            assertThat(hub.total(user, "/api/v1/applications")).as(user).isZero();
        }
        assertThat(act("ap-yichang", path, "submit", Map.of()).status()).isEqualTo(404);
        assertThat(hub.get("", path).status()).isEqualTo(401);
        assertThat(hub.post(
                                "ap-yichang",
                                "/api/v1/applications",
                                json(Map.of(
                                        "call",
                                        hub.get("", "/api/v1/calls")
                                                .body()
                                                .at("/items/0/id")
                                                .asString(),
                                        "name",
                                        "越界驿站",
                                        "region",
                                        "武汉市")))
                        .status())
                .isEqualTo(403);
    }

    /** Experts with accounts of their own: who is in conflict finds nothing, the others are blind to each other until all are in. */
    @Test
    void whoIsInConflictSeesNothingAndNobodySeesTheOthersBeforeAllAreIn() {
        city("ap-xiangyang", "420600");
        String path = draft(call(), "示例申报回避驿站");
        complete(path);
        done("ap-wuhan", path, "submit", Map.of(), "SUBMITTED");
        done("ap-wuhan", path, "pass", Map.of(), "CITY_PASSED");
        done(
                "ap-province",
                path,
                "assign",
                Map.of(
                        "experts",
                        List.of(
                                Map.of("name", "专甲", "employer", "示例评审大学", "account", "ap-yichang"),
                                Map.of("name", "专乙", "employer", "示例评审学院", "account", "ap-xiangyang"),
                                // lies in the case's own region, which only the account shows
                                Map.of("name", "专丙", "employer", "示例评审中心", "account", "ap-station"))),
                "EXPERTS");
        page(PROVINCE, path, "重点任务", "引才", "专家评审", "专甲");
        for (String user : List.of("ap-yichang", "ap-xiangyang")) {
            assertThat(hub.get(user, path).status()).as(user).isEqualTo(200);
            assertThat(hub.total(user, "/api/v1/applications")).isOne();
            assertThat(hub.get(user, path).body().path("allowed").size()).isZero();
            assertThat(act(user, path, "visit", Map.of()).status()).isEqualTo(403);
        }
        assertThat(review("ap-yichang", path, 80).status()).isEqualTo(201);
        assertThat(review("ap-yichang", path, 80).status()).isEqualTo(409);
        JsonNode blind = hub.get("ap-xiangyang", path + "/reviews").body();
        assertThat(blind.path("total").asInt()).isZero();
        assertThat(blind.path("invited").size()).isOne();
        assertThat(blind.path("average").isNull() || blind.path("average").isMissingNode())
                .isTrue();
        assertThat(blind.toString()).doesNotContain("专甲", "专丙");
        assertThat(review("ap-xiangyang", path, 70).status()).isEqualTo(201);
        assertThat(hub.post("ap-province", path + "/reviews", json(Map.of("expert", "专丙", "declined", true)))
                        .status())
                .isEqualTo(201);
        assertThat(hub.get("ap-station", path).status()).as("has declined").isEqualTo(404);
        assertThat(hub.total("ap-station", "/api/v1/applications")).isZero();
        assertThat(hub.get("ap-xiangyang", path + "/reviews")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(act("ap-province", path, "assign", Map.of("experts", EXPERTS))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theFormSavesAsOneTypesAndSaysWhatIsWrong() {
        String path = draft(call(), "示例申报填表驿站");
        Viewer wuhan = new Viewer(1, "ap-wuhan", "武汉", Role.CITY, "420100", null, null);
        page(wuhan, path, "outline.tasks", "示例申报填表驿站", "平台已有");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(typed(wuhan, id, "outline.tasks", "按月采集")).contains("已保存");
        assertThat(typed(wuhan, id, "hostCode", "123")).contains("统一社会信用代码", "bad");
        assertThat(hub.get("ap-wuhan", path).body().at("/outline/tasks").asString())
                .isEqualTo("按月采集");
        page(wuhan, path, "按月采集");
        complete(path);
        done("ap-wuhan", path, "submit", Map.of(), "SUBMITTED");
        page(wuhan, path, "第 1 版");
        assertThat(mvc.get().uri(path.substring(7)).with(as(new Viewer(3, "x", "x", Role.CITY, "420500", null, null))))
                .hasStatus(404);
    }

    /** Two have the form open: the second is told and loses nothing, and what he decides then counts. */
    @Test
    void nobodyWritesOverWhatAnotherHasJustWritten() {
        String path = draft(call(), "示例申报两人驿站");
        Viewer wuhan = new Viewer(1, "ap-wuhan", "武汉", Role.CITY, "420100", null, null);
        String id = path.substring(path.lastIndexOf('/') + 1);
        int seen = hub.get("ap-wuhan", path).body().path("version").asInt();
        assertThat(typed(wuhan, id, "outline.tasks", "甲写的", seen)).contains("已保存", "value=\"" + (seen + 1) + "\"");
        assertThat(typed(wuhan, id, "outline.tasks", "甲接着写", seen + 1)).contains("已保存");
        assertThat(typed(wuhan, id, "outline.tasks", "乙写的", seen))
                .contains("已被别人改过")
                .doesNotContain("seen");
        assertThat(mvc.post()
                        .uri("/applications/" + id + "/save")
                        .param("outline.tasks", "乙写的")
                        .param("version", String.valueOf(seen))
                        .with(as(wuhan))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("已被别人改过", "乙写的", "value=\"" + (seen + 2) + "\"");
        assertThat(hub.put("ap-wuhan", path, Map.of("name", "示例申报第三人驿站", "version", seen))
                        .status())
                .isEqualTo(409);
        assertThat(typed(wuhan, id, "outline.tasks", "甲接着写", seen))
                .as("what is there already is nobody else's")
                .contains("已保存");
        assertThat(hub.get("ap-wuhan", path).body().at("/outline/tasks").asString())
                .isEqualTo("甲接着写");
    }

    private String typed(Viewer who, String id, String field, String text, int seen) {
        return new String(
                mvc.post()
                        .uri("/applications/" + id + "/save?typing=true")
                        .param(field, text)
                        .param("version", String.valueOf(seen))
                        .with(as(who))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String typed(Viewer who, String id, String field, String text) {
        return new String(
                mvc.post()
                        .uri("/applications/" + id + "/save?typing=true")
                        .param(field, text)
                        .with(as(who))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private void page(Viewer who, String path, String... words) {
        for (String lang : List.of("zh-CN", "en")) {
            var answer = mvc.get()
                    .uri(path.substring(7) + "?lang=" + lang)
                    .with(as(who))
                    .exchange()
                    .getResponse();
            assertThat(answer.getStatus()).as("%s %s", path, lang).isEqualTo(200);
            String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(page).contains("</html>").doesNotContain("??");
            if (lang.equals("zh-CN")) {
                assertThat(page).contains(words);
            }
        }
    }

    private HubClient.Answer review(String user, String path, int points) {
        return hub.post(
                user,
                path + "/reviews",
                json(Map.of(
                        "scores",
                        Map.of("conditions", points / 4, "tasks", 24, "goals", 18, "support", 18),
                        "comment",
                        "可以")));
    }

    @Test
    void papersArePdfAndComeBackAsTheyWere() throws Exception {
        String path = draft(call(), "示例申报附件驿站");
        assertThat(upload(path, "申报书.pdf", PDF.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(201);
        assertThat(upload(path, "申报书.pdf", "PK\u0003\u0004 not a pdf".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(415);
        assertThat(upload(path, "空.pdf", new byte[0])).isEqualTo(422);
        assertThat(upload(path, "半.pdf", "%PDF-1.4\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(422);
        assertThat(upload(
                        path,
                        "密.pdf",
                        PDF.replace("trailer<<>>", "trailer<</Encrypt 2 0 R>>").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(422);
        JsonNode files = hub.get("ap-wuhan", path + "/files").body();
        assertThat(files.size()).isEqualTo(1);
        byte[] large = new byte[(20 << 20) + 1];
        System.arraycopy(PDF.getBytes(StandardCharsets.ISO_8859_1), 0, large, 0, PDF.length());
        assertThat(upload(path, "大.pdf", large)).isEqualTo(413);
        assertThat(jdbc.sql("select max(length(bytes)) from carrier_application_piece")
                        .query(Long.class)
                        .single())
                .as("no piece is larger than 256 KB and its seal")
                .isLessThan((256L << 10) + 1_000);
        HubClient.Answer back =
                hub.get("ap-wuhan", path + "/files/" + files.at("/0/id").asString());
        assertThat(new String(back.bytes(), StandardCharsets.ISO_8859_1)).isEqualTo(PDF);
        byte[] three = Arrays.copyOf(PDF.getBytes(StandardCharsets.ISO_8859_1), 600_000);
        System.arraycopy(END, 0, three, three.length - END.length, END.length);
        assertThat(upload(path, "三段.pdf", three)).isEqualTo(201);
        assertThat(jdbc.sql("select max(seq), max(length(bytes)) from carrier_application_piece")
                        .query((rs, i) -> List.of(rs.getLong(1), rs.getLong(2)))
                        .single())
                .satisfies(
                        largest -> assertThat(largest.getFirst()).isEqualTo(2),
                        largest -> assertThat(largest.getLast()).isBetween(256L << 10, (256L << 10) + 1_000));
        String second = hub.get("ap-wuhan", path + "/files")
                .body()
                .valueStream()
                .filter(f -> f.path("name").asString().equals("三段.pdf"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(hub.get("ap-wuhan", path + "/files/" + second).bytes()).isEqualTo(three);
        assertThat(jdbc.sql("select bytes from carrier_application_piece")
                        .query((rs, i) -> new String(rs.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .noneMatch(bytes -> bytes.contains("%PDF"));
    }

    private int upload(String path, String name, byte[] file) throws IOException, InterruptedException {
        String boundary = "b0undary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + file.length + end.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(end, 0, body, head.length + file.length, end.length);
        String basic = Base64.getEncoder()
                .encodeToString(("ap-wuhan:" + TestAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "/files"))
                                    .header("Authorization", "Basic " + basic)
                                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
