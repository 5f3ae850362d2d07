package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Issue;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordsChanged;
import org.talenthub.records.duplicates.Decided;
import org.talenthub.records.duplicates.Suspicions;
import org.talenthub.records.merge.Background;
import org.talenthub.records.merge.Backgrounds;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.records.outbox.Outbox;

/**
 * Makes staged reports live, or withdraws live ones, a chunk at a time. A chunk is one transaction: reports, the records derived
 * from them and their outbox entries stand or fall together, so a crash at any moment leaves whole chunks and repeating is harmless.
 * Chunks of one type take turns over all hubs ({@code record_turn}).
 */
@Component
public class Commits {

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Derivation derivation;
    private final Backgrounds backgrounds;
    private final Decided decided;
    private final Suspicions suspicions;
    private final Repetitions repetitions;
    private final Bounds bounds;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    Commits(
            Bulk bulk,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Derivation derivation,
            Backgrounds backgrounds,
            Decided decided,
            Suspicions suspicions,
            Repetitions repetitions,
            Bounds bounds,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.batches = batches;
        this.derivation = derivation;
        this.backgrounds = backgrounds;
        this.decided = decided;
        this.suspicions = suspicions;
        this.repetitions = repetitions;
        this.bounds = bounds;
        this.outbox = outbox;
        this.events = events;
    }

    /**
     * What one call did.
     *
     * @param rows how many rows; 0 when none was left
     * @param last the last one's number, where the next call goes on
     */
    public record Chunk(int rows, int last) {}

