package org.talenthub.accounts.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of authenticators, and what becomes of answers that are none; a browser's own are walked elsewhere. */
@HubTest
@Tag("database")
class PasskeyTests {

    private static final String PASSWORD = "kettle-moth-river-91";
    private static final String OWN = "/account/second-factor";

    private static final List<String> NO_ANSWERS = List.of(
            "",
            "x",
            "[]",
            "{}",
            "null",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\"}",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"attestationObject\":\"AAAA\","
                    + "\"clientDataJSON\":\"AAAA\",\"transports\":[\"internal\"]},\"clientExtensionResults\":{}}",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"authenticatorData\":\"AAAA\","
                    + "\"clientDataJSON\":\"AAAA\",\"signature\":\"AAAA\"},\"clientExtensionResults\":{}}");

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    String name;
    Viewer owner;

    @BeforeEach
    void account() {
        name = "pk.p" + System.nanoTime() % 1_000_000_000;
        owner = accounts.create(new NewAccount(name, PASSWORD, "省委人才办", Role.PROVINCE, null, null, null));
    }

    @Test
    void whoMakesOneIsToBeRecognisedByTheDevice() {
        SiteBrowser browser = new SiteBrowser(port);
        browser.signIn(name, PASSWORD);
        JsonNode asked = json(browser.post(OWN, OWN + "/passkeys/options", ""));
        assertThat(asked.path("rp").path("id").asString()).isEqualTo("127.0.0.1");
        assertThat(asked.path("user").path("name").asString()).isEqualTo(name);
        assertThat(asked.path("challenge").asString()).hasSizeGreaterThan(40);
        assertThat(asked.path("authenticatorSelection").path("userVerification").asString())
                .isEqualTo("required");
        assertThat(asked.path("authenticatorSelection").path("residentKey").asString())
                .isEqualTo("required");
        assertThat(asked.path("attestation").asString()).isEqualTo("none");
    }

    @Test
    void whoeverComesIsAskedTheSame() {
        JsonNode nobody = json(new SiteBrowser(port).post("/login", "/login/passkey/options", ""));
        assertThat(nobody.path("userVerification").asString()).isEqualTo("required");
        assertThat(nobody.path("allowCredentials").size()).isZero();
        JsonNode again = json(new SiteBrowser(port).post("/login", "/login/passkey/options", ""));
        assertThat(again.path("challenge")).isNotEqualTo(nobody.path("challenge"));
    }

    @Test
    void anAnswerThatIsNoneIsRefusedAndNeverAFailure() {
        SiteBrowser nobody = new SiteBrowser(port);
        SiteBrowser browser = new SiteBrowser(port);
        browser.signIn(name, PASSWORD);
        for (String answer : NO_ANSWERS) {
            String field = "credential=" + HubClient.encode(answer);
            nobody.post("/login", "/login/passkey/options", "");
            SiteBrowser.Page refused = nobody.post("/login", "/login/passkey", field);
            assertThat(refused.status()).as(answer).isEqualTo(302);
            assertThat(refused.to()).as(answer).isEqualTo("/login");
            assertThat(nobody.get("/account").to()).isEqualTo("/login");

            browser.post(OWN, OWN + "/passkeys/options", "");
            assertThat(browser.post(OWN, OWN + "/passkeys", field + "&label=x").to())
                    .as(answer)
                    .isEqualTo(OWN);
            assertThat(browser.get(OWN).body()).contains("通行密钥没有通过");
        }
        assertThat(keys()).isZero();
        assertThat(browser.post(OWN, OWN + "/passkeys/delete", "id=0000000000000")
                        .status())
                .isEqualTo(404);
    }

    /** Each that is refused is written down, so there is an end to them. */
    @Test
    void nobodyShowsPasskeysForEver() {
        SiteBrowser nobody = new SiteBrowser(port);
        try {
            jdbc.sql("delete from sign_in_attempt").update();
            long before = refusals();
            for (int i = 0; i < 20; i++) {
                assertThat(nobody.post("/login", "/login/passkey", "credential=x")
                                .status())
                        .isEqualTo(302);
            }
            SiteBrowser.Page over = nobody.post("/login", "/login/passkey", "credential=x");
            assertThat(over.status()).isEqualTo(429);
            assertThat(over.body()).contains("分钟后再试");
            assertThat(refusals() - before).isEqualTo(20);
        } finally {
            jdbc.sql("delete from sign_in_attempt").update();
        }
    }

