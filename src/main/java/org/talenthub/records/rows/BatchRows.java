package org.talenthub.records.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.common.Paging;
import org.talenthub.common.Sentence;
import org.talenthub.records.model.Json;

/** The rows of one batch, read: how many of which kind, which ones, what is wrong with them. */
@Component
public class BatchRows {

    private final JdbcClient jdbc;
    private final Json json;
    private final RowSuspects suspects;

    BatchRows(JdbcClient jdbc, Json json, RowSuspects suspects) {
        this.jdbc = jdbc;
        this.json = json;
        this.suspects = suspects;
    }

    /** Rows by what they do or did, and how many carry a warning or a suspicion. */
    public record Tally(
            int read,
            int created,
            int updated,
            int unchanged,
            int rejected,
            int warnings,
            int suspects,
            int doubledUpdated,
            int doubledUnchanged) {}

    /**
     * One row.
     *
     * @param status created, updated, unchanged or rejected
     * @param record id of the record it belongs to, once known
     */
    public record Row(
            int number,
            String title,
            String status,
            List<Issue> issues,
            @Nullable Long record) {}

    /** Which rows: by status, or those with a warning, or suspected duplicates. */
    public enum Filter {
        ALL("1 = 1"),
        CREATED("outcome = 'CREATED'"),
        UPDATED("outcome = 'UPDATED'"),
        UNCHANGED("outcome = 'UNCHANGED'"),
        REJECTED("outcome = 'REJECTED'"),
        /** Rejected, and taken up by no correction that stands. */
        OPEN("outcome = 'REJECTED' and r.row_no not in (:taken)"),
        CORRECTED("outcome = 'REJECTED' and r.row_no in (:taken)"),
        /** Those that say something new, but for rows about what an earlier row of the file is about. */
        UPDATED_ONCE("outcome = 'UPDATED' and duplicate_of is null"),
        UNCHANGED_ONCE("outcome = 'UNCHANGED' and duplicate_of is null"),
        /** About what an earlier row of the file is about. */
        DOUBLED("duplicate_of is not null and outcome in ('UPDATED', 'UNCHANGED')"),
        WARNING("(worst = 'WARNING' or (duplicate_of is not null and outcome = 'UPDATED'))"),
        SUSPECT("suspect_of is not null"),
        /** Nothing to say but how values were understood. */
        NOTICE("worst = 'NOTICE'");

        private final String where;

        Filter(String where) {
            this.where = where;
        }
    }

