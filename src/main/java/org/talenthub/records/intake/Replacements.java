package org.talenthub.records.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.model.Report;

/**
 * Corrected rows take the place of the rows they correct. A newer report of the same reporter outweighs the older one of the same record
 * by itself; but a correction may change who is meant (1985.1 was October), and an earlier preview may be committed later. In both
 * cases the old row would stand beside the new one.
 */
@Component
public class Replacements {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Commits commits;

    Replacements(JdbcClient jdbc, JdbcTemplate batches, Commits commits) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.commits = commits;
    }

    private record Old(
            long id,
            long batch,
            Report.State state,
            @Nullable Long record) {}

    /** Puts aside the rows that the batch's live rows correct; the batches whose rows they were. May be repeated. */
    @Transactional
    public List<Long> replace(long batch, String type) {
        commits.takeTurn(type);
        return change(
                type,
                "REPLACED",
                jdbc.sql("""
                        select o.id, o.batch_id, o.state, o.record_id from correction_row c
                        join report r on r.batch_id = c.batch_id and r.row_no = c.row_no
                        join report o on o.batch_id = c.of_batch and o.row_no = c.of_row
                        where c.batch_id = ? and r.state in ('LIVE', 'SAME')
                        and (o.state = 'STAGED' or (o.state = 'LIVE' and o.record_id <> r.record_id))""").param(batch).query(Replacements::old).list());
    }

    /**
     * Puts back what the batch's rows had replaced, now that they are withdrawn.
     *
     * @param previews batches that are not committed yet; of others, only rows that were live come back
     * @return the batches whose rows they are
     */
    @Transactional
    public List<Long> restore(long batch, String type, Set<Long> previews) {
        commits.takeTurn(type);
        return change(
                type,
                "UPDATED",
                jdbc.sql("""
                        select o.id, o.batch_id, case when o.live_at is null then 'STAGED' else 'LIVE' end, o.record_id
                        from correction_row c join report r on r.batch_id = c.batch_id and r.row_no = c.row_no
                        join report o on o.batch_id = c.of_batch and o.row_no = c.of_row
                        where c.batch_id = :batch and r.state = 'WITHDRAWN' and o.state = 'REPLACED'
                        and (o.live_at is not null or o.batch_id in (:previews))""")
                        .param("batch", batch)
                        .param("previews", previews.isEmpty() ? Set.of(0L) : previews)
                        .query(Replacements::old)
                        .list());
    }

    private static Old old(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
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
            commits.rederive(type, records);
        }
        return rows.stream().map(Old::batch).distinct().toList();
    }
}
