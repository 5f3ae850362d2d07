package org.talenthub.importing.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.correction.Marks.Origin;

/** Which row of a batch corrects which row of an earlier one. */
@Component
public class CorrectedRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CorrectedRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Notes rows that have just been staged, in the caller's transaction. */
    public void note(long batch, Map<Integer, Origin> rows) {
        List<Object[]> values = new ArrayList<>();
        rows.forEach((row, of) -> values.add(new Object[] {batch, row, of.batch(), of.row()}));
        batches.batchUpdate(
                "insert into correction_row (batch_id, row_no, of_batch, of_row) values (?, ?, ?, ?)", values);
    }

    public void drop(long batch) {
        jdbc.sql("delete from correction_row where batch_id = ?").param(batch).update();
    }

    /** Where these rows of a correction stood in the upload that they correct, by row. */
    public Map<Integer, Integer> origins(long batch, Collection<Integer> rows) {
        Map<Integer, Integer> origins = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select row_no, of_row from correction_row where batch_id = :batch and row_no in (:rows)")
                    .param("batch", batch)
                    .param("rows", rows)
                    .query(rs -> {
                        origins.put(rs.getInt(1), rs.getInt(2));
                    });
        }
        return origins;
    }

    /** The batches whose rows this one corrects. */
    public List<Long> corrects(long batch) {
        return jdbc.sql("select distinct of_batch from correction_row where batch_id = ?")
                .param(batch)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** Rejected rows that no standing correction has taken up, by batch. */
    Map<Long, Set<Integer>> open(Collection<Long> family) {
        Map<Long, Set<Integer>> open = new HashMap<>();
        jdbc.sql("select batch_id, row_no from report where batch_id in (:family) and outcome = 'REJECTED'")
                .param("family", family)
                .query(rs -> {
                    open.computeIfAbsent(rs.getLong(1), b -> new HashSet<>()).add(rs.getInt(2));
                });
        takenUp(family)
                .forEach((batch, rows) ->
                        open.getOrDefault(batch, new HashSet<>()).removeAll(rows));
        return open;
    }

    /** Rows of these batches that a standing correction has taken up. */
    public Map<Long, Set<Integer>> takenUp(Collection<Long> of) {
        Map<Long, Set<Integer>> taken = new HashMap<>();
        jdbc.sql("""
                        select c.of_batch, c.of_row from correction_row c join import_batch b on b.id = c.batch_id
                        where c.of_batch in (:of) and b.status in (:standing)""")
                .param("of", of)
                .param("standing", Status.names(Status::stands))
                .query(rs -> {
                    taken.computeIfAbsent(rs.getLong(1), b -> new HashSet<>()).add(rs.getInt(2));
                });
        return taken;
    }
}
