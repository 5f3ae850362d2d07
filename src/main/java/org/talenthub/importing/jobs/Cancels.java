package org.talenthub.importing.jobs;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.records.rows.BatchRows;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stops batches. Taking the lease away is what stops the worker, within the chunk it is at; what was read is then forgotten, what
 * was committed is withdrawn, in the background, by whichever hub comes first.
 */
@Component
public class Cancels {

    private static final int ROWS_A_TURN = 5_000;

    private final Batches batches;
    private final BatchRows rows;
    private final CorrectedRows corrected;
    private final ImportFiles files;
    private final ImportBatches store;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Cancels(
            Batches batches,
            BatchRows rows,
            CorrectedRows corrected,
            ImportFiles files,
            ImportBatches store,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.batches = batches;
        this.rows = rows;
        this.corrected = corrected;
        this.files = files;
        this.store = store;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Drops a preview or a refused file; stops a reading and forgets it; stops a commit and has what it did so far withdrawn.
     *
     * @return true when nothing is left, false when a worker goes on with it in the background
     * @throws Problem 409 once it is committed, or is being taken back
     */
    public boolean drop(ImportBatch batch) {
        // in the order in which a batch moves on, so that none is missed that does just now
        if (batches.tried(batch, Action.CANCEL)) {
            return false;
        }
        if (batches.tried(batch, Action.DROP)) {
            forget(batch.id);
            return true;
        }
        if (!batches.tried(batch, Action.WITHHOLD) && batch.status() != Status.CANCELLING) {
            throw batches.notNow(batch, Action.DROP);
        }
        return false;
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
            String told = json.writeValueAsString(Impediment.of(
                    Problem.conflict("batch.cancelled", Sentence.of("refused.batch.cancelled")), List.of()));
            if (!batches.keep(id, told)) {
                store.deleteById(id);
            }
        });
    }
}
