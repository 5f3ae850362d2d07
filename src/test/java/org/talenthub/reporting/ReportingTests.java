package org.talenthub.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.HubTime;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;

/** A month's report from its station to those who wait for it, over HTTP. */
@HubTest
@Tag("database")
class ReportingTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Bookkeeper bookkeeper;

    private HubClient hub;
    private final YearMonth month = YearMonth.from(HubTime.today());

    @BeforeEach
    void twoStations() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("rp-province")
                .station("rp-province", "rp-one", "月报甲驿站", "武汉市")
                .station("rp-province", "rp-two", "月报乙驿站", "宜昌市");
        if (accounts.find("rp-wuhan").isEmpty()) {
            accounts.create(
                    new NewAccount("rp-wuhan", TestAccounts.PASSWORD, "武汉市委人才办", Role.CITY, "420100", null, null));
        }
    }

    @Test
    void whatCameIsStoredAndTakenBackAndEverybodySeesHisOwn() {
        bookkeeper.keep(month);
        assertThat(mine("rp-one").path("state").asString()).isIn("WAITING", "OVERDUE");
        assertThat(hub.total("rp-two", "/api/v1/reporting-months?month=" + month))
                .as("only its own")
                .isOne();
        JsonNode done = hub.imported(
                "rp-one",
                "talent",
                "本月.csv",
                new TalentRows()
                        .row("钟离月报" + System.nanoTime() % 1000, "联系电话", "")
                        .csv(),
                "commit");
        bookkeeper.keep(month);
        JsonNode in = mine("rp-one");
        assertThat(in.path("state").asString()).isIn("IN", "LATE");
        assertThat(in.path("rows").asInt()).isOne();
        assertThat(in.path("cameAt").asString()).isNotEmpty();
        assertThat(jdbc.sql("select due_on from reporting_month where month = ? limit 1")
                        .param(month.toString())
                        .query(java.time.LocalDate.class)
                        .single())
                .isEqualTo(month.atDay(25));
        long missing = hub.total("rp-wuhan", "/api/v1/reporting-months?month=" + month + "&state=missing");
        assertThat(hub.get("rp-wuhan", "/api/v1/reporting-months?size=100&month=" + month)
                        .body()
                        .toString())
                .contains("月报甲驿站")
                .doesNotContain("月报乙驿站");
        assertThat(hub.total("rp-province", "/api/v1/reporting-months?month=" + month + "&state=missing"))
                .isGreaterThan(missing);

        String id = done.path("id").asString();
        assertThat(hub.post("rp-one", "/api/v1/imports/" + id + "/revert").status())
                .isEqualTo(202);
        hub.settle("rp-one", id, "REVERTED");
        bookkeeper.keep(month);
        assertThat(mine("rp-one").path("state").asString())
                .as("taken back, nothing is in")
                .isIn("WAITING", "OVERDUE");
    }

    @Test
    void theLetterOfTheDayRemindsInTheLastDaysOfTheMonthOnly() {
        bookkeeper.keep(month);
        String letter = new String(hub.get("rp-two", "/api/v1/alerts/digest").bytes(), StandardCharsets.UTF_8);
        boolean soon = !HubTime.today().isBefore(month.atDay(20));
        assertThat(letter.contains(month + " 的人才和需求")).isEqualTo(soon);
        String yesterday = new String(
                hub.get("rp-two", "/api/v1/alerts/digest?day=" + HubTime.today().minusDays(1))
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(yesterday).doesNotContain("的人才和需求");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (String query : new String[] {"month=2026-13", "state=maybe", "carrier=x", "size=101", "page=-1"}) {
            assertThat(hub.get("rp-province", "/api/v1/reporting-months?" + query)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(hub.get("", "/api/v1/reporting-months").status()).isEqualTo(401);
    }

    private JsonNode mine(String user) {
        return hub.get(user, "/api/v1/reporting-months?month=" + month).body().at("/items/0");
    }
}
