package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people write into texts that everybody reads, seen with the eyes of every role: contacts and document numbers by nobody, a person's
 * name by nobody to whom the person is shown without it.
 */
@HubTest
@Tag("database")
class DiscretionTests {

    private static final String OWNER = "di-owner";
    private static final String OTHER = "di-other";
    private static final String PROVINCE = "di-province";
    private static final String CITY = "di-wuhan";

    /** Titles of the columns that hold prose of a person, and a contact in one of many spellings each. */
    private static final Map<String, String> SPELT = Map.of(
            "研究方向", "硅光集成 电话139-7186-2522",
            "现任职务", "副总 １３９　７１８６　２５２３",
            "职称", "正高 +86 (139) 7186 2524",
            "毕业院校", "武汉示例大学 027-87654321转802",
            "所学专业", "光学 微信：di_secret_88",
            "团队名称", "示例团队 一三九七一八六二五二五",
            "主要业绩", "身份证 429999 19850312 0017",
            "备注", "护照E12345678；QQ 987654321",
            "工作地点", "武汉市 di.secret(at)example.com",
            "人才计划或荣誉", "示例计划 139.7186.2526");

    private static final List<String> SECRETS = List.of(
            "13971862",
            "7186-25",
            "7186 25",
            ".7186.",
            "7186，",
            "７１８６",
            "七一八六",
            "87654321",
            "di_secret",
            "di.secret",
            "19850312",
            "E12345678",
            "987654321");

    private static final String COMPANY = "武汉掩码三科技有限公司";
    private static final String CODE = code();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rest5Client elasticsearch;

    private HubClient hub;

