package org.talenthub.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;
import org.talenthub.TestAccounts;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;

/** Accounts over HTTP: making, inviting, choosing a password, tokens; and what each role gets. */
@HubTest
@Tag("database")
class AccountsApiTests {

    private static final String CHOSEN = "kettle-moth-river-91";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    HubClient hub;
    HubClient own;

    @BeforeEach
    void people() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        own = new HubClient(port, CHOSEN);
        make("ac.admin", Role.ADMIN, null);
        make("ac.wuhan", Role.CITY, "420100");
        new TestAccounts(hub, accounts, jdbc)
                .province("ac.province")
                .station("ac.province", "ac.station", "湖北示例账号人才驿站", "420100")
                .station("ac.province", "ac.far", "宜昌示例账号人才驿站", "420500");
    }

    private void make(String name, Role role, String region) {
        if (accounts.find(name).isEmpty()) {
            accounts.create(new NewAccount(name, TestAccounts.PASSWORD, name, role, region, null, null));
        }
    }

    @Test
    void whoKeepsAnAccountEndsItsSessions() {
        SiteBrowser somebody = new SiteBrowser(port);
        somebody.signIn("ac.station", TestAccounts.PASSWORD);
        assertThat(somebody.get("/account").status()).isEqualTo(200);
        String sessions = "/api/v1/accounts/"
                + Ids.text(accounts.find("ac.station").orElseThrow().account()) + "/sessions";
        assertThat(hub.delete("ac.station", sessions).status()).isEqualTo(403);
        assertThat(hub.delete("ac.wuhan", sessions).status()).isEqualTo(204);
        assertThat(somebody.get("/account").to()).isEqualTo("/login");
        assertThat(somebody.signIn("ac.station", TestAccounts.PASSWORD))
                .as("back to the page that was asked for")
                .isEqualTo("/account");
        String far = "/api/v1/accounts/"
                + Ids.text(accounts.find("ac.far").orElseThrow().account()) + "/sessions";
        assertThat(hub.delete("ac.wuhan", far).status()).isEqualTo(404);
        assertThat(hub.delete("ac.admin", far).status()).isEqualTo(204);
    }

    @Test
    void whoTakesASecondFactorAwayEndsTheSessionsThatItOpened() {
        String name = "ac.sf" + System.nanoTime() % 1_000_000;
        make(name, Role.PROVINCE, null);
        SiteBrowser somebody = new SiteBrowser(port);
        somebody.signIn(name, TestAccounts.PASSWORD);
        assertThat(somebody.get("/account").status()).isEqualTo(200);
        assertThat(hub.put("ac.admin", "/api/v1/accounts/" + idOf(name), "{\"factor\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(somebody.get("/account").to()).isEqualTo("/login");
    }

    @Test
    void anAccountIsMadeInvitedAndOpenedByItsOwnerOnce() throws Exception {
        String name = "ac.new" + System.nanoTime() % 1_000_000;
        Answer made = hub.post(
                "ac.wuhan",
                "/api/v1/accounts",
                "{\"username\":\"%s\",\"displayName\":\"李工\",\"role\":\"STATION\",\"carrier\":\"湖北示例账号人才驿站\"}"
                        .formatted(name));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        JsonNode body = made.body();
        assertThat(body.path("username").asString()).isEqualTo(name);
        assertThat(body.at("/carrier/name").asString()).isEqualTo("湖北示例账号人才驿站");
        assertThat(body.path("region").asString()).isEqualTo("420100");
        assertThat(body.path("state").asString()).isEqualTo("INVITED");
        assertThat(Instant.parse(body.at("/invitation/until").asString()))
                .isBetween(Instant.now().plusSeconds(71 * 3600), Instant.now().plusSeconds(73 * 3600));
        String link = body.at("/invitation/link").asString();
        assertThat(link).startsWith("http://127.0.0.1:" + port + "/invitation/");
        assertThat(own.get(name, "/api/v1/imports").status()).isEqualTo(401);

        assertThat(choose(link, "password2026!")).as("too easy").isEqualTo("/invitation");
        assertThat(choose(link, CHOSEN)).isEqualTo("/login");
        assertThat(choose(link, CHOSEN)).as("once").isEqualTo("404");
        assertThat(own.get(name, "/api/v1/alerts").status()).isEqualTo(200);
        JsonNode seen = hub.get(
                        "ac.wuhan", "/api/v1/accounts/" + body.path("id").asString())
                .body();
        assertThat(seen.path("state").asString()).isEqualTo("ACTIVE");
        assertThat(seen.has("invitation")).isFalse();

        // forgotten: a new link, and another is void
        String id = body.path("id").asString();
        Answer first = hub.post("ac.admin", "/api/v1/accounts/" + id + "/invitation");
        Answer second = hub.post("ac.admin", "/api/v1/accounts/" + id + "/invitation");
        assertThat(first.status()).isEqualTo(201);
        assertThat(choose(first.body().path("link").asString(), "another-" + CHOSEN))
                .isEqualTo("404");
        assertThat(own.get(name, "/api/v1/alerts").status())
                .as("goes on until then")
                .isEqualTo(200);
        assertThat(choose(second.body().path("link").asString(), "another-" + CHOSEN))
                .isEqualTo("/login");
        assertThat(own.get(name, "/api/v1/alerts").status()).isEqualTo(401);

        // switched off
        assertThat(hub.put("ac.wuhan", "/api/v1/accounts/" + id, "{\"enabled\":false}")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("DISABLED");
        assertThat(new HubClient(port, "another-" + CHOSEN)
                        .get(name, "/api/v1/alerts")
                        .status())
                .isEqualTo(401);
        assertThat(hub.post("ac.wuhan", "/api/v1/accounts/" + id + "/invitation")
                        .status())
                .isEqualTo(409);
        assertThat(jdbc.sql("select action from audit_event where subject_id = ? and username = 'ac.wuhan' order by id")
                        .param(name)
                        .query(String.class)
                        .list())
                .contains("account.create", "account.invite", "account.disable");
    }

    /** The path of where one is led, without what tells links apart; else the status. */
    private String choose(String link, String password) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher token = CSRF.matcher(page.body());
        if (page.statusCode() != 200 || !token.find()) {
            return String.valueOf(page.statusCode());
        }
        HttpResponse<String> done = browser.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("password=" + HubClient.encode(password) + "&again="
                                + HubClient.encode(password) + "&_csrf=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String to = done.headers().firstValue("Location").orElse("");
        return to.startsWith("/invitation/") ? "/invitation" : to.replaceAll("\\?.*", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ac.wuhan   | {"username":"x1","displayName":"x","role":"PROVINCE"}                                  | 403 | forbidden
            ac.wuhan   | {"username":"x1","displayName":"x","role":"CITY","region":"420100"}                     | 403 | forbidden
            ac.wuhan   | {"username":"x1","displayName":"x","role":"STATION","carrier":"宜昌示例账号人才驿站"}      | 403 | forbidden
            ac.station | {"username":"x1","displayName":"x","role":"STATION","carrier":"湖北示例账号人才驿站"}      | 403 | forbidden
            ac.province| {"username":"x1","displayName":"x","role":"CITY","region":"420100"}                     | 403 | forbidden
            ac.admin   | {"username":"X 1","displayName":"x","role":"PROVINCE"}                                 | 400 | account.username
            ac.admin   | {"username":"x1","role":"PROVINCE"}                                                   | 400 | account.name
            ac.admin   | {"username":"x1","displayName":"x"}                                                   | 400 | account.role
            ac.admin   | {"username":"x1","displayName":"x","role":"KING"}                                     | 400 | parameter.value
            ac.admin   | {"username":"x1","displayName":"x","role":"CITY","region":"110000"}                    | 400 | account.region
            ac.admin   | {"username":"x1","displayName":"x","role":"STATION"}                                  | 400 | account.carrier
            ac.admin   | {"username":"x1","displayName":"x","role":"STATION","carrier":"没有的驿站"}               | 400 | account.carrier
            ac.admin   | {"username":"ac.wuhan","displayName":"x","role":"PROVINCE"}                            | 409 | account.exists
            ac.admin   | {"username":                                                                         | 400 | request.unreadable
            """)
    void whatDoesNotFitIsRefusedInWords(String who, String wish, int status, String code) {
        Answer a = hub.post(who, "/api/v1/accounts", wish);
        assertThat(a.status()).as("%s", a.body()).isEqualTo(status);
        if (!code.equals("request.unreadable")) {
            assertThat(a.body().path("code").asString()).isEqualTo(code);
        }
        assertThat(a.body().path("detail").asString()).isNotEmpty();
    }

    @Test
    void aCitySeesTheAccountsOfItsCarriersOnly() {
        JsonNode all = hub.get("ac.admin", "/api/v1/accounts?q=ac.&size=100").body();
        assertThat(all.path("total").asInt()).isGreaterThanOrEqualTo(5);
        JsonNode citys = hub.get("ac.wuhan", "/api/v1/accounts?size=100").body();
        assertThat(citys.path("items").findValuesAsString("username"))
                .contains("ac.station")
                .doesNotContain("ac.far", "ac.admin", "ac.wuhan", "ac.province");
        String far = idOf("ac.far");
        assertThat(hub.get("ac.wuhan", "/api/v1/accounts/" + far).status()).isEqualTo(404);
        assertThat(hub.put("ac.wuhan", "/api/v1/accounts/" + far, "{\"enabled\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(hub.post("ac.wuhan", "/api/v1/accounts/" + far + "/invitation")
                        .status())
                .isEqualTo(404);
        assertThat(hub.get("ac.admin", "/api/v1/accounts?role=CITY&region=420100")
                        .body()
                        .path("items")
                        .findValuesAsString("username"))
                .contains("ac.wuhan");
        assertThat(hub.total("ac.admin", "/api/v1/accounts?carrier=" + HubClient.encode("宜昌示例账号人才驿站")))
                .isOne();
        assertThat(hub.total("ac.admin", "/api/v1/accounts?state=DISABLED&q=ac.far"))
                .isZero();
        assertThat(hub.get("ac.admin", "/api/v1/accounts?colour=red")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("parameter.unknown");
        assertThat(hub.get("ac.admin", "/api/v1/accounts?size=1000")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("page.range");
    }

    private String idOf(String username) {
        return hub.get("ac.admin", "/api/v1/accounts?q=" + username)
                .body()
                .at("/items/0/id")
                .asString();
    }

    @Test
    void organisationsComeWithTheirAccountsAndByThemselves() {
        JsonNode listed = hub.get("ac.admin", "/api/v1/organisations?q=" + HubClient.encode("示例账号人才驿站"))
                .body();
        assertThat(listed.path("total").asInt()).isEqualTo(2);
        assertThat(hub.get("ac.wuhan", "/api/v1/organisations?size=100")
                        .body()
                        .path("items")
                        .findValuesAsString("name"))
                .contains("湖北示例账号人才驿站")
                .doesNotContain("宜昌示例账号人才驿站", "武汉市委组织部");
        String name = "示例引才专列承办 " + System.nanoTime();
        Answer made =
                hub.post("ac.admin", "/api/v1/organisations", "{\"kind\":\"MATCHMAKER\",\"name\":\"" + name + "\"}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(hub.post("ac.admin", "/api/v1/organisations", "{\"kind\":\"MATCHMAKER\",\"name\":\"" + name + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(hub.post("ac.wuhan", "/api/v1/organisations", "{\"kind\":\"MATCHMAKER\",\"name\":\"x\"}")
                        .status())
                .isEqualTo(403);
        Answer account = hub.post(
                "ac.admin",
                "/api/v1/accounts",
                "{\"username\":\"ac.mm%d\",\"displayName\":\"承办\",\"organisation\":\"%s\"}"
                        .formatted(System.nanoTime() % 1_000_000, name));
        assertThat(account.status()).as("%s", account.body()).isEqualTo(201);
        assertThat(account.body().path("role").asString()).isEqualTo("MATCHMAKER");
        assertThat(account.body().at("/organisation/name").asString()).isEqualTo(name);
        String id = made.body().path("id").asString();
        assertThat(hub.put("ac.admin", "/api/v1/organisations/" + id, "{\"enabled\":false}")
                        .body()
                        .path("enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(hub.get(
                                "ac.admin",
                                "/api/v1/accounts/" + account.body().path("id").asString())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("DISABLED");
    }

    @Test
    void anAccountIsMovedAndTheLastAdministratorStays() {
        String name = "ac.mv" + System.nanoTime() % 1_000_000;
        make(name, Role.PROVINCE, null);
        String id = idOf(name);
        JsonNode moved = hub.put(
                        "ac.admin", "/api/v1/accounts/" + id, "{\"role\":\"STATION\",\"carrier\":\"宜昌示例账号人才驿站\"}")
                .body();
        assertThat(moved.at("/carrier/name").asString()).isEqualTo("宜昌示例账号人才驿站");
        assertThat(hub.get(name, "/api/v1/suspects").status())
                .as("at once on the API")
                .isEqualTo(403);
        assertThat(hub.put(
                                "ac.wuhan",
                                "/api/v1/accounts/" + idOf("ac.station"),
                                "{\"role\":\"CITY\",\"region\":\"420100\"}")
                        .status())
                .isEqualTo(403);
        jdbc.sql("update account set enabled = false where role = 'ADMIN' and username <> 'ac.admin'")
                .update();
        try {
            for (String wish : new String[] {"{\"enabled\":false}", "{\"role\":\"PROVINCE\"}"}) {
                Answer last = hub.put("ac.admin", "/api/v1/accounts/" + idOf("ac.admin"), wish);
                assertThat(last.status()).isEqualTo(409);
                assertThat(last.body().path("code").asString()).isEqualTo("account.last-admin");
            }
        } finally {
            jdbc.sql("update account set enabled = true where role = 'ADMIN'").update();
        }
    }

    @Test
    void whoWasNotSeenForLongIsInvitedAnew() {
        String name = "ac.stale" + System.nanoTime() % 1_000_000;
        make(name, Role.PROVINCE, null);
        assertThat(hub.get(name, "/api/v1/alerts").status()).isEqualTo(200);
        jdbc.sql("update account set last_seen_at = '2020-01-01', password_at = '2020-01-01' where username = ?")
                .param(name)
                .update();
        assertThat(hub.get(name, "/api/v1/alerts").status()).isEqualTo(401);
        assertThat(hub.total("ac.admin", "/api/v1/accounts?state=STALE&q=" + name))
                .isOne();
        assertThat(hub.post("ac.admin", "/api/v1/accounts/" + idOf(name) + "/invitation")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void oldHashesAreRenewedAtSignIn() {
        String name = "ac.old" + System.nanoTime() % 1_000_000;
        make(name, Role.PROVINCE, null);
        jdbc.sql("update account set password_hash = ? where username = ?")
                .params(
                        "{bcrypt}"
                                + new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4)
                                        .encode(TestAccounts.PASSWORD),
                        name)
                .update();
        assertThat(hub.get(name, "/api/v1/alerts").status()).isEqualTo(200);
        assertThat(jdbc.sql("select password_hash from account where username = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hub.get(name, "/api/v1/alerts").status()).isEqualTo(200);
    }

    @Test
    void aTokenDoesWhatItIsForAndNothingElse() throws Exception {
        Answer made = hub.post(
                "ac.station", "/api/v1/tokens", "{\"name\":\"月报脚本\",\"scopes\":[\"read\",\"import\"],\"days\":30}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        String token = made.body().path("token").asString();
        assertThat(token).matches("hub_[A-Za-z0-9_-]{43}");
        String id = made.body().path("id").asString();
        assertThat(bearer("GET", "/api/v1/demands", token)).isEqualTo(200);
        assertThat(bearer("GET", "/api/v1/talents", token)).isEqualTo(200);
        assertThat(bearer("GET", "/api/v1/imports/0000000000000", token)).isEqualTo(404);
        assertThat(bearer("POST", "/api/v1/imports/0000000000000/commit", token))
                .isEqualTo(404);
        assertThat(bearer("GET", "/api/v1/exports/demands.csv", token))
                .as("no scope")
                .isEqualTo(403);
        assertThat(bearer("POST", "/api/v1/lists", token)).isEqualTo(403);
        assertThat(bearer("DELETE", "/api/v1/tokens/" + id, token)).isEqualTo(403);
        assertThat(bearer("GET", "/api/v1/suspects", token))
                .as("not the station's")
                .isEqualTo(403);
        assertThat(bearer("GET", "/api/v1/demands", token + "x")).isEqualTo(401);
        assertThat(bearer("GET", "/api/v1/demands", "a b")).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from personal_token where token_hash like ?")
                        .param("%" + token + "%")
                        .query(Integer.class)
                        .single())
                .isZero();

        JsonNode listed = hub.get("ac.station", "/api/v1/tokens").body();
        JsonNode one = listed.path("items").get(0);
        assertThat(one.path("id").asString()).isEqualTo(id);
        assertThat(one.has("token")).isFalse();
        assertThat(one.path("lastUsed").asString()).isNotEmpty();
        assertThat(hub.delete("ac.far", "/api/v1/tokens/" + id).status()).isEqualTo(404);

        jdbc.sql("update personal_token set ends_at = '2020-01-01' where name = '月报脚本'")
                .update();
        assertThat(bearer("GET", "/api/v1/demands", token)).as("ended").isEqualTo(401);
        assertThat(hub.delete("ac.station", "/api/v1/tokens/" + id).status()).isEqualTo(204);
        assertThat(hub.delete("ac.station", "/api/v1/tokens/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scopes":["read"],"days":1}                    | token.name
            {"name":"x","scopes":[],"days":1}                | token.scopes
            {"name":"x","scopes":["write"],"days":1}         | token.scopes
            {"name":"x","scopes":["read"],"days":0}          | token.days
            {"name":"x","scopes":["read"],"days":1000}       | token.days
            """)
    void aTokenThatCannotBeIsRefused(String wish, String code) {
        Answer a = hub.post("ac.far", "/api/v1/tokens", wish);
        assertThat(a.status()).isEqualTo(400);
        assertThat(a.body().path("code").asString()).isEqualTo(code);
    }

    @Test
    void anAccountsTokensEndWithIt() throws Exception {
        String name = "ac.tok" + System.nanoTime() % 1_000_000;
        make(name, Role.PROVINCE, null);
        String token = hub.post(name, "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}")
                .body()
                .path("token")
                .asString();
        assertThat(bearer("GET", "/api/v1/suspects", token)).isEqualTo(200);
        hub.put("ac.admin", "/api/v1/accounts/" + idOf(name), "{\"enabled\":false}");
        assertThat(bearer("GET", "/api/v1/suspects", token)).isEqualTo(401);
    }

    @Test
    void aPasswordChosenByALinkEndsTheTokensOfBefore() throws Exception {
        String name = "ac.tkn" + System.nanoTime() % 1_000_000;
        make(name, Role.PROVINCE, null);
        String token = hub.post(name, "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}")
                .body()
                .path("token")
                .asString();
        assertThat(bearer("GET", "/api/v1/suspects", token)).isEqualTo(200);
        String link = hub.post("ac.admin", "/api/v1/accounts/" + idOf(name) + "/invitation")
                .body()
                .path("link")
                .asString();
        assertThat(bearer("GET", "/api/v1/suspects", token))
                .as("until another is chosen")
                .isEqualTo(200);
        assertThat(choose(link, CHOSEN)).isEqualTo("/login");
        assertThat(bearer("GET", "/api/v1/suspects", token)).isEqualTo(401);
        assertThat(own.get(name, "/api/v1/tokens").body().path("total").asInt()).isZero();
    }

    /** A session that a keeper of accounts left open gives his own account away to nobody. */
    @Test
    void whoKeepsAccountsProvesHimselfWhereEverybodyDoes() {
        String self = "/api/v1/accounts/" + idOf("ac.admin");
        for (Answer refused : java.util.List.of(
                hub.put("ac.admin", self, "{\"factor\":false}"), hub.post("ac.admin", self + "/invitation"))) {
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(409);
            assertThat(refused.body().path("code").asString()).isEqualTo("account.own");
            assertThat(refused.body().path("detail").asString()).contains("/account");
        }
        assertThat(hub.put("ac.admin", self, "{\"displayName\":\"管理\"}").status())
                .isEqualTo(200);
    }

    private int bearer(String method, String path, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        method.equals("POST")
                                                ? HttpRequest.BodyPublishers.ofString("{\"name\":\"x\"}")
                                                : HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
