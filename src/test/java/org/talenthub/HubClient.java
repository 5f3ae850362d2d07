package org.talenthub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running hub by the contract's API, as a station's own script would. */
public final class HubClient {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;
    private final String password;
    private final String language;

    public HubClient(int port, String password) {
        this("http://127.0.0.1:" + port, password, "");
    }

    private HubClient(String base, String password, String language) {
        this.base = base;
        this.password = password;
        this.language = language;
    }

    /** The same, asking for a language: {@code en}. */
    public HubClient in(String acceptLanguage) {
        return new HubClient(base, password, acceptLanguage);
    }

    /** An answer; the body is a missing node when it is not JSON. */
    public record Answer(int status, JsonNode body, byte[] bytes) {}

    public Answer get(String user, String path) {
        return send(user, HttpRequest.newBuilder().GET(), path);
    }

    public Answer post(String user, String path) {
        return send(user, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()), path);
    }

    public Answer put(String user, String path, Object body) {
        return send(
                user,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))),
                path);
    }

    public Answer delete(String user, String path) {
        return send(user, HttpRequest.newBuilder().DELETE(), path);
    }

    public long total(String user, String path) {
        return get(user, path).body().path("total").asLong(-1);
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public Answer post(String user, String path, String body) {
        return send(
                user,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    public Answer put(String user, String path, String body) {
        return send(
                user,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    public Answer upload(String user, String feed, String fileName, byte[] file, String mode) {
        return upload(user, feed, fileName, file, mode, Map.of());
    }

    /** With further parameters: which sheet, which column is which. */
    public Answer upload(
            String user, String feed, String fileName, byte[] file, String mode, Map<String, String> more) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(part(boundary, "name=\"feed\"", feed));
        out.writeBytes(part(boundary, "name=\"mode\"", mode));
        more.forEach((name, value) -> out.writeBytes(part(boundary, "name=\"" + name + "\"", value)));
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                user,
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())),
                "/api/v1/imports");
    }

    /** One file alone. */
    public Answer file(String user, String path, String fileName, byte[] file) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                user,
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())),
                path);
    }

    private static byte[] part(String boundary, String disposition, String value) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Waits until the batch has one of the statuses; fails with what it is when that takes too long. */
    public JsonNode settle(String user, String id, String... statuses) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = get(user, "/api/v1/imports/" + id).body();
        while (!Set.of(statuses).contains(last.path("status").asString(""))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("batch " + id + " is still " + last);
            }
            pause(50);
            last = get(user, "/api/v1/imports/" + id).body();
        }
        return last;
    }

    /** Uploads, and waits for the end. */
    public JsonNode imported(String user, String feed, String fileName, byte[] file, String mode) {
        Answer a = upload(user, feed, fileName, file, mode);
        if (a.status() >= 300) {
            throw new AssertionError(a.status() + " " + a.body());
        }
        String end = mode.equals("commit") ? "COMMITTED" : "PREVIEWED";
        return settle(user, a.body().path("id").asString(), end, "REJECTED");
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer send(String user, HttpRequest.Builder request, String path) {
        request.uri(URI.create(base + path)).timeout(PATIENCE);
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        if (!user.isEmpty()) {
            String credentials =
                    Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        try {
            HttpResponse<byte[]> r = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isJson = r.headers().firstValue("Content-Type").orElse("").contains("json") && r.body().length > 0;
            return new Answer(r.statusCode(), isJson ? json.readTree(r.body()) : json.missingNode(), r.body());
        } catch (IOException e) {
            return new Answer(0, json.missingNode(), e.toString().getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
