package org.talenthub.operations.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one address of Elasticsearch as the hub would, without its client, which is there later only. */
final class SearchQuestion implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String base;
    private final @Nullable String authorization;

    /** @param body missing where the answer is no JSON */
    record Answer(int status, JsonNode body) {}

    SearchQuestion(String uri, Environment environment) {
        URI at = URI.create(uri);
        String path = environment.getProperty("spring.elasticsearch.path-prefix", "");
        base = at.getScheme() + "://" + at.getHost() + (at.getPort() < 0 ? "" : ":" + at.getPort())
                + (path.isBlank() ? "" : "/" + path.replaceAll("^/|/$", ""));
        authorization = authorization(at, environment);
    }

    private static @Nullable String authorization(URI at, Environment environment) {
        String key = environment.getProperty("spring.elasticsearch.api-key");
        if (key != null) {
            return "ApiKey " + key;
        }
        String user = environment.getProperty("spring.elasticsearch.username");
        String both = user == null
                ? at.getUserInfo()
                : user + ":" + environment.getProperty("spring.elasticsearch.password", "");
        return both == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer =
                client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JacksonException noJson) {
            return new Answer(answer.statusCode(), JSON.missingNode());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
