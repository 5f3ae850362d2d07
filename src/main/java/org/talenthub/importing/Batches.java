package org.talenthub.importing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.importing.ImportBatch.Phase;
import org.talenthub.importing.ImportBatch.Status;

/** Moves batches on: phases, progress and leases, each one update. */
@Component
class Batches {

    /** A hub that has not renewed its lease for this long is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final String hub = UUID.randomUUID().toString();

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Batches with work to do that nobody is working on, oldest first. */
    List<Long> waiting() {
        return jdbc.sql("""
                        select id from import_batch where status in ('RECEIVED', 'READING', 'COMMITTING', 'REVERTING', 'FAILED')
                        and (lease_until is null or lease_until < ?) order by id limit 20""").param(now()).query((rs, i) -> rs.getLong(1)).list();
    }

    /** Takes the batch for this hub; false when another was quicker. */
    boolean take(long id) {
        return jdbc.sql("""
                                update import_batch set lease_owner = ?, lease_until = ?, attempts = attempts + 1
                                where id = ? and (lease_until is null or lease_until < ?)""")
                        .param(hub)
                        .param(Timestamp.from(Instant.now().plus(LEASE)))
                        .param(id)
                        .param(now())
                        .update()
                == 1;
    }

    void renew(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update import_batch set lease_until = :until where lease_owner = :hub and id in (:ids)")
                    .param("until", Timestamp.from(Instant.now().plus(LEASE)))
                    .param("hub", hub)
                    .param("ids", ids)
                    .update();
        }
    }

    /** Lets go of the batch; with a pause it is taken up again only after that time. */
    void release(long id, Duration pause) {
        jdbc.sql("update import_batch set lease_owner = null, lease_until = ? where id = ? and lease_owner = ?")
                .param(pause.isZero() ? null : Timestamp.from(Instant.now().plus(pause)))
                .param(id)
                .param(hub)
                .update();
    }

    void enter(long id, Status status, Phase phase, int rowsDone) {
        jdbc.sql("""
                        update import_batch set status = ?, phase = ?, phase_since = ?, rows_read = ?, updated_at = ? where id = ?""")
                .param(status.name())
                .param(phase.name())
                .param(now())
                .param(rowsDone)
                .param(now())
                .param(id)
                .update();
    }

    /** Asks for the next work; false when the batch is no longer where it was thought to be. */
    boolean move(long id, Status from, Status to, Phase phase) {
        return jdbc.sql("""
                                update import_batch set status = ?, phase = ?, phase_since = ?, rows_read = 0, attempts = 0,
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

    void progress(long id, int rowsDone) {
        jdbc.sql("update import_batch set rows_read = ? where id = ?")
                .param(rowsDone)
                .param(id)
                .update();
    }

    void advance(long id, int rows) {
        jdbc.sql("update import_batch set rows_read = rows_read + ? where id = ?")
                .param(rows)
                .param(id)
                .update();
    }

    void total(long id, int rows) {
        jdbc.sql("update import_batch set rows_total = ? where id = ?")
                .param(rows)
                .param(id)
                .update();
    }

    void counted(long id, String counts) {
        jdbc.sql("update import_batch set counts = ? where id = ?")
                .param(counts)
                .param(id)
                .update();
    }

    void failed(long id) {
        jdbc.sql("update import_batch set status = 'FAILED', updated_at = ? where id = ?")
                .param(now())
                .param(id)
                .update();
    }

    void rejected(long id, @Nullable String problem) {
        jdbc.sql(
                        "update import_batch set status = 'REJECTED', phase = 'DONE', problem = ?, updated_at = ? where id = ?")
                .param(problem)
                .param(now())
                .param(id)
                .update();
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
