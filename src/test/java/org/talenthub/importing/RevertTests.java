package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.talenthub.indexing.Relay;
import org.talenthub.indexing.rebuild.Reconciliation;
import org.talenthub.reference.standards.IdNumbers;
import tools.jackson.databind.JsonNode;

/** Taking back and choosing over HTTP, and the index with it, on the real engines. */
@HubTest
@Tag("database")
class RevertTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Relay relay;

    @Autowired
    Reconciliation reconciliation;

    /** Two of these make a name that no other test has. */
    private static final String RARE = "翊翎翕翛翙翚翟翡翥翮翯翾耄耋耆耘耜耧耨耩耱聃聆聒";

    private HubClient hub;
    private String name = "";

    /** The document number of who is called so: by it rows of both stations are one person's. */
    private String number = "";

    private static int run;

    /** What other tests left behind, which is not this one's. */
    private List<List<Reconciliation.Difference>> before = List.of();

    @BeforeEach
    void accountsAndNames() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        int at = 2 * (run++ % (RARE.length() / 2));
        name = RARE.substring(at, at + 2);
        String digits = "42999919850313%03d".formatted(at + 1);
        number = digits + IdNumbers.checkDigit(digits);
        new TestAccounts(hub, accounts, jdbc)
                .province("it-province")
                .station("it-province", "it-one", "示例甲驿站", "武汉市")
                .station("it-province", "it-two", "示例乙驿站", "宜昌市");
        assertThat(relay.awaitDrained(Duration.ofSeconds(30))).isTrue();
        before = differences();
    }

    private List<List<Reconciliation.Difference>> differences() {
        return reconciliation.compare().stream()
                .map(r -> List.of(r.missing(), r.extra(), r.stale()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void threeOverlappingBatchesInEveryOrderAndTheIndexEqualsTheRecords(String order) {
        List<String> users = List.of("it-one", "it-two", "it-one");
        List<String> posts = List.of("总监", "院长", "总工");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] file = new TalentRows()
                    .row(name, "证件号码", number, "现任职务", posts.get(i), "信息确认日期", "2026-10-0" + (i + 1))
                    .row(name + "甲乙丙".charAt(i))
                    .csv();
            ids.add(hub.imported(users.get(i), "talent", i + ".csv", file, "commit")
                    .path("id")
                    .asString());
        }
        assertThat(post()).isEqualTo("总工");
        List<Integer> left = new ArrayList<>(List.of(0, 1, 2));
        for (char c : order.toCharArray()) {
            int next = c - '0';
            revert(users.get(next), ids.get(next));
            left.remove(Integer.valueOf(next));
            assertThat(found()).isEqualTo(left.isEmpty() ? 0 : 1 + left.size());
            if (!left.isEmpty()) {
                assertThat(post()).as("left %s", left).isEqualTo(posts.get(left.getLast()));
            }
            assertThat(differences()).isEqualTo(before);
        }
    }

    @Test
    void theSameFileComesBackAfterItsRevert() {
        byte[] file = new TalentRows().row(name).row(name + "乙").csv();
        JsonNode first = hub.imported("it-one", "talent", "a.csv", file, "commit");
        String record = hub.get("it-province", "/api/v1/talents?q=" + HubClient.encode(name + "乙"))
                .body()
                .at("/items/0/id")
                .asString();
        revert("it-one", first.path("id").asString());
        assertThat(found()).isZero();
        HubClient.Answer again = hub.upload("it-one", "talent", "a.csv", file, "commit");
        assertThat(again.status()).as("a new batch").isEqualTo(202);
        JsonNode done = hub.settle("it-one", again.body().path("id").asString(), "COMMITTED");
        assertThat(done.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(found()).isEqualTo(2);
        assertThat(hub.get("it-one", "/api/v1/talents/" + record).status())
                .as("the same record")
                .isEqualTo(200);
    }

    @Test
    void whatARevertWouldDoIsToldFirstToThoseWhoMayDoIt() {
        hub.imported(
                "it-two",
                "talent",
                "a.csv",
                new TalentRows().row(name, "证件号码", number, "现任职务", "院长").csv(),
                "commit");
        hub.imported(
                "it-one",
                "talent",
                "b.csv",
                new TalentRows().row(name, "证件号码", number, "现任职务", "主任").csv(),
                "commit");
        String id = hub.imported(
                        "it-one",
                        "talent",
                        "c.csv",
                        new TalentRows()
                                .row(name, "证件号码", number, "现任职务", "总工", "信息确认日期", "2026-11-01", "联系电话", "13900139000")
                                .row(name + "乙")
                                .csv(),
                        "commit")
                .path("id")
                .asString();
        hub.imported(
                "it-one",
                "talent",
                "d.csv",
                new TalentRows().row(name + "乙", "现任职务", "总工").csv(),
                "commit");
        hub.imported(
                "it-two",
                "talent",
                "e.csv",
                new TalentRows().row(name, "证件号码", number, "现任职务", "副院长").csv(),
                "commit");
        String address = "/api/v1/imports/" + id + "/revert";
        JsonNode told = hub.get("it-one", address).body();
        assertThat(List.of(
                        told.path("records").asInt(),
                        told.path("gone").asInt(),
                        told.path("changed").asInt(),
                        told.path("unchanged").asInt()))
                .as("%s", told)
                .containsExactly(2, 0, 1, 1);
        assertThat(told.path("later"))
                .as("another station's later report is not told")
                .hasSize(1);
        assertThat(told.at("/later/0/reporter").asString()).isEqualTo("示例甲驿站");
        assertThat(told.at("/later/0/id").isNull()).isFalse();
        assertThat(told.at("/items/0/changes/0/label").asString()).isEqualTo("现任职务");
        assertThat(told.at("/items/0/changes/0/before").asString()).isEqualTo("总工");
        assertThat(told.at("/items/0/changes/0/after").asString())
                .as("what it said before, whatever others say")
                .isEqualTo("主任");
        assertThat(told.toString()).contains("139****9000").doesNotContain("13900139000");
        assertThat(hub.get("it-one", address + "?effect=gone")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(hub.get("it-one", address + "?effect=x").status()).isEqualTo(400);
        assertThat(hub.get("it-two", address).status()).isEqualTo(404);
        assertThat(hub.get("it-province", address).status()).isEqualTo(403);
        assertThat(post()).as("nothing was done").isEqualTo("总工");
        revert("it-one", id);
        assertThat(hub.get("it-one", address).status()).isEqualTo(409);
    }

    @Test
    void disagreementIsToldThenDecidedAndTheIndexFollows() throws Exception {
        hub.imported(
                "it-one",
                "talent",
                "a.csv",
                new TalentRows().row(name, "证件号码", number, "现任职务", "总监").csv(),
                "commit");
        hub.imported(
                "it-two",
                "talent",
                "b.csv",
                new TalentRows()
                        .row(name, "证件号码", number, "现任职务", "院长", "信息确认日期", "2026-11-01")
                        .csv(),
                "commit");
        String id = hub.get("it-province", "/api/v1/talents?q=" + HubClient.encode(name))
                .body()
                .at("/items/0/id")
                .asString();
        String address = "/api/v1/talents/" + id;
        JsonNode record = hub.get("it-province", address).body();
        assertThat(record.at("/provenance/post/reporter").asString()).isEqualTo("示例乙驿站");
        assertThat(record.at("/provenance/post/row").asInt()).isEqualTo(2);
        assertThat(record.path("disagreements")).as("%s", record).hasSize(1);
        JsonNode post = record.at("/disagreements/0");
        assertThat(post.path("field").asString()).isEqualTo("post");
        JsonNode other = post.path("values").values().stream()
                .filter(v -> !v.path("holds").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(other.path("value").asString()).isEqualTo("总监");
        JsonNode own = hub.get("it-one", address).body();
        assertThat(own.path("post").asString()).as("what it said itself").isEqualTo("总监");
        assertThat(own.path("disagreements")).isEmpty();
        assertThat(own.path("provenance").toString())
                .as("a station is not told of another's report")
                .contains("示例甲驿站")
                .doesNotContain("示例乙驿站");

        Map<String, Object> decision = Map.of(
                "report", other.at("/sources/0/report").asString(),
                "version", record.path("version").asLong(),
                "reason", "电话核实");
        assertThat(hub.put("it-one", address + "/choices/post", decision).status())
                .isEqualTo(403);
        HubClient.Answer chosen = hub.put("it-province", address + "/choices/post", decision);
        assertThat(chosen.status()).as("%s", chosen.body()).isEqualTo(200);
        assertThat(chosen.body().path("post").asString()).isEqualTo("总监");
        assertThat(chosen.body().at("/disagreements/0/open").asBoolean()).isFalse();
        assertThat(hub.put("it-province", address + "/choices/post", decision).status())
                .as("looked at before the change")
                .isEqualTo(409);
        assertThat(hub.put("it-province", address + "/choices/post", Map.of("reason", "x"))
                        .status())
                .isEqualTo(400);
        relay.awaitDrained(java.time.Duration.ofSeconds(30));
        assertThat(differences()).isEqualTo(before);
        assertThat(hub.total("it-province", "/api/v1/talents?q=" + HubClient.encode(name + " 总监")))
                .isOne();
        String page = html(mvc.get().uri("/talents/" + id).with(as(PROVINCE)));
        assertThat(page).contains("说法不一的字段", "电话核实", "取消选定", "name=\"of.post\"", "取值规则");
        assertThat(html(mvc.get().uri("/talents/" + id + "?lang=en").with(as(PROVINCE))))
                .contains("Undo the choice");
        long version = chosen.body().path("version").asLong();
        MvcTestResult stale = mvc.post()
                .uri("/talents/" + id + "/choices")
                .param("of.post", String.valueOf(decision.get("report")))
                .param("version", String.valueOf(version - 1))
                .param("reason", "x")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        assertThat(stale.getResponse().getStatus()).isEqualTo(409);
        HubClient.Answer back = hub.delete("it-province", address + "/choices/post?version=" + version);
        assertThat(back.body().path("post").asString()).isEqualTo("院长");
    }

    private static String html(MockMvcTester.MockMvcRequestBuilder request) throws Exception {
        return request.exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void revert(String user, String id) {
        assertThat(hub.post(user, "/api/v1/imports/" + id + "/revert").status()).isEqualTo(202);
        hub.settle(user, id, "REVERTED");
        relay.awaitDrained(java.time.Duration.ofSeconds(30));
    }

    private long found() {
        return hub.total("it-province", "/api/v1/talents?q=" + HubClient.encode(name));
    }

    private String post() {
        JsonNode items = hub.get("it-province", "/api/v1/talents?size=100&q=" + HubClient.encode(name))
                .body()
                .path("items");
        return items.values().stream()
                .filter(i -> i.path("name").asString("").equals(name))
                .map(i -> i.path("post").asString(""))
                .findFirst()
                .orElse("");
    }
}
