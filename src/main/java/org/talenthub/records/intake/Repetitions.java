package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.identity.Decided;

/** Commits rows that repeat word for word what their reporter said last, without loading anything. */
@Component
class Repetitions {

    private final JdbcClient jdbc;
    private final Decided decided;

    Repetitions(JdbcClient jdbc, Decided decided) {
        this.jdbc = jdbc;
        this.decided = decided;
    }

    /**
     * Settles those of a chunk's rows that the forecast, by the rule of identity, found to be repetitions, of records nobody changed
     * since and no other row of the file speaks of; what is left in doubt stays staged. Whoever calls has the type's turn.
     */
    void settle(long batch, int after, int last, Instant now) {
        if (!decided.nothing()) {
            return;
        }
        List<Long> rows = jdbc.sql("""
                        select r.id from report r force index (uk_report_row) join pool_record p on p.id = r.record_id
                        where r.batch_id = :batch and r.row_no > :after and r.row_no <= :last and r.state = 'STAGED'
                            and r.outcome = 'UNCHANGED' and r.duplicate_of is null
                            and p.version = r.seen_version and p.state = 'LIVE' and p.same_as is null
                            and exists (select 1 from report s where s.id = r.seen_report and s.payload_hash = r.payload_hash)
                            and not exists (select 1 from report o force index (ix_report_record)
                                where o.record_id = r.record_id and o.batch_id = r.batch_id and o.id <> r.id)""")
                .param("batch", batch)
                .param("after", after)
                .param("last", last)
                .query((rs, i) -> rs.getLong(1))
                .list();
        if (!rows.isEmpty()) {
            jdbc.sql("update report set state = 'SAME', live_at = :now where id in (:rows)")
                    .param("now", Timestamp.from(now))
                    .param("rows", rows)
                    .update();
        }
    }
}
