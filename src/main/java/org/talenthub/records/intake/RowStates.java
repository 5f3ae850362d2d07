package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.identity.RecordKeys;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.Report;

/** The states of rows: which are next, and what became of a chunk's. */
@Component
class RowStates {

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RecordKeys keys;

    RowStates(Bulk bulk, JdbcClient jdbc, JdbcTemplate batches, RecordKeys keys) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
    }

    /** The numbers of a batch's next staged rows behind a row. */
    List<Integer> staged(long batch, int after, int limit) {
        return jdbc.sql("select row_no from report force index (uk_report_row)"
                        + " where batch_id = ? and row_no > ? and state = 'STAGED' order by row_no limit ?")
                .params(batch, after, limit)
                .query((rs, i) -> rs.getInt(1))
                .list();
    }

    /** Rows of other batches that merely repeated what their reporter had said of these records take its place. */
    void revive(List<Long> records, String reporter, long batch) {
        jdbc.sql(
                        "update report set state = 'LIVE' where record_id in (:ids) and state = 'SAME' and reporter = :reporter"
                                + " and batch_id <> :batch")
                .param("ids", records)
                .param("reporter", reporter)
                .param("batch", batch)
                .update();
    }

    private record Fate(
            long id,
            Report.State state,
            Report.@Nullable Outcome outcome,
            @Nullable Long record) {}

    /**
     * What became of them, and by which keys they are found from now on. Most rows of a chunk make a record each: those are changed by one statement, the others by one before it.
     *
     * @param creators of the rows those that made the record they belong to
     */
    void save(List<Report> rows, Set<Long> creators, Instant now) {
        List<Report> others =
                rows.stream().filter(r -> !creators.contains(r.id)).toList();
        bulk.updateReports(
                "state varchar(10) path '$.state', outcome varchar(10) path '$.outcome', record bigint path '$.record'",
                "r.state = n.state, r.outcome = n.outcome, r.record_id = n.record, r.live_at = ?",
                others.stream()
                        .map(r -> new Fate(r.id, r.state, r.outcome, r.recordId))
                        .toList(),
                Timestamp.from(now));
        List<Report> decidedRows = others.stream()
                .filter(r -> r.ownRecord != null || r.setAside != null)
                .toList();
        if (!decidedRows.isEmpty()) {
            batches.batchUpdate(
                    "update report set own_record = ?, strong_key = ?, set_aside = ? where id = ?",
                    decidedRows,
                    decidedRows.size(),
                    (ps, r) -> {
                        ps.setObject(1, r.ownRecord);
                        ps.setString(2, r.strongKey);
                        ps.setString(3, r.setAside);
                        ps.setLong(4, r.id);
                    });
        }
        if (others.size() < rows.size()) {
            change(
                    rows,
                    "state = 'LIVE', outcome = 'CREATED', record_id = id, live_at = ?",
                    EnumSet.of(Report.State.STAGED),
                    Timestamp.from(now));
        }
        keys.learn(rows.getFirst().batchId, rows.getFirst().rowNo, rows.getLast().rowNo);
    }

    /** Changes the chunk's rows that are in one of the states; the index is forced lest a scan waits for other batches' rows. */
    void change(List<Report> rows, String set, Set<Report.State> states, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.addAll(List.of(rows.getFirst().batchId, rows.getFirst().rowNo, rows.getLast().rowNo));
        states.forEach(s -> parameters.add(s.name()));
        jdbc.sql("update report force index (uk_report_row) set " + set
                        + " where batch_id = ? and row_no between ? and ? and state in ("
                        + String.join(", ", Collections.nCopies(states.size(), "?")) + ")")
                .params(parameters)
                .update();
    }
}
