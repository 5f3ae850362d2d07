package org.talenthub.records.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Paging;
import org.talenthub.common.Sentence;
import org.talenthub.records.FieldWords;
import org.talenthub.records.Headline;
import org.talenthub.records.Likeness;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Json;
import org.talenthub.records.views.Discretion;
import org.talenthub.reference.Feeds;
import org.talenthub.security.sealing.Sealing;

/** The rows of one batch, read: how many of which kind, which ones, what is wrong with them. */
@Component
public class BatchRows {

    /** So many values of one note are told apart. */
    private static final int MOST_APART = 8;

    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final Json json;
    private final Discretion discretion;
    private final Feeds feeds;
    private final Sealing sealing;

    BatchRows(JdbcClient jdbc, Derivation derivation, Json json, Discretion discretion, Feeds feeds, Sealing sealing) {
        this.feeds = feeds;
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.json = json;
        this.discretion = discretion;
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
        suspects(batch, reports, pool);
        return rows;
    }

    /**
     * Adds to the rows' issues whom each may be, with the id of that record where there is one.
     *
     * @param pool the viewer may know of everybody in the pool, and not only of what the rows' reporter said itself
     */
    private void suspects(long batch, Map<Long, List<Issue>> reports, boolean pool) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select s.report_id, s.other_row, s.reasons, o.type, o.payload, o.record_id from suspect_row s
                        left join report o on o.id = s.said_by
                        where s.batch_id = :batch and s.report_id in (:reports) and (:pool or not s.hidden)
                        union all select r.id, null, s.reasons, p.type, p.payload, p.id from report r
                        join suspect s on s.batch_id = r.batch_id and s.row_no = r.row_no and s.hidden
                        join pool_record p on p.id = if(s.a = r.record_id, s.b, s.a)
                        where :pool and r.batch_id = :batch and r.id in (:reports)""")
                .param("batch", batch)
                .param("reports", reports.keySet())
                .param("pool", pool)
                .query(rs -> {
                    String row = rs.getString(2);
                    Sentence who = row != null
                            ? Sentence.of("check.suspect.row", row)
                            : called(rs.getString(4), rs.getString(5));
                    List<Issue> issues = reports.get(rs.getLong(1));
                    long other = rs.getLong(6);
                    if (issues != null) {
                        issues.add(new Issue(
                                "",
                                "row.suspect",
                                Issue.Level.SUSPECT,
                                suspect(who, Likeness.read(rs.getString(3))),
                                other == 0 ? null : Ids.text(other)));
                    }
                });
    }

    /** Whoever is named is the reporter's own, or the viewer may see everybody. */
    private Sentence called(@Nullable String type, @Nullable String payload) {
        if (type == null || payload == null) {
            return Sentence.of("check.suspect.somebody");
        }
        Headline who = derivation.type(type).headline(json.fields(payload), null);
        return who.enterpriseName() == null
                ? Sentence.of("check.suspect.known", who.name())
                : Sentence.of("check.suspect.known.of", who.name(), who.enterpriseName());
    }

    /** What was read from these rows, by row number; sensitive values masked. */
    public Map<Integer, Fields> values(long batch, Collection<Integer> rows) {
        Map<Integer, Fields> values = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select row_no, payload, type, sealed from report where batch_id = :batch and row_no in (:rows)")
                    .param("batch", batch)
                    .param("rows", rows)
                    .query(rs -> {
                        String type = rs.getString(3);
                        Map<String, Object> read = new TreeMap<>(discretion
                                .withoutContacts(type, json.fields(rs.getString(2)))
                                .asMap());
                        read.putAll(masked(type, rs.getBytes(4)));
                        values.put(rs.getInt(1), new Fields(read));
                    });
        }
        return values;
    }

    private Map<String, Object> masked(String type, byte @Nullable [] sealed) {
        Map<String, Object> masked = new HashMap<>();
        Map<String, String> secrets = sealed == null ? Map.of() : json.texts(sealing.open(sealed));
        secrets.forEach((field, value) ->
                feeds.get(type).column(field).ifPresent(c -> masked.put(field, FieldWords.shown(c, value))));
        return masked;
    }

    private static Sentence suspect(Sentence who, Set<Likeness.Reason> reasons) {
        Sentence why =
                Sentence.list(reasons.stream().sorted().map(BatchRows::words).toList());
        return Sentence.of(
                reasons.contains(Likeness.Reason.TWO_NAMES) ? "check.suspect.names" : "check.suspect.same", who, why);
    }

    private static Sentence words(Likeness.Reason reason) {
        return switch (reason) {
            case NUMBER -> Sentence.of("check.suspect.number");
            case KEYS -> Sentence.of("check.suspect.keys");
            case NAME_AND_BIRTH -> Sentence.of("check.suspect.nameAndBirth");
            case PHONE -> Sentence.of("check.suspect.phone");
            case NAME_VARIANT -> Sentence.of("check.suspect.nameVariant");
            case BIRTH_VARIANT -> Sentence.of("check.suspect.birthVariant");
            case DOCUMENT -> Sentence.of("check.suspect.document");
            case TWO_NAMES -> Sentence.of("check.suspect.twoNames");
        };
    }

    /**
     * What is wrong with the rows that need work, by row number; the correction workbook is made of these. Rows that a correction
     * has taken the place of need none, and notices ask for nothing.
     */
    public SortedMap<Integer, List<Issue>> issues(long batch) {
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
