package org.talenthub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;
import org.talenthub.SiteBrowser.Page;
import org.talenthub.TestAccounts;
import org.talenthub.security.Role;

/** Keeping accounts and organisations on the site. */
@HubTest
@Tag("database")
class AccountPagesTests {

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    SiteBrowser browser;

    @BeforeEach
    void people() {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .admin("ap.admin")
                .province("ap.province")
                .station("ap.province", "ap.station", "湖北示例页面人才驿站", "420100");
        if (accounts.find("ap.wuhan").isEmpty()) {
            accounts.create(new NewAccount("ap.wuhan", TestAccounts.PASSWORD, "武汉", Role.CITY, "420100", null, null));
        }
        browser = new SiteBrowser(port);
    }

    @Test
    void anAccountIsMadeAndKeptOnItsPage() {
        browser.signIn("ap.wuhan", TestAccounts.PASSWORD);
        String name = "ap.n" + System.nanoTime() % 1_000_000_000;
        Page made = browser.post(
                "/admin/accounts",
                "/admin/accounts",
                "username=" + name + "&displayName=x&role=STATION&carrier=" + HubClient.encode("湖北示例页面人才驿站"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).contains("/invitation/", "待接受邀请");
        Page list = browser.get("/admin/accounts?q=" + name);
        assertThat(list.body()).contains(name).doesNotContain("ap.admin");
        String page = list.body().replaceAll("(?s).*href=\"(/admin/accounts/[0-9A-Z]{13})\".*", "$1");
        assertThat(browser.post(page, page + "/invitation", "").body()).contains("/invitation/");
        assertThat(browser.post(page, page, "displayName=" + HubClient.encode("李工"))
                        .to())
                .isEqualTo(page);
        assertThat(browser.get(page).body()).contains("李工");
        browser.post(page, page, "enabled=false");
        assertThat(browser.get(page).body()).contains("已停用");
        Page wrong =
                browser.post("/admin/accounts", "/admin/accounts", "username=" + name + "&displayName=x&role=STATION");
        assertThat(wrong.to()).startsWith("/admin/accounts");
        assertThat(browser.get("/admin/accounts").body()).contains("carrier").contains(name);
    }

    @Test
    void organisationsAreMadeAndSwitchedOff() {
        browser.signIn("ap.admin", TestAccounts.PASSWORD);
        String name = "示例承办" + System.nanoTime();
        browser.post("/admin/organisations", "/admin/organisations", "kind=MATCHMAKER&name=" + HubClient.encode(name));
        Page found = browser.get("/admin/organisations?q=" + HubClient.encode(name));
        assertThat(found.body()).contains(name);
        String action = found.body().replaceAll("(?s).*action=\"(/admin/organisations/[0-9A-Z]{13})\".*", "$1");
        browser.post("/admin/organisations", action, "enabled=false");
        assertThat(browser.get("/admin/organisations?q=" + HubClient.encode(name))
                        .body())
                .contains("已停用");
    }

    @Test
    void whoKeepsNoneHasNoSuchPage() {
        browser.signIn("ap.station", TestAccounts.PASSWORD);
        assertThat(browser.get("/admin/accounts").status()).isEqualTo(403);
        assertThat(browser.get("/").body()).doesNotContain("/admin/accounts\"");
        assertThat(browser.get("/account").body()).contains("ap.station");
    }
}
