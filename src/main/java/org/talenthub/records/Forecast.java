package org.talenthub.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.records.Nearby.Suspicion;
import org.talenthub.records.Report.Outcome;

/**
 * Says of each staged row what committing it would do to the pool as it stands. Plain reads and updates by primary key: an
 * {@code update} joined with the records would do the same in fewer statements, but locks what it reads and falls into deadlocks with
 * other batches.
 */
@Component
public class Forecast {

    private static final int PAGE = 2000;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final Derivation derivation;
    private final Decided decided;
    private final Nearby nearby;
    private final Suspicions suspicions;
    private final TransactionTemplate transaction;

    Forecast(
            JdbcClient jdbc,
            Bulk bulk,
            Derivation derivation,
            Decided decided,
            Nearby nearby,
            Suspicions suspicions,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.derivation = derivation;
        this.decided = decided;
        this.nearby = nearby;
        this.suspicions = suspicions;
        this.transaction = transaction;
    }

    private record Row(
            long id,
            int number,
            String title,
            @Nullable String strong,
            @Nullable String weak,
            NearKeys near,
            String hash,
            String reporter,
            Said before) {}

    /**
     * A record that answers to a row's keys.
     *
     * @param root the record it is part of by a decision, else itself; that one gets the row
     * @param live whether that one is
     * @param version that one's
     */
    private record Known(
            long id,
            long root,
            boolean live,
            long version,
            @Nullable String strong,
            @Nullable String weak,
            String name) {}

    /** A row that repeats an earlier one of its file. */
    private record Repeat(long first, int firstRow, boolean same, String firstTitle) {}

    private record Said(
            long id,
            Outcome outcome,
            @Nullable Long record,
            @Nullable Long suspect,
            @Nullable Integer first,
            @Nullable Long version) {

        Said suspecting(@Nullable Long other) {
            return new Said(id, outcome, record, other, first, version);
        }
    }

    /** A page of rows, and what of it the records tell. */
    private record Looked(
            List<Row> rows,
            Found found,
            List<Said> said,
            List<Nearby.Probe> probes,
            Map<Nearby.Probe, Set<Long>> near) {}

