package org.talenthub.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.records.RecordsChanged;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;

/** Editions over HTTP: from needs to a draft, its publication, what follows it, and what each role gets. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyListTests {

    private static final String LIST = "/api/v1/key-recruitment-list";
    private static final String PROVINCE = "list-province";
    private static final String CITY = "list-city";
    private static final String NOBODY = "";
    private static final String SKILL = "磷化铟光芯片工艺";

    @LocalServerPort
    int port;

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher told;

    private HubClient hub;
    private PoolRows pool;
    private final List<PoolRows.Row> demands = new ArrayList<>();

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province(PROVINCE);
        if (accounts.find(CITY).isEmpty()) {
            accounts.create(new NewAccount(CITY, TestAccounts.PASSWORD, "市", Role.CITY, "420100", null, null));
        }
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        demands.add(demand(1, "光芯片设计工程师", "甲", 3, Map.of("education", "14")));
        demands.add(demand(2, "光芯片设计师", "乙", 2, Map.of()));
        demands.add(demand(3, "数控编程技师", "丙", 6, Map.of("skills", List.of("五轴编程"), "industries", List.of("EQUIPMENT"))));
        for (int i = 0; i < 10; i++) {
            demands.add(demand(
                    10 + i,
                    "专项" + "甲乙丙丁戊己庚辛壬癸".charAt(i) + "工程师",
                    "企" + i,
                    1 + i,
                    Map.of("skills", List.of("专项技能" + i), "industries", List.of("AI"))));
        }
        demands.add(demand(
                40,
                "高速光芯片攻关",
                "甲",
                1,
                Map.of(
                        "mode", "CHALLENGE",
                        "challengeName", "高速光芯片外延攻关",
                        "content", "研究外延均匀性",
                        "targets", "不均匀性不高于 2%",
                        "prize", "300 万元",
                        "deadline", "18 个月",
                        "conditions", "有相关研究基础的团队")));
        for (int i = 0; i < 7; i++) {
            talent(100 + i, "人" + i, i < 5 ? "14" : "21");
        }
        pool.putAll(demands, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @BeforeEach
    void noEditions() {
        List.of("key_edition_line", "key_edition_erratum", "key_edition", "need_verdict")
                .forEach(t -> jdbc.sql("delete from " + t).update());
        told.publishEvent(new RecordsChanged("demand", List.of()));
    }

    @AfterAll
    void empty() {
        noEditions();
        pool.clear();
    }

    private static PoolRows.Row demand(long id, String post, String enterprise, int heads, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("post", post);
        fields.put("enterpriseName", enterprise + "公司");
        fields.put("headcount", heads);
        fields.put("industries", List.of("OPTO"));
        fields.put("skills", List.of(SKILL));
        fields.put("mode", "FULL_TIME");
        fields.put("ageMax", 35);
        fields.put("contact", "欧阳若水");
        fields.put("validUntil", HubTime.today().plusYears(1).toString());
        fields.putAll(more);
        return new PoolRows.Row(
                id,
                "demand",
                null,
                post,
                "420100",
                null,
                enterprise + "公司",
                null,
                1L,
                "carrier:" + Ids.text(1),
                null,
                fields);
    }

    private void talent(long id, String name, String education) {
        pool.put(
                new PoolRows.Row(
                        id,
                        "talent",
                        null,
                        name,
                        "420100",
                        null,
                        "示例公司",
                        null,
                        1L,
                        "carrier:" + Ids.text(1),
                        null,
                        Map.of(
                                "name",
                                name,
                                "education",
                                education,
                                "industries",
                                List.of("OPTO"),
                                "expertise",
                                List.of(SKILL))),
                1);
    }

    private JsonNode clusters(String more) {
        Answer a = hub.get(PROVINCE, LIST + "/clusters?size=100" + more);
        assertThat(a.status()).as("%s", a.body()).isEqualTo(200);
        return a.body();
    }

    private JsonNode cluster(String title) {
        return clusters("")
                .path("items")
                .valueStream()
                .filter(i -> i.path("names").toString().contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void repeatsAreOneNeedWithAnIndexWhosePartsAreShown() {
        JsonNode all = clusters("");
        assertThat(all.path("total").asInt()).isEqualTo(12);
        JsonNode chip = cluster("光芯片设计师");
        assertThat(chip.path("names").valueStream().map(JsonNode::asString)).contains("光芯片设计工程师", "光芯片设计师");
        assertThat(chip.path("heads").asInt()).isEqualTo(5);
        assertThat(chip.path("supply").asLong()).isEqualTo(7);
        all.path("items").forEach(i -> {
            double sum = i.path("parts")
                    .valueStream()
                    .mapToDouble(p -> p.path("points").asDouble())
                    .sum();
            assertThat(i.path("index").asDouble())
                    .isBetween(0.0, 1.0)
                    .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(hub.total(PROVINCE, i.path("supplyQuery").asString()))
                    .as(i.path("supplyQuery").asString())
                    .isEqualTo(i.path("supply").asLong());
        });
        assertThat(all.path("items")
                        .valueStream()
                        .filter(i -> i.path("band").asString().equals("CRITICAL")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(clusters("&kind=CHALLENGE").path("total").asInt()).isOne();
        assertThat(hub.get(CITY, LIST + "/clusters").status()).isEqualTo(403);
        assertThat(hub.get(NOBODY, LIST + "/clusters").status()).isEqualTo(401);
        assertThat(hub.get(PROVINCE, LIST + "/clusters?colour=red")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("parameter.unknown");
    }

    @Test
    void officialsSplitAndJoinAndItIsRemembered() {
        String id = cluster("光芯片设计师").path("cluster").asString();
        Answer split =
                hub.post(PROVINCE, LIST + "/clusters/" + id + "/split", "{\"demands\":[\"" + Ids.text(2) + "\"]}");
        assertThat(split.status()).as("%s", split.body()).isEqualTo(200);
        assertThat(clusters("").path("total").asInt()).isEqualTo(13);
        Answer join = hub.post(
                PROVINCE,
                LIST + "/clusters/join",
                "{\"clusters\":[\"" + Ids.text(1) + "\",\"" + Ids.text(2) + "\",\"" + Ids.text(3) + "\"]}");
        assertThat(join.status()).as("%s", join.body()).isEqualTo(200);
        assertThat(clusters("").path("total").asInt()).isEqualTo(11);
        assertThat(hub.post(PROVINCE, LIST + "/clusters/join", "{\"clusters\":[\"" + Ids.text(1) + "\"]}")
                        .status())
                .isEqualTo(422);
    }

    private JsonNode draft(String body) {
        Answer a = hub.post(PROVINCE, LIST, body);
        assertThat(a.status()).as("%s", a.body()).isEqualTo(201);
        return a.body();
    }

    @Test
    void aDraftIsWordedCheckedPublishedAndNeverChangesAgain() throws Exception {
        JsonNode draft =
                draft("{\"kind\":\"LIST\",\"title\":\"验收清单\",\"number\":\"T-1\",\"document\":\"鄂组〔2026〕1 号\"}");
        String id = draft.path("edition").asString();
        String address = LIST + "/" + id;
        assertThat(draft.path("lines").size()).isEqualTo(12);
        assertThat(draft.toString()).doesNotContain("35 岁", "ageMax", "欧阳若水");
        assertThat(draft.path("allowed").toString()).isEqualTo("[\"edit\",\"publish\"]");
        for (String who : List.of(CITY, NOBODY)) {
            for (String file : List.of("", ".json", ".xlsx", "/diff?with=" + id)) {
                assertThat(hub.get(who, address + file).status()).isEqualTo(404);
            }
            assertThat(hub.total(who, LIST)).isZero();
        }
        assertThat(hub.put(CITY, address + "/lines/1", "{}").status()).isEqualTo(403);

        JsonNode worded = hub.put(
                        PROVINCE,
                        address + "/lines/1",
                        "{\"requirements\":\"硕士学位，限男性，联系欧阳若水\",\"remark\":\"年龄 35 岁以下\"}")
                .body();
        assertThat(worded.path("findings").valueStream().map(f -> f.path("code").asString()))
                .containsExactlyInAnyOrder("wording.sex", "wording.name", "wording.age");
        assertThat(hub.in("en").get(PROVINCE, address).body().toString())
                .contains("Line 1, Requirements: “", "is about sex. It can be written: “");
        Answer refused = hub.post(PROVINCE, address + "/publish", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("edition.wording");
        assertThat(refused.body().path("errors").toString()).contains("lines[1].requirements", "性别不限");
        assertThat(hub.get(PROVINCE, address).body().path("state").asString()).isEqualTo("DRAFT");
        hub.put(PROVINCE, address + "/lines/1", "{\"requirements\":\"硕士学位，性别不限\",\"remark\":\"\",\"to\":2}");
        assertThat(hub.put(PROVINCE, address + "/lines/12", "{\"drop\":true}").status())
                .isEqualTo(200);

        Answer published = hub.post(PROVINCE, address + "/publish", "{}");
        assertThat(published.status()).as("%s", published.body()).isEqualTo(200);
        assertThat(published.body().path("state").asString()).isEqualTo("PUBLISHED");
        byte[] bytes = hub.get(NOBODY, address + ".json").bytes();
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        JsonNode out = hub.get(NOBODY, address).body();
        assertThat(out.path("sha256").asString()).isEqualTo(sha);
        assertThat(out.path("lines").size()).isEqualTo(11);
        assertThat(out.path("lines").get(1).path("requirements").asString()).isEqualTo("硕士学位，性别不限");
        assertThat(hub.get(NOBODY, LIST + "/T-1").status()).isEqualTo(200);
        assertThat(hub.get(NOBODY, address + ".xlsx").bytes()).startsWith("PK".getBytes(StandardCharsets.UTF_8));
        JsonNode listed = hub.get(NOBODY, LIST).body();
        assertThat(listed.path("items").get(0).path("sha256").asString()).isEqualTo(sha);
        assertThat(listed.path("items").get(0).path("lines").asInt()).isEqualTo(11);
        long top = out.path("lines")
                .valueStream()
                .filter(l -> l.path("stars").asInt() == 5)
                .count();
        assertThat(top).isLessThanOrEqualTo(1);

        Answer late = hub.put(PROVINCE, address + "/lines/1", "{\"post\":\"别的\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("code").asString()).isEqualTo("action.not-now");
        assertThat(late.body().path("allowed").toString()).isEqualTo("[\"errata\"]");
        assertThat(hub.post(PROVINCE, address + "/publish", "{}").status()).isEqualTo(409);
        Answer erratum = hub.post(PROVINCE, address + "/errata", "{\"line\":2,\"text\":\"年薪应为 30–50 万元/年\"}");
        assertThat(erratum.status()).isEqualTo(201);
        assertThat(hub.post(PROVINCE, address + "/errata", "{\"text\":\"限男性\"}").status())
                .isEqualTo(422);
        assertThat(hub.post(PROVINCE, address + "/errata", "{\"line\":99,\"text\":\"错\"}")
                        .status())
                .isEqualTo(404);
        assertThat(hub.get(NOBODY, address).body().path("errata").size()).isOne();

        // a demand follows its line, the bytes do not
        pool.withdraw(demands.get(2), 2);
        JsonNode after = hub.get(NOBODY, address).body();
        assertThat(after.path("lines").valueStream().map(l -> l.path("state").asString()))
                .contains("WITHDRAWN", "OPEN");
        assertThat(hub.get(NOBODY, address + ".json").bytes()).isEqualTo(bytes);
        pool.put(demands.get(2), 3);
    }

    @Test
    void whoArrivesFillsTheLineAndTheDemandTellsOfItsEditions() {
        String id = draft("{\"number\":\"T-5\",\"clusters\":[\"" + Ids.text(10) + "\",\"" + Ids.text(3) + "\"]}")
                .path("edition")
                .asString();
        String address = LIST + "/" + id;
        assertThat(hub.get(NOBODY, "/api/v1/demands/" + Ids.text(10) + "/timeline")
                        .body()
                        .toString())
                .doesNotContain("PUBLISHED");
        assertThat(hub.post(PROVINCE, address + "/publish", "{}").status()).isEqualTo(200);
        byte[] bytes = hub.get(NOBODY, address + ".json").bytes();
        assertThat(states(address)).containsOnly("OPEN");

        JsonNode told =
                hub.get(NOBODY, "/api/v1/demands/" + Ids.text(10) + "/timeline").body();
        assertThat(told.path("items")
                        .valueStream()
                        .map(i -> i.path("kind").asString() + i.path("what").asString("")))
                .anyMatch(w -> w.startsWith("PUBLISHED") && w.contains("T-5"));

        // a demand for one head, for which one person has arrived by way of the hub; its station has not reported it
        jdbc.sql(
                        "insert into placement (id, demand_id, talent_id, state, mode, started_at, changed_at, changed_by,"
                                + " retained_months, version) values (?, 10, 100, 'ARRIVED', 'FULL_TIME', now(6), now(6), '驿站', 0, 0)")
                .param(Ids.next())
                .update();
        try {
            assertThat(states(address)).containsExactlyInAnyOrder("FILLED", "OPEN");
            assertThat(hub.get(NOBODY, address + ".json").bytes()).isEqualTo(bytes);
            assertThat(draft("{\"clusters\":[\"" + Ids.text(10) + "\"]}")
                            .path("findings")
                            .toString())
                    .contains("已招满");
        } finally {
            jdbc.sql("delete from placement where demand_id = 10").update();
        }
        assertThat(states(address)).containsOnly("OPEN");
    }

    private List<String> states(String address) {
        return hub.get(NOBODY, address)
                .body()
                .path("lines")
                .valueStream()
                .map(l -> l.path("state").asString())
                .toList();
    }

    @Test
    void aSecondEditionTakesThePlaceOfTheFirst() {
        String first = draft("{\"number\":\"T-7\"}").path("edition").asString();
        hub.post(PROVINCE, LIST + "/" + first + "/publish", "{}");
        assertThat(hub.post(PROVINCE, LIST, "{\"number\":\"T-7\"}").status()).isEqualTo(409);
        JsonNode second = draft("{\"clusters\":[\"" + Ids.text(3) + "\",\"" + Ids.text(1) + "\"]}");
        String id = second.path("edition").asString();
        Answer same = hub.post(PROVINCE, LIST + "/" + id + "/publish", "{\"number\":\"T-7\"}");
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.body().path("code").asString()).isEqualTo("edition.number");
        assertThat(hub.get(NOBODY, LIST + "/" + id).status()).isEqualTo(404);
        Answer out = hub.post(PROVINCE, LIST + "/" + id + "/publish", "{}");
        assertThat(out.status()).as("%s", out.body()).isEqualTo(200);
        assertThat(out.body().path("number").asString())
                .isEqualTo(HubTime.today().getYear() + "-1");
        assertThat(out.body().path("lines").get(0).path("last").path("edition").asString())
                .isEqualTo(first);
        assertThat(hub.get(NOBODY, LIST + "/" + first).body().path("state").asString())
                .isEqualTo("SUPERSEDED");
        JsonNode happened =
                hub.get(NOBODY, "/api/v1/chains/OPTO/timeline").body().path("items");
        assertThat(happened.valueStream()
                        .filter(e -> e.path("kind").asString().equals("PUBLISHED"))
                        .map(e -> e.at("/edition/id").asString()))
                .as("%s", happened)
                .contains(id, first);
        assertThat(new String(hub.get(NOBODY, "/chains/OPTO").bytes(), StandardCharsets.UTF_8))
                .contains("/key-list/" + id);
        JsonNode diff = hub.get(NOBODY, LIST + "/" + id + "/diff?with=" + first).body();
        assertThat(diff.path("dropped").size()).isEqualTo(10);
        assertThat(diff.path("new").size()).isZero();
        assertThat(diff)
                .isEqualTo(
                        hub.get(NOBODY, LIST + "/" + first + "/diff?with=" + id).body());
        assertThat(hub.get(NOBODY, LIST + "/" + id + "/diff?with=" + Ids.text(5))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageOfAnEditionTellsEverybodyWhatChangedSinceTheOneBefore() {
        String first = published(List.of(10L, 3L, 1L));
        assertThat(site(NOBODY, "/key-list/" + first)).doesNotContain("id=\"changes\"");
        String draft = draft("{\"clusters\":[" + quoted(List.of(1L, 3L, 11L)) + "]}")
                .path("edition")
                .asString();
        assertThat(site(PROVINCE, "/key-list/" + draft)).doesNotContain("id=\"changes\"");
        jdbc.sql(
                        "insert into placement (id, demand_id, talent_id, state, mode, started_at, changed_at, changed_by,"
                                + " retained_months, version) values (?, 10, 100, 'ARRIVED', 'FULL_TIME', now(6), now(6), '驿站', 0, 0)")
                .param(Ids.next())
                .update();
        try {
            assertThat(hub.post(PROVINCE, LIST + "/" + draft + "/publish", "{}").status())
                    .isEqualTo(200);
            JsonNode diff = hub.get(NOBODY, LIST + "/" + draft + "/diff").body();
            assertThat(diff.path("filled").size()).isOne();
            String page = site(NOBODY, "/key-list/" + draft);
            for (String part : List.of("与上一版相比", "新增", "上升", "已满足", "/key-list/" + first + "#line-")) {
                assertThat(page).contains(part);
            }
            for (String part : List.of("new", "filled", "dropped", "moved")) {
                diff.path(part)
                        .forEach(l -> assertThat(page).contains(l.path("title").asString()));
            }
            // the list that holds now tells the same
            assertThat(site(NOBODY, "/key-list")).contains("id=\"changes\"", "/key-list/" + first + "#line-");
            assertThat(site(NOBODY, "/key-list/" + first)).doesNotContain("id=\"changes\"");
        } finally {
            jdbc.sql("delete from placement where demand_id = 10").update();
        }
    }

    private String site(String who, String path) {
        return new String(hub.get(who, path).bytes(), StandardCharsets.UTF_8);
    }

    private static String quoted(List<Long> clusters) {
        return clusters.stream().map(c -> "\"" + Ids.text(c) + "\"").collect(Collectors.joining(","));
    }

    private String published(List<Long> clusters) {
        String id = draft("{\"clusters\":[" + quoted(clusters) + "]}")
                .path("edition")
                .asString();
        Answer out = hub.post(PROVINCE, LIST + "/" + id + "/publish", "{}");
        assertThat(out.status()).as("%s", out.body()).isEqualTo(200);
        return id;
    }

    @Test
    void challengesHaveAnEditionOfTheirOwn() {
        JsonNode draft = draft("{\"kind\":\"CHALLENGE\"}");
        assertThat(draft.path("lines").size()).isOne();
        assertThat(draft.path("lines").get(0).path("name").asString()).isEqualTo("高速光芯片外延攻关");
        String address = LIST + "/" + draft.path("edition").asString();
        hub.put(PROVINCE, address + "/lines/1", "{\"prize\":\"\"}");
        assertThat(hub.post(PROVINCE, address + "/publish", "{}")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("line.incomplete");
        hub.put(PROVINCE, address + "/lines/1", "{\"prize\":\"300 万元\"}");
        assertThat(hub.post(PROVINCE, address + "/publish", "{}").status()).isEqualTo(200);
        assertThat(hub.get(NOBODY, LIST + "?kind=CHALLENGE")
                        .body()
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(hub.get(NOBODY, LIST + "?kind=LIST").body().path("total").asInt())
                .isZero();
    }

    @Test
    void badInputIsToldPlainlyAndChangesNothing() {
        JsonNode draft = draft("{\"clusters\":[]}");
        String address = LIST + "/" + draft.path("edition").asString();
        assertThat(hub.post(PROVINCE, address + "/publish", "{}")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("edition.empty");
        assertThat(hub.put(PROVINCE, address + "/lines/3", "{\"post\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(hub.put(PROVINCE, address + "/lines/1", "{\"cluster\":\"" + Ids.text(999) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(hub.put(PROVINCE, address + "/lines/1", "{\"cluster\":\"" + Ids.text(3) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(hub.put(PROVINCE, address + "/lines/1", "{\"colour\":\"red\"}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.put(PROVINCE, address + "/lines/1", "[]").status()).isEqualTo(400);
        assertThat(hub.put(PROVINCE, address + "/lines/1", "{\"to\":9}").status())
                .isEqualTo(422);
        assertThat(hub.put(PROVINCE, address + "/lines/x", "{}").status()).isEqualTo(404);
        assertThat(hub.post(PROVINCE, LIST, "{\"kind\":\"POEM\"}").status()).isEqualTo(400);
        assertThat(hub.post(PROVINCE, LIST, "{\"date\":\"tomorrow\"}").status()).isEqualTo(400);
        assertThat(hub.post(PROVINCE, address + "/publish", "{\"date\":\"2099-01-01\"}")
                        .status())
                .isEqualTo(422);
        assertThat(hub.post(PROVINCE, address + "/errata", "{\"text\":\"早\"}").status())
                .isEqualTo(409);
        assertThat(hub.put(PROVINCE, address + "/lines/1", "{\"post\":\"好\",\"version\":0}")
                        .status())
                .isEqualTo(409);
        assertThat(hub.get(PROVINCE, address).body().path("state").asString()).isEqualTo("DRAFT");
        assertThat(hub.get(NOBODY, LIST + "/nothing").status()).isEqualTo(404);
        assertThat(hub.get(NOBODY, LIST + "?page=x").status()).isEqualTo(400);
    }

    private String page(String who, String path) {
        Answer a = hub.get(who, path);
        assertThat(a.status()).as(path).isEqualTo(200);
        return new String(a.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theListIsAPageAndStandsOnTheTerminal() {
        assertThat(page(NOBODY, "/key-list")).contains("还没有发布重点引才清单");
        String id = draft("{\"title\":\"页面清单\"}").path("edition").asString();
        assertThat(hub.get(NOBODY, "/key-list/" + id).status()).isEqualTo(404);
        hub.post(PROVINCE, LIST + "/" + id + "/publish", "{}");
        assertThat(page(NOBODY, "/key-list")).contains("页面清单", "光芯片设计", "特别紧缺").doesNotContain("欧阳若水", "35 岁");
        assertThat(page(NOBODY, "/key-list?kind=CHALLENGE")).contains("还没有发布揭榜挂帅榜单");
        assertThat(page(NOBODY, "/terminal/list")).contains("页面清单", "数据截至");
        assertThat(page(NOBODY, "/terminal")).contains("data-key=\"q\"", "/js/terminal");
        assertThat(page(NOBODY, "/terminal/demands?q=" + HubClient.encode("光芯片设计")))
                .contains("光芯片设计工程师")
                .doesNotContain("欧阳若水");
        assertThat(page(NOBODY, "/terminal/demands/" + Ids.text(1)))
                .contains("code.svg")
                .doesNotContain("欧阳若水", "年龄上限");
        assertThat(page(NOBODY, "/terminal/demands/" + Ids.text(1) + "/code.svg"))
                .startsWith("<svg");
        for (String none : List.of(
                "/terminal/talents", "/terminal/talents/" + Ids.text(100), "/terminal/demands/" + Ids.text(100))) {
            assertThat(hub.get(NOBODY, none).status()).as(none).isEqualTo(404);
        }
        assertThat(page(NOBODY, "/terminal/suggest?q=gxp")).doesNotContain("人0");
        assertThat(page(NOBODY, "/terminal")).contains("/terminal/chains", "/terminal/events");
        assertThat(page(NOBODY, "/terminal/chains")).contains("href=\"/terminal/chains/OPTO\"");
        assertThat(page(NOBODY, "/terminal/chains/OPTO"))
                .contains("href=\"/terminal/chains/OPTO_LASER\"", "光芯片设计", "code.svg")
                .doesNotContain("href=\"/search", "/talents", "欧阳若水");
        assertThat(page(NOBODY, "/terminal/chains/OPTO/code.svg")).startsWith("<svg");
        assertThat(page(NOBODY, "/terminal/demands?industry=AI"))
                .contains("专项甲工程师")
                .doesNotContain("光芯片设计工程师");
        assertThat(page(NOBODY, "/terminal/demands?node=OPTO_OPTICAL_CHIP"))
                .contains("光芯片设计工程师")
                .doesNotContain("专项甲工程师");
        for (String none :
                List.of("/terminal/chains/NOWHERE", "/terminal/demands?industry=X", "/terminal/demands?node=X")) {
            assertThat(hub.get(NOBODY, none).status()).as(none).isEqualTo(404);
        }
    }

    @Test
    void aChallengeIsReadAtTheTerminalAndWhatIsOverLeadsNowhere() {
        String id = draft("{\"kind\":\"CHALLENGE\"}").path("edition").asString();
        assertThat(hub.post(PROVINCE, LIST + "/" + id + "/publish", "{}").status())
                .isEqualTo(200);
        String open = page(NOBODY, "/terminal/list?kind=CHALLENGE");
        assertThat(open)
                .contains(
                        "高速光芯片外延攻关",
                        "研究内容",
                        "研究外延均匀性",
                        "考核指标",
                        "不均匀性不高于 2%",
                        "榜额",
                        "300 万元",
                        "完成时限",
                        "18 个月",
                        "揭榜条件",
                        "有相关研究基础的团队",
                        "href=\"/terminal/demands/" + Ids.text(40));
        jdbc.sql("update pool_record set state = 'GONE' where id = 40").update();
        try {
            String over = page(NOBODY, "/terminal/list?kind=CHALLENGE");
            assertThat(over)
                    .contains("高速光芯片外延攻关", "已经撤回，不再受理")
                    .doesNotContain("href=\"/terminal/demands/" + Ids.text(40));
            Answer kept = hub.get(NOBODY, "/terminal/demands/" + Ids.text(40));
            assertThat(kept.status()).isEqualTo(404);
            assertThat(new String(kept.bytes(), StandardCharsets.UTF_8))
                    .contains("这一页现在不公开", "href=\"/terminal/demands\"", "/css/terminal");
        } finally {
            jdbc.sql("update pool_record set state = 'LIVE' where id = 40").update();
        }
    }
}
