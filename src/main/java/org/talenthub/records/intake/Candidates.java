package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.duplicates.Decided;

/** Looks up the records that staged rows may mean, by the rows' keys and by what people decided. */
@Component
public class Candidates {

    private final JdbcClient jdbc;
    private final Decided decided;

    Candidates(JdbcClient jdbc, Decided decided) {
        this.jdbc = jdbc;
        this.decided = decided;
    }

    /**
     * A record that answers to a row's keys.
     *
     * @param root the record it is part of by a decision, else itself; that one gets the row
     * @param live whether that one is
     * @param version that one's
     */
    record Candidate(
            long id,
            long root,
            boolean live,
            long version,
            @Nullable String strong,
            @Nullable String weak,
            String name) {}

    /** The records that a page's rows may mean, by key, and what this reporter said last of each. */
    record Found(
            Map<String, List<Candidate>> strong,
            Map<String, List<Candidate>> weak,
            Map<String, Candidate> claimed,
            Map<Long, String> mine) {

        @Nullable
        Candidate match(Forecast.Row r) {
            String claim = r.claim();
            Candidate own = claim == null ? null : claimed.get(claim);
            return own != null
                    ? own
                    : of(strong, r.strong())
                            .findFirst()
                            .orElseGet(() -> of(weak, r.weak())
                                    .filter(k -> r.strong() == null || k.strong() == null)
                                    .findFirst()
                                    .orElse(null));
        }

        private static Stream<Candidate> of(Map<String, List<Candidate>> by, @Nullable String key) {
            return key == null ? Stream.empty() : by.getOrDefault(key, List.of()).stream();
        }
    }

    /** One page's; all of one reporter. */
    Found of(List<Forecast.Row> rows) {
        Map<String, List<Candidate>> strong =
                by("uk_record_strong", "strong_key", rows, Forecast.Row::strong, Candidate::strong);
        Map<String, List<Candidate>> weak = by("ix_record_weak", "weak_key", rows, Forecast.Row::weak, Candidate::weak);
        Map<String, Candidate> claimed = strong.isEmpty() || decided.nothing() ? Map.of() : claimed(rows);
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
                                .map(Candidate::root)
                                .distinct()
                                .toList()));
    }

    private Map<String, Candidate> claimed(List<Forecast.Row> rows) {
        Map<String, Long> separated = decided.separated(rows.stream()
                .map(Forecast.Row::claim)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, Candidate> records = new HashMap<>();
        query("where id in (:keys)", separated.values()).forEach(k -> records.put(k.id(), k));
        Map<String, Candidate> claimed = new HashMap<>();
        separated.forEach((claim, id) -> {
            Candidate k = records.get(id);
            if (k != null) {
                claimed.put(claim, k);
            }
        });
        return claimed;
    }

    private Map<String, List<Candidate>> by(
            String index,
            String column,
            List<Forecast.Row> rows,
            Function<Forecast.Row, @Nullable String> rowKey,
            Function<Candidate, @Nullable String> candidateKey) {
        List<String> keys =
                rows.stream().map(rowKey).filter(Objects::nonNull).distinct().toList();
        Map<String, List<Candidate>> found = new HashMap<>();
        query("force index (" + index + ") where " + column + " in (:keys)", keys)
                .forEach(k -> found.computeIfAbsent(String.valueOf(candidateKey.apply(k)), x -> new ArrayList<>())
                        .add(k));
        return found;
    }

    private List<Candidate> query(String which, Collection<?> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Candidate> found = jdbc.sql(
                        "select id, coalesce(same_as, id), state = 'LIVE', version, strong_key, weak_key, name from pool_record "
                                + which + " order by id")
                .param("keys", keys)
                .query((rs, i) -> new Candidate(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getBoolean(3),
                        rs.getLong(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7)))
                .list();
        List<Candidate> moved = found.stream().filter(k -> k.root() != k.id()).toList();
        if (moved.isEmpty()) {
            return found;
        }
        Map<Long, Long> roots = decided.roots(moved.stream().map(Candidate::id).toList());
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
                            : new Candidate(
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
}
