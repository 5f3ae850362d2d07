package org.talenthub.importing.batch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.NotNow;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchLife.Hand;
import org.talenthub.importing.batch.BatchMoves.Columns;
import org.talenthub.reference.Feed;

/** What a batch's reporter does with it. Where the batch was elsewhere in its life, or has moved on meanwhile, it is {@link NotNow}. */
@Component
public class Batches {

    private final BatchMoves moves;
    private final ImportBatches store;
    private final JdbcClient jdbc;

    Batches(BatchMoves moves, ImportBatches store, JdbcClient jdbc) {
        this.moves = moves;
        this.store = store;
        this.jdbc = jdbc;
    }

    public void commit(ImportBatch batch) {
        act(batch, Action.COMMIT, new Columns().with("overtaken", null));
    }

    /** @param rows those whose record has changed since the preview */
    void recheck(ImportBatch batch, String rows) {
        act(batch, Action.RECHECK, new Columns().with("overtaken", rows));
    }

    /** @param reason null where nobody was asked */
    public void revert(ImportBatch batch, @Nullable String reason) {
        act(batch, Action.REVERT, new Columns().with("revert_reason", reason));
    }

    /**
     * The file is to be read anew, otherwise than before.
     *
     * @param feed as which; another one than before takes its place
     */
    public void reread(ImportBatch batch, Feed feed, String layout, @Nullable Integer rowsTotal) {
        act(
                batch,
                Action.REREAD,
                as(feed).with("layout", layout)
                        .with("rows_total", rowsTotal)
                        .with("counts", null)
                        .with("issue_groups", null)
                        .with("overtaken", null));
    }

    /** A person is to say more about how the file is to be read. */
    public void ask(ImportBatch batch, Feed feed, String layout, String question) {
        act(batch, Action.ASK, as(feed).with("layout", layout).with("problem", question));
    }

    private static Columns as(Feed feed) {
        return new Columns().with("feed", feed.name()).with("legal_basis", feed.legalBasis());
    }

    /** Whether it could be done; the runners leave a dropped batch, which the caller forgets, alone for a while. */
    public boolean tried(ImportBatch batch, Action action) {
        Columns quiet = action == Action.DROP
                ? new Columns().with("lease_until", Instant.now().plus(BatchMoves.LEASE))
                : new Columns();
        return moves.act(batch.id, action, quiet);
    }

    /** @throws Problem 409 unless it may be done now */
    public void allow(ImportBatch batch, Action action) {
        BatchLife.TABLE.step(batch.doing(), action, Hand.REPORTER);
    }

    private void act(ImportBatch batch, Action action, Columns columns) {
        if (!moves.act(batch.id, action, columns)) {
            throw notNow(batch, action);
        }
    }

    /** Why it could not be done. */
    public Problem notNow(ImportBatch batch, Action action) {
        return store.findById(batch.id)
                .<Problem>map(now -> BatchLife.TABLE.notNow(now.doing(), action, Hand.REPORTER))
                .orElseGet(Problem::notFound);
    }

    /** Keeps a forgotten batch as refused if its file lies in the watched folder; false when it does not. */
    public boolean keep(long id, String problem) {
        boolean watched = jdbc.sql("select intake_path is not null from import_batch where id = ? for update")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return watched && moves.act(id, Action.KEEP, new Columns().with("problem", problem));
    }

    /** Batches whose file waits in the watched folder for its report. */
    public List<ImportBatch> watched() {
        return store.findByIntakePathNotNull();
    }

    /** The batch's file waits there in the watched folder for its report; false when the batch has another one. */
    public boolean came(long id, String path) {
        return jdbc.sql("update import_batch set intake_path = ? where id = ? and intake_path is null")
                        .param(path)
                        .param(id)
                        .update()
                == 1;
    }

    /** The watched folder has its report. */
    public void told(long id) {
        jdbc.sql("update import_batch set intake_path = null where id = ?")
                .param(id)
                .update();
    }

    /** Keeps the counted problems of a batch that has not moved on meanwhile. */
    void grouped(ImportBatch batch, String groups) {
        jdbc.sql("update import_batch set issue_groups = ? where id = ? and phase_since = ?")
                .param(groups)
                .param(batch.id)
                .param(Timestamp.from(batch.phaseSince))
                .update();
    }
}
