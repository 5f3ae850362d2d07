package org.talenthub.records.reverts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.records.model.Report;

/**
 * Corrected rows take the place of the rows they correct, and of what corrected those before. A newer report of the same reporter
 * outweighs the older one of the same record by itself; but a correction may change who is meant (1985.1 was October), and an earlier
 * preview may be committed later. In both cases the old row would stand beside the new one.
 */
@Component
public class Replacements {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DerivedRecords derived;

    Replacements(JdbcClient jdbc, JdbcTemplate batches, DerivedRecords derived) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.derived = derived;
    }

    /** What a corrected row takes the place of: who is meant, or by which keys, is another now. */
    private static final String OTHERWISE = """
            (o.state = 'STAGED' or (o.state = 'LIVE' and (o.record_id <> r.record_id or not o.strong_key <=> r.strong_key
                or not o.weak_key <=> r.weak_key or o.traits <> r.traits)))""";

    private record Old(
            long id,
            long batch,
            Report.State state,
            @Nullable Long record) {}

    /** Puts aside the rows that the batch's live rows correct; the batches whose rows they were. May be repeated. */
    @Transactional
    public List<Long> replace(long batch, String type) {
        derived.takeTurn(type);
        List<Old> old = jdbc.sql("""
                        select o.id, o.batch_id, o.state, o.record_id from correction_row c
                        join report r on r.batch_id = c.batch_id and r.row_no = c.row_no
                        join report o on o.batch_id = c.of_batch and o.row_no = c.of_row
                        where c.batch_id = :batch and r.state in ('LIVE', 'SAME') and %1$s
                        union
                        select o.id, o.batch_id, o.state, o.record_id from correction_row c
                        join report r on r.batch_id = c.batch_id and r.row_no = c.row_no
                        join correction_row d on d.of_batch = c.of_batch and d.of_row = c.of_row and d.batch_id < c.batch_id
                        join report o on o.batch_id = d.batch_id and o.row_no = d.row_no
                        where c.batch_id = :batch and r.state in ('LIVE', 'SAME') and %1$s""".formatted(OTHERWISE))
                .param("batch", batch)
                .query((rs, i) -> old(rs))
                .list();
        return change(type, "REPLACED", old);
    }

    /**
     * Puts back what the batch's rows had replaced, now that they are withdrawn: of each row what corrected it last, unless another
     * correction of it stands.
     *
     * @param previews batches that are not committed yet; of others, only rows that were live come back
     * @return the batches whose rows they are
     */
    @Transactional
    public List<Long> restore(long batch, String type, Set<Long> previews) {
        derived.takeTurn(type);
        Map<String, Old> last = new LinkedHashMap<>();
        String replaced = """
                where c.batch_id = :batch and r.state = 'WITHDRAWN' and o.state = 'REPLACED'
                    and (o.live_at is not null or o.batch_id in (:previews))
                    and not exists (select 1 from correction_row e
                        join report x on x.batch_id = e.batch_id and x.row_no = e.row_no
                        where e.of_batch = c.of_batch and e.of_row = c.of_row and e.batch_id <> c.batch_id
                        and x.state in ('LIVE', 'SAME'))""";
        String row = """
                select o.id, o.batch_id, case when o.live_at is null then 'STAGED' else 'LIVE' end, o.record_id,
                    concat(c.of_batch, '.', c.of_row)
                from correction_row c join report r on r.batch_id = c.batch_id and r.row_no = c.row_no
                """;
        jdbc.sql(row + " join report o on o.batch_id = c.of_batch and o.row_no = c.of_row " + replaced
                        + " union " + row
                        + " join correction_row d on d.of_batch = c.of_batch and d.of_row = c.of_row and d.batch_id <> c.batch_id"
                        + " join report o on o.batch_id = d.batch_id and o.row_no = d.row_no " + replaced
                        + " order by 2")
                .param("batch", batch)
                .param("previews", previews.isEmpty() ? Set.of(0L) : previews)
                .query(rs -> {
                    last.put(rs.getString(5), old(rs));
                });
        return change(type, "UPDATED", List.copyOf(last.values()));
    }

    private static Old old(ResultSet rs) throws SQLException {
        return new Old(
                rs.getLong(1), rs.getLong(2), Report.State.valueOf(rs.getString(3)), rs.getObject(4, Long.class));
    }

    private List<Long> change(String type, String outcome, List<Old> rows) {
        boolean aside = outcome.equals("REPLACED");
        batches.batchUpdate("update report set state = ?, outcome = ? where id = ?", rows, 1000, (ps, o) -> {
            ps.setString(1, aside ? "REPLACED" : o.state().name());
            ps.setString(2, outcome);
            ps.setLong(3, o.id());
        });
        Stream<Old> live = rows.stream().filter(o -> o.state() == Report.State.LIVE);
        List<Long> records =
                live.map(Old::record).filter(Objects::nonNull).distinct().toList();
        if (!records.isEmpty()) {
            derived.rederive(type, records);
        }
        return rows.stream().map(Old::batch).distinct().toList();
    }
}
