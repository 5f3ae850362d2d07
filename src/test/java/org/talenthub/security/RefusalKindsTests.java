package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.RawHttp;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.security.Endpoints.Endpoint;
import org.talenthub.security.accounts.Accounts;

/** What is wrong with a request, on every address that the hub has: told in words, never by an error of its own, and before it costs anything. */
@HubTest
@Tag("database")
class RefusalKindsTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapped;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Value("${hub.home}")
    Path home;

    @LocalServerPort
    int port;

    private RawHttp raw;
    private HubClient hub;

    @BeforeEach
    void hub() {
        raw = new RawHttp(port);
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("rk-province").station("rk-province", "rk-one", "拒绝甲驿站", "武汉市");
    }

    private static String basic(String user) {
        return "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + TestAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    // what cannot be read

    @Test
    void addressesThatCannotBeReadAreToldOnEveryAddress() {
        List<String> broken = List.of(
                "q=%zz",
                "q=%",
                "q=%4",
                "%zz=1",
                "q=%ff%fe",
                "q=%C0%AF",
                "q[]=x",
                "a[b]=c",
                "q={x}",
                "q=a|b",
                "q=\"x\"",
                "q=a\\b",
                "q=光",
                "q=" + "%E5%85%89".repeat(6_000),
                "q=" + "x".repeat(70_000),
                "x=1&".repeat(1_500));
        SoftAssertions all = new SoftAssertions();
        List<String> targets = Stream.concat(
                        Endpoints.of(mapped).stream()
                                .filter(e -> e.method().equals("GET"))
                                .map(Endpoint::ofNothing),
                        Stream.of(
                                "/css/hub.css",
                                "/js/hub.js",
                                "/robots.txt",
                                "/favicon.svg",
                                "/nothing/at/all",
                                "/api/nothing"))
                .distinct()
                .toList();
        for (String target : targets) {
            for (String query : broken) {
                RawHttp.Answer answer = get(target + "?" + query);
                String what = target + "?" + query.substring(0, Math.min(30, query.length()));
                all.assertThat(answer.status()).as(what).isEqualTo(400);
                all.assertThat(target.startsWith("/api/") ? answer.problem() : answer.page())
                        .as("%s: %s", what, answer)
                        .isTrue();
            }
        }
        all.assertAll();
    }

    @Test
    void oddNamesAndValuesNeverBreakAnything() {
        List<String> odd = List.of(
                "q=%00",
                "q=a&q=b&q=c",
                "%5B%5D=x&q%5B%5D=x",
                "class.classLoader=x&page=0",
                "q=" + "%E5%85%89".repeat(900),
                "q=" + "x".repeat(5_000),
                "page=&size=",
                "sort=%F0%9F%98%80",
                "id=%00&record=%00&search=%00&day=%00",
                "id=x&record=x&list=x&reason=x&state=x&status=x&effect=x&show=x&code=x&column=x&version=x",
                "lang=%00%0a",
                "tab=%2F..%2F..",
                "=",
                "&&&",
                "q=%0d%0aSet-Cookie:%20a=b");
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            for (String query : odd) {
                if (e.method().equals("GET")) {
                    RawHttp.Answer answer = get(e.ofNothing() + "?" + query, basic("rk-province"));
                    all.assertThat(answer.status()).as("%s?%s", e.path(), query).isLessThan(500);
                    all.assertThat(answer.headers())
                            .as("%s?%s", e.path(), query)
                            .noneMatch(h -> h.contains("a=b"));
                    if (answer.status() >= 400) {
                        all.assertThat(e.api() ? answer.problem() : answer.page())
                                .as("%s?%s: %s", e.path(), query, answer)
                                .isTrue();
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void aSavedSearchIsReadAsStrictly() {
        for (String query : List.of("q=%zz", "q=%", "%zz=x", "q=%ff", "q=a&industry=%e")) {
            HubClient.Answer answer = json(
                    "POST",
                    "/api/v1/saved-searches",
                    "{\"name\":\"x\",\"type\":\"demands\",\"query\":\"" + query + "\"}");
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.body().path("code").asString("")).isEqualTo("query.unreadable");
            assertThat(mvc.post()
                            .uri("/saved")
                            .param("tab", "demands")
                            .param("name", "x")
                            .param("query", query)
                            .with(as(PROVINCE))
                            .with(csrf()))
                    .hasStatus(400);
        }
        HubClient.Answer kept = json(
                "POST",
                "/api/v1/saved-searches",
                "{\"name\":\"x\",\"type\":\"demands\",\"query\":\"q=%E5%85%89+a&mode=FULL_TIME&page=3&q=b\"}");
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.body().path("query").asString()).isEqualTo("q=%E5%85%89+a&mode=FULL_TIME");
    }

    private HubClient.Answer json(String method, String path, String body) {
        return method.equals("PUT") ? hub.put("rk-province", path, body) : hub.post("rk-province", path, body);
    }

    // pages that do not exist

    @Test
    void everyListKnowsWhichPagesExist() {
        String batch = hub.imported(
                        "rk-one",
                        "talent",
                        "pages.csv",
                        new TalentRows()
                                .row("页数甲", "工作单位", "页数有限公司" + System.nanoTime())
                                .csv(),
                        "commit")
                .path("id")
                .asString();
        SoftAssertions all = new SoftAssertions();
        int lists = 0;
        for (Endpoint e : Endpoints.of(mapped)) {
            if (!e.method().equals("GET") || !pages(e)) {
                continue;
            }
            lists++;
            String path = e.of(e.path().contains("imports") ? batch : "0000000000000");
            for (String page : List.of(
                    "2147483647",
                    "2147483648",
                    "21474836",
                    "21474837",
                    "99999999999999999999",
                    "-1",
                    "-2147483648",
                    "1e9",
                    "x",
                    "0x10",
                    "%20",
                    "%EF%BC%91",
                    "%00",
                    "0&page=2147483647")) {
                for (String size : List.of("", "&size=100", "&size=0", "&size=-1", "&size=2147483647", "&size=x")) {
                    String uri = path + "?page=" + page + size;
                    RawHttp.Answer answer = get(uri, basic(e.path().contains("imports") ? "rk-one" : "rk-province"));
                    all.assertThat(answer.status()).as(uri + " " + answer).isIn(200, 302, 400, 404);
                    if (e.api() && answer.status() == 200 && page.startsWith("2")) {
                        all.assertThat(answer.body()).as(uri).contains("\"items\":[]");
                    }
                }
            }
        }
        all.assertThat(lists).as("lists with pages").isGreaterThan(12);
        all.assertAll();
    }

    private static boolean pages(Endpoint e) {
        return Arrays.stream(e.handler().getMethodParameters())
                .anyMatch(p -> p.hasParameterAnnotation(RequestParam.class)
                        && ((p.getParameter().getName().equals("page"))
                                || MultiValueMap.class.isAssignableFrom(p.getParameterType())));
    }

    @Test
    void pagesOfTheSiteKnowItToo() {
        for (Endpoint e : Endpoints.of(mapped)) {
            if (e.method().equals("GET") && !e.api() && pages(e)) {
                for (String page : List.of("2147483647", "21474837", "-1", "x", "99999999999")) {
                    MvcTestResult result = mvc.get()
                            .uri(e.ofNothing() + "?page=" + page)
                            .with(as(PROVINCE))
                            .exchange();
                    assertThat(result.getResponse().getStatus())
                            .as(e.path() + " " + page)
                            .isLessThan(500);
                }
            }
        }
    }

    // bodies

    @Test
    void everyJsonAddressSaysWhatItTakes() {
        SoftAssertions all = new SoftAssertions();
        int found = 0;
        for (Endpoint e : Endpoints.of(mapped)) {
            if (Arrays.stream(e.handler().getMethodParameters())
                    .noneMatch(p -> p.hasParameterAnnotation(RequestBody.class))) {
                continue;
            }
            found++;
            for (String type : List.of(
                    "*/*",
                    "application/*",
                    "application/*+json",
                    "*/json",
                    "json",
                    "",
                    ";",
                    "text/plain",
                    "application/xml",
                    "application/json;charset=nonsense",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "application/x-www-form-urlencoded")) {
                RawHttp.Answer answer = send(RawHttp.head(
                                e.method(),
                                e.ofNothing(),
                                basic("rk-province"),
                                "Content-Type: " + type,
                                "Content-Length: 2")
                        + "\r\n{}");
                all.assertThat(answer.status())
                        .as("%s %s %s: %s", e.method(), e.path(), type, answer)
                        .isIn(400, 415);
                all.assertThat(answer.problem())
                        .as("%s %s: %s", e.path(), type, answer)
                        .isTrue();
            }
            for (String body : List.of(
                    "{",
                    "[]",
                    "\"x\"",
                    "null",
                    "{\"ids\":5}",
                    "{\"ids\":[null]}",
                    "{\"name\":{}}",
                    "\u0000",
                    "{\"verdict\":\"\\ud800\"}",
                    "[".repeat(5_000))) {
                RawHttp.Answer answer = send(RawHttp.head(
                                e.method(),
                                e.ofNothing(),
                                basic("rk-province"),
                                "Content-Type: application/json",
                                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length)
                        + "\r\n" + body);
                all.assertThat(answer.status())
                        .as("%s %s %s", e.method(), e.path(), body)
                        .isBetween(200, 499);
            }
        }
        all.assertThat(found).isGreaterThan(7);
        all.assertAll();
    }

    @Test
    void nobodysBodyIsReadBeforeItIsRefused() throws Exception {
        SoftAssertions all = new SoftAssertions();
        List<String> targets = Stream.concat(
                        Endpoints.of(mapped).stream().map(e -> e.method() + " " + e.ofNothing()),
                        Stream.of(
                                "POST /nothing",
                                "POST /css/hub.css",
                                "PUT /imports",
                                "POST /search",
                                "POST /api/v1/demands",
                                "POST /login",
                                "POST /logout"))
                .distinct()
                .toList();
        List<String> types = List.of(
                "multipart/form-data; boundary=b", "application/x-www-form-urlencoded", "application/json", "text/csv");
        List<String> lengths = List.of("Content-Length: 209715200", "Transfer-Encoding: chunked");
        // each waits for its answer, so they are asked side by side
        Semaphore atOnce = new Semaphore(16);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Unread>> answers = new ArrayList<>();
            for (String target : targets) {
                for (String length : lengths) {
                    for (String type : types) {
                        answers.add(threads.submit(() -> {
                            atOnce.acquire();
                            try {
                                return unread(target, "Content-Type: " + type, length);
                            } finally {
                                atOnce.release();
                            }
                        }));
                    }
                }
            }
            for (Future<Unread> future : answers) {
                Unread told = future.get();
                all.assertThat(told.answer().status())
                        .as("%s", told)
                        .isIn(400, 401, 403, 404, 405, 411, 413, 415, 200, 302);
                if (told.answer().status() >= 400) {
                    all.assertThat(
                                    told.what().contains(" /api/")
                                            ? told.answer().problem()
                                            : told.answer().page())
                            .as("%s", told)
                            .isTrue();
                }
            }
        }
        all.assertAll();
        try (Stream<Path> left = Files.list(home.resolve("work/uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    /** What is answered to a head whose body never comes; status 0: nothing within ten seconds. */
    private record Unread(String what, RawHttp.Answer answer) {}

    private Unread unread(String target, String... headers) throws IOException {
        String[] words = target.split(" ");
        String what = target + " " + String.join(" ", headers);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    // the connection stays open: what is closed at the end of an answer is closed when the body has
                    // come
                    .write((words[0] + " " + words[1] + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + String.join("\r\n", headers) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new Unread(what, RawHttp.read(socket.getInputStream()));
        } catch (SocketTimeoutException e) {
            return new Unread(what, new RawHttp.Answer(0, List.of(), ""));
        }
    }

    @Test
    void onlyWhereFilesAreTakenMayBodiesBeLarge() {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            boolean takesFiles = Stream.of(e.handler().getMethodParameters())
                    .anyMatch(p -> p.getParameterType() == MultipartFile.class
                            || p.getGenericParameterType().getTypeName().contains("MultipartFile"));
            org.springframework.mock.web.MockHttpServletRequest request =
                    new org.springframework.mock.web.MockHttpServletRequest(e.method(), e.ofNothing());
            request.setServletPath("");
            org.springframework.web.util.ServletRequestPathUtils.parseAndCache(request);
            all.assertThat(org.talenthub.security.matrix.AccessMatrix.bodyOf(request, Role.PROVINCE)
                            == org.talenthub.security.matrix.AccessMatrix.Body.WITH_FILES)
                    .as(e.method() + " " + e.path())
                    .isEqualTo(takesFiles);
            all.assertThat(org.talenthub.security.matrix.AccessMatrix.bodyOf(request, Role.ANONYMOUS))
                    .isEqualTo(org.talenthub.security.matrix.AccessMatrix.Body.OF_STRANGERS);
        }
        all.assertAll();
    }

    @Test
    void whoIsSignedInIsBoundedWhereNoFilesAreTaken() throws Exception {
        String body = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        RawHttp.Answer told = send(RawHttp.head(
                        "POST",
                        "/api/v1/lists",
                        basic("rk-province"),
                        "Content-Type: application/json",
                        "Content-Length: " + body.length())
                + "\r\n" + body);
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.body()).contains("\"code\":\"body.toolarge\"");
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            chunks.append("2710\r\n").append("x".repeat(10_000)).append("\r\n");
        }
        RawHttp.Answer untold = send(RawHttp.head(
                        "POST",
                        "/api/v1/lists",
                        basic("rk-province"),
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked")
                + "\r\nb\r\n{\"name\":\"xx\r\n" + chunks + "0\r\n\r\n");
        assertThat(untold.status()).as("%s", untold).isEqualTo(413);
        assertThat(untold.body()).contains("\"code\":\"body.toolarge\"");
        RawHttp.Answer small = send(RawHttp.head(
                        "POST",
                        "/api/v1/lists",
                        basic("rk-province"),
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked")
                + "\r\nc\r\n{\"name\":\"x\"}\r\n0\r\n\r\n");
        assertThat(small.status()).as("%s", small).isEqualTo(201);
    }

    @Test
    void theSenderOfARefusedBodySeesTheAnswer() {
        // a client that reads nothing before it has sent everything
        byte[] head = RawHttp.head(
                        "POST",
                        "/login",
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: 50000000",
                        "")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(head, head.length + 50_000_000);
        RawHttp.Answer answer = send(request);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.page()).isTrue();
    }

    @Test
    void whoAsksBeforeSendingIsToldBeforeSending() {
        RawHttp.Answer answer = send(RawHttp.head(
                        "POST",
                        "/api/v1/imports",
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: 209715200",
                        "Expect: 100-continue")
                + "\r\n");
        assertThat(answer.status()).isEqualTo(401);
    }

    // forms with files

    @Test
    void formsWithManyFilesAndLongNamesAreReadOrToldTheTrueReason() {
        assertThat(form(60, "a").status()).as("sixty").isNotIn(413, 500);
        RawHttp.Answer many = form(250, "a");
        assertThat(many.status()).isEqualTo(413);
        assertThat(many.body()).contains("\"code\":\"files.many\"");
        RawHttp.Answer longName = form(1, "长".repeat(484) + ".csv");
        assertThat(longName.status()).as("%s", longName).isIn(415, 422);
        assertThat(longName.body()).doesNotContain("toolarge");
        RawHttp.Answer longer = form(1, "长".repeat(4_000) + ".csv");
        assertThat(longer.status()).isEqualTo(400);
        assertThat(longer.body()).contains("\"code\":\"file.name.long\"");
        for (String name : List.of("a\u0000b.csv", "..\\..\\x.csv", "/etc/passwd", "", "\uD83D\uDE00.csv")) {
            assertThat(form(1, name).status()).as(name).isLessThan(500);
        }
    }

    @Test
    void brokenFormsAreTold() {
        for (String body : List.of(
                "",
                "--b",
                "--b\r\n",
                "--b--\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"feed\"\r\n\r\ntalent",
                "--b\r\nnonsense\r\n\r\nx\r\n--b--\r\n")) {
            RawHttp.Answer answer = send(RawHttp.head(
                            "POST",
                            "/api/v1/imports",
                            basic("rk-one"),
                            "Content-Type: multipart/form-data; boundary=b",
                            "Content-Length: " + body.length())
                    + "\r\n" + body);
            assertThat(answer.status()).as("%s: %s", body, answer).isEqualTo(400);
            assertThat(answer.problem()).isTrue();
        }
    }

    private RawHttp.Answer form(int files, String name) {
        StringBuilder body =
                new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"feed\"\r\n\r\ntalent\r\n");
        for (int i = 0; i < files; i++) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(name)
                    .append("\"\r\n\r\nx")
                    .append(i)
                    .append("\r\n");
        }
        body.append("--b--\r\n");
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return send(RawHttp.head(
                        "POST",
                        "/api/v1/imports",
                        basic("rk-one"),
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: " + bytes.length)
                + "\r\n" + body);
    }

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
    void otherMethodsAreToldOnEveryAddress() {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint e : Endpoints.of(mapped)) {
            for (String method : List.of("TRACE", "OPTIONS", "PATCH", "PROPFIND", "FOO", "HEAD", "get")) {
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

    private RawHttp.Answer get(String target, String... headers) {
        return send(RawHttp.head("GET", target, headers) + "\r\n");
    }

    private RawHttp.Answer send(String request) {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    private RawHttp.Answer send(byte[] request) {
        try {
            return raw.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new String(request, 0, Math.min(200, request.length), StandardCharsets.UTF_8), e);
        }
    }
}
