package org.talenthub.importing.batch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.importing.batch.BatchView.ProblemView;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.records.intake.BatchRows;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stops batches. Taking the lease away is what stops the worker, within the chunk it is at; what was read is then forgotten, what
 * was committed is withdrawn, in the background, by whichever hub comes first.
 */
@Component
public class Cancels {

    private static final int ROWS_A_TURN = 5_000;

    private final JdbcClient jdbc;
    private final BatchRows rows;
    private final CorrectedRows corrected;
    private final ImportFiles files;
    private final ImportBatches store;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Cancels(
            JdbcClient jdbc,
            BatchRows rows,
            CorrectedRows corrected,
            ImportFiles files,
            ImportBatches store,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.corrected = corrected;
        this.files = files;
        this.store = store;
        this.transaction = transaction;
        this.json = json;
    }

    /** Forgets a preview or a refused file at once; false when the batch is neither. */
    public boolean preview(long id) {
        boolean stopped = stop(id, "status = 'CANCELLING'", "status in ('PREVIEWED', 'REJECTED')", Batches.LEASE);
        if (stopped) {
            forget(id);
        }
        return stopped;
    }

    /** Stops a reading; false when the batch is not at it. */
    public boolean reading(long id) {
        return stop(
                id,
                "status = 'CANCELLING'",
                "status in ('RECEIVED', 'READING') or (status = 'FAILED' and phase in ('WAITING', 'READING', 'CHECKING'))",
                Duration.ZERO);
    }

    /** Stops a commit and has what it did so far withdrawn; false when the batch is not at it. */
    public boolean committing(long id) {
        return stop(
                id,
                "status = 'REVERTING', phase = 'REVERTING'",
                "status = 'COMMITTING' or (status = 'FAILED' and phase in ('COMMITTING', 'INDEXING'))",
                Duration.ZERO);
    }

    /** @param quiet how long the runners leave the batch alone */
    private boolean stop(long id, String then, String when, Duration quiet) {
        Instant now = Instant.now();
        return jdbc.sql("update import_batch set " + then + """
                                , phase_since = ?, rows_read = 0, rows_before = 0, attempts = 0, failures = 0, failed_at = null,
                                problem = null, lease_owner = null, lease_until = ?, updated_at = ? where id = ? and (\s""" + when + ")")
                        .param(Timestamp.from(now))
                        .param(Timestamp.from(now.plus(quiet)))
                        .param(Timestamp.from(now))
                        .param(id)
                        .update()
                == 1;
    }

    /**
     * Forgets a batch that never was committed: rows in small turns, then file and batch at once. May be repeated. One of the watched
     * folder stays as refused, so that its file is not taken in again.
     */
    public void forget(long id) {
        int dropped;
        do {
            dropped = rows.dropSome(id, ROWS_A_TURN);
        } while (dropped > 0);
        transaction.executeWithoutResult(status -> {
            rows.drop(id);
            corrected.drop(id);
            files.delete(id);
            int kept = jdbc.sql("""
                            update import_batch set status = 'REJECTED', phase = 'DONE', problem = ?, lease_owner = null, lease_until = null
                            where id = ? and intake_path is not null and status = 'CANCELLING'""")
                    .param(json.writeValueAsString(
                            new ProblemView(409, "batch.cancelled", "本批已在网站上取消，没有入库。要重新上报，再放一次文件即可。", null)))
                    .param(id)
                    .update();
            if (kept == 0) {
                store.deleteById(id);
            }
        });
    }
}
