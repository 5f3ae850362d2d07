package org.talenthub.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One call many times over.
 *
 * @param took what Elasticsearch says of its part
 * @param ratios of each call's time to Elasticsearch's part of this very one
 * @param requests to Elasticsearch for each call
 */
record Runs(Times hub, Times took, List<Double> ratios, double requests) {

    private static final int MOST = 60;
    private static final int LEAST = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    interface Call {
        void run() throws Exception;
    }

    /** After some to warm up. */
    static Runs of(TimedEngine engine, Call call) throws Exception {
        long until = System.nanoTime() + PATIENCE.dividedBy(3).toNanos();
        for (int i = 0; i < MOST / 2 && System.nanoTime() < until; i++) {
            call.run();
        }
        List<Long> hub = new ArrayList<>();
        List<Long> took = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        long requests = 0;
        until = System.nanoTime() + PATIENCE.toNanos();
        while (hub.size() < MOST && (hub.size() < LEAST || System.nanoTime() < until)) {
            engine.take();
            long start = System.nanoTime();
            call.run();
            long nanos = System.nanoTime() - start;
            TimedEngine.Seen seen = engine.take();
            hub.add(nanos);
            took.add(seen.took() * 1_000_000);
            // Elasticsearch tells whole milliseconds, rounded down
            ratios.add(nanos / 1e6 / Math.max(1, seen.took()));
            requests += seen.requests();
        }
        return new Runs(Times.of(hub), Times.of(took), ratios, (double) requests / hub.size());
    }
}
