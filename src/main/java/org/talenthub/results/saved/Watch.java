package org.talenthub.results.saved;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.access.Organisation;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Ids;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.indexing.Follower;
import org.talenthub.records.Records;
import org.talenthub.search.counting.Probes;
import org.talenthub.search.counting.Probes.Probe;
import org.talenthub.security.Viewer;

/**
 * Tries the saved searches on the records that changed, and on nothing else. The relay's progress and the list of changed records are
 * written in one transaction, and so are the list's end and what was found: killed, or with Elasticsearch away, it goes on where it was.
 * A saved search is tried with the eyes that its owner, or its organisation, has now.
 */
@Component
public class Watch implements Follower, Background {

    private static final Duration POLL = Duration.ofMillis(500);

    /** A long import is tried in large pieces, a single change at once. */
    private static final Duration LULL = Duration.ofMillis(400);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int PIECES = 50;

    /** Elasticsearch gives at most 10,000 hits at once. */
    private static final int MOST_IDS = 5_000;

    private static final int MOST_PROBES = 100;

    private final JdbcClient jdbc;
    private final SavedSearches searches;
    private final Matches matches;
    private final Probes probes;
    private final Records records;
    private final Accounts accounts;
    private final Alerts alerts;
    private final TransactionTemplate transaction;
    private final Worker worker =
            new Worker(Stage.FOLLOWERS, "watch", "saved searches wait, trying again", this::follow);

    Watch(
            JdbcClient jdbc,
            SavedSearches searches,
            Matches matches,
            Probes probes,
            Records records,
            Accounts accounts,
            Alerts alerts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.searches = searches;
        this.matches = matches;
        this.probes = probes;
        this.records = records;
        this.accounts = accounts;
        this.alerts = alerts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    private record Piece(long id, String type, List<Long> ids) {}

    @Override
    public void indexed(String type, Collection<Long> changed) {
        if (searches.any()) {
            ByteBuffer bytes = ByteBuffer.allocate(changed.size() * Long.BYTES);
            changed.forEach(bytes::putLong);
            jdbc.sql("insert into changed_records (id, type, ids, at) values (?, ?, ?, ?)")
                    .params(Ids.next(), type, bytes.array(), Timestamp.from(Instant.now()))
                    .update();
        }
    }

    /** How many pieces wait. */
    public long waiting() {
        return jdbc.sql("select count(*) from changed_records")
                .query(Long.class)
                .single();
    }

    /** Tries what waits, if it is time for that; true when there was something. */
    private boolean step() {
        List<Timestamp> at = jdbc.sql("select at from changed_records order by id")
                .query((rs, i) -> rs.getTimestamp(1))
                .list();
        Instant now = Instant.now();
        if (at.isEmpty()
                || (at.getLast().toInstant().isAfter(now.minus(LULL))
                        && at.getFirst().toInstant().isAfter(now.minus(LONGEST_WAIT)))) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> attempt()));
    }

    private boolean attempt() {
        List<Piece> pieces = jdbc.sql(
                        "select id, type, ids from changed_records order by id limit ? for update skip locked")
                .param(PIECES)
                .query((rs, i) -> new Piece(rs.getLong(1), rs.getString(2), ids(rs.getBytes(3))))
                .list();
        if (pieces.isEmpty()) {
            return false;
        }
        Map<String, Set<Long>> byType = new TreeMap<>();
        pieces.forEach(
                p -> byType.computeIfAbsent(p.type, t -> new LinkedHashSet<>()).addAll(p.ids));
        List<SavedSearch> all = searches.all();
        Map<String, Viewer> eyes = new LinkedHashMap<>();
        for (Viewer v : accounts.usable()) {
            eyes.put(Organisation.alone(v.account()), v);
            eyes.putIfAbsent(Organisation.of(v), v);
        }
        byType.forEach((type, ids) -> {
            List<SavedSearch> concerned =
                    all.stream().filter(s -> s.kind().type().equals(type)).toList();
            if (!concerned.isEmpty()) {
                probes.refresh(type);
                lumps(List.copyOf(ids)).forEach(lump -> attempt(concerned, lump, eyes));
            }
        });
        jdbc.sql("delete from changed_records where id in (:ids)")
                .param("ids", pieces.stream().map(Piece::id).toList())
                .update();
        return true;
    }

    private void attempt(List<SavedSearch> concerned, List<Long> changed, Map<String, Viewer> eyes) {
        Map<Probe, List<SavedSearch>> same = new LinkedHashMap<>();
        for (SavedSearch s : concerned) {
            Viewer as = eyes.get(s.shared() ? s.organisation() : Organisation.alone(s.account()));
            if (as != null) {
                same.computeIfAbsent(new Probe(s.asked(), as, changed), k -> new ArrayList<>())
                        .add(s);
            }
        }
        List<Probe> asked = List.copyOf(same.keySet());
        Map<Long, Set<Long>> found = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i += MOST_PROBES) {
            List<Probe> some = asked.subList(i, Math.min(asked.size(), i + MOST_PROBES));
            List<Set<Long>> answers = probes.ask(some);
            for (int n = 0; n < some.size(); n++) {
                for (SavedSearch s : same.getOrDefault(some.get(n), List.of())) {
                    found.put(s.id(), answers.get(n));
                }
            }
        }
        keep(concerned, changed, found);
    }

    private void keep(List<SavedSearch> concerned, List<Long> changed, Map<Long, Set<Long>> found) {
        Map<Long, Set<Long>> known = matches.known(changed);
        Map<Long, Instant> created = concerned.stream().allMatch(SavedSearch::complete)
                ? Map.of()
                : records.created(found.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Instant now = Instant.now();
        for (SavedSearch s : concerned) {
            Set<Long> before = known.getOrDefault(s.id(), Set.of());
            Set<Long> after = found.get(s.id());
            if (after == null) {
                // nobody has its eyes at the moment
                continue;
            }
            matches.lost(
                    s.id(), before.stream().filter(id -> !after.contains(id)).toList());
            matches.found(
                    s.id(),
                    after.stream()
                            .filter(id -> !before.contains(id))
                            .filter(id -> s.complete()
                                    || created.getOrDefault(id, Instant.MIN).isAfter(s.createdAt()))
                            .toList(),
                    now);
        }
    }

    private static List<List<Long>> lumps(List<Long> ids) {
        List<List<Long>> lumps = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += MOST_IDS) {
            lumps.add(ids.subList(i, Math.min(ids.size(), i + MOST_IDS)));
        }
        return lumps;
    }

    private static List<Long> ids(byte[] bytes) {
        LongBuffer longs = ByteBuffer.wrap(bytes).asLongBuffer();
        List<Long> ids = new ArrayList<>(longs.remaining());
        while (longs.hasRemaining()) {
            ids.add(longs.get());
        }
        return ids;
    }

    private Duration follow() {
        if (!step()) {
            return POLL;
        }
        alerts.forget();
        return Duration.ZERO;
    }

    @Override
    public Worker worker() {
        return worker;
    }
}