    private long refusals() {
        return jdbc.sql("select count(*) from audit_event where result = 'REFUSED'")
                .query(Long.class)
                .single();
    }

    /** Whoever has only the password of an account with a passkey is half signed in: he sets no factor of his own up. */
    @Test
    void aPasskeyIsAskedForAfterThePassword() {
        keep();
        SiteBrowser browser = new SiteBrowser(port);
        assertThat(browser.signIn(name, PASSWORD)).isEqualTo("/login/code");
        assertThat(browser.get(OWN).to()).isEqualTo("/login/code");
        assertThat(json(browser.post("/login/code", "/login/passkey/options", ""))
                        .path("allowCredentials")
                        .size())
                .isOne();
        assertThat(browser.post("/login/code", "/login/passkey", "credential=x").to())
                .isEqualTo("/login/code");
        assertThat(browser.post("/login/code", "/login/code", "code=000000").to())
                .isEqualTo("/login/code");
        assertThat(new HubClient(port, PASSWORD)
                        .get(name, "/api/v1/alerts")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("factor.required");
        assertThat(accounts.view(owner.account()).orElseThrow().factor()).isTrue();
    }

    @Test
    void whoDeletesOneEndsTheSessionsThatItOpened() {
        SiteBrowser here = new SiteBrowser(port);
        SiteBrowser there = new SiteBrowser(port);
        here.signIn(name, PASSWORD);
        there.signIn(name, PASSWORD);
        keep();
        assertThat(there.get("/account").status()).isEqualTo(200);
        assertThat(here.post(OWN, OWN + "/passkeys/delete", "id=" + Ids.text(owner.account()))
                        .to())
                .isEqualTo(OWN);
        assertThat(keys()).isZero();
        assertThat(here.get("/account").status()).as("goes on").isEqualTo(200);
        assertThat(there.get("/account").to()).isEqualTo("/login");
    }

    /** Whom the provider of identities lets in no more is to stay out; after it a passkey is the second step as for anybody. */
    @Test
    void aPasskeyAloneOpensNoAccountOfAProvider() throws Exception {
        Device device = new Device(port);
        device.belongTo(owner.account(), jdbc);
        SiteBrowser alone = new SiteBrowser(port);
        assertThat(show(alone, "/login", device)).isEqualTo("/");
        assertThat(alone.get("/account").status()).isEqualTo(200);

        jdbc.sql("insert into account_identity (issuer, subject, account_id, linked_at) values (?, ?, ?, now(6))")
                .params("https://provider.example", name, owner.account())
                .update();
        SiteBrowser refused = new SiteBrowser(port);
        assertThat(show(refused, "/login", device)).isEqualTo("/login");
        assertThat(refused.get("/account").to()).isEqualTo("/login");
        SiteBrowser second = new SiteBrowser(port);
        assertThat(second.signIn(name, PASSWORD)).isEqualTo("/login/code");
        assertThat(show(second, "/login/code", device)).isEqualTo("/");
        assertThat(second.get("/account").status()).isEqualTo(200);
    }

    private static String show(SiteBrowser browser, String page, Device device) throws Exception {
        String challenge = json(browser.post(page, "/login/passkey/options", ""))
                .path("challenge")
                .asString();
        return browser.post(page, "/login/passkey", "credential=" + HubClient.encode(device.answer(challenge)))
                .to();
    }

    /** One that the account's number names. */
    private void keep() {
        jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, public_key, attestation, signatures, verified, backup_eligible,
                            backed_up, transports, label, created_at)
                        values (?, ?, ?, x'00', x'00', 0, true, false, false, 'internal', 'x', now(6))""")
                .params(owner.account(), owner.account(), name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
    }

    private long keys() {
        return jdbc.sql("select count(*) from passkey where account_id = ?")
                .param(owner.account())
                .query(Long.class)
                .single();
    }

    private static JsonNode json(SiteBrowser.Page page) {
        assertThat(page.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(page.body());
    }
}
