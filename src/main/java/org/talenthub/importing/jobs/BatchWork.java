package org.talenthub.importing.jobs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchMoves;
import org.talenthub.importing.batch.BatchMoves.Columns;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * The work of batches: which wait for it, the leases on those that are worked on, and what a worker writes down on the way. All of that
 * counts only while this hub holds the batch's lease; otherwise the batch was cancelled, or another hub took it over, and
 * {@link LeaseLost} ends the work and undoes the chunk. Transitions are written outside of transactions, so that everybody sees them at
 * once and nobody waits for their lock.
 */
@Component
class BatchWork {

    /** Up to this size a batch is a matter of seconds and never waits for the big ones. */
    private static final int SMALL_BYTES = 512 * 1024;

    private static final int SMALL_ROWS = 3_000;

    private final BatchMoves moves;
    private final JdbcClient jdbc;
    private final String hub = UUID.randomUUID().toString();

    BatchWork(BatchMoves moves, JdbcClient jdbc) {
        this.moves = moves;
        this.jdbc = jdbc;
    }

    /** A batch with work to do that nobody is working on. */
    record Waiting(long id, String reporter, boolean large) {}

    /** The batch is no longer this hub's. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost(long id) {
            super("batch " + id + " was cancelled or taken over");
        }
    }

    /**
     * Batches to take up, the fairest first: each reporter's first one before anybody's second, and whoever has something
     * running already comes after those who have nothing.
     */
    List<Waiting> waiting() {
        return jdbc.sql("""
                        select id, reporter, large from (
                            select id, reporter, status <> :forgetting and (file_size > :bytes or coalesce(rows_total, 0) > :rows) as large,
                                row_number() over (partition by reporter order by id)
                                    + (select count(*) from import_batch r where r.reporter = b.reporter and r.lease_owner is not null and r.lease_until >= :now) as turn
                            from import_batch b
                            where status in (:working) and (lease_until is null or lease_until < :now)) w
                        order by turn, id limit 50""")
                .param("forgetting", Status.CANCELLING.name())
                .param("working", Status.names(Status::working))
                .param("bytes", SMALL_BYTES)
                .param("rows", SMALL_ROWS)
                .param("now", now())
                .query((rs, i) -> new Waiting(rs.getLong(1), rs.getString(2), rs.getBoolean(3)))
                .list();
    }

    /** Takes the batch for this hub; false when another was quicker. */
    boolean take(long id) {
        return jdbc.sql("""
                                update import_batch set lease_owner = :hub, lease_until = :until, attempts = attempts + 1
                                where id = :id and (lease_until is null or lease_until < :now) and status in (:working)""")
                        .param("hub", hub)
                        .param("until", Timestamp.from(Instant.now().plus(BatchMoves.LEASE)))
                        .param("id", id)
                        .param("now", now())
                        .param("working", Status.names(Status::working))
                        .update()
                == 1;
    }

    void renew(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update import_batch set lease_until = :until where lease_owner = :hub and id in (:ids)")
                    .param("until", Timestamp.from(Instant.now().plus(BatchMoves.LEASE)))
                    .param("hub", hub)
                    .param("ids", ids)
                    .update();
        }
    }

    /** Lets go of the batch. */
    void release(long id) {
        jdbc.sql("update import_batch set lease_owner = null, lease_until = null where id = ? and lease_owner = ?")
                .param(id)
                .param(hub)
                .update();
    }

    /** @param done rows that were read before */
    void read(long id, int done) {
        move(id, Action.READ, new Columns().rows(done));
    }

    /** A forecast begins: what an earlier one said is void. */
    void check(long id) {
        move(
                id,
                Action.CHECK,
                new Columns().rows(0).with("forecast_at", Instant.now()).with("issue_groups", null));
    }

    void preview(long id) {
        move(id, Action.PREVIEW, new Columns().rows(0));
    }

    /** @param done rows that were written before */
    void write(long id, int done) {
        move(id, Action.WRITE, new Columns().rows(done));
    }

    /** @param done rows that can be found already */
    void index(long id, int done) {
        move(id, Action.INDEX, new Columns().rows(done));
    }

    void complete(long id) {
        move(id, Action.COMPLETE, new Columns().rows(0));
    }

    /** @param done rows that were withdrawn before */
    void withdraw(long id, int done) {
        move(id, Action.WITHDRAW, new Columns().rows(done));
    }

    void undone(long id) {
        move(id, Action.UNDO, new Columns().rows(0));
    }

    void refuse(long id, String problem) {
        move(id, Action.REFUSE, new Columns().with("problem", problem));
    }

    /** Gives the batch back, to be taken up again by anybody after the pause. */
    void fail(long id, String problem, Duration pause) {
        moves.work(
                id,
                Action.FAIL,
                hub,
                new Columns()
                        .with("problem", problem)
                        .with("lease_owner", null)
                        .with("lease_until", Instant.now().plus(pause)));
    }

    private void move(long id, Action action, Columns columns) {
        if (!moves.work(id, action, hub, columns)) {
            if (held(id)) {
                throw new IllegalStateException("batch " + id + " is where it cannot " + action);
            }
            throw new LeaseLost(id);
        }
    }

    private boolean held(long id) {
        return jdbc.sql("select count(*) from import_batch where id = ? and lease_owner = ?")
                        .param(id)
                        .param(hub)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void advance(long id, int rows) {
        int changed = jdbc.sql("update import_batch set rows_read = rows_read + ? where id = ? and lease_owner = ?")
                .param(rows)
                .param(id)
                .param(hub)
                .update();
        if (changed == 0) {
            throw new LeaseLost(id);
        }
    }

    /** What the rows do or did, of this batch or of one whose rows it replaced. */
    void counted(long id, String counts, int rows) {
        jdbc.sql("update import_batch set counts = ?, rows_total = ? where id = ?")
                .param(counts)
                .param(rows)
                .param(id)
                .update();
    }

    /** How often in a row, this time included, the work has failed where it stands now. */
    int failures(long id) {
        jdbc.sql("""
                        update import_batch set failures = case when failed_at = concat(phase, ' ', rows_read) then failures + 1 else 1 end,
                        failed_at = concat(phase, ' ', rows_read) where id = ? and lease_owner = ?""").param(id).param(hub).update();
        return jdbc.sql("select failures from import_batch where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
