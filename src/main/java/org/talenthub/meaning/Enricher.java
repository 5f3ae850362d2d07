package org.talenthub.meaning;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.outbox.Foreground;
import org.talenthub.records.outbox.HubLock;
import org.talenthub.records.outbox.Outbox;
import org.talenthub.records.views.Discretion;

/**
 * Computes the vectors that records wait for, one hub at a time, in the background: it rests while records wait for the index or people for
 * this machine ({@link Foreground}). The new vectors,
 * the outbox entries that bring the records to the index again, and the end of their waiting are one transaction; killed before it, the
 * work is done again, killed after it, the relay does the rest. A record that changed meanwhile is found incomplete when the
 * relay writes it, and waits again.
 */
@Component
public class Enricher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Enricher.class);
    private static final int RECORDS = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** After resting so long it takes a step all the same, lest imports that never end keep vectors away for ever. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Meaning meaning;
    private final Embeddings embeddings;
    private final Records records;
    private final Discretion discretion;
    private final Outbox outbox;
    private final HubLock alone;
    private final List<Foreground> foreground;
    private final TransactionTemplate transaction;
    private final AtomicLong texts = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Enricher(
            Meaning meaning,
            Embeddings embeddings,
            Records records,
            Discretion discretion,
            Outbox outbox,
            HubLock alone,
            List<Foreground> foreground,
            PlatformTransactionManager transactions) {
        this.meaning = meaning;
        this.embeddings = embeddings;
        this.records = records;
        this.discretion = discretion;
        this.outbox = outbox;
        this.alone = alone;
        this.foreground = foreground;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Where the enrichment stands.
     *
     * @param on whether it is wanted at all ({@code hub.search.meaning})
     * @param ready whether the model is loaded
     * @param texts distinct texts with a vector
     * @param waiting records that wait for one
     * @param computed texts that this hub computed since it started
     * @param perSecond of those, while it computed
     */
    public record Status(boolean on, boolean ready, long texts, long waiting, long computed, double perSecond) {}

    public Status status() {
        long took = nanos.get();
        return new Status(
                meaning.on(),
                meaning.ready(),
                embeddings.count(),
                embeddings.waiting(),
                texts.get(),
                took == 0 ? 0 : texts.get() * 1e9 / took);
    }

    @Override
    public void start() {
        running = true;
        if (meaning.on()) {
            thread = Thread.ofPlatform().name("enricher").daemon().start(this::follow);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            try {
                // not interrupted: an interrupt in the middle of a query closes the database's connection
                following.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the relay, before the web server. */
    @Override
    public int getPhase() {
        return 900;
    }

    private void follow() {
        try {
            if (!meaning.awaitReady()) {
                return;
            }
            boolean told = false;
            while (running) {
                try {
                    if (!turn()) {
                        Thread.sleep(PAUSE);
                    }
                    told = false;
                } catch (RuntimeException | SQLException e) {
                    if (!told && running) {
                        LOG.warn("vectors wait, trying again: {}", e.toString());
                        told = true;
                    }
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Works off what waits, unless another hub is at it; false when there was nothing to do. */
    private boolean turn() throws SQLException, InterruptedException {
        if (embeddings.wanted(1).isEmpty()) {
            return false;
        }
        AtomicBoolean worked = new AtomicBoolean();
        alone.run("enricher", () -> {
            while (running && step()) {
                worked.set(true);
            }
        });
        return worked.get();
    }

    private boolean step() throws InterruptedException {
        rest();
        List<Long> ids = embeddings.wanted(RECORDS);
        if (ids.isEmpty()) {
            return false;
        }
        Map<String, byte[]> computed = compute(records.snapshots(ids).values());
        if (!running) {
            return false;
        }
        transaction.executeWithoutResult(s -> {
            embeddings.save(computed);
            embeddings.settle(ids);
            outbox.again(ids);
        });
        return true;
    }

    private void rest() throws InterruptedException {
        long until = System.nanoTime() + LONGEST_REST.toNanos();
        while (running && System.nanoTime() < until && othersFirst()) {
            Thread.sleep(100);
        }
    }

    private boolean othersFirst() {
        return foreground.stream().anyMatch(Foreground::busy) || !outbox.emptyUpTo(Long.MAX_VALUE);
    }

    private Map<String, byte[]> compute(Collection<RecordSnapshot> waiting) {
        Set<String> wanted = new LinkedHashSet<>();
        waiting.stream()
                .filter(RecordSnapshot::live)
                .map(r -> discretion.open(r).record())
                .forEach(r -> wanted.addAll(Segments.of(r).keySet()));
        wanted.removeAll(embeddings.find(wanted).keySet());
        Map<String, byte[]> computed = new HashMap<>();
        long start = System.nanoTime();
        for (String text : wanted) {
            if (!running) {
                return Map.of();
            }
            meaning.of(text).ifPresent(v -> computed.put(text, Vector.bytes(v)));
        }
        texts.addAndGet(computed.size());
        nanos.addAndGet(System.nanoTime() - start);
        return computed;
    }
}
