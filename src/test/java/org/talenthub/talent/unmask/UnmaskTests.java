package org.talenthub.talent.unmask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;

/** A person's phone is shown to who may know it, for a purpose, and who looked can be read by who may. */
@HubTest
@Tag("database")
class UnmaskTests {

    private static final String PHONE = "13912345678";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    HubClient hub;
    String person;

    @BeforeEach
    void somebody() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        for (Role role : new Role[] {Role.ADMIN, Role.AUDITOR, Role.SECURITY}) {
            make("um." + role.name().toLowerCase(java.util.Locale.ROOT), role, null);
        }
        make("um.wuhan", Role.CITY, "420100");
        make("um.yichang", Role.CITY, "420500");
        new TestAccounts(hub, accounts, jdbc)
                .province("um.province")
                .station("um.province", "um.station", "湖北示例留痕人才驿站", "420100")
                .station("um.province", "um.other", "宜昌示例留痕人才驿站", "420500");
        String name = "留痕" + (char) ('一' + System.nanoTime() % 5000);
        String batch = hub.imported(
                        "um.station",
                        "talent",
                        name + ".csv",
                        new TalentRows().row(name, "联系电话", PHONE, "工作地点", "武汉市").csv(),
                        "commit")
                .path("id")
                .asString();
        person = jdbc.sql("select record_id from report where batch_id = ? and record_id is not null")
                .param(Ids.parse(batch).orElseThrow())
                .query((rs, n) -> Ids.text(rs.getLong(1)))
                .list()
                .getFirst();
    }

    private void make(String name, Role role, String region) {
        if (accounts.find(name).isEmpty()) {
            accounts.create(new NewAccount(name, TestAccounts.PASSWORD, name, role, region, null, null));
        }
    }

    private Answer unmask(String who, String field, String purpose) {
        return hub.post(
                who,
                "/api/v1/talents/" + person + "/unmask",
                "{\"field\":\"" + field + "\",\"purpose\":\"" + purpose + "\"}");
    }

    @Test
    void theValueIsShownOnceRecordedAndStaysForAQuarterOfAnHour() {
        assertThat(hub.get("um.station", "/api/v1/talents/" + person)
                        .body()
                        .path("phone")
                        .asString())
                .doesNotContain("1234");
        Answer shown = unmask("um.station", "phone", "岗位对接：约面谈");
        assertThat(shown.status()).as("%s", shown.body()).isEqualTo(200);
        assertThat(shown.body().path("value").asString()).isEqualTo(PHONE);
        Answer again = unmask("um.station", "phone", "岗位对接");
        assertThat(again.body().path("until").asString())
                .isEqualTo(shown.body().path("until").asString())
                .isNotEmpty();
        assertThat(unmask("um.province", "phone", "信息核实").body().path("value").asString())
                .isEqualTo(PHONE);
        assertThat(unmask("um.wuhan", "phone", "信息核实").status()).isEqualTo(200);

        JsonNode log = hub.get("um.province", "/api/v1/talents/" + person + "/access-log?size=100")
                .body();
        assertThat(of(log, "UNMASK")).containsExactlyInAnyOrder("um.station", "um.province", "um.wuhan");
        assertThat(of(log, "READ")).contains("um.station");
        JsonNode one = item(log, "UNMASK", "um.station");
        assertThat(one.path("role").asString()).isEqualTo("STATION");
        assertThat(one.path("record").asString()).isEqualTo(person);
        assertThat(one.at("/fields/0").asString()).isEqualTo("phone");
        assertThat(one.path("purpose").asString()).isEqualTo("岗位对接：约面谈");
        assertThat(one.path("from").asString()).isEqualTo("127.0.0.1");
        assertThat(one.path("result").asString()).isEqualTo("OK");
        assertThat(log.toString()).doesNotContain(PHONE);
    }

    private static java.util.List<String> of(JsonNode page, String act) {
        return page.path("items")
                .valueStream()
                .filter(i -> i.path("act").asString().equals(act))
                .map(i -> i.path("who").asString())
                .toList();
    }

    private static JsonNode item(JsonNode page, String act, String who) {
        return page.path("items")
                .valueStream()
                .filter(i -> i.path("act").asString().equals(act)
                        && i.path("who").asString().equals(who))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMayNotIsRefusedAndThatIsRecorded() {
        assertThat(unmask("um.yichang", "phone", "信息核实").status()).isEqualTo(403);
        assertThat(unmask("um.other", "phone", "信息核实").status()).isEqualTo(403);
        assertThat(unmask("um.admin", "phone", "信息核实").status()).isEqualTo(403);
        assertThat(unmask("", "phone", "信息核实").status()).isEqualTo(401);
        assertThat(unmask("um.station", "name", "信息核实").body().path("code").asString())
                .isEqualTo("unmask.field");
        assertThat(unmask("um.station", "phone", "").body().path("code").asString())
                .isEqualTo("unmask.purpose");
        assertThat(unmask("um.station", "documentNumber", "信息核实")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("unmask.empty");
        assertThat(hub.post(
                                "um.station",
                                "/api/v1/talents/0000000000000/unmask",
                                "{\"field\":\"phone\",\"purpose\":\"xx\"}")
                        .status())
                .isEqualTo(404);
        for (String who : new String[] {"um.station", "um.other", "um.admin"}) {
            assertThat(hub.get(who, "/api/v1/talents/" + person + "/access-log").status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(hub.get("um.yichang", "/api/v1/talents/" + person + "/access-log")
                        .status())
                .isEqualTo(403);
        JsonNode refused = hub.get("um.auditor", "/api/v1/admin/audit?act=REFUSED&who=um.yichang")
                .body();
        assertThat(refused.path("total").asInt()).isPositive();
        assertThat(refused.at("/items/0/result").asString()).isEqualTo("REFUSED");
    }

    @Test
    void theTrailIsReadByWhoMayAndThatIsRecorded() {
        unmask("um.station", "phone", "岗位对接");
        hub.get("um.wuhan", "/api/v1/talents?q=" + HubClient.encode("光电 13912345678"));
        JsonNode all =
                hub.get("um.province", "/api/v1/admin/audit?record=" + person).body();
        assertThat(all.path("total").asInt()).isPositive();
        assertThat(hub.total("um.wuhan", "/api/v1/admin/audit?record=" + person))
                .isPositive();
        assertThat(hub.total("um.yichang", "/api/v1/admin/audit?record=" + person))
                .isZero();
        JsonNode searched = hub.get("um.wuhan", "/api/v1/admin/audit?act=SEARCH&who=um.wuhan")
                .body();
        assertThat(searched.path("total").asInt()).isPositive();
        assertThat(searched.toString()).doesNotContain(PHONE);
        JsonNode keeper = hub.get("um.admin", "/api/v1/admin/audit?act=UNMASK&record=" + person)
                .body();
        assertThat(keeper.at("/items/0/who").asString()).isEqualTo("um.station");
        assertThat(keeper.toString()).doesNotContain("岗位对接");
        assertThat(hub.get("um.security", "/api/v1/admin/audit").status()).isEqualTo(403);
        assertThat(hub.get("um.station", "/api/v1/admin/audit").status()).isEqualTo(403);
        assertThat(hub.total("um.auditor", "/api/v1/admin/audit?who=um.admin&act=READ"))
                .as("reading the trail is in it")
                .isPositive();
        assertThat(hub.get("um.province", "/api/v1/admin/audit?from=yesterday").status())
                .isEqualTo(400);
        assertThat(hub.get("um.province", "/api/v1/admin/audit?colour=red")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("parameter.unknown");
        assertThat(hub.total("um.province", "/api/v1/admin/audit?to=2020-01-01"))
                .isZero();
    }

    @Test
    void afterTooManyWithinAnHourNoMoreAreShown() {
        long account = accounts.find("um.station").orElseThrow().account();
        for (int i = 0; i < 50; i++) {
            jdbc.sql(
                            "insert into audit_event (id, at, account_id, username, action) values (?, utc_timestamp(6), ?, 'x', 'unmask')")
                    .params(Ids.next(), account)
                    .update();
        }
        try {
            Answer many = unmask("um.station", "phone", "岗位对接");
            assertThat(many.status()).isEqualTo(429);
            assertThat(many.body().path("code").asString()).isEqualTo("unmask.many");
            assertThat(hub.total("um.province", "/api/v1/admin/audit?act=REFUSED&record=" + person))
                    .isPositive();
        } finally {
            jdbc.sql("delete from audit_event where username = 'x'").update();
        }
    }

    @Test
    void thePageShowsWhatWasShown() {
        SiteBrowser browser = new SiteBrowser(port);
        browser.signIn("um.station", TestAccounts.PASSWORD);
        String page = "/talents/" + person;
        assertThat(browser.get(page).body()).doesNotContain(PHONE);
        browser.post(page, page + "/unmask", "field=phone&purpose=x&note=" + HubClient.encode("约面谈"));
        assertThat(browser.get(page).body()).contains(PHONE);
        SiteBrowser city = new SiteBrowser(port);
        city.signIn("um.wuhan", TestAccounts.PASSWORD);
        assertThat(city.get(page).body()).doesNotContain(PHONE).contains(page + "/access-log");
        assertThat(city.get(page + "/access-log").body()).contains("um.station", "约面谈");
        assertThat(city.get("/admin/audit?act=UNMASK").body()).contains("um.station");
    }
}
