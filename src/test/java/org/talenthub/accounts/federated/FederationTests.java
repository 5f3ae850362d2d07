package org.talenthub.accounts.federated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.AroundTheHub;
import org.talenthub.FullTest;
import org.talenthub.HubClient;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** People sign in with a real provider of identities, as their browsers would. */
@FullTest
class FederationTests {

    private static final IdentityProvider PROVIDER = AroundTheHub.PROVIDER;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String name;

    @BeforeEach
    void somebody() {
        PROVIDER.hubAt(port);
        name = "oidc.p" + System.nanoTime() % 1_000_000_000;
    }

    @Test
    void whoHasAGroupGetsItsAccountAndIsSignedIn() {
        person(List.of("别的组", "省委人才办"), List.of("pwd", "otp"));
        Browser browser = new Browser();
        assertThat(browser.get("/login").body()).contains("省政务统一身份认证", "/login/oidc");
        HttpResponse<String> end = browser.signIn();
        assertThat(end.statusCode()).isEqualTo(200);
        assertThat(end.uri().getPath()).isEqualTo("/");
        assertThat(browser.passed).anyMatch(u -> u.contains("code_challenge_method=S256") && u.contains("state="));
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.get("/account").body()).contains(name);
        Viewer made = accounts.find(name).orElseThrow();
        assertThat(made.role()).isEqualTo(Role.PROVINCE);
        assertThat(made.displayName()).isEqualTo("王 " + name);
        assertThat(trail("login", name)).isOne();
        // the second time he is the same
        new Browser().signIn();
        assertThat(jdbc.sql("select count(*) from account_identity where account_id = ?")
                        .param(made.account())
                        .query(Long.class)
                        .single())
                .isOne();
        // no password opens it
        assertThat(new HubClient(port, "").get(name, "/api/v1/talents").status())
                .isEqualTo(401);
    }

    @Test
    void whoShowedNoSecondFactorThereNeedsOneHere() {
        person(List.of("撮合中心"), List.of("pwd"));
        Browser browser = new Browser();
        assertThat(browser.signIn().uri().getPath()).isEqualTo("/account/second-factor");
        assertThat(browser.get("/talents").uri().getPath()).isEqualTo("/account/second-factor");
        person(List.of("撮合中心"), List.of("pwd", "otp"));
        assertThat(new Browser().signIn().uri().getPath()).isEqualTo("/");
    }

    @Test
    void groupsThatChangeChangeWhatHeSees() {
        person(List.of("武汉人才"), List.of("pwd"));
        new Browser().signIn();
        assertThat(accounts.find(name).orElseThrow().region()).isEqualTo("420100");
        person(List.of("宜昌人才"), List.of("pwd"));
        new Browser().signIn();
        assertThat(accounts.find(name).orElseThrow().region()).isEqualTo("420500");
        assertThat(told("account.move", name)).isOne();
    }

    @Test
    void whoHasNoGroupIsToldSoAndGetsNoAccount() {
        person(List.of("财务"), List.of("pwd"));
        Browser browser = new Browser();
        HttpResponse<String> end = browser.signIn();
        assertThat(end.statusCode()).isEqualTo(403);
        assertThat(end.body()).contains("没有本系统的角色");
        assertThat(accounts.find(name)).isEmpty();
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aNameThatIsThereAlreadyIsNotTakenOver() {
        accounts.create(new NewAccount(name, "kettle-moth-river-91", "别人", Role.PROVINCE, null, null, null));
        person(List.of("省委人才办"), List.of("mfa"));
        Browser browser = new Browser();
        HttpResponse<String> end = browser.signIn();
        assertThat(end.statusCode()).isEqualTo(403);
        assertThat(end.body()).contains("同名的账号");
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void nobodyBecomesAnAdministratorAndNoStationIsMade() {
        accounts.create(new NewAccount(name + ".a", "kettle-moth-river-91", "管理", Role.ADMIN, null, null, null));
        PROVIDER.person(name, claims(name + ".a", List.of("省委人才办"), List.of("mfa")));
        assertThat(new Browser().signIn().statusCode()).isEqualTo(403);
        person(List.of("驿站"), List.of("mfa"));
        HttpResponse<String> end = new Browser().signIn();
        assertThat(end.statusCode()).isEqualTo(403);
        assertThat(end.body()).contains("由市州先建立");
    }

    @Test
    void whoIsSwitchedOffHereStaysOut() {
        person(List.of("武汉人才"), List.of("pwd"));
        new Browser().signIn();
        accounts.enable(accounts.find(name).orElseThrow().account(), false, Viewer.ANONYMOUS);
        HttpResponse<String> end = new Browser().signIn();
        assertThat(end.statusCode()).isEqualTo(403);
        assertThat(end.body()).contains("已停用");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        HttpResponse<String> forged = new Browser().get("/login/oauth2/code/hub?code=x&state=y");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("从登录页重新开始");
    }

    private void person(List<String> groups, List<String> methods) {
        PROVIDER.person(name, claims(name, groups, methods));
    }

    private Map<String, Object> claims(String called, List<String> groups, List<String> methods) {
        return Map.of("preferred_username", called, "name", "王 " + name, "groups", groups, "amr", methods);
    }

    private long trail(String action, String who) {
        return jdbc.sql("select count(*) from audit_event where action = ? and username = ?")
                .params(action, who)
                .query(Long.class)
                .single();
    }

    private long told(String action, String subject) {
        return jdbc.sql("select count(*) from audit_event where action = ? and subject_id = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    /** Goes wherever it is led, with the cookies of both sides. */
    private final class Browser {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final List<String> passed = new ArrayList<>();

        /** The page at the end of signing in. */
        HttpResponse<String> signIn() {
            HttpResponse<String> form = get("/login/oidc");
            assertThat(form.uri().getHost()).as("%s", form.body()).isEqualTo("localhost");
            Matcher token = CSRF.matcher(form.body());
            assertThat(token.find()).isTrue();
            return send(HttpRequest.newBuilder(form.uri().resolve("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password="
                            + IdentityProvider.PASSWORD + "&_csrf=" + HubClient.encode(token.group(1)))));
        }

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> r =
                        http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
                for (int i = 0; i < 10 && r.statusCode() / 100 == 3; i++) {
                    URI to = r.uri().resolve(r.headers().firstValue("Location").orElseThrow());
                    passed.add(to.toString());
                    r = http.send(
                            HttpRequest.newBuilder(to)
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                }
                return r;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
