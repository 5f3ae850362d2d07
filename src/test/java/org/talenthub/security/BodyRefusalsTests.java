package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.HubTest;
import org.talenthub.RawHttp;
import org.talenthub.security.Endpoints.Endpoint;

/** What is wrong with a body, on every address that the hub has: told in words, and before it costs anything. */
@HubTest
@Tag("database")
class BodyRefusalsTests extends RawRequests {

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
                RawHttp.Answer answer = send(
                        RawHttp.head(e.method(), e.ofNothing(), basic(e), "Content-Type: " + type, "Content-Length: 2")
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
                                basic(e),
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
        Semaphore atOnce = new Semaphore(8);
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

    /** What is answered to a head whose body never comes; status 0: nothing within twenty seconds. */
    private record Unread(String what, RawHttp.Answer answer) {}

    private Unread unread(String target, String... headers) throws IOException {
        String[] words = target.split(" ");
        String what = target + " " + String.join(" ", headers);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
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
            // accounts come from a sheet of who keeps them, all other files from who reports
            all.assertThat(Stream.of(Role.PROVINCE, Role.ADMIN)
                            .anyMatch(r -> org.talenthub.security.matrix.AccessMatrix.bodyOf(request, r)
                                    == org.talenthub.security.matrix.AccessMatrix.Body.WITH_FILES))
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
}
