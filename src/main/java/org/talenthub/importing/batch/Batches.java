package org.talenthub.importing.batch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * Moves batches on: phases, progress and leases, each one update. What a worker writes counts only while this hub holds the batch's
 * lease; otherwise the batch was cancelled, or another hub took it over, and {@link LeaseLost} ends the work and undoes the chunk.
 */
@Component
public class Batches {

    /** A hub that has not renewed its lease for this long is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** Up to this size a batch is a matter of seconds and never waits for the big ones. */
    private static final int SMALL_BYTES = 512 * 1024;

    private static final int SMALL_ROWS = 3_000;

    private final JdbcClient jdbc;
    private final String hub = UUID.randomUUID().toString();

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A batch with work to do that nobody is working on. */
    public record Waiting(long id, String reporter, boolean large) {}

    /** The batch is no longer this hub's. */
    public static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost(long id) {
            super("batch " + id + " was cancelled or taken over");
        }
    }

    /**
     * Batches to take up, the fairest first: each reporter's first one before anybody's second, and whoever has something
     * running already comes after those who have nothing.
     */
    public List<Waiting> waiting() {
        return jdbc.sql("""
                        select id, reporter, large from (
                            select id, reporter, status <> 'CANCELLING' and (file_size > :bytes or coalesce(rows_total, 0) > :rows) as large,
                                row_number() over (partition by reporter order by id)
                                    + (select count(*) from import_batch r where r.reporter = b.reporter and r.lease_owner is not null and r.lease_until >= :now) as turn
                            from import_batch b
                            where status in ('RECEIVED', 'READING', 'COMMITTING', 'REVERTING', 'CANCELLING', 'FAILED')
                            and (lease_until is null or lease_until < :now)) w
                        order by turn, id limit 50""")
                .param("bytes", SMALL_BYTES)
                .param("rows", SMALL_ROWS)
                .param("now", now())
                .query((rs, i) -> new Waiting(rs.getLong(1), rs.getString(2), rs.getBoolean(3)))
                .list();
    }

    /** Takes the batch for this hub; false when another was quicker. */
    public boolean take(long id) {
        return jdbc.sql("""
                                update import_batch set lease_owner = ?, lease_until = ?, attempts = attempts + 1
                                where id = ? and (lease_until is null or lease_until < ?)
                                and status in ('RECEIVED', 'READING', 'COMMITTING', 'REVERTING', 'CANCELLING', 'FAILED')""")
                        .param(hub)
                        .param(Timestamp.from(Instant.now().plus(LEASE)))
                        .param(id)
                        .param(now())
                        .update()
                == 1;
    }

    public void renew(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update import_batch set lease_until = :until where lease_owner = :hub and id in (:ids)")
                    .param("until", Timestamp.from(Instant.now().plus(LEASE)))
                    .param("hub", hub)
                    .param("ids", ids)
                    .update();
        }
    }

    /** Lets go of the batch. */
    public void release(long id) {
        jdbc.sql("update import_batch set lease_owner = null, lease_until = null where id = ? and lease_owner = ?")
                .param(id)
                .param(hub)
                .update();
    }

    /** Seen at once by everybody, and locks nothing for the time of the caller's transaction. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void enter(long id, Status status, Phase phase, int rowsDone) {
        held(
                id,
                jdbc.sql("""
                                update import_batch set status = ?, phase = ?, phase_since = ?, rows_read = ?, rows_before = ?,
                                problem = null, updated_at = ? where id = ? and lease_owner = ?""")
                        .param(status.name())
                        .param(phase.name())
                        .param(now())
                        .param(rowsDone)
                        .param(rowsDone)
                        .param(now())
                        .param(id)
                        .param(hub)
                        .update());
    }

    /** Asks for the next work; false when the batch is no longer where it was thought to be. */
    public boolean move(long id, Status from, Status to, Phase phase) {
        return jdbc.sql("""
                                update import_batch set status = ?, phase = ?, phase_since = ?, rows_read = 0, rows_before = 0,
                                attempts = 0, failures = 0, failed_at = null, problem = null,
                                lease_owner = null, lease_until = null, updated_at = ? where id = ? and status = ?""")
                        .param(to.name())
                        .param(phase.name())
                        .param(now())
                        .param(now())
                        .param(id)
                        .param(from.name())
                        .update()
                == 1;
    }

    /** The file is read anew, otherwise than before; false when the batch is no preview. */
    public boolean reread(long id, String layout, @Nullable Integer rowsTotal) {
        return jdbc.sql(
                                "update import_batch set status = 'RECEIVED', phase = 'WAITING', phase_since = ?, layout = ?,"
                                        + " rows_total = ?, rows_read = 0, problem = null, counts = null, issue_groups = null,"
                                        + " overtaken = null, attempts = 0, updated_at = ? where id = ? and status = 'PREVIEWED'")
                        .param(now())
                        .param(layout)
                        .param(rowsTotal)
                        .param(now())
                        .param(id)
                        .update()
                == 1;
    }

    /** A person is to say more about how the file is to be read. */
    public void ask(long id, String layout, String problem) {
        jdbc.sql(
                        "update import_batch set layout = ?, problem = ?, updated_at = ? where id = ? and status = 'PREVIEWED'")
                .param(layout)
                .param(problem)
                .param(now())
                .param(id)
                .update();
    }

    /** A forecast begins: what an earlier one said is void. */
    public void forecasting(long id) {
        jdbc.sql("update import_batch set forecast_at = ?, issue_groups = null where id = ?")
                .param(now())
                .param(id)
                .update();
    }

    void overtaken(long id, @Nullable String rows) {
        jdbc.sql("update import_batch set overtaken = ? where id = ?")
                .param(rows)
                .param(id)
                .update();
    }

    /** Keeps the counted problems of a batch that has not moved on meanwhile. */
    void grouped(long id, Instant since, String groups) {
        jdbc.sql("update import_batch set issue_groups = ? where id = ? and phase_since = ?")
                .param(groups)
                .param(id)
                .param(Timestamp.from(since))
                .update();
    }

    public void advance(long id, int rows) {
        held(
                id,
                jdbc.sql("update import_batch set rows_read = rows_read + ? where id = ? and lease_owner = ?")
                        .param(rows)
                        .param(id)
                        .param(hub)
                        .update());
    }

    public void total(long id, int rows) {
        jdbc.sql("update import_batch set rows_total = ? where id = ?")
                .param(rows)
                .param(id)
                .update();
    }

    /** Other numbers than before may come from other problems. */
    public void counted(long id, String counts) {
        jdbc.sql("update import_batch set issue_groups = if(counts <=> ?, issue_groups, null), counts = ? where id = ?")
                .param(counts)
                .param(counts)
                .param(id)
                .update();
    }

    /** How often in a row, this time included, the work has failed where it stands now. */
    public int failures(long id) {
        jdbc.sql("""
                        update import_batch set failures = case when failed_at = concat(phase, ' ', rows_read) then failures + 1 else 1 end,
                        failed_at = concat(phase, ' ', rows_read) where id = ? and lease_owner = ?""").param(id).param(hub).update();
        return jdbc.sql("select failures from import_batch where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Gives the batch back, to be taken up again by anybody after the pause. */
    public void failed(long id, String problem, Duration pause) {
        jdbc.sql("""
                        update import_batch set status = 'FAILED', problem = ?, lease_owner = null, lease_until = ?, updated_at = ?
                        where id = ? and lease_owner = ?""")
                .param(problem)
                .param(Timestamp.from(Instant.now().plus(pause)))
                .param(now())
                .param(id)
                .param(hub)
                .update();
    }

    public void rejected(long id, @Nullable String problem) {
        held(id, jdbc.sql("""
                                update import_batch set status = 'REJECTED', phase = 'DONE', problem = ?, updated_at = ?
                                where id = ? and lease_owner = ?""").param(problem).param(now()).param(id).param(hub).update());
    }

    private static void held(long id, int changed) {
        if (changed == 0) {
            throw new LeaseLost(id);
        }
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
