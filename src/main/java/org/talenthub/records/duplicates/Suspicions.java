package org.talenthub.records.duplicates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.records.Likeness;
import org.talenthub.records.RecordType;
import org.talenthub.records.duplicates.Nearby.Suspicion;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.identity.Decided.Pair;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.Report;

/** Keeps whom a batch's rows may be: with the rows while they are staged, as pairs of records once they are committed. */
@Component
public class Suspicions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Derivation derivation;
    private final ReportComparisons comparisons;
    private final Decided decided;

    Suspicions(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Derivation derivation,
            ReportComparisons comparisons,
            Decided decided) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.derivation = derivation;
        this.comparisons = comparisons;
        this.decided = decided;
    }

    /** A forecast begins: what an earlier one suspected is forgotten. */
    public void clear(long batch) {
        jdbc.sql("delete from suspect_row where batch_id = ?").param(batch).update();
    }

    /**
     * Leaves out what was answered before.
     *
     * @param own records that rows belong to already, by report
     */
    public Map<Long, List<Suspicion>> unanswered(Map<Long, List<Suspicion>> found, Map<Long, Long> own) {
        if (found.isEmpty() || decided.nothing()) {
            return found;
        }
        Set<Long> others = new HashSet<>();
        found.values().forEach(all -> all.forEach(s -> others.add(s.other())));
        Map<Long, Long> roots = decided.roots(others);
        Set<Pair> answered = decided.answered(own.values());
        Map<Long, List<Suspicion>> left = new HashMap<>();
        found.forEach((report, all) -> {
            Long record = own.get(report);
            List<Suspicion> open = all.stream()
                    .filter(s -> {
                        long other = roots.getOrDefault(s.other(), s.other());
                        return record == null || (record != other && !answered.contains(Pair.of(record, other)));
                    })
                    .toList();
            if (!open.isEmpty()) {
                left.put(report, open);
            }
        });
        return left;
    }

    public void save(long batch, List<Suspicion> found) {
        batches.batchUpdate(
                "insert into suspect_row (batch_id, report_id, other, other_row, said_by, hidden, reasons, score)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                found,
                1000,
                (ps, s) -> {
                    ps.setLong(1, batch);
                    ps.setLong(2, s.report());
                    ps.setLong(3, s.other());
                    ps.setObject(4, s.otherRow());
                    ps.setLong(5, s.saidBy());
                    ps.setBoolean(6, s.hidden());
                    ps.setString(7, s.likeness().written());
                    ps.setInt(8, s.likeness().score());
                });
    }

    private record Row(
            long report,
            long record,
            int number,
            long other,
            boolean inFile,
            @Nullable Long otherRecord,
            @Nullable String claim,
            String reasons,
            int score,
            boolean hidden) {}

    /**
     * Two persons of whom the rule of identity says that people have to decide.
     *
     * @param row the row that was committed as {@code one}'s
     * @param said what of {@code other} was compared with it
     */
    public record Question(Report row, long one, Report said, long other, boolean hidden) {}

    /** Keeps pairs that a commit found; one that is known already, open or answered, stays as it is, but is told to whom it is told now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String type, List<Question> found) {
        Timestamp now = Timestamp.from(Instant.now());
        RecordType rules = derivation.type(type);
        insert(found.stream()
                .map(q -> {
                    Likeness likeness = comparisons.asked(rules, comparisons.side(q.row()), comparisons.side(q.said()));
                    Pair p = Pair.of(q.one(), q.other());
                    return new Object[] {
                        Ids.next(),
                        type,
                        p.a(),
                        p.b(),
                        null,
                        likeness.written(),
                        likeness.score(),
                        q.row().batchId,
                        q.row().rowNo,
                        now,
                        q.hidden()
                    };
                })
                .toList());
    }

    private void insert(List<Object[]> pairs) {
        if (!pairs.isEmpty()) {
            batches.batchUpdate(
                    "insert into suspect (id, type, a, b, claim, reasons, score, state, batch_id, row_no, found_at, hidden)"
                            + " values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)"
                            + " on duplicate key update hidden = hidden and values(hidden)",
                    pairs);
        }
    }

    /**
     * The batch is committed: what its rows were suspected of becomes pairs of records. May be repeated. What the reporter was shown
     * stays with the rows, the rest goes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(long batch, String type) {
        List<Row> rows = jdbc.sql("""
                        select s.report_id, r.record_id, r.row_no, s.other, s.other_row is not null, o.record_id,
                            coalesce(r.set_aside, r.strong_key), r.alike_key, s.reasons, s.score, s.hidden
                        from suspect_row s join report r on r.id = s.report_id
                        left join report o on o.id = s.other and s.other_row is not null
                        where s.batch_id = ? and r.state in ('LIVE', 'SAME')""")
                .param(batch)
                .query((rs, i) -> {
                    NearKeys near = new NearKeys();
                    near.alikeKey = rs.getObject(8, Long.class);
                    return new Row(
                            rs.getLong(1),
                            rs.getLong(2),
                            rs.getInt(3),
                            rs.getLong(4),
                            rs.getBoolean(5),
                            rs.getObject(6, Long.class),
                            Report.claim(rs.getString(7), near),
                            rs.getString(9),
                            rs.getInt(10),
                            rs.getBoolean(11));
                })
                .list();
        if (rows.isEmpty()) {
            return;
        }
        Set<Long> ids = new HashSet<>();
        rows.forEach(r -> ids.addAll(List.of(r.record(), r.other())));
        Map<Long, Long> roots = decided.roots(ids);
        Instant now = Instant.now();
        List<Object[]> pairs = new ArrayList<>();
        for (Row r : rows) {
            boolean twoNames = Likeness.read(r.reasons()).contains(Likeness.Reason.TWO_NAMES);
            long record = roots.getOrDefault(r.record(), r.record());
            long other = r.inFile()
                    ? r.otherRecord() == null ? record : r.otherRecord()
                    : roots.getOrDefault(r.other(), r.other());
            if (twoNames ? other != record || r.report() == record : other == record) {
                continue; // meanwhile they are what was asked, or not even related
            }
            Pair p = twoNames ? new Pair(record, r.report()) : Pair.of(record, other);
            pairs.add(new Object[] {
                Ids.next(),
                type,
                p.a(),
                p.b(),
                twoNames ? r.claim() : null,
                r.reasons(),
                r.score(),
                batch,
                r.number(),
                Timestamp.from(now),
                r.hidden()
            });
        }
        insert(pairs);
        jdbc.sql("delete from suspect_row where batch_id = ? and hidden")
                .param(batch)
                .update();
    }
}
