package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses the site as a browser without scripts does: cookies, forms, redirects that are looked at. */
public final class SiteBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    public SiteBrowser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** @param to where one is led, without the query; empty when nowhere */
    public record Page(int status, String body, String to) {}

    public Page get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** Posts a form that stands on a page. @param fields {@code name=value} pairs, encoded */
    public Page post(String page, String action, String fields) {
        Matcher token = CSRF.matcher(get(page).body());
        assertThat(token.find()).as("a form on %s", page).isTrue();
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + token.group(1))),
                action);
    }

    /** Posts a file by a form that stands on a page. */
    public Page upload(String page, String action, String fileName, byte[] content) {
        Matcher token = CSRF.matcher(get(page).body());
        assertThat(token.find()).as("a form on %s", page).isTrue();
        String edge = "edge-of-a-part";
        byte[] head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                        + "\r\n--"
                        + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(head, head.length + content.length + foot.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(foot, 0, body, head.length + content.length, foot.length);
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                action);
    }

    /** Where signing in leads. */
    public String signIn(String username, String password) {
        return post("/login", "/login", "username=" + username + "&password=" + HubClient.encode(password))
                .to();
    }

    private Page send(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<String> r = http.send(
                    request.uri(URI.create(base + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Page(
                    r.statusCode(),
                    r.body(),
                    r.headers().firstValue("Location").orElse("").replaceAll("\\?.*", ""));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
