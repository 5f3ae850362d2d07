package org.talenthub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The proxy before several hubs, as small as can be: in turns, nothing sticky. Like nginx it asks the next hub when one cannot be reached,
 * and, of requests that only read, also when one dies over the answer.
 */
final class ReverseProxy implements AutoCloseable {

    private static final Set<String> NOT_PASSED =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final HttpServer server;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> hubs;

    ReverseProxy(List<Integer> hubs) throws IOException {
        this.hubs = List.copyOf(hubs);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** From now on requests go to these only. */
    void to(Integer... ports) {
        hubs = List.of(ports);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<Integer> now = hubs;
            int first = turn.getAndIncrement();
            HttpResponse<byte[]> answer = null;
            for (int i = 0; i < now.size() && answer == null; i++) {
                answer = ask(exchange, body, now.get(Math.floorMod(first + i, now.size())));
            }
            if (answer == null) {
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!name.startsWith(":") && !NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    /** Null when another hub is to be asked. */
    private @Nullable HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body, int port) throws IOException {
        URI to = URI.create("http://127.0.0.1:" + port + exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        request.header(
                "X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
        request.header("X-Forwarded-Proto", "http");
        request.header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"));
        boolean reads = Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            // a hub that is stopping, or not yet ready, says so
            return reads && answer.statusCode() == 503 && hubs.size() > 1 ? null : answer;
        } catch (ConnectException e) {
            return null;
        } catch (IOException e) {
            if (reads) {
                return null;
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
