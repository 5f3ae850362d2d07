package org.talenthub.records.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.Headline;
import org.talenthub.records.identity.ReportOrigins.Origin;

/** Looks up what was said of those whom staged rows may mean: by the rows' keys, by what they correct and by what people decided. */
@Component
public class Candidates {

    private final JdbcClient jdbc;
    private final RecordKeys keys;
    private final ReportOrigins origins;
    private final Decided decided;

    Candidates(JdbcClient jdbc, RecordKeys keys, ReportOrigins origins, Decided decided) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.origins = origins;
        this.decided = decided;
    }

    /**
     * A row to look for.
     *
     * @param claim what a decision may have said whose its number is; null without keys to say it of
     */
    public record Asking(
            int number, Mention mention, @Nullable String claim) {}

    /** A person: a record that is part of no other. */
    public record Person(long id, boolean live, long version, Headline headline) {}

    /**
     * What is known of a page's rows.
     *
     * @param persons by each record that is part of one
     * @param claimed records that decisions gave to claims
     * @param origins what rows correct, by their numbers
     */
    public record Found(
            Known known, Map<Long, Person> persons, Map<String, Long> claimed, Map<Integer, Origin> origins) {

        /** Of no rows. */
        public static final Found NOTHING = new Found(new Known(), Map.of(), Map.of(), Map.of());

        public @Nullable Long decided(@Nullable String claim) {
            return claim == null ? null : claimed.get(claim);
        }

        public @Nullable Person person(@Nullable Long record) {
            return record == null ? null : persons.get(record);
        }
    }

    /** @param rows of one batch, in order, at least one */
    public Found of(long batch, List<Asking> rows) {
        Map<Integer, Origin> corrected =
                origins.of(batch, rows.getFirst().number(), rows.getLast().number());
        Set<String> claims = new HashSet<>();
        Set<Long> asked = new HashSet<>();
        for (Asking r : rows) {
            Stream.of(r.mention().strong(), r.mention().weak())
                    .flatMap(Stream::ofNullable)
                    .map(RecordKeys::of)
                    .forEach(asked::add);
            if (r.claim() != null) {
                claims.add(r.claim());
            }
        }
        Set<Long> ids = new HashSet<>(keys.records(asked));
        Map<String, Long> claimed = claims.isEmpty() || decided.nothing() ? Map.of() : decided.separated(claims);
        ids.addAll(claimed.values());
        corrected.values().stream().map(Origin::record).filter(Objects::nonNull).forEach(ids::add);
        Known known = new Known();
        Map<Long, Person> persons = ids.isEmpty() ? Map.of() : persons(ids);
        said("LIVE", ids(persons, true), known);
        said("WITHDRAWN", ids(persons, false), known);
        return new Found(known, persons, claimed, corrected);
    }

    private record Stored(long id, @Nullable Long sameAs, Person person) {}

    private Map<Long, Person> persons(Collection<Long> ids) {
        Map<Long, Stored> stored = new HashMap<>();
        load(ids, stored);
        Set<Long> moved = new HashSet<>();
        stored.values().stream().filter(s -> s.sameAs() != null).forEach(s -> moved.add(s.id()));
        Map<Long, Long> roots = moved.isEmpty() ? Map.of() : decided.roots(moved);
        Set<Long> above = new HashSet<>(roots.values());
        above.removeAll(stored.keySet());
        load(above, stored);
        Map<Long, Person> persons = new HashMap<>();
        stored.keySet().forEach(id -> {
            Stored root = stored.get(roots.getOrDefault(id, id));
            if (root != null) {
                persons.put(id, root.person());
            }
        });
        return persons;
    }

    private void load(Collection<Long> ids, Map<Long, Stored> into) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "select id, same_as, state = 'LIVE', version, name, subtype, region, enterprise_code, enterprise_name, area"
                                + " from pool_record where id in (:ids)")
                .param("ids", ids)
                .query(rs -> {
                    Headline headline = new Headline(
                            rs.getString(5),
                            rs.getString(6),
                            rs.getString(7),
                            rs.getString(8),
                            rs.getString(9),
                            rs.getString(10));
                    long id = rs.getLong(1);
                    into.put(
                            id,
                            new Stored(
                                    id,
                                    rs.getObject(2, Long.class),
                                    new Person(id, rs.getBoolean(3), rs.getLong(4), headline)));
                });
    }

    private static Set<Long> ids(Map<Long, Person> persons, boolean live) {
        return persons.values().stream()
                .filter(p -> p.live() == live)
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private void said(String state, Collection<Long> persons, Known known) {
        if (persons.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "select coalesce(own_record, record_id), record_id, id, reporter, strong_key, weak_key, traits, verified, title,"
                                + " payload_hash from report force index (ix_report_record)"
                                + " where record_id in (:persons) and state = :state order by live_at, row_no, id")
                .param("persons", persons)
                .param("state", state)
                .query(rs -> {
                    Mention mention = new Mention(
                            rs.getString(4), rs.getString(5), rs.getString(6), rs.getString(7), rs.getBoolean(8));
                    known.add(new Earlier(
                            mention,
                            rs.getLong(1),
                            rs.getLong(2),
                            state.equals("LIVE"),
                            rs.getLong(3),
                            0,
                            rs.getString(9),
                            rs.getString(10)));
                });
    }
}
