package org.talenthub.records.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Issue;
import org.talenthub.records.Likeness;
import org.talenthub.records.RecordType;
import org.talenthub.records.duplicates.Decided;
import org.talenthub.records.duplicates.FileRows;
import org.talenthub.records.duplicates.Nearby;
import org.talenthub.records.duplicates.Nearby.Suspicion;
import org.talenthub.records.duplicates.Suspicions;
import org.talenthub.records.intake.Candidates.Candidate;
import org.talenthub.records.intake.Candidates.Found;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.Report;
import org.talenthub.records.model.Report.Outcome;

/**
 * Says of each staged row what committing it would do to the pool as it stands. Plain reads and updates by primary key: an
 * {@code update} joined with the records would do the same in fewer statements, but locks what it reads and falls into deadlocks with
 * other batches.
 */
@Component
public class Forecast {

    private static final int PAGE = 2000;

    /** Pages that are looked up at a time. */
    private static final int LOOKERS = 2;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final Derivation derivation;
    private final Candidates candidates;
    private final Decided decided;
    private final Nearby nearby;
    private final Suspicions suspicions;
    private final Bounds bounds;
    private final TransactionTemplate transaction;

    Forecast(
            JdbcClient jdbc,
            Bulk bulk,
            Derivation derivation,
            Candidates candidates,
            Decided decided,
            Nearby nearby,
            Suspicions suspicions,
            Bounds bounds,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.derivation = derivation;
        this.candidates = candidates;
        this.decided = decided;
        this.nearby = nearby;
        this.suspicions = suspicions;
        this.bounds = bounds;
        this.transaction = transaction;
    }

    /** A staged row. */
    record Row(
            long id,
            int number,
            String title,
            @Nullable String strong,
            @Nullable String weak,
            NearKeys near,
            String hash,
            String reporter,
            Said before) {

        /** What a decision may have said whose this is; null without keys to say it of. */
        @Nullable
        String claim() {
            return Report.claim(strong, near);
        }
    }

    /** A row that repeats an earlier one of its file. */
    private record Repeat(long first, int firstRow, boolean same, String firstTitle) {}

    record Said(
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

    /**
     * A page of rows, and what of it the records tell.
     *
     * @param refused rows that their reporter may not write; they are not among the others
     */
    private record Looked(
            Map<Long, Issue> refused,
            List<Row> rows,
            Found found,
            List<Said> said,
            List<Nearby.Probe> probes,
            Map<Nearby.Probe, Set<Long>> near) {}

    /**
     * Forecasts every staged row of the batch, a page in a transaction; may be repeated from the start. While a page is judged and
     * written, the records that the next ones may mean are looked up: that is nearly all of the work, and the database's.
     *
     * @param done told inside of each page's transaction how many rows it has
     */
    public void run(long batch, String type, IntConsumer done) {
        suspicions.clear(batch);
        FileRows file = new FileRows();
        try (ExecutorService lookers = Executors.newFixedThreadPool(
                LOOKERS, Thread.ofPlatform().daemon().name("forecast").factory())) {
            Future<Map<Long, Repeat>> repeats = lookers.submit(() -> repeats(batch));
            Deque<Future<Looked>> ahead = new ArrayDeque<>();
            int last = 0;
            boolean more = true;
            while (more || !ahead.isEmpty()) {
                if (more && ahead.size() <= LOOKERS) {
                    List<Row> rows = rows(batch, last);
                    more = rows.size() == PAGE;
                    if (!rows.isEmpty()) {
                        last = rows.getLast().number();
                        ahead.add(lookers.submit(() -> look(type, rows, repeats)));
                    }
                } else {
                    Looked page = got(ahead.remove());
                    transaction.executeWithoutResult(status -> {
                        page(batch, type, page, got(repeats), file);
                        done.accept(page.rows().size() + page.refused().size());
                    });
                }
            }
        }
    }

    private static <T> T got(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Looked look(String type, List<Row> all, Future<Map<Long, Repeat>> repeats) {
        Found found = candidates.of(all);
        Map<Long, Issue> refused = refused(type, all, found);
        List<Row> rows = all.stream().filter(r -> !refused.containsKey(r.id())).toList();
        List<Said> said = forecast(rows, found, got(repeats));
        List<Nearby.Probe> probes = probes(rows, said);
        return new Looked(refused, rows, found, said, probes, nearby.inPool(type, probes));
    }

    private Map<Long, Issue> refused(String type, List<Row> rows, Found found) {
        String reporter = rows.getFirst().reporter();
        if (!bounds.bind(type, reporter)) {
            return Map.of();
        }
        Map<Long, String> payloads = bounds.payloads(rows.stream().map(Row::id).toList());
        return bounds.refused(
                type,
                reporter,
                rows.stream()
                        .map(r -> {
                            Candidate known = found.match(r);
                            return new Bounds.Change(
                                    r.id(), payloads.getOrDefault(r.id(), "{}"), known == null ? null : known.root());
                        })
                        .toList());
    }

    private void page(long batch, String type, Looked page, Map<Long, Repeat> repeats, FileRows file) {
        bounds.reject(page.refused());
        Map<Long, List<Suspicion>> suspects = suspects(type, page, repeats, file);
        suspicions.save(batch, suspects.values().stream().flatMap(List::stream).toList());
        save(changes(page.rows(), page.said(), suspects));
    }

    private List<Row> rows(long batch, int after) {
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

    private static List<Said> forecast(List<Row> rows, Found found, Map<Long, Repeat> repeats) {
        return rows.stream()
                .map(r -> say(r, found.match(r), found.mine(), repeats.get(r.id())))
                .toList();
    }

    private static Said say(Row r, @Nullable Candidate known, Map<Long, String> mine, @Nullable Repeat repeat) {
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
            String claim = r.claim();
            if (claim == null || found.claimed().containsKey(claim)) {
                continue;
            }
            Candidate known = found.match(r);
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

    private void save(List<Said> said) {
        bulk.updateReports(
                "outcome varchar(10) path '$.outcome', record bigint path '$.record', suspect bigint path '$.suspect',"
                        + " first int path '$.first', version bigint path '$.version'",
                "r.outcome = n.outcome, r.record_id = n.record, r.suspect_of = n.suspect, r.duplicate_of = n.first,"
                        + " r.seen_version = n.version",
                said);
    }
}
