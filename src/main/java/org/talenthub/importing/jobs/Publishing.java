package org.talenthub.importing.jobs;

import java.time.Duration;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.indexing.Relay;
import org.talenthub.records.rows.BatchRows;

/** The end of a batch: its rows can be found. */
@Component
class Publishing {

    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(30);

    private static final Duration INDEX_LOOK = Duration.ofSeconds(1);

    private final Relay relay;
    private final BatchRows rows;
    private final BatchWork work;

    Publishing(Relay relay, BatchRows rows, BatchWork work) {
        this.relay = relay;
        this.rows = rows;
        this.work = work;
    }

    /**
     * The end of a batch is when its rows can be found. An index that is behind is waited for while it comes nearer; one that is away is
     * not waited for long, it catches up by itself.
     *
     * @param showing rows that come into the index are counted; those that leave it are not
     */
    RepeatStatus publish(ImportBatch batch, boolean showing) {
        long newest = relay.newest();
        long before = relay.lag(newest);
        long all = rows.count(batch.id, BatchRows.Filter.ALL);
        boolean mostlyOwn =
                before <= all; // what others have put before it is not waited for longer than an index that is away
        if (showing) {
            work.index(batch.id, (int) Math.max(0, all - before));
        }
        long impatient = System.nanoTime() + INDEX_PATIENCE.toNanos();
        while (!relay.awaitDrained(newest, INDEX_LOOK) && System.nanoTime() < impatient) {
            long lag = relay.lag(newest);
            if (mostlyOwn && lag < before) {
                impatient = System.nanoTime() + INDEX_PATIENCE.toNanos();
                if (showing) {
                    work.advance(batch.id, (int) (before - lag));
                }
                before = lag;
            }
        }
        return RepeatStatus.FINISHED;
    }
}
