package org.talenthub.records.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided about suspects, for imports to respect. As long as nobody decided anything, one small query says so. */
@Component
public class Decided {

    private final JdbcClient jdbc;

    Decided(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two records, the older one first. */
    public record Pair(long a, long b) {
        public static Pair of(long one, long two) {
            return new Pair(Math.min(one, two), Math.max(one, two));
        }
    }

    public boolean nothing() {
        return !jdbc.sql("select exists (select 1 from suspect)")
                .query(Boolean.class)
                .single();
    }

    /** Of these records those that were found to be others: the record each is part of now. */
    public Map<Long, Long> roots(Collection<Long> ids) {
        Map<Long, Long> above = new HashMap<>();
        Set<Long> asking = new HashSet<>(ids);
        while (!asking.isEmpty()) {
            Map<Long, Long> found = new HashMap<>();
            jdbc.sql("select id, same_as from pool_record where id in (:ids) and same_as is not null")
                    .param("ids", asking)
                    .query(rs -> {
                        found.put(rs.getLong(1), rs.getLong(2));
                    });
            above.putAll(found);
            asking = new HashSet<>(found.values());
            asking.removeAll(above.keySet());
        }
        Map<Long, Long> roots = new HashMap<>();
        for (Long id : ids) {
            Long root = id;
            for (Long up = above.get(id); up != null; up = above.get(up)) {
                root = up;
            }
            if (!root.equals(id)) {
                roots.put(id, root);
            }
        }
        return roots;
    }

    /** The record and all that were found to be it. */
    public List<Long> partsOf(long record) {
        List<Long> parts = new ArrayList<>(List.of(record));
        List<Long> below = parts;
        while (!below.isEmpty()) {
            below = jdbc.sql("select id from pool_record where same_as in (:ids)")
                    .param("ids", below)
                    .query((rs, i) -> rs.getLong(1))
                    .list();
            parts.addAll(below);
        }
        return parts;
    }

    /** Of these claims on a document number those that were given a record of their own, and which. */
    public Map<String, Long> separated(Collection<String> claims) {
        Map<String, Long> records = new HashMap<>();
        if (!claims.isEmpty()) {
            jdbc.sql("select claim, b from suspect where claim in (:claims) and state = 'DIFFERENT'")
                    .param("claims", claims)
                    .query(rs -> {
                        records.put(rs.getString(1), rs.getLong(2));
                    });
        }
        return records;
    }

    /** Pairs with one of these records that were answered, also by being unsure; given by what the records are part of now. */
    public Set<Pair> answered(Collection<Long> records) {
        if (records.isEmpty()) {
            return Set.of();
        }
        List<Pair> pairs = jdbc.sql("""
                        select a, b from suspect where state <> 'OPEN' and claim is null and a in (:ids)
                        union select a, b from suspect where state <> 'OPEN' and claim is null and b in (:ids)""")
                .param("ids", records)
                .query((rs, i) -> new Pair(rs.getLong(1), rs.getLong(2)))
                .list();
        Set<Long> ids = new HashSet<>();
        pairs.forEach(p -> ids.addAll(List.of(p.a(), p.b())));
        Map<Long, Long> roots = roots(ids);
        Set<Pair> answered = new HashSet<>(pairs);
        pairs.forEach(p -> answered.add(Pair.of(roots.getOrDefault(p.a(), p.a()), roots.getOrDefault(p.b(), p.b()))));
        return answered;
    }

    /** Of these claims those that were asked about because of what their reporter itself had said before: it was told then. */
    public Set<String> told(Collection<String> claims, String reporter) {
        Set<String> told = new HashSet<>();
        if (!claims.isEmpty()) {
            jdbc.sql("select s.claim from suspect s join report r on r.id = s.b"
                            + " where s.claim in (:claims) and not s.hidden and r.reporter = :reporter")
                    .param("claims", claims)
                    .param("reporter", reporter)
                    .query(rs -> {
                        told.add(rs.getString(1));
                    });
        }
        return told;
    }

    /** Whether one document number under two names was asked about already. */
    public record Asked(Set<Long> open, Set<String> claims) {}

    public Asked asked(Collection<Long> records) {
        Asked asked = new Asked(new HashSet<>(), new HashSet<>());
        if (!records.isEmpty()) {
            jdbc.sql("select a, claim, state from suspect where a in (:ids) and claim is not null")
                    .param("ids", records)
                    .query(rs -> {
                        asked.claims().add(rs.getString(2));
                        if (!rs.getString(3).equals("DIFFERENT")) {
                            asked.open().add(rs.getLong(1));
                        }
                    });
        }
        return asked;
    }
}
