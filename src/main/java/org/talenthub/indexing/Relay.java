package org.talenthub.indexing;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.indexing.relay.BulkWriter;
import org.talenthub.indexing.relay.Written;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.RecordsChanged;
import org.talenthub.records.outbox.Outbox;

/**
 * Follows the outbox: takes entries, writes their records' present state to the indices, and deletes the entries in the transaction
 * that took them. Killed or cut off at any moment it starts over, and the versions make the repetition harmless. Two workers take
 * turns, so that Elasticsearch has something to do while the next records are read; several hubs share the work the same way.
 */
@Component
public class Relay implements Background {

    private static final int WORKERS = 2;
    private static final int CLAIM = 3_000;
    private static final Duration POLL = Duration.ofMillis(500);

    /** So long after the last record what was written is made findable: a handful at once, a long import not after every chunk. */
    private static final Duration LULL = Duration.ofMillis(200);

    private final Outbox outbox;
    private final Records records;
    private final BulkWriter bulk;
    private final Indices indices;
    private final IndexKeeper keeper;
    private final List<Follower> followers;
    private final TransactionTemplate transaction;

    private final Worker worker =
            new Worker(Stage.RELAY, "relay", WORKERS, "records wait for Elasticsearch, trying again", this::follow);
    private final Written written = new Written();
    private final AtomicBoolean unseen = new AtomicBoolean();
    private final AtomicLong last = new AtomicLong();
    private final boolean enabled;

    /** @param enabled false on a hub that leaves the relaying to others ({@code hub.relay.enabled}) */
    Relay(
            Outbox outbox,
            Records records,
            BulkWriter bulk,
            Indices indices,
            IndexKeeper keeper,
            List<Follower> followers,
            PlatformTransactionManager transactions,
            @Value("${hub.relay.enabled:true}") boolean enabled) {
        this.enabled = enabled;
        this.outbox = outbox;
        this.records = records;
        this.bulk = bulk;
        this.indices = indices;
        this.keeper = keeper;
        this.followers = followers;
        this.transaction = new TransactionTemplate(transactions);
        // repeatable read would lock the gaps between the entries, and importers would wait to add theirs
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** How many entries wait. */
    public long lag() {
        return outbox.waiting();
    }

    /** How many records Elasticsearch refuses for good. */
    public long rejected() {
        return bulk.rejected();
    }

    /** How many entries wait up to this one. */
    public long lag(long newest) {
        return outbox.waitingUpTo(newest);
    }

    /** The newest entry there is; all that is committed so far is in the index when it and those before it are gone. */
    public long newest() {
        return outbox.newest();
    }

    /**
     * Waits until everything committed so far can be found.
     *
     * @return false when that took longer than {@code timeout}; it goes on all the same
     */
    public boolean awaitDrained(Duration timeout) {
        return awaitDrained(outbox.newest(), timeout);
    }

    /**
     * Waits until everything up to an entry can be found.
     *
     * @return as {@link #awaitDrained(Duration)}
     */
    public boolean awaitDrained(long newest, Duration timeout) {
        long until = System.nanoTime() + timeout.toNanos();
        try {
            while (!outbox.emptyUpTo(newest)) {
                if (System.nanoTime() > until) {
                    return false;
                }
                worker.wake();
                Thread.sleep(25);
            }
            indices.refresh();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (EngineAway e) {
            return false;
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsChanged event) {
        if (worker.running()) {
            written.keep(event.written());
        }
        worker.wake();
    }

    @Override
    public Worker worker() {
        return worker;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    private Duration follow() {
        try {
            if (keeper.ready() && step() > 0) {
                return Duration.ZERO;
            }
            if (unseen.get() && System.nanoTime() - last.get() >= LULL.toNanos() && unseen.compareAndSet(true, false)) {
                refresh();
            }
            return unseen.get() ? LULL : POLL;
        } catch (EngineAway e) {
            keeper.doubt();
            throw e;
        }
    }

    private void refresh() {
        try {
            indices.refresh();
        } catch (EngineAway e) {
            unseen.set(true);
            throw e;
        }
    }

    /** @return entries done */
    private int step() {
        Integer done = transaction.execute(status -> {
            List<Outbox.Entry> entries = outbox.claim(CLAIM);
            if (!entries.isEmpty()) {
                relay(entries);
                outbox.done(entries.stream().map(Outbox.Entry::id).toList());
            }
            return entries.size();
        });
        return done == null ? 0 : done;
    }

    private void relay(List<Outbox.Entry> entries) {
        Map<Long, Outbox.Entry> newest = new LinkedHashMap<>();
        entries.forEach(e -> newest.merge(e.recordId(), e, (a, b) -> a.version() > b.version() ? a : b));
        Map<Long, Long> versions = new HashMap<>();
        newest.forEach((id, entry) -> versions.put(id, entry.version()));
        Map<Long, RecordSnapshot> present = written.take(versions);
        versions.keySet().removeAll(present.keySet());
        present.putAll(records.snapshots(versions.keySet()));
        List<BulkWriter.Gone> gone = newest.values().stream()
                .filter(e -> !present.containsKey(e.recordId()))
                .map(e -> new BulkWriter.Gone(e.recordId(), e.type(), e.version()))
                .toList();
        Set<String> building = indices.building();
        bulk.write(present.values(), gone, d -> targets(d, building));
        Map<String, List<Long>> byType = newest.values().stream()
                .collect(Collectors.groupingBy(
                        Outbox.Entry::type, Collectors.mapping(Outbox.Entry::recordId, Collectors.toList())));
        byType.forEach((type, ids) -> followers.forEach(f -> f.indexed(type, ids)));
        last.set(System.nanoTime());
        unseen.set(true);
    }

    /** The generation in service, and the next one while it is filled, so that it holds all the same when it takes over. */
    private static List<String> targets(IndexDefinition d, Set<String> building) {
        return building.contains(d.building()) ? List.of(d.alias(), d.building()) : List.of(d.alias());
    }
}
