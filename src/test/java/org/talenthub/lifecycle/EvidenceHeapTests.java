package org.talenthub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** Ten applications upload 20 MB each at the same time, and read them back: the hub needs little memory more for it. */
@HubTest
@Isolated
@Tag("long")
class EvidenceHeapTests {

    private static final int CASES = 10;
    private static final int SIZE = 20 << 20;
    private static final long MOST = 32L << 20;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tenTimesTwentyMegabytes() throws Exception {
        CaseRoom room = new CaseRoom(port, accounts, jdbc, "aph");
        room.open();
        String call = room.call(Map.of());
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            paths.add(room.draft(call, "示例申报大件" + i + "驿站"));
        }
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((room.wuhan() + ":" + TestAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
        long before = used();
        AtomicLong peak = new AtomicLong(before);
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                peak.accumulateAndGet(used(), Math::max);
                // collecting without a pause would leave no time for the uploads themselves
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        });
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService all = Executors.newFixedThreadPool(CASES)) {
            List<Callable<Integer>> uploads = new ArrayList<>();
            for (String path : paths) {
                uploads.add(() -> client.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "/files"))
                                        .header("Authorization", basic)
                                        .header("Content-Type", "multipart/form-data; boundary=b0undary")
                                        .POST(HttpRequest.BodyPublishers.ofInputStream(EvidenceHeapTests::body))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            }
            for (Future<Integer> f : all.invokeAll(uploads)) {
                assertThat(f.get()).isEqualTo(201);
            }
            for (String path : paths) {
                String file = room.hub
                        .get(room.wuhan(), path + "/files")
                        .body()
                        .at("/0/id")
                        .asString();
                long read = client.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "/files/" + file))
                                        .header("Authorization", basic)
                                        .build(),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body()
                        .transferTo(java.io.OutputStream.nullOutputStream());
                assertThat(read).isEqualTo(SIZE);
            }
        } finally {
            over.set(true);
            watch.join();
        }
        System.out.printf("[hub] ten papers of 20 MB: %.1f MB more%n", (peak.get() - before) / 1e6);
        assertThat(peak.get() - before).isLessThanOrEqualTo(MOST);
    }

    /** What is alive: what the last whole collection left, so nothing that was made since counts. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP && p.getCollectionUsage() != null)
                .mapToLong(p -> p.getCollectionUsage().getUsed())
                .sum();
    }

    /** A form with a PDF of 20 MB that nobody ever holds as a whole. */
    private static InputStream body() {
        byte[] head = ("--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8);
        int left = SIZE - start.length - end.length;
        InputStream zeros = new InputStream() {
            private int rest = left;

            @Override
            public int read() {
                return rest-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (rest <= 0) {
                    return -1;
                }
                int n = Math.min(rest, length);
                java.util.Arrays.fill(into, from, from + n, (byte) 'x');
                rest -= n;
                return n;
            }
        };
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head),
                new ByteArrayInputStream(start),
                zeros,
                new ByteArrayInputStream(end),
                new ByteArrayInputStream(tail))));
    }
}
