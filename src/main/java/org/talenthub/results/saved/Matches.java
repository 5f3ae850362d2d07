package org.talenthub.results.saved;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.search.counting.Probes;

/**
 * Which records each saved search is known to find. A search with at most {@value #MOST_KNOWN} of them knows all of them, and so tells
 * one that newly matches from one that merely changed, which is no news. A search that finds more knows only what came since it was
 * saved: there a record is new when it was first reported after that.
 */
@Component
public class Matches {

    public static final int MOST_KNOWN = 2_000;

    /** So many news a search keeps; nobody reads more. */
    public static final int MOST_NEW = 1_000;

    private static final int LUMP = 1_000;

    private final SavedSearchRepository searches;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Matches(SavedSearchRepository searches, JdbcClient jdbc, JdbcTemplate batches) {
        this.searches = searches;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What a search found that the account has not seen. */
    record New(long record, Instant foundAt) {}

    void begin(SavedSearch s, Probes.Found found) {
        if (found.total() <= MOST_KNOWN && found.ids().size() == found.total()) {
            insert(s.id(), found.ids(), null);
            searches.complete(s.id(), true);
        }
    }

    void forget(long search) {
        jdbc.sql("delete from saved_match where search_id = ?").param(search).update();
        jdbc.sql("delete from saved_seen where search_id = ?").param(search).update();
    }

    /** Search to those of the records that it is known to find. */
    Map<Long, Set<Long>> known(Collection<Long> records) {
        Map<Long, Set<Long>> known = new HashMap<>();
        for (List<Long> lump : lumps(records)) {
            jdbc.sql("select search_id, record_id from saved_match where record_id in (:ids)")
                    .param("ids", lump)
                    .query(rs -> {
                        known.computeIfAbsent(rs.getLong(1), k -> new HashSet<>())
                                .add(rs.getLong(2));
                    });
        }
        return known;
    }

    public void found(long search, Collection<Long> records, Instant at) {
        if (records.isEmpty()) {
            return;
        }
        insert(search, records, Timestamp.from(at));
        trim(search);
    }

    void lost(long search, Collection<Long> records) {
        for (List<Long> lump : lumps(records)) {
            jdbc.sql("delete from saved_match where search_id = :search and record_id in (:ids)")
                    .param("search", search)
                    .param("ids", lump)
                    .update();
        }
    }

    /** Search to its news that the account has not seen, newest first. */
    Map<Long, List<New>> unseen(Collection<SavedSearch> searches, long account) {
        return news(searches, """
                        select m.search_id, m.record_id, m.found_at from saved_match m
                        left join saved_seen s on s.search_id = m.search_id and s.account_id = :account
                        where m.search_id in (:ids) and m.found_at is not null
                          and (s.seen_at is null or m.found_at > s.seen_at)
                        order by m.found_at desc, m.record_id desc""", Map.of("account", account));
    }

    /** Search to what it found within that time, seen or not. */
    Map<Long, List<New>> between(Collection<SavedSearch> searches, Instant from, Instant to) {
        return news(searches, """
                        select m.search_id, m.record_id, m.found_at from saved_match m
                        where m.search_id in (:ids) and m.found_at >= :from and m.found_at < :to
                        order by m.found_at desc, m.record_id desc""", Map.of("from", Timestamp.from(from), "to", Timestamp.from(to)));
    }

    private Map<Long, List<New>> news(Collection<SavedSearch> searches, String sql, Map<String, Object> parameters) {
        Map<Long, List<New>> news = new LinkedHashMap<>();
        if (!searches.isEmpty()) {
            jdbc.sql(sql)
                    .param("ids", searches.stream().map(SavedSearch::id).toList())
                    .params(parameters)
                    .query(rs -> {
                        news.computeIfAbsent(rs.getLong(1), k -> new ArrayList<>())
                                .add(new New(rs.getLong(2), rs.getTimestamp(3).toInstant()));
                    });
        }
        return news;
    }

    void seen(Collection<SavedSearch> searches, long account, Instant at) {
        batches.batchUpdate(
                "insert into saved_seen (search_id, account_id, seen_at) values (?, ?, ?)"
                        + " on duplicate key update seen_at = greatest(seen_at, values(seen_at))",
                searches,
                100,
                (ps, s) -> {
                    ps.setLong(1, s.id());
                    ps.setLong(2, account);
                    ps.setTimestamp(3, Timestamp.from(at));
                });
    }

    private void insert(long search, Collection<Long> records, @Nullable Timestamp at) {
        batches.batchUpdate(
                "insert ignore into saved_match (search_id, record_id, found_at) values (?, ?, ?)",
                records,
                LUMP,
                (ps, id) -> {
                    ps.setLong(1, search);
                    ps.setLong(2, id);
                    ps.setTimestamp(3, at);
                });
    }

    /** Forgets the oldest beyond the limits; such a search does not know everything any more. */
    private void trim(long search) {
        long rows = jdbc.sql("select count(*) from saved_match where search_id = ?")
                .param(search)
                .query(Long.class)
                .single();
        if (rows <= MOST_KNOWN + MOST_NEW) {
            return;
        }
        searches.complete(search, false);
        jdbc.sql("delete from saved_match where search_id = ? and found_at is null")
                .param(search)
                .update();
        List<Long> old = jdbc.sql(
                        "select record_id from saved_match where search_id = ? order by found_at desc, record_id desc limit 1000000 offset ?")
                .params(search, MOST_NEW)
                .query((rs, i) -> rs.getLong(1))
                .list();
        lost(search, old);
    }

    private static List<List<Long>> lumps(Collection<Long> records) {
        List<Long> all = List.copyOf(records);
        List<List<Long>> lumps = new ArrayList<>();
        for (int i = 0; i < all.size(); i += LUMP) {
            lumps.add(all.subList(i, Math.min(all.size(), i + LUMP)));
        }
        return lumps;
    }
}
