package org.talenthub.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.Report.Outcome;

/**
 * Says of each staged row what committing it would do to the pool as it stands. Plain reads and updates by primary key: an
 * {@code update … join} would do the same in fewer statements, but locks what it reads and falls into deadlocks with other batches.
 */
@Component
public class Forecast {

    private static final int PAGE = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Forecast(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Row(
            long id,
            int number,
            @Nullable String strong,
            @Nullable String weak,
            @Nullable String alike,
            String hash,
            String reporter,
            Said before) {}

    private record Known(
            long id,
            boolean live,
            @Nullable String strong,
            @Nullable String weak,
            @Nullable String alike) {}

    /** A row that repeats an earlier one of its file. */
    private record Repeat(int firstRow, boolean same) {}

    private record Said(
            long id,
            Outcome outcome,
            @Nullable Long record,
            @Nullable Long suspect,
            @Nullable Integer first) {}

    private record Change(Said before, Said now) {}

    /** Forecasts every staged row of the batch; may be repeated. */
    @Transactional
    public void run(long batch, String type) {
        Map<Long, Repeat> repeats = repeats(batch);
        int last = 0;
        while (true) {
            List<Row> rows = page(batch, last);
            if (rows.isEmpty()) {
                return;
            }
            last = rows.getLast().number();
            save(forecast(type, rows, repeats));
        }
    }

    private List<Row> page(long batch, int after) {
        return jdbc.sql("""
                        select id, row_no, strong_key, weak_key, alike_key, payload_hash, reporter,
                            outcome, record_id, suspect_of, duplicate_of from report
                        where batch_id = ? and state = 'STAGED' and row_no > ? order by row_no limit ?""")
                .param(batch)
                .param(after)
                .param(PAGE)
                .query((rs, i) -> new Row(
                        rs.getLong(1),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        new Said(
                                rs.getLong(1),
                                Outcome.valueOf(rs.getString(8)),
                                rs.getObject(9, Long.class),
                                rs.getObject(10, Long.class),
                                rs.getObject(11, Integer.class))))
                .list();
    }

    private Map<Long, Repeat> repeats(long batch) {
        Map<Long, Repeat> repeats = new HashMap<>();
        jdbc.sql("""
                        select id, first_row, before_hash = payload_hash from (
                            select id, payload_hash, row_number() over w as nth, first_value(row_no) over w as first_row,
                                lag(payload_hash) over w as before_hash
                            from report where batch_id = ? and state = 'STAGED' and coalesce(strong_key, weak_key) is not null
                            window w as (partition by coalesce(strong_key, weak_key) order by row_no)) d where nth > 1""").param(batch).query(rs -> {
            repeats.put(rs.getLong(1), new Repeat(rs.getInt(2), rs.getBoolean(3)));
        });
        return repeats;
    }

    private List<Said> forecast(String type, List<Row> rows, Map<Long, Repeat> repeats) {
        Map<String, List<Known>> strong = known(type, "strong_key", rows, Row::strong, Known::strong);
        Map<String, List<Known>> weak = known(type, "weak_key", rows, Row::weak, Known::weak);
        Map<String, List<Known>> alike = known(type, "alike_key", rows, Row::alike, Known::alike);
        Map<Long, String> mine = mine(
                rows.getFirst().reporter(),
                Stream.of(strong, weak)
                        .flatMap(m -> m.values().stream())
                        .flatMap(List::stream)
                        .map(Known::id)
                        .distinct()
                        .toList());
        return rows.stream()
                .map(r -> new Change(r.before(), say(r, match(r, strong, weak), alike, mine, repeats.get(r.id()))))
                .filter(c -> !c.before().equals(c.now()))
                .map(Change::now)
                .toList();
    }

    private static @Nullable Known match(Row r, Map<String, List<Known>> strong, Map<String, List<Known>> weak) {
        return of(strong, r.strong())
                .findFirst()
                .orElseGet(() -> of(weak, r.weak())
                        .filter(k -> r.strong() == null || k.strong() == null)
                        .findFirst()
                        .orElse(null));
    }

    private static Said say(
            Row r,
            @Nullable Known known,
            Map<String, List<Known>> alike,
            Map<Long, String> mine,
            @Nullable Repeat repeat) {
        Integer first = repeat == null ? null : repeat.firstRow();
        if (known == null) {
            Outcome outcome = repeat == null ? Outcome.CREATED : repeat.same() ? Outcome.UNCHANGED : Outcome.UPDATED;
            Long suspect = of(alike, r.alike())
                    .filter(Known::live)
                    .map(Known::id)
                    .findFirst()
                    .orElse(null);
            return new Said(r.id(), outcome, null, suspect, first);
        }
        boolean same = repeat == null ? r.hash().equals(mine.get(known.id())) : repeat.same();
        Outcome outcome = same ? Outcome.UNCHANGED : known.live() || repeat != null ? Outcome.UPDATED : Outcome.CREATED;
        // one document number under two names: typed wrong more often than not
        boolean otherPerson =
                known.alike() != null && r.alike() != null && !known.alike().equals(r.alike());
        return new Said(r.id(), outcome, known.id(), otherPerson ? known.id() : null, first);
    }

    private static Stream<Known> of(Map<String, List<Known>> by, @Nullable String key) {
        return key == null ? Stream.empty() : by.getOrDefault(key, List.of()).stream();
    }

    private Map<String, List<Known>> known(
            String type,
            String column,
            List<Row> rows,
            Function<Row, @Nullable String> rowKey,
            Function<Known, @Nullable String> knownKey) {
        List<String> keys =
                rows.stream().map(rowKey).filter(Objects::nonNull).distinct().toList();
        Map<String, List<Known>> found = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            "select id, state = 'LIVE', strong_key, weak_key, alike_key from pool_record where type = :type and "
                                    + column + " in (:keys) order by id")
                    .param("type", type)
                    .param("keys", keys)
                    .query((rs, i) -> new Known(
                            rs.getLong(1), rs.getBoolean(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                    .list()
                    .forEach(k -> found.computeIfAbsent(String.valueOf(knownKey.apply(k)), x -> new ArrayList<>())
                            .add(k));
        }
        return found;
    }

    /** What this reporter said last of each record, as the hash of the report. */
    private Map<Long, String> mine(String reporter, Collection<Long> records) {
        Map<Long, String> mine = new HashMap<>();
        if (!records.isEmpty()) {
            jdbc.sql("""
                            select record_id, payload_hash from report
                            where record_id in (:records) and state = 'LIVE' and reporter = :reporter order by live_at, row_no""").param("records", records).param("reporter", reporter).query(rs -> {
                mine.put(rs.getLong(1), rs.getString(2));
            });
        }
        return mine;
    }

    private void save(List<Said> said) {
        batches.batchUpdate(
                "update report set outcome = ?, record_id = ?, suspect_of = ?, duplicate_of = ? where id = ?",
                said,
                said.size(),
                (ps, s) -> {
                    ps.setString(1, s.outcome().name());
                    ps.setObject(2, s.record());
                    ps.setObject(3, s.suspect());
                    ps.setObject(4, s.first());
                    ps.setLong(5, s.id());
                });
    }
}
