package org.talenthub.records.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.records.model.Json;

/** What is wrong with the rows of a batch, row by row and kind by kind. */
@Component
public class RowIssues {

    /** So many values of one note are told apart. */
    private static final int MOST_APART = 8;

    private final JdbcClient jdbc;
    private final Json json;

    RowIssues(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What is wrong with the rows that need work, by row number; the correction workbook is made of these. Rows that a correction
     * has taken the place of need none, and notices ask for nothing.
     */
    public SortedMap<Integer, List<Issue>> of(long batch) {
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        jdbc.sql("""
                        select row_no, issues from report r where batch_id = ? and worst in ('ERROR', 'WARNING') and state <> 'REPLACED'
                        order by row_no""").param(batch).query(rs -> {
            List<Issue> wrong = json.issues(rs.getString(2)).stream()
                    .filter(i -> i.level() != Issue.Level.NOTICE)
                    .toList();
            issues.put(rs.getInt(1), wrong);
        });
        return issues;
    }

    /**
     * The same issue over all rows.
     *
     * @param example the first row's; with a value when these are the rows with this value only
     * @param rows how many rows have it
     */
    public record Group(Issue example, int firstRow, int rows) {}

    private record Found(
            String column,
            String code,
            String level,
            int rows,
            int first,
            int values,
            @Nullable String value) {

        /** A note on few values that come again and again: one line each, so that a rare one is not lost behind the most frequent. */
        boolean apart() {
            return level.equals(Issue.Level.NOTICE.name()) && values > 1 && values <= MOST_APART;
        }
    }

    private static final String EACH = """
            from report r, json_table(r.issues, '$[*]' columns (title varchar(100) path '$.column', code varchar(60) path '$.code',
                level varchar(10) path '$.level', typed varchar(1000) path '$.value')) as j
            where r.batch_id = :batch and r.issues is not null""";

    /**
     * The issues by column and code, notes on few values also by value; errors first, then warnings, then notices, the most frequent of each
     * first.
     */
    public List<Group> grouped(long batch) {
        List<Found> groups = jdbc
                .sql("""
                        select j.title, j.code, j.level, count(distinct r.row_no) as found, min(r.row_no), count(distinct j.typed)\s""" + EACH + """
                         group by j.title, j.code, j.level
                        order by field(j.level, 'ERROR', 'WARNING', 'NOTICE'), found desc, min(r.row_no)""")
                .param("batch", batch)
                .query((rs, i) -> new Found(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        null))
                .list()
                .stream()
                .flatMap(g -> g.apart() ? apart(batch, g).stream() : Stream.of(g))
                .toList();
        Map<Integer, List<Issue>> first =
                said(batch, groups.stream().map(Found::first).distinct().toList());
        return groups.stream()
                .flatMap(g -> first.getOrDefault(g.first, List.of()).stream()
                        .filter(i -> i.column().equals(g.column) && i.code().equals(g.code))
                        .filter(i -> g.value == null || g.value.equals(i.value()))
                        .limit(1)
                        .map(i -> new Group(
                                new Issue(i.column(), i.code(), i.level(), i.said(), g.value), g.first, g.rows)))
                .toList();
    }

    private List<Found> apart(long batch, Found g) {
        return jdbc.sql(
                        "select j.typed, count(distinct r.row_no) as found, min(r.row_no) " + EACH
                                + " and j.title = :title and j.code = :code and j.level = :level group by j.typed order by found desc, j.typed")
                .param("batch", batch)
                .param("title", g.column)
                .param("code", g.code)
                .param("level", g.level)
                .query((rs, i) -> new Found(g.column, g.code, g.level, rs.getInt(2), rs.getInt(3), 1, rs.getString(1)))
                .list();
    }

    /** What is said of these rows, notices too. */
    private Map<Integer, List<Issue>> said(long batch, List<Integer> rows) {
        Map<Integer, List<Issue>> said = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select row_no, issues from report where batch_id = :batch and row_no in (:rows)")
                    .param("batch", batch)
                    .param("rows", rows)
                    .query(rs -> {
                        said.put(rs.getInt(1), json.issues(rs.getString(2)));
                    });
        }
        return said;
    }
}