    /**
     * Forecasts every staged row of the batch, a page in a transaction; may be repeated from the start. While a page is judged and
     * written, the next one's rows and records are read.
     *
     * @param done told inside of each page's transaction how many rows it has
     */
    public void run(long batch, String type, IntConsumer done) {
        suspicions.clear(batch);
        Map<Long, Repeat> repeats = repeats(batch);
        FileRows file = new FileRows();
        try (ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("forecast").factory())) {
            Future<Looked> next = reader.submit(() -> look(batch, type, 0, repeats));
            for (Looked page = got(next); !page.rows().isEmpty(); page = got(next)) {
                Looked now = page;
                int last = now.rows().getLast().number();
                next = reader.submit(() -> look(batch, type, last, repeats));
                transaction.executeWithoutResult(status -> {
                    page(batch, type, now, repeats, file);
                    done.accept(now.rows().size());
                });
            }
        }
    }

    private static Looked got(Future<Looked> page) {
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Looked look(long batch, String type, int after, Map<Long, Repeat> repeats) {
        List<Row> rows = page(batch, after);
        if (rows.isEmpty()) {
            return new Looked(rows, Found.NOTHING, List.of(), List.of(), Map.of());
        }
        Found found = found(rows);
        List<Said> said = forecast(rows, found, repeats);
        List<Nearby.Probe> probes = probes(rows, said);
        return new Looked(rows, found, said, probes, nearby.inPool(type, probes));
    }

    private void page(long batch, String type, Looked page, Map<Long, Repeat> repeats, FileRows file) {
        Map<Long, List<Suspicion>> suspects = suspects(type, page, repeats, file);
        suspicions.save(batch, suspects.values().stream().flatMap(List::stream).toList());
        save(changes(page.rows(), page.said(), suspects));
    }

    private List<Row> page(long batch, int after) {
        return jdbc.sql("select id, row_no, title, strong_key, weak_key, payload_hash, reporter, outcome, record_id,"
                        + " suspect_of, duplicate_of, seen_version, " + NearKeys.COLUMNS
                        + " from report where batch_id = ? and state = 'STAGED' and row_no > ? order by row_no limit ?")
                .param(batch)
                .param(after)
                .param(PAGE)
                .query((rs, i) -> new Row(
                        rs.getLong(1),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        NearKeys.read(rs, 13),
                        rs.getString(6),
                        rs.getString(7),
                        new Said(
                                rs.getLong(1),
                                Outcome.valueOf(rs.getString(8)),
                                rs.getObject(9, Long.class),
                                rs.getObject(10, Long.class),
                                rs.getObject(11, Integer.class),
                                rs.getObject(12, Long.class))))
                .list();
    }

    private Map<Long, Repeat> repeats(long batch) {
        Map<Long, Repeat> repeats = new HashMap<>();
        jdbc.sql("""
                        select id, first, first_row, before_hash = payload_hash, first_title from (
                            select id, payload_hash, row_number() over w as nth, first_value(id) over w as first,
                                first_value(row_no) over w as first_row, first_value(title) over w as first_title,
                                lag(payload_hash) over w as before_hash
                            from report where batch_id = ? and state = 'STAGED' and coalesce(strong_key, weak_key) is not null
                            window w as (partition by coalesce(strong_key, weak_key) order by row_no)) d where nth > 1""").param(batch).query(rs -> {
            repeats.put(rs.getLong(1), new Repeat(rs.getLong(2), rs.getInt(3), rs.getBoolean(4), rs.getString(5)));
        });
        return repeats;
    }

    /** The records that a page's rows may mean, by key, and what this reporter said last of each. */
    private record Found(
            Map<String, List<Known>> strong,
            Map<String, List<Known>> weak,
            Map<String, Known> claimed,
            Map<Long, String> mine) {

        static final Found NOTHING = new Found(Map.of(), Map.of(), Map.of(), Map.of());

        @Nullable
        Known match(Row r) {
            String claim = Report.claim(r.strong(), r.near());
            Known own = claim == null ? null : claimed.get(claim);
            return own != null
                    ? own
                    : of(strong, r.strong())
                            .findFirst()
                            .orElseGet(() -> of(weak, r.weak())
                                    .filter(k -> r.strong() == null || k.strong() == null)
                                    .findFirst()
                                    .orElse(null));
        }

        private static Stream<Known> of(Map<String, List<Known>> by, @Nullable String key) {
            return key == null ? Stream.empty() : by.getOrDefault(key, List.of()).stream();
        }
    }

    private Found found(List<Row> rows) {
        Map<String, List<Known>> strong = known("uk_record_strong", "strong_key", rows, Row::strong, Known::strong);
        Map<String, List<Known>> weak = known("ix_record_weak", "weak_key", rows, Row::weak, Known::weak);
        Map<String, Known> claimed = strong.isEmpty() || decided.nothing() ? Map.of() : claimed(rows);
        return new Found(
                strong,
                weak,
                claimed,
                mine(
                        rows.getFirst().reporter(),
                        Stream.concat(
                                        Stream.of(strong, weak)
                                                .flatMap(m -> m.values().stream())
                                                .flatMap(List::stream),
                                        claimed.values().stream())
                                .map(Known::root)
                                .distinct()
                                .toList()));
    }

    private Map<String, Known> claimed(List<Row> rows) {
        Map<String, Long> separated = decided.separated(rows.stream()
                .map(r -> Report.claim(r.strong(), r.near()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, Known> records = new HashMap<>();
        known("where id in (:keys)", separated.values()).forEach(k -> records.put(k.id(), k));
        Map<String, Known> claimed = new HashMap<>();
        separated.forEach((claim, id) -> {
            Known k = records.get(id);
            if (k != null) {
                claimed.put(claim, k);
            }
        });
        return claimed;
    }

    private static List<Said> forecast(List<Row> rows, Found found, Map<Long, Repeat> repeats) {
        return rows.stream()
                .map(r -> say(r, found.match(r), found.mine(), repeats.get(r.id())))
                .toList();
    }

    private static Said say(Row r, @Nullable Known known, Map<Long, String> mine, @Nullable Repeat repeat) {
        Integer first = repeat == null ? null : repeat.firstRow();
        if (known == null) {
            Outcome outcome = repeat == null ? Outcome.CREATED : repeat.same() ? Outcome.UNCHANGED : Outcome.UPDATED;
            return new Said(r.id(), outcome, null, null, first, null);
        }
        boolean same = repeat == null ? r.hash().equals(mine.get(known.id())) : repeat.same();
        Outcome outcome = same ? Outcome.UNCHANGED : known.live() || repeat != null ? Outcome.UPDATED : Outcome.CREATED;
        return new Said(r.id(), outcome, known.root(), null, first, known.version());
    }

    /** The rows that say something new. */
    private static List<Nearby.Probe> probes(List<Row> rows, List<Said> said) {
        List<Nearby.Probe> probes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
            if (said.get(i).outcome() != Outcome.UNCHANGED) {
                probes.add(new Nearby.Probe(
                        r.id(), r.number(), r.title(), r.near(), said.get(i).record()));
            }
        }
        return probes;
    }

    /** Whom the rows that say something new may be besides what their keys say. */
    private Map<Long, List<Suspicion>> suspects(String type, Looked page, Map<Long, Repeat> repeats, FileRows file) {
        Map<Long, Long> own = new HashMap<>();
        page.probes().forEach(p -> {
            if (p.own() != null) {
                own.put(p.id(), p.own());
            }
        });
        Map<Long, List<Suspicion>> near =
                new HashMap<>(suspicions.unanswered(nearby.find(type, page.probes(), page.near(), file), own));
        twoNames(type, page.rows(), page.found(), repeats)
                .forEach(s -> near.merge(
                        s.report(),
                        List.of(s),
                        (others, one) ->
                                Stream.of(one, others).flatMap(List::stream).toList()));
        return near;
    }

    /** One document number under two names: typed wrong more often than not. */
    private List<Suspicion> twoNames(String type, List<Row> rows, Found found, Map<Long, Repeat> repeats) {
        RecordType rules = derivation.type(type);
        List<Suspicion> all = new ArrayList<>();
        Map<Long, String> claims = new HashMap<>();
        for (Row r : rows) {
            String claim = Report.claim(r.strong(), r.near());
            if (claim == null || found.claimed().containsKey(claim)) {
                continue;
            }
            Known known = found.match(r);
            Repeat repeat = repeats.get(r.id());
            Suspicion suspicion;
            if (known != null) {
                suspicion = Objects.equals(r.strong(), known.strong())
                        ? twoNames(rules, r, known.name(), known.root(), null)
                        : null;
            } else {
                suspicion = repeat == null
                        ? null
                        : twoNames(rules, r, repeat.firstTitle(), repeat.first(), repeat.firstRow());
            }
            if (suspicion != null) {
                all.add(suspicion);
                claims.put(r.id(), claim);
            }
        }
        if (all.isEmpty()) {
            return all;
        }
        Decided.Asked asked =
                decided.asked(all.stream().map(Suspicion::other).distinct().toList());
        return all.stream()
                .filter(s -> !asked.covers(s.other(), String.valueOf(claims.get(s.report()))))
                .toList();
    }

    private static @Nullable Suspicion twoNames(
            RecordType rules, Row r, String name, long other, @Nullable Integer otherRow) {
        Likeness.Names names = rules.names(r.title(), name);
        int score = names == Likeness.Names.NEAR ? 60 : 90;
        return names == Likeness.Names.SAME
                ? null
                : new Suspicion(r.id(), other, otherRow, new Likeness(score, Set.of(Likeness.Reason.TWO_NAMES)));
    }

    private static List<Said> changes(List<Row> rows, List<Said> said, Map<Long, List<Suspicion>> suspects) {
        List<Said> changes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Long other = suspects.getOrDefault(rows.get(i).id(), List.of()).stream()
                    .max(Comparator.comparingInt(s -> s.likeness().score()))
                    .map(Suspicion::other)
                    .orElse(null);
            Said now = said.get(i).suspecting(other);
            if (!now.equals(rows.get(i).before())) {
                changes.add(now);
            }
        }
        return changes;
    }

    private Map<String, List<Known>> known(
            String index,
            String column,
            List<Row> rows,
            Function<Row, @Nullable String> rowKey,
            Function<Known, @Nullable String> knownKey) {
        List<String> keys =
                rows.stream().map(rowKey).filter(Objects::nonNull).distinct().toList();
        Map<String, List<Known>> found = new HashMap<>();
        known("force index (" + index + ") where " + column + " in (:keys)", keys)
                .forEach(k -> found.computeIfAbsent(String.valueOf(knownKey.apply(k)), x -> new ArrayList<>())
                        .add(k));
        return found;
    }

    private List<Known> known(String which, Collection<?> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Known> found = jdbc.sql(
                        "select id, coalesce(same_as, id), state = 'LIVE', version, strong_key, weak_key, name from pool_record "
                                + which + " order by id")
                .param("keys", keys)
                .query((rs, i) -> new Known(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getBoolean(3),
                        rs.getLong(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7)))
                .list();
        List<Known> moved = found.stream().filter(k -> k.root() != k.id()).toList();
        if (moved.isEmpty()) {
            return found;
        }
        Map<Long, Long> roots = decided.roots(moved.stream().map(Known::id).toList());
        Set<Long> live = new HashSet<>();
        Map<Long, Long> versions = new HashMap<>();
        jdbc.sql("select id, state = 'LIVE', version from pool_record where id in (:ids)")
                .param("ids", roots.values())
                .query(rs -> {
                    versions.put(rs.getLong(1), rs.getLong(3));
                    if (rs.getBoolean(2)) {
                        live.add(rs.getLong(1));
                    }
                });
        return found.stream()
                .map(k -> {
                    Long root = roots.get(k.id());
                    return root == null
                            ? k
                            : new Known(
                                    k.id(),
                                    root,
                                    live.contains(root),
                                    versions.getOrDefault(root, k.version()),
                                    k.strong(),
                                    k.weak(),
                                    k.name());
                })
                .toList();
    }

    /** What this reporter said last of each record, as the hash of the report; by the record that the report's own keys gave. */
    private Map<Long, String> mine(String reporter, Collection<Long> records) {
        Map<Long, String> mine = new HashMap<>();
        if (!records.isEmpty()) {
            jdbc.sql("""
                            select coalesce(own_record, record_id), payload_hash from report force index (ix_report_record)
                            where record_id in (:records) and state = 'LIVE' and reporter = :reporter order by live_at, row_no""").param("records", records).param("reporter", reporter).query(rs -> {
                mine.put(rs.getLong(1), rs.getString(2));
            });
        }
        return mine;
    }

    private void save(List<Said> said) {
        bulk.updateReports(
                "outcome varchar(10) path '$.outcome', record bigint path '$.record', suspect bigint path '$.suspect',"
                        + " first int path '$.first', version bigint path '$.version'",
                "r.outcome = n.outcome, r.record_id = n.record, r.suspect_of = n.suspect, r.duplicate_of = n.first,"
                        + " r.seen_version = n.version",
                said);
    }
}
