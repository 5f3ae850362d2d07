package org.talenthub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
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
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;

/** The trail taken away as a file, what supervisors are told, and a sign-in elsewhere. */
@HubTest
@Tag("database")
class TrailFileTests {

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    HubClient hub;

    @BeforeEach
    void people() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("tf.province")
                .admin("tf.admin")
                .station("tf.province", "tf.station", "湖北示例留痕人才驿站", "420100");
        for (String city : new String[] {"420100", "420500"}) {
            if (accounts.find("tf.c" + city).isEmpty()) {
                accounts.create(
                        new NewAccount("tf.c" + city, TestAccounts.PASSWORD, "市州", Role.CITY, city, null, null));
            }
        }
    }

    @Test
    void theFileHoldsWhatTheListHoldsAndThatItWasTakenIsInTheTrail() {
        hub.get("tf.station", "/api/v1/accounts"); // refused, and noted or not: the station is none of Yichang's
        long listed = hub.total("tf.province", "/api/v1/admin/audit?who=tf.province");
        Answer file = hub.get("tf.province", "/api/v1/admin/audit.csv?who=tf.province");
        assertThat(file.status()).isEqualTo(200);
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFat,who,role,act,");
        // the list noted that it was read, and the file that it was taken
        assertThat(text.lines().count() - 1).isBetween(listed, listed + 3);
        assertThat(text).contains("audit.export");
        assertThat(new String(hub.get("tf.c420500", "/api/v1/admin/audit.csv").bytes(), StandardCharsets.UTF_8))
                .doesNotContain("tf.station")
                .doesNotContain(",tf.province,");
    }

    @Test
    void whoMayNotReadTheTrailMayNotTakeIt() {
        assertThat(hub.get("tf.station", "/api/v1/admin/audit.csv").status()).isEqualTo(403);
        assertThat(hub.get("", "/api/v1/admin/audit.csv").status()).isEqualTo(401);
        assertThat(hub.get("tf.province", "/api/v1/admin/audit.csv?wat=1").status())
                .isEqualTo(400);
        SiteBrowser station = new SiteBrowser(port);
        station.signIn("tf.station", TestAccounts.PASSWORD);
        assertThat(station.get("/admin/audit.csv").status()).isEqualTo(403);
    }

    @Test
    void supervisorsAreToldOfWhoLookedAtVeryMuch() {
        jdbc.sql("""
                        insert into audit_event (id, at, account_id, username, role, act, action, result, region)
                        values (?, ?, 77, 'tf.much', 'STATION', 'REFUSED', 'unmask.many', 'REFUSED', '420100')""").params(Ids.next(), Timestamp.from(Instant.now())).update();
        SiteBrowser wuhan = new SiteBrowser(port);
        wuhan.signIn("tf.c420100", TestAccounts.PASSWORD);
        assertThat(wuhan.get("/admin/audit").body()).contains("看满了规定的次数");
        SiteBrowser yichang = new SiteBrowser(port);
        yichang.signIn("tf.c420500", TestAccounts.PASSWORD);
        assertThat(yichang.get("/admin/audit").body()).doesNotContain("看满了规定的次数");
    }

    @Test
    void aSignInElsewhereIsToldUntilItWasSeen() {
        SiteBrowser first = new SiteBrowser(port);
        first.signIn("tf.province", TestAccounts.PASSWORD);
        assertThat(first.get("/saved").body()).doesNotContain("又在别处登录");
        SiteBrowser second = new SiteBrowser(port);
        second.signIn("tf.province", TestAccounts.PASSWORD);
        assertThat(second.get("/saved").body()).doesNotContain("又在别处登录");
        assertThat(first.get("/saved").body()).contains("又在别处登录", "127.0.0.1");
        first.get("/account");
        assertThat(first.get("/saved").body()).doesNotContain("又在别处登录");
    }

    @Test
    void cellsAreQuotedAndAreNoFormulas() {
        assertThat(TrailFile.cell(null)).isEmpty();
        assertThat(TrailFile.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(TrailFile.cell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(TrailFile.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(TrailFile.cell("ordinary")).isEqualTo("ordinary");
    }
}
