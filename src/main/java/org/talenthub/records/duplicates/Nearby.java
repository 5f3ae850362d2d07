package org.talenthub.records.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Names;
import org.talenthub.records.RecordType;
import org.talenthub.records.duplicates.ReportComparisons.Side;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.identity.Earlier;
import org.talenthub.records.identity.RecordKeys;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.NearKeys.Kind;

/**
 * Finds whom rows may be, in the pool and among the earlier rows of their file: one query per kind of near key for a page of rows,
 * a few more for what the few candidates say. The feed's module then judges each pair. Reports are compared, not records: what a
 * stranger says of a person must not be found out by asking after one's own.
 */
@Component
public class Nearby {

    /** A phone that more records share is an office's. */
    private static final int PHONE_OWNERS = 3;

    /** Any other key that more share tells nothing: one date typed for a whole staff. */
    private static final int OWNERS = FileRows.MOST;

    private static final int BEST = 5;

    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final RecordKeys keys;
    private final ReportComparisons comparisons;
    private final Decided decided;

    Nearby(JdbcClient jdbc, Derivation derivation, RecordKeys keys, ReportComparisons comparisons, Decided decided) {
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.keys = keys;
        this.comparisons = comparisons;
        this.decided = decided;
    }

    /** A row whose near keys are looked up. */
    public record Asking(long id, String name, NearKeys keys) {}

    /** What one reporter says of a record. */
    public record Said(long record, String reporter) {}

    /**
     * A row to be judged.
     *
     * @param record the record that it belongs to, or would make
     * @param root what that is part of
     * @param pairs whom the rule of identity asks about, one report of each
     */
    public record Probe(Asking row, int number, long record, long root, List<Earlier> pairs) {}

    /**
     * A row may be the same as another.
     *
     * @param other a record, or with {@code otherRow} the report of an earlier row of the file
     * @param saidBy the report that the row was compared with
     * @param hidden somebody else's, whom the row's reporter may not know of
     */
    public record Suspicion(
            long report, long other, @Nullable Integer otherRow, long saidBy, boolean hidden, Likeness likeness) {}

    private record Pair(
            Probe probe, long other, @Nullable Integer otherRow, long saidBy, boolean hidden, boolean asked) {}

    /** What is said under one key: by the row's own reporter, and by others. */
    private record Owners(Map<Boolean, Set<Long>> records) {

        /** Whether so few share it that it tells something; counted apart, lest others' people show in one's own. */
        boolean tells(boolean own, Kind kind) {
            return records.getOrDefault(own, Set.of()).size() <= most(kind);
        }
    }

    private static int most(Kind kind) {
        return kind == Kind.PHONE ? PHONE_OWNERS : OWNERS;
    }

    /** What shares a key with a row, by the row. */
    public Map<Long, Set<Said>> inPool(String type, Whose whose, List<Asking> rows) {
        RecordType rules = derivation.type(type);
        Map<Long, Set<Said>> found = new HashMap<>();
        for (Kind kind : Kind.values()) {
            Map<Long, List<Asking>> asking = new HashMap<>();
            for (Asking row : rows) {
                Long key = row.keys().get(kind);
                if (key != null) {
                    asking.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
                }
            }
            Map<Long, List<RecordKeys.Hit>> hits = new HashMap<>();
            keys.hits(
                    asking.keySet(),
                    h -> hits.computeIfAbsent(h.key(), k -> new ArrayList<>()).add(h));
            hits.forEach((key, all) -> {
                Owners owners = new Owners(all.stream()
                        .collect(Collectors.partitioningBy(
                                h -> whose.own(h.reporter()),
                                Collectors.mapping(RecordKeys.Hit::record, Collectors.toSet()))));
                for (Asking row : asking.getOrDefault(key, List.of())) {
                    all.stream()
                            .filter(h -> owners.tells(whose.own(h.reporter()), kind))
                            .filter(h -> kind != Kind.PEER || named(rules, row.name(), h.name()))
                            .forEach(h -> found.computeIfAbsent(row.id(), r -> new LinkedHashSet<>())
                                    .add(new Said(h.record(), h.reporter())));
                }
            });
        }
        return found;
    }

    private static boolean named(RecordType rules, String name, @Nullable String other) {
        return other == null || rules.names(name, other) != Names.OTHER;
    }

