package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.talenthub.HubTest;
import org.talenthub.RawHttp;
import org.talenthub.Some;
import org.talenthub.security.Endpoints.Endpoint;

/** What is wrong with who sends, and what no browser sends, on every address that the hub has. */
@HubTest
@Tag("database")
class SenderRefusalsTests extends RawRequests {

    private static final List<String> OTHERS = List.of("TRACE", "OPTIONS", "PATCH", "PROPFIND", "FOO", "HEAD", "get");

    // hosts, proxies, credentials

    @Test
    void noHostLeadsAnywhereElse() {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            if (e.method().equals("GET")) {
                RawHttp.Answer answer = send(
                        "GET " + e.ofNothing()
                                + " HTTP/1.1\r\nHost: evil.example:81\r\nX-Forwarded-Host: evil.example\r\n"
                                + "X-Forwarded-Proto: https\r\nForwarded: host=evil.example;proto=https\r\nAccept: text/html,*/*\r\nConnection: close\r\n\r\n");
                all.assertThat(answer.headers())
                        .as(e.path())
                        .noneMatch(h -> h.startsWith("location:") && !h.startsWith("location: /"));
                all.assertThat(answer.headers())
                        .as(e.path())
                        .noneMatch(h -> h.contains("Secure") || h.startsWith("strict-transport"));
                all.assertThat(answer.body()).as(e.path()).doesNotContain("evil.example");
            }
        }
        for (String path : List.of(
                "/swagger-ui",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/v3/api-docs/pool",
                "/imports/",
                "//evil.example/imports")) {
            RawHttp.Answer answer =
                    send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            all.assertThat(answer.headers())
                    .as(path)
                    .noneMatch(h -> h.startsWith("location:") && !h.startsWith("location: /"));
            all.assertThat(answer.headers()).as(path).noneMatch(h -> h.startsWith("location: //"));
            all.assertThat(answer.body()).as(path).doesNotContain("evil.example");
        }
        all.assertAll();
    }

    @Test
    void nobodyIsBelievedWhereHeComesFrom() {
        for (int i = 0; i < 11; i++) {
            get(
                    "/api/v1/feeds",
                    "X-Forwarded-For: 203.0.113." + i,
                    "Forwarded: for=203.0.113." + i,
                    "Authorization: Basic "
                            + Base64.getEncoder().encodeToString("rk.claims:wrong".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(get(
                                "/api/v1/feeds",
                                "X-Forwarded-For: 203.0.113.99",
                                "Authorization: Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("rk.claims:wrong".getBytes(StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void whoShowsWhatIsNotKnownIsNoVisitor() {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            if (e.api()) {
                for (String shown : List.of(
                        "Bearer abc",
                        "bearer",
                        "Bearer",
                        "Token x",
                        "Digest username=\"x\"",
                        "Negotiate YII=",
                        "Basic",
                        "Basic !!!",
                        "Basic eA==",
                        "x")) {
                    RawHttp.Answer answer =
                            send(RawHttp.head(e.method(), e.ofNothing(), "Authorization: " + shown) + "\r\n");
                    all.assertThat(answer.status())
                            .as("%s %s %s", e.method(), e.path(), shown)
                            .isEqualTo(401);
                    all.assertThat(answer.problem())
                            .as("%s %s", e.path(), answer)
                            .isTrue();
                }
                RawHttp.Answer two =
                        send(RawHttp.head(e.method(), e.ofNothing(), basic("rk-province"), "Authorization: Bearer abc")
                                + "\r\n");
                all.assertThat(two.status())
                        .as("%s %s twice", e.method(), e.path())
                        .isEqualTo(401);
            }
        }
        all.assertAll();
    }

    // methods and what no browser sends

    @Test
    @Tag("part")
    void otherMethodsAreToldOnEveryAddress() {
        otherMethods(Some.of(OTHERS, 2));
    }

    @Test
    @Tag("long")
    void everyOtherMethodIsToldOnEveryAddress() {
        otherMethods(OTHERS);
    }

    private void otherMethods(List<String> methods) {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            for (String method : methods) {
                RawHttp.Answer answer;
                try {
                    answer = send(RawHttp.head(method, e.ofNothing(), basic("rk-province")) + "\r\n");
                } catch (UncheckedIOException x) {
                    // an answer to HEAD says how long a body would be
                    continue;
                }
                all.assertThat(answer.status())
                        .as("%s %s: %s", method, e.path(), answer)
                        .isLessThan(500);
                if (answer.status() >= 400
                        && !method.equals("HEAD")
                        && !answer.body().isEmpty()) {
                    all.assertThat(e.api() ? answer.problem() : answer.page())
                            .as("%s %s: %s", method, e.path(), answer)
                            .isTrue();
                }
            }
        }
        all.assertAll();
    }

    @Test
    void whatNoBrowserSendsIsToldToo() {
        String host = "Host: localhost\r\nConnection: close\r\n";
        for (String request : List.of(
                "GET /api/v1/feeds HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/v1/feeds HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/feeds HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/feeds HTTP/9.9\r\n" + host + "\r\n",
                "GET /api/v1/feeds HTTP/1.1\r\n" + host + "Nonsense\r\n\r\n",
                "GET /api/v1/feeds HTTP/1.1\r\n" + host + "X: " + "x".repeat(70_000) + "\r\n\r\n",
                "GET /api/v1/feeds HTTP/1.1\r\n" + host + "X: y\r\n".repeat(200) + "\r\n",
                "CONNECT /api/v1/feeds HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/v1/../v1/feeds/../../../x HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/v1/%2e%2e/%2e%2e/%2e%2e/etc HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/v1/talents/%00 HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/v1/talents/%zz HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/v1/talents/a%2Fb HTTP/1.1\r\n" + host + "\r\n",
                "GET /api/v1/feeds;jsessionid=x HTTP/1.1\r\n" + host + "\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Transfer-Encoding: nonsense\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked, identity\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host
                        + "Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n\r\nabc")) {
            RawHttp.Answer answer = send(request);
            assertThat(answer.status())
                    .as("%s: %s", request.substring(0, Math.min(120, request.length())), answer)
                    .isBetween(400, 499);
            assertThat(answer.problem())
                    .as("%s: %s", request.substring(0, Math.min(120, request.length())), answer)
                    .isTrue();
        }
        RawHttp.Answer site = send("GET /imports%zz HTTP/1.1\r\n" + host + "\r\n");
        assertThat(site.status()).isEqualTo(400);
        assertThat(site.page()).as("%s", site).isTrue();
    }

    @Test
    void aRequestHiddenInAnotherIsNotAnswered() throws Exception {
        // both lengths: a proxy that believes the other one would see two requests
        String smuggled = "GET /api/v1/imports HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (String headers : List.of(
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 4\r\n")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write(("POST /login HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n0\r\n\r\n" + smuggled)
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                RawHttp.Answer first = RawHttp.read(socket.getInputStream());
                assertThat(first.status()).as(headers + first).isBetween(300, 499);
                assertThat(socket.getInputStream().readAllBytes()).as(headers).isEmpty();
            }
        }
    }

    @Test
    void cookiesOfAnyShapeAreOneVisitor() {
        for (String cookie : List.of(
                "JSESSIONID=",
                "JSESSIONID=%zz",
                "JSESSIONID=" + "A".repeat(7_000),
                "JSESSIONID=../../x",
                "JSESSIONID=bm90LWEtc2Vzc2lvbg==",
                "JSESSIONID=a; JSESSIONID=b",
                "JSESSIONID=\"",
                "=",
                ";;;",
                "lang=%00",
                "lang=" + "x".repeat(3_000),
                "hub-view=%zz; hub-columns-talents=..",
                "\u0001=\u0002",
                "JSESSIONID='; drop table SPRING_SESSION; --")) {
            for (String path : List.of("/", "/search", "/login", "/api/v1/feeds")) {
                RawHttp.Answer answer = get(path, "Cookie: " + cookie);
                assertThat(answer.status()).as("%s %s", path, cookie).isIn(200, 400);
            }
            assertThat(get("/imports", "Cookie: " + cookie).status()).as(cookie).isIn(302, 400);
        }
    }
}
