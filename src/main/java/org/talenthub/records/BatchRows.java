package org.talenthub.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;

/** The rows of one batch, read: how many of which kind, which ones, what is wrong with them. */
@Component
public class BatchRows {

    private final JdbcClient jdbc;
    private final Json json;

    BatchRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Rows by what they do or did, and how many carry a warning or a suspicion. */
    public record Tally(int read, int created, int updated, int unchanged, int rejected, int warnings, int suspects) {}

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
        WARNING("(worst = 'WARNING' or (duplicate_of is not null and outcome = 'UPDATED'))"),
        SUSPECT("suspect_of is not null");

        private final String where;

        Filter(String where) {
            this.where = where;
        }
    }

    public Tally tally(long batch) {
        return jdbc.sql("""
                        select count(*), coalesce(sum(outcome = 'CREATED'), 0), coalesce(sum(outcome = 'UPDATED'), 0),
                        coalesce(sum(outcome = 'UNCHANGED'), 0), coalesce(sum(outcome = 'REJECTED'), 0),
                        coalesce(sum(worst = 'WARNING' or (duplicate_of is not null and outcome = 'UPDATED')), 0), coalesce(sum(suspect_of is not null), 0)
                        from report where batch_id = ?""")
                .param(batch)
                .query((rs, i) -> new Tally(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7)))
                .single();
    }

    public long count(long batch, Filter filter) {
        return jdbc.sql("select count(*) from report where batch_id = ? and " + filter.where)
                .param(batch)
                .query(Long.class)
                .single();
    }

    /** @param named whether the other persons that a row may be are named, by surname and employer */
    public List<Row> page(long batch, Filter filter, int page, int size, boolean named) {
        Map<Long, List<Issue>> reports = new HashMap<>();
        List<Row> rows = jdbc.sql("""
                        select r.row_no, r.title, coalesce(r.outcome, r.state), r.issues, r.record_id, r.duplicate_of, r.id
                        from report r where r.batch_id = ? and\s""" + filter.where + " order by r.row_no limit ? offset ?")
                .param(batch)
                .param(size)
                .param((long) page * size)
                .query((rs, i) -> {
                    List<Issue> issues = new ArrayList<>(json.issues(rs.getString(4)));
                    reports.put(rs.getLong(7), issues);
                    int earlier = rs.getInt(6);
                    if (earlier > 0) {
                        issues.add(Issue.warning("", "row.duplicate", "与第 " + earlier + " 行是同一条，以后一行为准。", null));
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
        suspects(batch, reports, named);
        return rows;
    }

    /** Adds to the rows' issues whom each may be. */
    private void suspects(long batch, Map<Long, List<Issue>> reports, boolean named) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select s.report_id, s.other_row, s.reasons, p.name, p.enterprise_name
                        from suspect_row s left join pool_record p on p.id = s.other and s.other_row is null
                        where s.batch_id = :batch and s.report_id in (:reports)
                        union all select r.id, null, s.reasons, p.name, p.enterprise_name from report r
                        join suspect s on s.batch_id = r.batch_id and s.row_no = r.row_no
                        join pool_record p on p.id = if(s.a = r.record_id, s.b, s.a)
                        where r.batch_id = :batch and r.id in (:reports)""").param("batch", batch).param("reports", reports.keySet()).query(rs -> {
            String row = rs.getString(2);
            String name = rs.getString(4);
            String employer = rs.getString(5);
            String who = row != null
                    ? "第 " + row + " 行"
                    : !named || name == null || name.isEmpty()
                            ? "库中的一人"
                            : "库中的" + surname(name) + "某" + (employer == null ? "" : "（" + employer + "）");
            List<Issue> issues = reports.get(rs.getLong(1));
            if (issues != null) {
                issues.add(new Issue(
                        "", "row.suspect", Issue.Level.SUSPECT, suspect(who, Likeness.read(rs.getString(3))), null));
            }
        });
    }

    private static String surname(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** What was read from these rows, by row number; sensitive values are not among it. */
    public Map<Integer, Fields> values(long batch, Collection<Integer> rows) {
        Map<Integer, Fields> values = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select row_no, payload from report where batch_id = :batch and row_no in (:rows)")
                    .param("batch", batch)
                    .param("rows", rows)
                    .query(rs -> {
                        values.put(rs.getInt(1), json.fields(rs.getString(2)));
                    });
        }
        return values;
    }

    private static String suspect(String who, Set<Likeness.Reason> reasons) {
        String why = reasons.stream().sorted().map(BatchRows::words).collect(Collectors.joining("、"));
        return reasons.contains(Likeness.Reason.TWO_NAMES)
                ? "与" + who + why + "，多半是一处写错。先核对证件号码和姓名；照常提交会并入同一人，由组织部门再判断。"
                : "可能与" + who + "是同一人：" + why + "。先核对证件号码、姓名和出生年月；确是两人可照常提交，由组织部门再判断。";
    }

    private static String words(Likeness.Reason reason) {
        return switch (reason) {
            case NAME_AND_BIRTH -> "姓名和出生年月相同";
            case PHONE -> "联系电话相同";
            case NAME_VARIANT -> "单位和出生年月相同，姓名只差一字或读音相同";
            case BIRTH_VARIANT -> "姓名相同，出生年月相近";
            case DOCUMENT -> "证件号码只差一位";
            case TWO_NAMES -> "证件号码相同而姓名不同";
        };
    }

    /** What is wrong with the rows that need work, by row number; the correction workbook is made of these. */
    public SortedMap<Integer, List<Issue>> issues(long batch) {
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        jdbc.sql("select row_no, issues from report where batch_id = ? and issues is not null order by row_no")
                .param(batch)
                .query(rs -> {
                    issues.put(rs.getInt(1), json.issues(rs.getString(2)));
                });
        return issues;
    }

    /** The same issue counted over all rows, most frequent first; the message is an example. */
    public Map<Issue, Integer> grouped(long batch) {
        record Kind(String column, String code) {}
        Map<Kind, Issue> example = new LinkedHashMap<>();
        Map<Kind, Integer> count = new LinkedHashMap<>();
        issues(batch)
                .values()
                .forEach(list -> list.forEach(i -> {
                    Kind k = new Kind(i.column(), i.code());
                    example.putIfAbsent(k, i);
                    count.merge(k, 1, Integer::sum);
                }));
        Map<Issue, Integer> grouped = new LinkedHashMap<>();
        count.entrySet().stream()
                .sorted(Map.Entry.<Kind, Integer>comparingByValue().reversed())
                .forEach(e -> {
                    Issue i = example.get(e.getKey());
                    if (i != null) {
                        grouped.put(i, e.getValue());
                    }
                });
        return grouped;
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