    @BeforeEach
    void accounts() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province(PROVINCE)
                .station(PROVINCE, OWNER, "示例掩驿站甲", "武汉市")
                .station(PROVINCE, OTHER, "示例掩驿站乙", "宜昌市");
        account(CITY, Role.CITY, "420100");
        account("di-yichang", Role.CITY, "420500");
        account("di-matchmaker", Role.MATCHMAKER, null);
        account("di-admin", Role.ADMIN, null);
    }

    private void account(String name, Role role, @Nullable String region) {
        if (accounts.find(name).isEmpty()) {
            accounts.create(new NewAccount(name, TestAccounts.PASSWORD, name, role, region, null, null));
        }
    }

    private static List<String> everybody() {
        return List.of(PROVINCE, CITY, "di-yichang", OWNER, OTHER, "di-matchmaker", "di-admin", "");
    }

    @Test
    void contactsInTextsAreToldAtImportAndReadByNobody() throws IOException {
        List<String> columns = new ArrayList<>();
        SPELT.forEach((title, text) -> columns.addAll(List.of(title, text)));
        columns.addAll(List.of("技术专长", "硅光遮蔽封装；联系139，7186，2527"));
        byte[] file =
                new TalentRows().row("遮掩甲", columns.toArray(String[]::new)).csv();
        JsonNode done = hub.imported(OWNER, "talent", "遮.csv", file, "commit");
        assertThat(done.at("/counts/created").asInt()).as("%s", done).isOne();

        HubClient.Answer rows =
                hub.get(OWNER, "/api/v1/imports/" + done.path("id").asString() + "/rows?status=warning");
        JsonNode issues = rows.body().at("/items/0/issues");
        List<String> told = StreamSupport.stream(issues.spliterator(), false)
                .filter(i -> i.path("code").asString().equals("text.contact"))
                .map(i -> i.path("column").asString())
                .toList();
        assertThat(told).containsAll(SPELT.keySet()).contains("技术专长");
        assertThat(issues.toString())
                .contains("手机号 139****2522", "手机号请填在“联系电话”列", "邮箱请填在“电子邮箱”列", "身份证号请填在“证件号码”列", "微信号本表没有专门的列");
        silent("rows", rows);

        JsonNode demand = hub.imported(OWNER, "demand", "遮需.csv", """
                需求单位,统一社会信用代码,岗位名称,需求人数,所属产业,技术技能要求,岗位职责,其他待遇,联系人,联系电话,备注
                示例测试光电有限公司,91429999MA9999005A,遮蔽工艺师 139 7186 2528,2,光电子信息,硅光遮蔽；QQ：987654321,联系李遮示（139-7186-2529）或李经理,李遮示另议,李遮示,19900000002,微信 di_secret_88
                """.getBytes(StandardCharsets.UTF_8), "commit");
        assertThat(demand.at("/counts/created").asInt()).as("%s", demand).isOne();

        for (String who : everybody()) {
            for (String path : List.of(
                    "talents?q=遮蔽",
                    "talents?q=硅光",
                    "demands?q=遮蔽",
                    "search?q=遮蔽",
                    "suggest?q=遮蔽",
                    "suggest?q=硅光",
                    "talents",
                    "demands")) {
                silent(
                        who + " " + path,
                        hub.get(
                                who,
                                "/api/v1/"
                                        + path.replace("遮蔽", HubClient.encode("遮蔽"))
                                                .replace("硅光", HubClient.encode("硅光"))));
            }
            for (String secret : List.of("13971862522", "139 7186", "7186", "di_secret_88", "987654321")) {
                assertThat(hub.total(who, "/api/v1/demands?q=" + HubClient.encode(secret)))
                        .as(who + " " + secret)
                        .isLessThanOrEqualTo(0);
                assertThat(hub.total(who, "/api/v1/talents?q=" + HubClient.encode(secret)))
                        .as(who + " " + secret)
                        .isLessThanOrEqualTo(0);
            }
        }
        for (String kind : List.of("talents", "demands")) {
            silent(
                    "export",
                    hub.get(
                            PROVINCE,
                            "/api/v1/exports/" + kind + ".csv?purpose=" + HubClient.encode("核对遮蔽") + "&q="
                                    + HubClient.encode("遮蔽")));
        }
        // the person to ask is named to who may ask, and in no text to others
        String post = "/api/v1/demands?q=" + HubClient.encode("遮蔽工艺师");
        assertThat(hub.get(OWNER, post).body().toString()).contains("李遮示另议");
        for (String who : List.of(OTHER, "di-yichang", "")) {
            assertThat(hub.get(who, post).body().path("total").asLong()).isOne();
            assertThat(hub.get(who, post).body().toString()).doesNotContain("李遮示");
            assertThat(hub.total(who, "/api/v1/demands?q=" + HubClient.encode("李遮示")))
                    .isZero();
        }
        assertThat(hub.total(OWNER, "/api/v1/demands?q=" + HubClient.encode("李遮示另议")))
                .isOne();
        String indexed = indexed();
        SECRETS.forEach(s -> assertThat(indexed).as(s).doesNotContain(s));
    }

    private List<String> scores(String who, String path) {
        return hub.get(who, path)
                .body()
                .path("items")
                .valueStream()
                .map(i -> i.path("id").asString() + " " + i.path("score").asString())
                .toList();
    }

    @Test
    void aNameIsNeitherReadNorFoundByWhomItIsHiddenFrom() throws IOException {
        directory();
        byte[] file = new TalentRows()
                .row(
                        "掩码一",
                        "现任职务",
                        "掩码一工作室主任",
                        "研究方向",
                        "掩 碼 一课题组：量子隐形传输器件",
                        "技术专长",
                        "掩码一法；量子隐形封装",
                        "人才计划或荣誉",
                        "Yan Mayi 奖",
                        "毕业院校",
                        "由掩教授创办的示例学院",
                        "团队名称",
                        "掩码一团队")
                .row("掩码三", "工作单位", COMPANY, "统一社会信用代码", CODE, "技术专长", "量子隐形封装")
                .csv();
        JsonNode done = hub.imported(OWNER, "talent", "掩.csv", file, "commit");
        assertThat(done.at("/counts/created").asInt()).as("%s", done).isEqualTo(2);

        JsonNode seen = hub.get(OTHER, "/api/v1/talents?q=" + HubClient.encode("量子隐形") + "&sort=newest")
                .body();
        assertThat(seen.path("total").asLong()).isEqualTo(2);
        assertThat(seen.toString()).contains("掩先生", "***工作室主任").doesNotContain("掩码", "掩 碼", "Mayi", "掩教授");
        assertThat(seen.at("/items/0/employer").has("id")).isFalse();
        for (JsonNode item : seen.path("items")) {
            String id = item.path("id").asString();
            for (String path : List.of("", "/links")) {
                HubClient.Answer a = hub.get(OTHER, "/api/v1/talents/" + id + path);
                assertThat(a.status()).isEqualTo(200);
                assertThat(a.body().toString()).as(path).doesNotContain("掩码", "Mayi");
            }
        }
        for (String asked : List.of(
                "q=掩码一",
                "q=掩碼一",
                "q=掩码一工作室",
                "q=\"掩码一\"",
                "q=职务:掩码一",
                "q=专长:掩码一法",
                "q=研究方向:\"掩码一\"",
                "q=yanmayi",
                "q=Yan Mayi",
                "q=掩教授",
                "q=掩码三",
                "q=" + COMPANY,
                "q=工作单位:掩码三",
                "q=" + CODE,
                "skill=掩码一法",
                "employer=" + COMPANY,
                "employer=" + CODE)) {
            int at = asked.indexOf('=');
            String path = "/api/v1/talents?" + asked.substring(0, at + 1) + HubClient.encode(asked.substring(at + 1));
            JsonNode found = hub.get(OTHER, path).body();
            assertThat(found.path("total").asLong(-1)).as(asked + " " + found).isZero();
            for (String who : List.of(PROVINCE, CITY, "di-yichang", OWNER)) {
                assertThat(hub.total(who, path)).as(who + " " + asked).isPositive();
            }
        }
        // most of the words of a long line are enough: then whose name stands before them makes no difference
        String post = "/api/v1/talents?q=" + HubClient.encode("掩码一工作室主任");
        String notHis = "/api/v1/talents?q=" + HubClient.encode("纪晓一工作室主任");
        assertThat(scores(OTHER, post)).isEqualTo(scores(OTHER, notHis));
        assertThat(scores(OWNER, post)).isNotEmpty().isNotEqualTo(scores(OWNER, notHis));
        assertThat(hub.get(OTHER, "/api/v1/talents").body().path("facets").toString())
                .doesNotContain("掩码");
        for (String typed : List.of("掩码", "掩码一法", "yanma", "工作室")) {
            // an enterprise stands in the directory for everybody, whatever it is called
            assertThat(hub.get(OTHER, "/api/v1/suggest?q=" + HubClient.encode(typed))
                            .body()
                            .path("items")
                            .valueStream()
                            .filter(i -> !i.path("type").asString().equals("enterprises"))
                            .toList()
                            .toString())
                    .as(typed)
                    .doesNotContain("掩码", "***");
        }
        // who may see all of the people of this area, its employer's name and its own included
        assertThat(hub.total("di-base", "/api/v1/talents?q=" + HubClient.encode("掩码三")))
                .isOne();
        assertThat(hub.get(PROVINCE, "/api/v1/enterprises?q=" + HubClient.encode(COMPANY))
                        .body()
                        .path("total")
                        .asLong())
                .isOne();
        JsonNode owned = hub.get(PROVINCE, "/api/v1/talents?q=" + HubClient.encode("掩码一工作室"))
                .body();
        assertThat(owned.at("/items/0/post").asString()).isEqualTo("掩码一工作室主任");
        assertThat(owned.at("/items/0/highlights").toString()).doesNotContain("***");
        whereNamesStand();
    }

    /** A base, and the enterprise of its area that is called after the person who works there. */
    private void directory() {
        String base = "载体名称,载体类型,依托单位,行政区划,主导产业\n示例掩基地,人才基地,湖北示例公司,武汉市,光电子信息\n";
        hub.imported(PROVINCE, "carrier", "掩基地.csv", base.getBytes(StandardCharsets.UTF_8), "commit");
        String company = "企业名称,统一社会信用代码,所属产业,行政区划,所在基地\n" + COMPANY + "," + CODE + ",光电子信息,武汉市,示例掩基地\n";
        JsonNode done =
                hub.imported(PROVINCE, "enterprise", "掩企.csv", company.getBytes(StandardCharsets.UTF_8), "commit");
        assertThat(done.at("/counts/created").asInt()).as("%s", done).isOne();
        long carrier = jdbc.sql("select id from pool_record where type = 'carrier' and name = '示例掩基地'")
                .query(Long.class)
                .single();
        accounts.create(new NewAccount("di-base", TestAccounts.PASSWORD, "示例掩基地", Role.BASE, null, carrier, "示例掩基地"));
    }

    private static String code() {
        String body = "91420100" + "35271809" + CreditCodes.organisationCheckDigit("35271809");
        return body + CreditCodes.checkDigit(body);
    }

    /** In the index a name stands only in fields that have its privacy. */
    private void whereNamesStand() throws IOException {
        int people = 0;
        for (JsonNode hit : JsonMapper.shared().readTree(indexed()).at("/hits/hits")) {
            // the directory holds the enterprise's own name
            if (!hit.path("_index").asString().contains("talents")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> field : hit.path("_source").properties()) {
                if (field.getValue().toString().matches(".*(掩码|掩 碼|Mayi|掩教授).*")) {
                    assertThat(List.of("name", "nameExact", "team", "named"))
                            .as("%s", hit)
                            .contains(field.getKey());
                    people += field.getKey().equals("name") ? 1 : 0;
                }
            }
        }
        assertThat(people).isEqualTo(2);
    }

    private String indexed() throws IOException {
        elasticsearch.performRequest(new Request("POST", "/_all/_refresh"));
        return new String(
                elasticsearch
                        .performRequest(new Request("GET", "/_all/_search?size=10000"))
                        .getEntity()
                        .getContent()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static void silent(String where, HubClient.Answer a) {
        assertThat(a.status()).as(where).isBetween(200, 499);
        String text = new String(a.bytes(), StandardCharsets.UTF_8);
        SECRETS.forEach(s -> assertThat(text.contains(s))
                .as("%s tells %s: %s", where, s, text)
                .isFalse());
    }
}