    public Tally tally(long batch) {
        return jdbc.sql("""
                        select count(*), coalesce(sum(outcome = 'CREATED'), 0), coalesce(sum(outcome = 'UPDATED'), 0),
                        coalesce(sum(outcome = 'UNCHANGED'), 0), coalesce(sum(outcome = 'REJECTED'), 0),
                        coalesce(sum(worst = 'WARNING' or (duplicate_of is not null and outcome = 'UPDATED')), 0), coalesce(sum(suspect_of is not null), 0),
                        coalesce(sum(duplicate_of is not null and outcome = 'UPDATED'), 0),
                        coalesce(sum(duplicate_of is not null and outcome = 'UNCHANGED'), 0)
                        from report where batch_id = ?""")
                .param(batch)
                .query((rs, i) -> new Tally(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7),
                        rs.getInt(8),
                        rs.getInt(9)))
                .single();
    }

    /**
     * Rows with one issue.
     *
     * @param column title as the feed names it, empty for what is wrong with a row as a whole
     */
    public record Only(String column, String code, @Nullable String value) {

        /** Whatever the value. */
        public Only(String column, String code) {
            this(column, code, null);
        }

        /** The beginning of the issue's JSON, whose order of properties is that of the record. */
        private String pattern(Json json) {
            String start = "\"column\":" + json.write(column) + ",\"code\":" + json.write(code) + ",";
            return "%" + start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    /** The records that its rows speak of now. */
    public Set<Long> records(long batch) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select distinct record_id from report force index (uk_report_row)
                        where batch_id = ? and state in ('LIVE', 'SAME') and record_id is not null""").param(batch).query(Long.class).list());
    }

    public long count(long batch, Filter filter) {
        return count(batch, filter, null, Set.of());
    }

    /**
     * @param only null for whatever issues
     * @param taken rows that a later upload has taken up
     */
    public long count(long batch, Filter filter, @Nullable Only only, Set<Integer> taken) {
        return jdbc.sql("select count(*) from report r where batch_id = :batch and " + where(filter, only))
                .param("batch", batch)
                .params(asked(only))
                .param("taken", some(taken))
                .query(Long.class)
                .single();
    }

    /** No row has the number 0. */
    private static Set<Integer> some(Set<Integer> rows) {
        return rows.isEmpty() ? Set.of(0) : rows;
    }

    private Map<String, String> asked(@Nullable Only only) {
        return only == null
                ? Map.of("only", "", "title", "", "code", "", "value", "")
                : Map.of(
                        "only",
                        only.pattern(json),
                        "title",
                        only.column,
                        "code",
                        only.code,
                        "value",
                        only.value == null ? "" : only.value);
    }

    /** Counted, for of "exists" MySQL 9 makes a join that reads the issues of one row only and lets every row pass. */
    private static String where(Filter filter, @Nullable Only only) {
        return filter.where
                + (only == null ? " and :only = ''" : " and r.issues like :only")
                + (only == null || only.value == null
                        ? " and :title = :title and :code = :code and :value = ''"
                        : " and 0 < (select count(*) from json_table(r.issues, '$[*]' columns (title varchar(100) path '$.column',"
                                + " code varchar(60) path '$.code', typed varchar(1000) path '$.value')) j"
                                + " where j.title = :title and j.code = :code and j.typed = :value)");
    }

    public List<Row> page(long batch, Filter filter, int page, int size, boolean pool) {
        return page(batch, filter, null, Set.of(), new Paging(page, size), pool);
    }

    /**
     * @param only null for whatever issues
     * @param taken rows that a later upload has taken up
     * @param pool whether the other persons that a row may be are told of all in the pool, or only of those whom its reporter reported
     */
    public List<Row> page(
            long batch, Filter filter, @Nullable Only only, Set<Integer> taken, Paging asked, boolean pool) {
        Map<Long, List<Issue>> reports = new HashMap<>();
        List<Row> rows = jdbc.sql("""
                        select r.row_no, r.title, coalesce(r.outcome, r.state), r.issues, r.record_id, r.duplicate_of, r.id
                        from report r where r.batch_id = :batch and\s""" + where(filter, only) + " order by r.row_no limit :size offset :offset")
                .param("batch", batch)
                .params(asked(only))
                .param("taken", some(taken))
                .param("size", asked.size())
                .param("offset", (long) asked.page() * asked.size())
                .query((rs, i) -> {
                    List<Issue> issues = new ArrayList<>(json.issues(rs.getString(4)));
                    reports.put(rs.getLong(7), issues);
                    int earlier = rs.getInt(6);
                    if (earlier > 0) {
                        issues.add(
                                Issue.warning("", "row.duplicate", Sentence.of("check.row.duplicate", earlier), null));
                    }
                    long record = rs.getLong(5);
                    return new Row(
                            rs.getInt(1),
                            rs.getString(2),
                            rs.getString(3).toLowerCase(java.util.Locale.ROOT),
                            issues,
                            record == 0 ? null : record);
                })
                .list();
        suspects.add(batch, reports, pool);
        return rows;
    }

    /** Forgets rows that never became live: of a dropped preview or a refused file. */
    public void drop(long batch) {
        jdbc.sql("delete from suspect_row where batch_id = ?").param(batch).update();
        jdbc.sql("delete from report where batch_id = ? and state in ('STAGED', 'REJECTED')")
                .param(batch)
                .update();
    }

    /** Forgets some of them; how many, 0 when none is left. */
    public int dropSome(long batch, int limit) {
        return jdbc.sql("delete from report where batch_id = ? and state in ('STAGED', 'REJECTED') limit ?")
                .param(batch)
                .param(limit)
                .update();
    }
}
