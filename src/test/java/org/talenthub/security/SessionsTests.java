package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.talenthub.HubTest;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;

/** Sessions as a browser has them, and where they are kept. */
@HubTest
@Tag("database")
class SessionsTests {

    private static final String PASSWORD = "a-Password-2026";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void account() {
        if (accounts.find("ss.province").isEmpty()) {
            accounts.create(new NewAccount("ss.province", PASSWORD, "省委人才办", Role.PROVINCE, null, null, null));
        }
    }

    @Test
    void whoIsSignedInStandsInTheDatabaseForEveryHub() throws Exception {
        signIn();
        assertThat(get("/imports").statusCode()).isEqualTo(200);
        // what another hub sees: the same table, read anew
        Session session = sessions.findById(id());
        assertThat(session).isNotNull();
        assertThat(session.<String>getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME))
                .isNull();
        assertThat(jdbc.sql("select PRINCIPAL_NAME from SPRING_SESSION where SESSION_ID = ?")
                        .param(id())
                        .query(String.class)
                        .single())
                .isEqualTo("ss.province");
        assertThat(jdbc.sql("select MAX_INACTIVE_INTERVAL from SPRING_SESSION where SESSION_ID = ?")
                        .param(id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1800);
        // ended on another hub
        sessions.deleteById(id());
        assertThat(get("/imports").statusCode()).isEqualTo(302);
    }

    @Test
    void whatCannotBeReadInASessionSignsOutAndBreaksNothing() throws Exception {
        signIn();
        jdbc.sql("update SPRING_SESSION_ATTRIBUTES set ATTRIBUTE_BYTES = ? where SESSION_PRIMARY_ID ="
                        + " (select PRIMARY_ID from SPRING_SESSION where SESSION_ID = ?)")
                .params("of another version".getBytes(StandardCharsets.UTF_8), id())
                .update();
        assertThat(get("/imports").statusCode()).isEqualTo(302);
        assertThat(get("/").statusCode()).isEqualTo(200);
        signIn();
        assertThat(get("/imports").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionHoldsNothingThatTheHubDidNotPutThere() throws Exception {
        signIn();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (java.io.ObjectOutputStream object = new java.io.ObjectOutputStream(out)) {
            // of a module that no session holds anything of
            object.writeObject(java.sql.Timestamp.valueOf("2000-01-01 00:00:00"));
        }
        jdbc.sql("update SPRING_SESSION_ATTRIBUTES set ATTRIBUTE_BYTES = ? where SESSION_PRIMARY_ID ="
                        + " (select PRIMARY_ID from SPRING_SESSION where SESSION_ID = ?)")
                .params(out.toByteArray(), id())
                .update();
        assertThat(get("/imports").statusCode()).isEqualTo(302);
    }

    @Test
    void filesNeedNoSession() throws Exception {
        signIn();
        long before = accessed();
        Thread.sleep(5);
        assertThat(get("/css/hub.css").statusCode()).isEqualTo(200);
        assertThat(get("/robots.txt").body()).contains("Disallow: /api/");
        assertThat(accessed()).isEqualTo(before);
        get("/imports");
        assertThat(accessed()).isGreaterThan(before);
    }

    /** What a page fetched before somebody signed out is answered after the next one has signed in. */
    @Test
    void whatIsAskedByTheWayInAnEndedSessionBringsNoOther() throws Exception {
        signIn();
        String ended = cookie();
        sessions.deleteById(id());
        // a form without a token begins a session, for it is answered with one
        assertThat(setByPost(ended, "Sec-Fetch-Mode", "navigate")).isTrue();
        assertThat(setByPost(ended, "Sec-Fetch-Mode", "cors")).isFalse();
        assertThat(setByPost(ended, "HX-Request", "true")).isFalse();
        assertThat(setByPost(null, "Sec-Fetch-Mode", "cors")).isFalse();
        assertThat(setByPost(null, "Sec-Fetch-Mode", "navigate")).isTrue();
        // signing in begins anew, however it is asked for
        HttpResponse<String> login = browser()
                .send(
                        to("/login")
                                .header("Cookie", ended)
                                .header("Sec-Fetch-Mode", "cors")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(login.headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void aSessionThatEndsWhileItIsAnsweredIsNotHandedOutAgain() throws Exception {
        signIn();
        String form = "comes=true&consent=true";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /event-answers/nowhere HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: "
                                    + cookie()
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            // the session is looked for, and its token in the body, which does not come
            Thread.sleep(1_500);
            sessions.deleteById(id());
            socket.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("set-cookie");
        }
    }

    /** A page of before is still being fetched while somebody signs in: it must not bring the visitor's number back. */
    @Test
    void whatWasBegunAsAVisitorDoesNotUndoSigningIn() throws Exception {
        get("/login");
        String visitor = cookie();
        String form = "comes=true&consent=true";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /event-answers/nowhere HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + visitor
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Thread.sleep(1_500);
            signIn();
            assertThat(cookie()).isNotEqualTo(visitor);
            socket.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("set-cookie");
        }
        assertThat(get("/imports").statusCode()).as("signed in").isEqualTo(200);
        HttpResponse<String> old = browser()
                .send(
                        to("/imports")
                                .header("Cookie", visitor)
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(old.statusCode()).as("the number of before opens nothing").isEqualTo(302);
    }

    private boolean setByPost(@Nullable String cookie, String header, String value) throws Exception {
        HttpRequest.Builder request = to("/event-answers/nowhere")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("comes=true"));
        HttpResponse<String> answer = browser()
                .send(
                        (cookie == null ? request : request.header("Cookie", cookie)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(400, 499);
        return answer.headers().firstValue("Set-Cookie").isPresent();
    }

    /** Without a memory of its own. */
    private static HttpClient browser() {
        return HttpClient.newHttpClient();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("JSESSIONID"))
                .map(c -> "JSESSIONID=" + c.getValue())
                .findFirst()
                .orElseThrow();
    }

    private long accessed() {
        return jdbc.sql("select LAST_ACCESS_TIME from SPRING_SESSION where SESSION_ID = ?")
                .param(id())
                .query(Long.class)
                .single();
    }

    private String id() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("JSESSIONID"))
                .map(c -> new String(Base64.getDecoder().decode(c.getValue()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void signIn() throws Exception {
        Matcher token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> done = browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=ss.province&password=" + PASSWORD + "&_csrf=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(done.statusCode()).isEqualTo(302);
        // home, or the page that sent him here
        assertThat(done.headers().firstValue("Location").orElse("")).isIn("/", "/imports");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
