package org.talenthub.search;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a hub on this machine at a steady rate for some seconds, whether it answers in time or not. Where it does not keep up, no more
 * than {@link #MOST} wait; what would have been one more is left out and counted.
 */
final class Load {

    private static final int MOST = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String site;
    private final String account;

    /** @param account the Authorization header */
    Load(String site, String account) {
        this.site = site;
        this.account = account;
    }

    /** @param leftOut requests that were due, but the hub was too far behind */
    record Outcome(Times times, int failed, int leftOut) {}

    Outcome run(List<String> paths, int rate, int seconds) throws InterruptedException {
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger leftOut = new AtomicInteger();
        AtomicInteger n = new AtomicInteger();
        Semaphore waiting = new Semaphore(MOST);
        try (var timer = Executors.newScheduledThreadPool(1);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            timer.scheduleAtFixedRate(
                    () -> {
                        String path = paths.get(n.getAndIncrement() % paths.size());
                        if (!waiting.tryAcquire()) {
                            leftOut.incrementAndGet();
                            return;
                        }
                        long due = System.nanoTime();
                        workers.submit(() -> {
                            try {
                                if (get(path) != 200) {
                                    failed.incrementAndGet();
                                }
                                took.add(System.nanoTime() - due);
                            } finally {
                                waiting.release();
                            }
                            return null;
                        });
                    },
                    0,
                    1_000_000_000L / rate,
                    TimeUnit.NANOSECONDS);
            Thread.sleep(seconds * 1_000L);
            timer.shutdownNow();
        }
        return new Outcome(Times.of(took), failed.get(), leftOut.get());
    }

    int get(String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(site + path))
                                .header("Authorization", account)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }
}
