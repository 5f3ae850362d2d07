package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.talenthub.HubTest;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.Problem;
import org.talenthub.security.sealing.KeyCheck;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.security.web.SecureHeaders;
import tools.jackson.databind.json.JsonMapper;

/** The whole hub over the wire and on the real database, as far as who may do what is concerned. */
@HubTest
@Tag("database")
class SecuredHubTests {

    static final String PASSWORD = "a-Password-2026";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapped;

    @LocalServerPort
    int port;

    final HttpClient http = HttpClient.newHttpClient();

    // who may call what

    @Test
    void everyMappedAddressIsInTheMatrixAndAnswersEachRoleAsTheTableSays() {
        SoftAssertions all = new SoftAssertions();
        for (Endpoints.Endpoint endpoint : Endpoints.of(mapped)) {
            String method = endpoint.method();
            String path = endpoint.ofNothing();
            AccessTable.Line line = AccessTable.of(method, path);
            for (Role role : AccessTable.ROLES) {
                MvcTestResult result = mvc.perform(mvc.method(HttpMethod.valueOf(method))
                        .uri(path)
                        .with(TestViewers.as(TestViewers.of(role)))
                        .with(csrf()));
                int status = result.getResponse().getStatus();
                int expected = line.expected().get(role);
                if (expected == 200) {
                    all.assertThat(status)
                            .as("%s %s as %s", method, path, role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                    all.assertThat(result.getResponse().getRedirectedUrl())
                            .as("%s %s as %s", method, path, role)
                            .isNotEqualTo("/login");
                } else {
                    all.assertThat(status).as("%s %s as %s", method, path, role).isEqualTo(expected);
                }
            }
        }
        all.assertAll();
    }

    // accounts

    @Test
    void anAccountIsCreatedBoundAndRecognised() throws Exception {
        Viewer created =
                accounts.create(new NewAccount("st.security", PASSWORD, "示例驿站", Role.STATION, null, null, "示例安全人才驿站"));
        assertThat(accounts.find("st.security")).contains(created);
        assertThat(accounts.isEmpty()).isFalse();
        String hash = jdbc.sql("select password_hash from account where username = 'st.security'")
                .query(String.class)
                .single();
        assertThat(hash).startsWith("{argon2}$argon2id$");
        assertThat(get("/api/v1/imports/0000000000000", basic("st.security", PASSWORD))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/imports/0000000000000", basic("st.security", "wrong"))
                        .statusCode())
                .isEqualTo(401);

        Viewer bound = accounts.bindCarrier("st.security", 4711L, "示例安全人才驿站");
        assertThat(bound.carrier()).isEqualTo(4711L);
        assertThat(accounts.find("st.security")).contains(bound);

        jdbc.sql("update account set enabled = false where username = 'st.security'")
                .update();
        assertThat(get("/api/v1/imports/0000000000000", basic("st.security", PASSWORD))
                        .statusCode())
                .as("switched off, at once and although the password was remembered")
                .isEqualTo(401);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        accounts.create(new NewAccount("st.security", PASSWORD, "x", Role.PROVINCE, null, null, null)))
                .satisfies(p -> assertThat(p.status()).isEqualTo(409));
        assertThat(jdbc.sql("select action from audit_event where subject_id = 'st.security' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("account.create", "account.bind");
    }

    @Test
    void aHubThatIsNoDemoHasAnAdministratorAndRefusesDemoAccounts() throws Exception {
        assertThat(accounts.find("admin")).isPresent();
        assertThat(accounts.ensureAdmin()).as("told once").isEmpty();
        accounts.create(new NewAccount("demo.security", PASSWORD, "x", Role.PROVINCE, null, null, null));
        assertThat(get("/api/v1/imports/0000000000000", basic("demo.security", PASSWORD))
                        .statusCode())
                .isEqualTo(404);
        try {
            jdbc.sql("update account set demo = true where username = 'demo.security'")
                    .update();
            assertThat(get("/api/v1/imports/0000000000000", basic("demo.security", PASSWORD))
                            .statusCode())
                    .isEqualTo(401);
        } finally {
            // a database with such an account is a demo's, for whoever backs it up
            jdbc.sql("update account set demo = false where username = 'demo.security'")
                    .update();
        }
    }

    @Test
    void failuresAreRecordedWithoutWhatWasTypedForAName() throws Exception {
        get("/api/v1/imports/0000000000000", basic("13900000001", "wrong"));
        get("/api/v1/imports/0000000000000", basic("no.such.account", "wrong"));
        assertThat(jdbc.sql("select username from audit_event where action = 'login.failed'")
                        .query(String.class)
                        .list())
                .contains("?", "no.such.account")
                .doesNotContain("13900000001");
    }

    @Test
    void anotherMasterKeyIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeyCheck(jdbc, Sealing.of("quite another master text 0123456789")))
                .withMessageContaining("HUB_SECRET_KEY");
    }

    // over the wire

    @Test
    void theSessionCookieIsOutOfReach() throws Exception {
        HttpResponse<String> asked = get("/imports", "Accept", "text/html");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location")).get().asString().endsWith("/login");
        assertThat(asked.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .startsWith("JSESSIONID=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void whatTheFirewallRefusesIsAProblemToo() throws Exception {
        HttpResponse<String> response = get("/api/v1/demands;x=1");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"request.invalid\"").doesNotContain("Exception");
    }

    @Test
    void anUploadThatIsTooLargeIsTold() throws Exception {
        accounts.create(new NewAccount("up.security", PASSWORD, "x", Role.PROVINCE, null, null, null));
        HttpResponse<String> api = upload("/api/v1/imports", basic("up.security", PASSWORD));
        assertThat(api.statusCode()).isEqualTo(413);
        assertThat(api.body()).contains("\"code\":\"file.toolarge\"");
        assertThat(upload("/imports").statusCode())
                .as("nobody's upload is refused before it is read")
                .isEqualTo(413);
    }

    private HttpResponse<String> upload(String path, String... headers) throws Exception {
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[67 * 1024 * 1024];
        System.arraycopy(head, 0, body, 0, head.length);
        return http.send(
                request(path, headers)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theApiIsDescribed() throws Exception {
        HttpResponse<String> docs = get("/v3/api-docs");
        assertThat(docs.statusCode()).isEqualTo(200);
        assertThat(docs.body()).contains("湖北人才枢纽", "\"basic\"").doesNotContain("\"viewer\"");
        assertThat(paths(docs)).isNotEmpty().allMatch(p -> p.startsWith("/api/v1/"));
        assertThat(paths(get("/v3/api-docs/admin"))).isNotEmpty().allMatch(p -> p.startsWith("/api/v1/admin/"));
        assertThat(get("/swagger-ui").statusCode()).isEqualTo(302);
        HttpResponse<String> ui = get("/swagger-ui/index.html");
        assertThat(ui.statusCode()).isEqualTo(200);
        assertThat(ui.headers().firstValue("Content-Security-Policy")).contains(SecureHeaders.SWAGGER);
    }

    private static List<String> paths(HttpResponse<String> docs) {
        return JsonMapper.shared()
                .readTree(docs.body())
                .path("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return http.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String[] basic(String username, String password) {
        return new String[] {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8))
        };
    }
}
