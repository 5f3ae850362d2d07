package org.talenthub.importing.jobs;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talenthub.common.Ids;
import org.talenthub.importing.batch.ImportBatch;

/** One go at a batch: counted, timed, and told in a line of the log that names neither file nor person. */
final class Doing {

    private static final Logger LOG = LoggerFactory.getLogger(Doing.class);

    private final long id;
    private final String feed;
    private final long begun = System.nanoTime();

    private Doing(long id, String feed) {
        this.id = id;
        this.feed = feed;
    }

    static Doing of(ImportBatch batch) {
        return new Doing(batch.id, batch.feed);
    }

    /** @param after the batch as it stands now; null when it is gone */
    void done(@Nullable ImportBatch after) {
        long nanos = System.nanoTime() - begun;
        String outcome = after == null ? "dropped" : after.status().name().toLowerCase(Locale.ROOT);
        // the first counts within a step, the second the file's
        int rows = after == null ? 0 : Math.max(after.rowsRead, after.rowsTotal == null ? 0 : after.rowsTotal);
        Metrics.counter("hub.imports", "feed", feed, "outcome", outcome).increment();
        Metrics.counter("hub.import.rows", "feed", feed).increment(rows);
        Metrics.timer("hub.import.time", "feed", feed).record(nanos, TimeUnit.NANOSECONDS);
        LOG.info("import {}: {} {}, {} rows in {} ms", Ids.text(id), feed, outcome, rows, nanos / 1_000_000);
    }

    void failed() {
        Metrics.counter("hub.imports", "feed", feed, "outcome", "failed").increment();
    }
}
