package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Commits rows that repeat word for word what their reporter said last, without loading anything. */
@Component
class Repetitions {

    private final JdbcClient jdbc;

    Repetitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Settles those of a chunk's rows that the forecast, by the rule of identity, found to be repetitions, of records nobody changed
     * since and no other row of the file speaks of; what is left in doubt stays staged. So do rows of which a decision of people, or what
     * they correct, has a say: the report that they repeat has been moved then, or their number set aside. Whoever calls has the type's turn.
     */
    void settle(long batch, int after, int last, Instant now) {
        List<Long> rows = jdbc.sql("""
                        select r.id from report r force index (uk_report_row)
                            straight_join pool_record p on p.id = r.record_id straight_join report s on s.id = r.seen_report
                        where r.batch_id = :batch and r.row_no > :after and r.row_no <= :last and r.state = 'STAGED'
                            and r.outcome = 'UNCHANGED' and r.duplicate_of is null
                            and p.version = r.seen_version and p.state = 'LIVE' and p.same_as is null
                            and s.payload_hash = r.payload_hash and s.reporter = r.reporter and s.state = 'LIVE'
                            and s.record_id = r.record_id and s.own_record is null and s.set_aside is null
                            and s.strong_key <=> r.strong_key and s.weak_key <=> r.weak_key
                            and not exists (select 1 from correction_row c where c.batch_id = r.batch_id and c.row_no = r.row_no)
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
