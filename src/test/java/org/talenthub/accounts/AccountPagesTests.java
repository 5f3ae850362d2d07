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
    void aMatchmakerIsPutIntoAnOrganisationAndFoundByIt() {
        browser.signIn("ap.admin", TestAccounts.PASSWORD);
        String first = organisation("示例承办甲");
        String second = organisation("示例承办乙");
        assertThat(browser.get("/admin/accounts").body()).contains("<option value=\"" + first + "\">");
        String name = "ap.m" + System.nanoTime() % 1_000_000_000;
        String seat = "displayName=x&role=MATCHMAKER&region=&carrier=&email=&organisation=";
        Page made = browser.post(
                "/admin/accounts", "/admin/accounts", "username=" + name + "&" + seat + HubClient.encode(first));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).contains("<dd>" + first + "</dd>");
        Page list = browser.get("/admin/accounts?organisation=" + HubClient.encode(first));
        assertThat(list.body())
                .contains(">" + name + "</a>", "value=\"" + first + "\"")
                .doesNotContain(">ap.admin</a>");

        String page = list.body().replaceAll("(?s).*href=\"(/admin/accounts/[0-9A-Z]{13})\".*", "$1");
        browser.post(page, page, seat + HubClient.encode(second));
        assertThat(browser.get(page).body()).contains("<dd>" + second + "</dd>");
        browser.post(page, page, seat);
        assertThat(browser.get(page).body()).as("empty: as it is").contains("<dd>" + second + "</dd>");
        assertThat(browser.get("/admin/accounts?organisation=" + HubClient.encode(first))
                        .body())
                .doesNotContain(">" + name + "</a>");
        browser.post(page, page, seat + "nowhere");
        assertThat(browser.get(page).body()).contains("没有这个机构");
    }

    @Test
    void aCitysAccountIsWhereItsOrganisationIs() {
        browser.signIn("ap.admin", TestAccounts.PASSWORD);
        String city = browser.get("/admin/organisations?q=" + HubClient.encode("武汉市委组织部"))
                .body()
                .replaceAll("(?s).*<th scope=\"row\"><a href=\"/admin/accounts\\?organisation=([^\"]+)\".*", "$1");
        String name = "ap.c" + System.nanoTime() % 1_000_000_000;
        String seat = "displayName=x&role=CITY&carrier=&organisation=" + city + "&username=" + name;
        browser.post("/admin/accounts", "/admin/accounts", seat + "&region=420500");
        assertThat(browser.get("/admin/accounts").body()).contains("机构在别的地区");
        assertThat(browser.post("/admin/accounts", "/admin/accounts", seat + "&region=")
                        .body())
                .contains("武汉市", "待接受邀请");
    }

    private String organisation(String called) {
        String name = called + System.nanoTime();
        browser.post("/admin/organisations", "/admin/organisations", "kind=MATCHMAKER&name=" + HubClient.encode(name));
        return name;
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
