package org.talenthub.records.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.intake.Judge.Row;
import org.talenthub.records.intake.Judge.Said;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.Report.Outcome;

/** Staged rows as the rule of identity looks at them. */
@Component
class StagedRows {

    private static final String SELECT =
            "select id, row_no, title, strong_key, weak_key, payload_hash, reporter, outcome, record_id, suspect_of, duplicate_of,"
                    + " seen_version, seen_report, traits, verified, " + NearKeys.COLUMNS
                    + " from report where batch_id = :batch and state = 'STAGED' and ";

    private final JdbcClient jdbc;
    private final Bulk bulk;

    StagedRows(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /**
     * The next ones behind a row.
     *
     * @param echoes also those that were found to repeat what their reporter said last
     */
    List<Row> after(long batch, int row, int limit, boolean echoes) {
        return jdbc.sql(SELECT + (echoes ? "" : "outcome <> 'UNCHANGED' and ")
                        + "row_no > :row order by row_no limit :limit")
                .param("batch", batch)
                .param("row", row)
                .param("limit", limit)
                .query((rs, i) -> row(rs))
                .list();
    }

    /** How many were found to repeat what their reporter said last. */
    int echoes(long batch) {
        return jdbc.sql("select count(*) from report where batch_id = ? and outcome = 'UNCHANGED' and state = 'STAGED'")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    List<Row> numbered(long batch, Collection<Integer> rows) {
        return jdbc.sql(SELECT + "row_no in (:rows) order by row_no")
                .param("batch", batch)
                .param("rows", rows)
                .query((rs, i) -> row(rs))
                .list();
    }

    /** Keys that several of them share. */
    Doubles doubles(long batch) {
        return Doubles.of(batch, jdbc);
    }

    /** Keeps what was found about them. */
    void save(List<Said> said) {
        bulk.updateReports(
                "outcome varchar(10) path '$.outcome', record bigint path '$.record', suspect bigint path '$.suspect',"
                        + " first int path '$.first', version bigint path '$.version', seen bigint path '$.seen'",
                "r.outcome = n.outcome, r.record_id = n.record, r.suspect_of = n.suspect, r.duplicate_of = n.first,"
                        + " r.seen_version = n.version, r.seen_report = n.seen",
                said);
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getLong(1),
                rs.getInt(2),
                rs.getString(3),
                new Mention(rs.getString(7), rs.getString(4), rs.getString(5), rs.getString(14), rs.getBoolean(15)),
                NearKeys.read(rs, 16),
                rs.getString(6),
                new Said(
                        rs.getLong(1),
                        Outcome.valueOf(rs.getString(8)),
                        rs.getObject(9, Long.class),
                        rs.getObject(10, Long.class),
                        rs.getObject(11, Integer.class),
                        rs.getObject(12, Long.class),
                        rs.getObject(13, Long.class)));
    }
}
