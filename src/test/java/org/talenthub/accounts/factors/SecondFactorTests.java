package org.talenthub.accounts.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.HubUser;
import org.talenthub.security.Role;

/** Somebody sets a second factor up and signs in by it; his own page. */
@HubTest
@Tag("database")
class SecondFactorTests {

    private static final String PASSWORD = "kettle-moth-river-91";
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{39})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9]{5}-[a-z2-9]{5})</code>");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @LocalServerPort
    int port;

    String name;

    @BeforeEach
    void account() {
        name = "sf.p" + System.nanoTime() % 1_000_000_000;
        accounts.create(new NewAccount(name, PASSWORD, "省委人才办", Role.PROVINCE, null, null, null));
    }

    @Test
    void aCodeIsAskedForOnceItWasSetUpAndTakenOnce() {
        SiteBrowser browser = new SiteBrowser(port);
        assertThat(browser.signIn(name, PASSWORD)).isEqualTo("/");
        byte[] secret = bytes(secret(browser));
        assertThat(browser.post("/account/second-factor", "/account/second-factor", "code=000000")
                        .to())
                .isEqualTo("/account/second-factor");
        String first = code(secret, -1);
        SiteBrowser.Page done = browser.post("/account/second-factor", "/account/second-factor", "code=" + first);
        assertThat(done.status()).isEqualTo(200);
        List<String> recovery =
                RECOVERY.matcher(done.body()).results().map(r -> r.group(1)).toList();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/account").status()).as("goes on").isEqualTo(200);

        // half signed in is not signed in
        SiteBrowser other = new SiteBrowser(port);
        assertThat(other.signIn(name, PASSWORD)).isEqualTo("/login/code");
        assertThat(other.get("/imports").to()).isEqualTo("/login/code");
        assertThat(other.get("/account").to()).isEqualTo("/login/code");
        assertThat(other.get("/account/second-factor").to()).isEqualTo("/login/code");
        assertThat(other.post("/login/code", "/login/code", "code=" + first).to())
                .as("used")
                .isEqualTo("/login/code");
        assertThat(other.post("/login/code", "/login/code", "code=" + code(secret, 0))
                        .to())
                .isEqualTo("/");
        assertThat(other.get("/imports").status()).isEqualTo(200);

        // a recovery code, once
        SiteBrowser third = new SiteBrowser(port);
        third.signIn(name, PASSWORD);
        assertThat(third.post("/login/code", "/login/code", "code=" + recovery.getFirst())
                        .to())
                .isEqualTo("/");
        SiteBrowser fourth = new SiteBrowser(port);
        fourth.signIn(name, PASSWORD);
        assertThat(fourth.post("/login/code", "/login/code", "code=" + recovery.getFirst())
                        .to())
                .isEqualTo("/login/code");

        // the password alone opens the API no more, a token does
        HubClient hub = new HubClient(port, PASSWORD);
        HubClient.Answer refused = hub.get(name, "/api/v1/alerts");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("code").asString()).isEqualTo("factor.required");
        SiteBrowser.Page token = other.post("/account", "/account/tokens", "name=script&scope=read&days=3");
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.body()).containsPattern("hub_[A-Za-z0-9_-]{43}");

        // what is kept is sealed, or a hash
        assertThat(jdbc.sql("select count(*) from account where factor like ?")
                        .param("%" + new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select action from audit_event where username = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .contains("login", "login.code", "account.factor", "token.create");
    }

    /** Whoever knows the password learns nothing of the secret that its owner will confirm, and leaves none behind for him. */
    @Test
    void aSecretWaitsInTheSessionThatItWasMadeFor() {
        SiteBrowser thief = new SiteBrowser(port);
        thief.signIn(name, PASSWORD);
        String seen = secret(thief);
        assertThat(secret(thief)).as("goes on waiting").isEqualTo(seen);
        assertThat(kept("factor is not null")).as("in the account").isZero();
        SiteBrowser owner = new SiteBrowser(port);
        owner.signIn(name, PASSWORD);
        String own = secret(owner);
        assertThat(own).isNotEqualTo(seen);
        assertThat(owner.post("/account/second-factor", "/account/second-factor", "code=" + code(bytes(seen), 0))
                        .to())
                .as("another's")
                .isEqualTo("/account/second-factor");
        assertThat(owner.post("/account/second-factor", "/account/second-factor", "code=" + code(bytes(own), 0))
                        .status())
                .isEqualTo(200);
        assertThat(kept("factor is not null and factor_at is not null")).isOne();
        assertThat(thief.get("/account").to()).isEqualTo("/login");

        // of before: a secret that waits in the account goes with the password
        jdbc.sql("update account set factor_at = null where username = ?")
                .param(name)
                .update();
        assertThat(change(owner, PASSWORD, "another-kettle-moth")).isEqualTo("/account");
        assertThat(kept("factor is not null")).isZero();
    }

    @Test
    void whoGivesItUpEndsTheSessionsThatItOpened() {
        SiteBrowser here = new SiteBrowser(port);
        here.signIn(name, PASSWORD);
        byte[] secret = bytes(secret(here));
        String done = here.post("/account/second-factor", "/account/second-factor", "code=" + code(secret, -1))
                .body();
        List<String> recovery =
                RECOVERY.matcher(done).results().map(r -> r.group(1)).toList();
        SiteBrowser there = new SiteBrowser(port);
        there.signIn(name, PASSWORD);
        there.post("/login/code", "/login/code", "code=" + recovery.getFirst());
        assertThat(there.get("/account").status()).isEqualTo(200);
        assertThat(here.post("/account/second-factor", "/account/second-factor/drop", "code=" + recovery.getLast())
                        .to())
                .isEqualTo("/account");
        assertThat(here.get("/account").status()).as("goes on").isEqualTo(200);
        assertThat(there.get("/account").to()).isEqualTo("/login");
    }

    /** A session that somebody left open makes nothing that outlives it. */
    @Test
    void aTokenIsMadeByWhoSignedInAShortWhileAgo() {
        SiteBrowser browser = new SiteBrowser(port);
        browser.signIn(name, PASSWORD);
        age(sessions);
        SiteBrowser.Page refused = browser.post("/account", "/account/tokens", "name=script&scope=read&days=3");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("登录后 15 分钟内").doesNotContainPattern("hub_[A-Za-z0-9_-]{43}");
        SiteBrowser anew = new SiteBrowser(port);
        anew.signIn(name, PASSWORD);
        assertThat(anew.post("/account", "/account/tokens", "name=script&scope=read&days=3")
                        .body())
                .containsPattern("hub_[A-Za-z0-9_-]{43}");
    }

    /** As if he had signed in 16 minutes ago. */
    private <S extends Session> void age(FindByIndexNameSessionRepository<S> store) {
        for (S session : store.findByPrincipalName(name).values()) {
            SecurityContext context = session.getRequiredAttribute("SPRING_SECURITY_CONTEXT");
            Authentication now = context.getAuthentication();
            HubUser user = (HubUser) now.getPrincipal();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    new HubUser(user.viewer(), "", true, Instant.now().minusSeconds(960)), null, now.getAuthorities()));
            session.setAttribute("SPRING_SECURITY_CONTEXT", context);
            store.save(session);
        }
    }

    private static String secret(SiteBrowser browser) {
        Matcher shown = SECRET.matcher(browser.get("/account/second-factor").body());
        assertThat(shown.find()).isTrue();
        return shown.group(1).replace(" ", "");
    }

    private int kept(String how) {
        return jdbc.sql("select count(*) from account where username = ? and " + how)
                .param(name)
                .query(Integer.class)
                .single();
    }

    @Test
    void aPasswordIsChangedAndEndsOtherSessions() {
        SiteBrowser here = new SiteBrowser(port);
        SiteBrowser there = new SiteBrowser(port);
        here.signIn(name, PASSWORD);
        there.signIn(name, PASSWORD);
        assertThat(here.get("/account").body()).contains("127.0.0.1");
        assertThat(change(here, "wrong", "another-kettle-moth")).isEqualTo("/account/password");
        assertThat(change(here, PASSWORD, "password2026!")).isEqualTo("/account/password");
        assertThat(there.get("/account").status()).isEqualTo(200);
        assertThat(change(here, PASSWORD, "another-kettle-moth")).isEqualTo("/account");
        assertThat(here.get("/account").status()).as("goes on").isEqualTo(200);
        assertThat(there.get("/account").to()).isEqualTo("/login");
        assertThat(new SiteBrowser(port).signIn(name, "another-kettle-moth")).isEqualTo("/");
    }

    @Test
    void aLanguageIsChosenForTheAccount() {
        SiteBrowser here = new SiteBrowser(port);
        here.signIn(name, PASSWORD);
        assertThat(here.get("/account").body()).contains("我的账号");
        assertThat(here.post("/account", "/account/language", "language=en").to())
                .isEqualTo("/account");
        assertThat(here.get("/account").body()).contains("The language is kept.");
        SiteBrowser there = new SiteBrowser(port);
        there.signIn(name, PASSWORD);
        assertThat(there.get("/account").body()).as("in another browser").contains("My account");
    }

    private static String change(SiteBrowser browser, String current, String password) {
        return browser.post(
                        "/account/password",
                        "/account/password",
                        "current=" + HubClient.encode(current) + "&password=" + HubClient.encode(password) + "&again="
                                + HubClient.encode(password))
                .to();
    }

    @Test
    void guessingCodesIsBounded() {
        SiteBrowser browser = new SiteBrowser(port);
        browser.signIn(name, PASSWORD);
        browser.get("/account/second-factor");
        for (int i = 0; i < 10; i++) {
            browser.post("/account/second-factor", "/account/second-factor", "code=000000");
        }
        browser.post("/account/second-factor", "/account/second-factor", "code=000000");
        assertThat(browser.get("/account/second-factor").body()).contains("试错次数过多");
    }

    /** A password that the hub gave is changed before anything else. */
    @Test
    void aGivenPasswordIsChangedFirst() {
        jdbc.sql("update account set one_use = true where username = ?")
                .param(name)
                .update();
        SiteBrowser browser = new SiteBrowser(port);
        browser.signIn(name, PASSWORD);
        assertThat(browser.get("/imports").to()).isEqualTo("/account/password");
        assertThat(change(browser, PASSWORD, "another-kettle-moth")).isEqualTo("/account");
        assertThat(browser.get("/imports").status()).isEqualTo(200);
        assertThat(jdbc.sql("select one_use from account where username = ?")
                        .param(name)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private static String code(byte[] secret, int steps) {
        return Totp.code(secret, Instant.now().getEpochSecond() / 30 + steps);
    }

    private static byte[] bytes(String base32) {
        byte[] out = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int n = 0;
        for (char c : base32.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[n++] = (byte) (buffer >> bits);
            }
        }
        return out;
    }
}
