package org.talenthub.records.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Names;
import org.talenthub.records.Likeness.Shared;
import org.talenthub.records.RecordType;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.NearKeys.Kind;
import org.talenthub.security.sealing.Sealing;

/**
 * Finds whom rows may be, in the pool and among the earlier rows of their file: one query per kind of near key for a page of rows,
 * one more for what the few candidates say. The feed's module then judges each pair.
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
    private final Sealing sealing;
    private final Json json;

    Nearby(JdbcClient jdbc, Derivation derivation, Sealing sealing, Json json) {
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.sealing = sealing;
        this.json = json;
    }

    /**
     * A row to look for.
     *
     * @param own the record that its keys lead to already, null when none
     */
    public record Probe(
            long id,
            int number,
            String name,
            NearKeys keys,
            @Nullable Long own) {}

    /**
     * A row may be the same as another.
     *
     * @param other a record, or with {@code otherRow} the report of an earlier row of the file
     */
    public record Suspicion(
            long report, long other, @Nullable Integer otherRow, Likeness likeness) {}

    /** What is compared of one side; its secrets only when its document number is to be looked at. */
    private record Side(
            long id,
            @Nullable String strong,
            @Nullable String weak,
            NearKeys keys,
            Fields fields,
            Map<String, String> secrets) {}

    private record Pair(Probe probe, long other, @Nullable Integer otherRow) {}

    /**
     * Those of the rows that may be somebody else's, the likeliest first; the file learns the rows.
     *
     * @param inPool what {@link #inPool} found of them
     */
    public Map<Long, List<Suspicion>> find(
            String type, List<Probe> probes, Map<Probe, Set<Long>> inPool, FileRows file) {
        RecordType rules = derivation.type(type);
        List<Pair> pairs = new ArrayList<>();
        inPool.forEach((probe, ids) -> ids.forEach(id -> pairs.add(new Pair(probe, id, null))));
        for (Probe probe : probes) {
            Map<Long, Integer> earlier = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                for (FileRows.Earlier e : file.sharing(kind, probe.keys(), most(kind))) {
                    if (kind != Kind.PEER || rules.names(probe.name(), e.name()) != Names.OTHER) {
                        earlier.put(e.id(), e.number());
                    }
                }
            }
            earlier.forEach((id, number) -> pairs.add(new Pair(probe, id, number)));
            file.add(new FileRows.Earlier(probe.id(), probe.number(), probe.name()), probe.keys());
        }
        return judge(rules, pairs);
    }

    private static int most(Kind kind) {
        return kind == Kind.PHONE ? PHONE_OWNERS : OWNERS;
    }

    /** The records that share a key with a row. */
    public Map<Probe, Set<Long>> inPool(String type, List<Probe> probes) {
        RecordType rules = derivation.type(type);
        Map<Probe, Set<Long>> found = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Map<Long, List<Probe>> asking = new HashMap<>();
            for (Probe p : probes) {
                Long key = p.keys().get(kind);
                if (key != null) {
                    asking.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
                }
            }
            if (!asking.isEmpty()) {
                hits(kind, asking.keySet()).forEach((key, hits) -> {
                    if (hits.size() > most(kind)) {
                        return;
                    }
                    for (Probe p : asking.getOrDefault(key, List.of())) {
                        hits.stream()
                                .filter(h -> !Objects.equals(h.id(), p.own()))
                                .filter(h -> kind != Kind.PEER || rules.names(p.name(), h.name()) != Names.OTHER)
                                .forEach(h -> found.computeIfAbsent(p, x -> new LinkedHashSet<>())
                                        .add(h.id()));
                    }
                });
            }
        }
        return found;
    }

    private record Hit(long id, String name) {}

    /** The records with these keys; each kind's index holds all that is read here. */
    private Map<Long, List<Hit>> hits(Kind kind, Collection<Long> keys) {
        Map<Long, List<Hit>> hits = new HashMap<>();
        String column = kind.column();
        jdbc.sql("select " + column + ", id" + (kind == Kind.PEER ? ", name" : ", ''")
                        + " from pool_record force index (" + kind.index() + ") where " + column + " in (:keys)")
                .param("keys", keys)
                .query(rs -> {
                    hits.computeIfAbsent(rs.getLong(1), k -> new ArrayList<>())
                            .add(new Hit(rs.getLong(2), rs.getString(3)));
                });
        return hits;
    }

    private Map<Long, List<Suspicion>> judge(RecordType rules, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        Map<Boolean, Set<Long>> others = pairs.stream()
                .collect(Collectors.partitioningBy(
                        p -> p.otherRow() == null, Collectors.mapping(Pair::other, Collectors.toSet())));
        Map<Long, Side> records = sides(
                "pool_record", others.getOrDefault(true, Set.of()), " and (state = 'LIVE' or same_as is not null)");
        Set<Long> ids = pairs.stream().map(p -> p.probe().id()).collect(Collectors.toSet());
        ids.addAll(others.getOrDefault(false, Set.of()));
        Map<Long, Side> reports = sides("report", ids, "");
        Map<Long, List<Suspicion>> found = new HashMap<>();
        for (Pair p : pairs) {
            Side one = reports.get(p.probe().id());
            Side two = (p.otherRow() == null ? records : reports).get(p.other());
            if (one != null && two != null && !sameByKeys(one, two)) {
                compare(rules, one, two)
                        .ifPresent(likeness -> found.computeIfAbsent(one.id(), k -> new ArrayList<>())
                                .add(new Suspicion(one.id(), p.other(), p.otherRow(), likeness)));
            }
        }
        found.replaceAll((row, all) -> all.stream()
                .sorted(Comparator.comparingInt((Suspicion s) -> s.likeness().score())
                        .reversed())
                .limit(BEST)
                .toList());
        return found;
    }

    private static boolean sameByKeys(Side a, Side b) {
        boolean both = a.strong() != null && b.strong() != null;
        return both
                ? Objects.equals(a.strong(), b.strong())
                : a.weak() != null && a.weak().equals(b.weak());
    }

    private Optional<Likeness> compare(RecordType rules, Side a, Side b) {
        Map<Kind, Boolean> same = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            same.put(kind, a.keys().shares(kind, b.keys()));
        }
        boolean documentsDiffer =
                a.strong() != null && b.strong() != null && !a.strong().equals(b.strong());
        boolean parts = Boolean.TRUE.equals(same.get(Kind.HEAD)) || Boolean.TRUE.equals(same.get(Kind.TAIL));
        return rules.compare(
                a.fields(),
                b.fields(),
                new Shared(
                        Boolean.TRUE.equals(same.get(Kind.ALIKE)),
                        Boolean.TRUE.equals(same.get(Kind.PEER)),
                        Boolean.TRUE.equals(same.get(Kind.DESK)),
                        Boolean.TRUE.equals(same.get(Kind.PHONE)),
                        a.keys().phoneKey != null
                                && b.keys().phoneKey != null
                                && !a.keys().shares(Kind.PHONE, b.keys()),
                        documentsDiffer && parts && rules.near(a.secrets(), b.secrets()),
                        documentsDiffer));
    }

    private Map<String, String> secrets(NearKeys keys, byte @Nullable [] sealed) {
        return keys.headKey == null || sealed == null ? Map.of() : json.texts(sealing.open(sealed));
    }

    private Map<Long, Side> sides(String table, Collection<Long> ids, String more) {
        Map<Long, Side> sides = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, strong_key, weak_key, payload, sealed, " + NearKeys.COLUMNS + " from " + table
                            + " where id in (:ids)" + more)
                    .param("ids", ids)
                    .query(rs -> {
                        NearKeys keys = NearKeys.read(rs, 6);
                        sides.put(
                                rs.getLong(1),
                                new Side(
                                        rs.getLong(1),
                                        rs.getString(2),
                                        rs.getString(3),
                                        keys,
                                        json.fields(rs.getString(4)),
                                        secrets(keys, rs.getBytes(5))));
                    });
        }
        return sides;
    }
}
