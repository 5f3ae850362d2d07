package org.talenthub.records.identity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rows of a returned workbook correct: by a mark of each row, whatever has become of its keys. */
@Component
public class ReportOrigins {

    private final JdbcClient jdbc;

    ReportOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row's.
     *
     * @param row of which earlier upload it stands for, as a text
     * @param record of a live report that it corrects: that very row, or what corrected it before
     */
    public record Origin(String row, @Nullable Long record) {}

    /** By the numbers of these rows of a batch; rows that correct nothing are absent. */
    public Map<Integer, Origin> of(long batch, int first, int last) {
        Map<Integer, Origin> origins = new HashMap<>();
        jdbc.sql("""
                        select c.row_no, concat(c.of_batch, '.', c.of_row), coalesce(o.own_record, o.record_id), o.live_at as at
                        from correction_row c left join report o on o.batch_id = c.of_batch and o.row_no = c.of_row
                            and o.state in ('LIVE', 'SAME')
                        where c.batch_id = :batch and c.row_no between :first and :last
                        union all
                        select c.row_no, concat(c.of_batch, '.', c.of_row), coalesce(o.own_record, o.record_id), o.live_at
                        from correction_row c
                        join correction_row d on d.of_batch = c.of_batch and d.of_row = c.of_row
                            and (d.batch_id <> c.batch_id or d.row_no < c.row_no)
                        join report o on o.batch_id = d.batch_id and o.row_no = d.row_no and o.state in ('LIVE', 'SAME')
                        where c.batch_id = :batch and c.row_no between :first and :last
                        order by at""")
                .param("batch", batch)
                .param("first", first)
                .param("last", last)
                .query(rs -> {
                    Origin found = new Origin(rs.getString(2), rs.getObject(3, Long.class));
                    origins.merge(rs.getInt(1), found, (before, now) -> now.record() == null ? before : now);
                });
        return origins;
    }
}