    /** Commits the batch's next staged rows behind a row, in row order; behind the last one, suspects become pairs to decide. */
    @Transactional
    public Chunk commitNext(long batch, String type, int after, int limit) {
        takeTurn(type);
        List<Integer> next = jdbc.sql("select row_no from report force index (uk_report_row)"
                        + " where batch_id = ? and row_no > ? and state = 'STAGED' order by row_no limit ?")
                .params(batch, after, limit)
                .query((rs, i) -> rs.getInt(1))
                .list();
        if (next.isEmpty()) {
            suspicions.settle(batch, type);
            return new Chunk(0, after);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        repetitions.settle(batch, after, next.getLast(), now);
        return bulk.with(session -> {
            List<Report> rows = batchRows(session, batch, List.of(Report.State.STAGED), after, next.getLast(), limit);
            if (!rows.isEmpty()) {
                commit(session, type, rows, now);
            }
            return new Chunk(next.size(), next.getLast());
        });
    }

    /**
     * Withdraws the batch's next rows behind a row; the records behind them become what the other reports say. Rows of other batches
     * that merely repeated a withdrawn one take its place, as if it had never been.
     */
    @Transactional
    public Chunk withdrawNext(long batch, String type, int after, int limit) {
        takeTurn(type);
        return bulk.with(session -> {
            List<Report> rows = batchRows(
                    session,
                    batch,
                    List.of(Report.State.LIVE, Report.State.SAME, Report.State.REPLACED),
                    after,
                    Integer.MAX_VALUE,
                    limit);
            if (!rows.isEmpty()) {
                withdraw(session, type, rows);
            }
            return new Chunk(rows.size(), rows.isEmpty() ? after : rows.getLast().rowNo);
        });
    }

    private void withdraw(StatelessSession session, String type, List<Report> rows) {
        // replaced ones too, lest reverting the correction later brings them back
        change(rows, "state = 'WITHDRAWN'", EnumSet.of(Report.State.LIVE, Report.State.SAME, Report.State.REPLACED));
        List<Long> touched = rows.stream()
                .filter(r -> r.state == Report.State.LIVE)
                .map(r -> r.recordId)
                .distinct()
                .toList();
        if (touched.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "update report set state = 'LIVE' where record_id in (:ids) and state = 'SAME' and reporter = :reporter"
                                + " and batch_id <> :batch")
                .param("ids", touched)
                .param("reporter", rows.getFirst().reporter)
                .param("batch", rows.getFirst().batchId)
                .update();
        List<PoolRecord> records = records(session, touched);
        save(type, List.of(), records, liveOf(session, records));
    }

    /** Derives records anew after a decision moved reports, inside the caller's transaction and turn. */
    public void rederive(String type, Collection<Long> ids) {
        bulk.with(session -> {
            List<PoolRecord> records = records(session, ids);
            save(type, List.of(), records, liveOf(session, records));
            return records.size();
        });
    }

    /** Waits for the type's turn and keeps it until the transaction ends. */
    public void takeTurn(String type) {
        jdbc.sql("select type from record_turn where type = ? for update")
                .param(type)
                .query(String.class)
                .single();
    }

    private static List<Report> batchRows(
            StatelessSession session, long batch, List<Report.State> states, int after, int last, int limit) {
        return session.createSelectionQuery(
                        "from Report where batchId = :batch and rowNo > :after and rowNo <= :last and state in (:states)"
                                + " order by rowNo",
                        Report.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .setParameter("batch", batch)
                .setParameterList("states", states)
                .setMaxResults(limit)
                .getResultList();
    }

    private void commit(StatelessSession session, String type, List<Report> staged, Instant now) {
        Known known = known(session, find(session, staged), staged);
        List<Report> rows = permitted(type, staged, known);
        if (rows.isEmpty()) {
            return;
        }
        Map<Long, List<Report>> live = liveOf(session, known.all);
        List<PoolRecord> created = new ArrayList<>();
        Set<PoolRecord> touched = new LinkedHashSet<>();
        for (Report row : rows) {
            PoolRecord own = known.match(row);
            if (own == null) {
                own = PoolRecord.blank(row.id, type, now); // the record carries the number of the report that made it
                created.add(own);
                known.add(own);
            }
            PoolRecord record = known.root(own);
            row.recordId = record.id;
            row.liveAt = now;
            row.ownRecord = record.id == own.id ? null : own.id;
            List<Report> behind = live.computeIfAbsent(record.id, id -> new ArrayList<>());
            if (repeats(row, behind)) {
                row.state = Report.State.SAME;
                row.outcome = Report.Outcome.UNCHANGED;
                continue;
            }
            row.state = Report.State.LIVE;
            row.outcome = behind.isEmpty() ? Report.Outcome.CREATED : Report.Outcome.UPDATED;
            behind.add(row);
            if (known.learn(own, row)) {
                touched.add(own);
            }
            touched.add(record);
        }
        saveStates(rows, fresh(created), now);
        Set<PoolRecord> fresh = Set.copyOf(created);
        save(type, created, touched.stream().filter(r -> !fresh.contains(r)).toList(), live);
    }

    /** Rejects the rows that their reporter may not write by now; the others. */
    private List<Report> permitted(String type, List<Report> rows, Known known) {
        String reporter = rows.getFirst().reporter;
        if (!bounds.bind(type, reporter)) {
            return rows;
        }
        Map<Long, Issue> refused = bounds.refused(
                type,
                reporter,
                rows.stream()
                        .map(r -> new Bounds.Change(r.id, r.payload, meant(known, r)))
                        .toList());
        bounds.reject(refused);
        return rows.stream().filter(r -> !refused.containsKey(r.id)).toList();
    }

    /** The record that a row means before any row of its chunk is settled. */
    private static @Nullable Long meant(Known known, Report row) {
        String strong = row.strongKey;
        PoolRecord own = known.match(row);
        row.strongKey = strong;
        row.setAside = null;
        return own == null ? null : known.root(own).id;
    }

    private static boolean repeats(Report row, List<Report> behind) {
        List<Report> alike =
                behind.stream().filter(r -> Objects.equals(r.own(), row.own())).toList();
        return Derivation.speaking(alike).stream()
                .anyMatch(r -> r.reporter.equals(row.reporter) && r.payloadHash.equals(row.payloadHash));
    }

    private static List<PoolRecord> find(StatelessSession session, List<Report> rows) {
        Map<Long, PoolRecord> found = new TreeMap<>(); // the oldest first
        keys(rows, r -> r.strongKey, keys -> byKeys(session, "uk_record_strong", "strong_key", keys))
                .forEach(r -> found.put(r.id, r));
        keys(rows, r -> r.weakKey, keys -> byKeys(session, "ix_record_weak", "weak_key", keys))
                .forEach(r -> found.putIfAbsent(r.id, r));
        return new ArrayList<>(found.values());
    }

    /** What the rows' keys led to, and what people decided those are. */
    private Known known(StatelessSession session, List<PoolRecord> found, List<Report> rows) {
        if (found.isEmpty() || decided.nothing()) {
            return new Known(found, Map.of());
        }
        Map<String, Long> separated = decided.separated(rows.stream()
                .map(r -> Report.claim(r.strongKey, r.near))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Set<Long> ids = new LinkedHashSet<>(separated.values());
        ids.addAll(decided.roots(found.stream().map(r -> r.id).toList()).values());
        ids.addAll(decided.roots(separated.values()).values());
        found.forEach(r -> ids.remove(r.id));
        List<PoolRecord> all = new ArrayList<>(found);
        for (Set<Long> more = ids; !more.isEmpty(); more = above(all)) {
            all.addAll(records(session, more));
        }
        return new Known(all, separated);
    }

    /** The next ones on the way to the records that these are part of. */
    private static Set<Long> above(List<PoolRecord> records) {
        Set<Long> above = new LinkedHashSet<>();
        records.forEach(r -> {
            if (r.sameAs != null) {
                above.add(r.sameAs);
            }
        });
        records.forEach(r -> above.remove(r.id));
        return above;
    }

    private static List<PoolRecord> keys(
            List<Report> rows, Function<Report, @Nullable String> key, Function<List<String>, List<PoolRecord>> query) {
        List<String> keys = new ArrayList<>();
        for (Report r : rows) {
            String k = key.apply(r);
            if (k != null) {
                keys.add(k);
            }
        }
        return keys.isEmpty() ? List.of() : query.apply(keys.stream().distinct().toList());
    }

    /** The index is forced: long lists are judged by statistics, and while rows pour in they say that scanning is cheaper. */
    private static List<PoolRecord> byKeys(StatelessSession session, String index, String column, List<String> keys) {
        return session.createNativeQuery(
                        "select * from pool_record force index (" + index + ") where " + column + " in (:keys)",
                        PoolRecord.class)
                .setParameterList("keys", keys)
                .getResultList();
    }

    private static List<PoolRecord> records(StatelessSession session, Collection<Long> ids) {
        return session.createSelectionQuery("from PoolRecord where id in (:ids)", PoolRecord.class)
                .setParameterList("ids", ids)
                .getResultList();
    }

    public static Map<Long, List<Report>> liveOf(StatelessSession session, Collection<PoolRecord> records) {
        Map<Long, List<Report>> live = new HashMap<>();
        if (!records.isEmpty()) {
            session.createNativeQuery(
                            "select * from report force index (ix_report_record) where record_id in (:ids) and state = 'LIVE'",
                            Report.class)
                    .setParameterList("ids", records.stream().map(r -> r.id).toList())
                    .getResultList()
                    .forEach(r -> live.computeIfAbsent(Objects.requireNonNull(r.recordId), id -> new ArrayList<>())
                            .add(r));
        }
        return live;
    }

    private static Set<Long> fresh(List<PoolRecord> created) {
        return created.stream().map(r -> r.id).collect(Collectors.toSet());
    }

    private record Fate(
            long id,
            Report.State state,
            Report.@Nullable Outcome outcome,
            @Nullable Long record) {}

    /** Most rows of a chunk make a record each: those are changed by one statement, the others by one before it. */
    private void saveStates(List<Report> rows, Set<Long> creators, Instant now) {
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
    }

    /** Changes the chunk's rows that are in one of the states; the index is forced lest a scan waits for other batches' rows. */
    private void change(List<Report> rows, String set, Set<Report.State> states, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.addAll(List.of(rows.getFirst().batchId, rows.getFirst().rowNo, rows.getLast().rowNo));
        states.forEach(s -> parameters.add(s.name()));
        jdbc.sql("update report force index (uk_report_row) set " + set
                        + " where batch_id = ? and row_no between ? and ? and state in ("
                        + String.join(", ", Collections.nCopies(states.size(), "?")) + ")")
                .params(parameters)
                .update();
    }

    /** Derives the records and writes them with their outbox entries; whoever calls has the type's turn. */
    public void save(String type, List<PoolRecord> created, List<PoolRecord> changed, Map<Long, List<Report>> live) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<PoolRecord> all = new ArrayList<>(created);
        all.addAll(changed);
        Background background = backgrounds.of(changed.stream().map(r -> r.id).toList(), live.values());
        List<RecordSnapshot> written = all.stream()
                .map(r -> r.snapshot(derivation.derive(r, live.getOrDefault(r.id, List.of()), background, now)))
                .toList();
        Map<Boolean, List<PoolRecord>> alone = created.stream()
                .collect(Collectors.partitioningBy(
                        r -> live.getOrDefault(r.id, List.of()).size() == 1));
        bulk.copyRecords(alone.getOrDefault(true, List.of()), now);
        bulk.insertRecords(alone.getOrDefault(false, List.of()));
        bulk.updateRecords(changed);
        outbox.add(type, all.stream().collect(Collectors.toMap(r -> r.id, r -> r.version)));
        events.publishEvent(new RecordsChanged(type, written));
    }
}