    /**
     * Whom the rows may be besides what they are, the likeliest first; the file learns the rows.
     *
     * @param inPool what {@link #inPool} found of them
     */
    public Map<Long, List<Suspicion>> find(
            String type, Whose whose, List<Probe> probes, Map<Long, Set<Said>> inPool, FileRows file) {
        RecordType rules = derivation.type(type);
        List<Pair> pairs = new ArrayList<>(pooled(whose, probes, inPool));
        for (Probe probe : probes) {
            for (Earlier e : probe.pairs()) {
                boolean here = e.row() > 0;
                pairs.add(new Pair(
                        probe,
                        here ? e.report() : e.record(),
                        here ? Integer.valueOf(e.row()) : null,
                        e.report(),
                        !whose.own(e.mention().reporter()),
                        true));
            }
            Map<Long, FileRows.Earlier> earlier = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                for (FileRows.Earlier e : file.sharing(kind, probe.row().keys(), most(kind))) {
                    if (e.record() != probe.record()
                            && (kind != Kind.PEER || named(rules, probe.row().name(), e.name()))) {
                        earlier.put(e.id(), e);
                    }
                }
            }
            earlier.values().forEach(e -> pairs.add(new Pair(probe, e.id(), e.number(), e.id(), false, false)));
            file.add(
                    new FileRows.Earlier(
                            probe.row().id(), probe.number(), probe.row().name(), probe.record()),
                    probe.row().keys());
        }
        return judge(rules, pairs);
    }

    /** What was found in the pool, each by the newest report that says so. */
    private List<Pair> pooled(Whose whose, List<Probe> probes, Map<Long, Set<Said>> inPool) {
        Set<Long> records = new HashSet<>();
        probes.forEach(p -> inPool.getOrDefault(p.row().id(), Set.of()).forEach(s -> records.add(s.record())));
        if (records.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> roots = decided.roots(records);
        Map<Said, Long> newest =
                newest(Stream.concat(records.stream(), roots.values().stream()).collect(Collectors.toSet()));
        List<Pair> pairs = new ArrayList<>();
        for (Probe p : probes) {
            for (Said s : inPool.getOrDefault(p.row().id(), Set.of())) {
                Long report = newest.get(s);
                if (report != null && roots.getOrDefault(s.record(), s.record()) != p.root()) {
                    pairs.add(new Pair(p, s.record(), null, report, !whose.own(s.reporter()), false));
                }
            }
        }
        return pairs;
    }

    private Map<Said, Long> newest(Collection<Long> records) {
        Map<Said, Long> newest = new HashMap<>();
        jdbc.sql("select coalesce(own_record, record_id), reporter, id from report force index (ix_report_record)"
                        + " where record_id in (:records) and state = 'LIVE' order by live_at, row_no, id")
                .param("records", records)
                .query(rs -> {
                    newest.put(new Said(rs.getLong(1), rs.getString(2)), rs.getLong(3));
                });
        return newest;
    }

    private Map<Long, List<Suspicion>> judge(RecordType rules, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        Set<Long> reports = new HashSet<>();
        pairs.forEach(p -> reports.addAll(List.of(p.probe().row().id(), p.saidBy())));
        Map<Long, Side> sides = comparisons.sides(reports);
        Map<Long, Map<Long, Suspicion>> found = new HashMap<>();
        for (Pair p : pairs) {
            Side one = sides.get(p.probe().row().id());
            Side two = sides.get(p.saidBy());
            if (one == null || two == null) {
                continue;
            }
            Likeness likeness = p.asked()
                    ? comparisons.asked(rules, one, two)
                    : comparisons.compare(rules, one, two).orElse(null);
            if (likeness != null) {
                found.computeIfAbsent(one.id(), r -> new LinkedHashMap<>())
                        .merge(
                                p.other(),
                                new Suspicion(one.id(), p.other(), p.otherRow(), p.saidBy(), p.hidden(), likeness),
                                Nearby::better);
            }
        }
        Map<Long, List<Suspicion>> best = new HashMap<>();
        found.forEach((row, all) -> best.put(
                row,
                Stream.of(false, true)
                        .flatMap(hidden -> all.values().stream()
                                .filter(s -> s.hidden() == hidden)
                                .sorted(LIKELIEST)
                                .limit(BEST))
                        .toList()));
        return best;
    }

    private static final Comparator<Suspicion> LIKELIEST =
            Comparator.comparingInt((Suspicion s) -> s.likeness().score()).reversed();

    /** Of two reports about one record the reporter's own tells, whatever others say of it. */
    private static Suspicion better(Suspicion a, Suspicion b) {
        if (a.hidden() != b.hidden()) {
            return a.hidden() ? b : a;
        }
        return a.likeness().score() >= b.likeness().score() ? a : b;
    }
}
