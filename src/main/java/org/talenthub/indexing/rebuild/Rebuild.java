package org.talenthub.indexing.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.common.work.HubLock;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.indexing.relay.BulkWriter;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/**
 * Fills a new generation of an index from the records, verifies the count, and swaps the alias. Searches go on with
 * the old generation meanwhile, the relay writes to both; what changed before it knew of the new one is written again before the swap. The old one is kept until
 * the next rebuild, for {@link #back} and for an earlier version of the hub that is started again: it is brought up to date and
 * swapped in instead of being built anew.
 *
 * <p>The index's own {@code _meta} keeps where it stands, so that a rebuild goes on after the hub was killed: {@code hash} of the
 * definition, {@code since} when it began, {@code walked} the last record id filled in, {@code state} FILLING or DONE, and {@code left} when it went out of service.
 */
@Component
public class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PAGE = 2_000;
    private static final int PAGES_PER_MARK = 10;

    /** A transaction that began this long before a rebuild may still commit during it. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    /** Longer than the transaction of a chunk of rows. */
    private static final Duration CHUNK = Duration.ofSeconds(10);

    private static final int ROUNDS = 3;

    private final Indices indices;
    private final BulkWriter bulk;
    private final Records records;
    private final HubLock alone;

    Rebuild(Indices indices, BulkWriter bulk, Records records, HubLock alone) {
        this.indices = indices;
        this.bulk = bulk;
        this.records = records;
        this.alone = alone;
    }

    /** Whether the index is there and built from this very definition; while it is not, nothing may be written to it. */
    public boolean current(IndexDefinition d) {
        return indices.behind(d.alias())
                .map(indices::meta)
                .map(m -> d.hash().equals(m.get("hash")) && "DONE".equals(m.get("state")))
                .orElse(false);
    }

    /**
     * Brings one index to its definition, or builds it anew when {@code anyway}.
     *
     * @return false when another hub is at it
     * @throws EngineAway when Elasticsearch went away; the next call goes on where this one stopped
     */
    public boolean run(IndexDefinition d, boolean anyway) {
        return locked(d, () -> work(d, anyway));
    }

    /** Goes on with a rebuild that nobody is at any more; nothing happens when there is none, or its hub lives. */
    public void resume(IndexDefinition d) {
        locked(d, () -> {
            if (indices.behind(d.building()).isPresent()) {
                work(d, true);
            }
        });
    }

    private boolean locked(IndexDefinition d, Runnable work) {
        try {
            return alone.run(d.alias(), work::run);
        } catch (SQLException e) {
            throw new EngineAway("database: " + e.getMessage(), e);
        }
    }

    private void work(IndexDefinition d, boolean anyway) {
        Optional<String> old = indices.behind(d.alias());
        if (old.isPresent()) {
            Map<String, String> meta = indices.meta(old.get());
            if (d.hash().equals(meta.get("hash"))) {
                if (!"DONE".equals(meta.get("state"))) {
                    finish(d, old.get(), meta);
                }
                if (!anyway) {
                    return;
                }
            }
        }
        Optional<String> half = indices.behind(d.building());
        if (half.isEmpty() && !anyway && old.isPresent()) {
            half = kept(d);
            half.ifPresent(k -> revive(d, k));
        }
        Map<String, String> meta = half.map(indices::meta).orElse(Map.of());
        if (half.isEmpty() || !d.hash().equals(meta.get("hash"))) {
            indices.dropOthers(d, old.stream().toList());
            meta = Map.of(
                    "hash",
                    d.hash(),
                    "since",
                    Instant.now().minus(MARGIN).toString(),
                    "walked",
                    "",
                    "state",
                    "FILLING");
            half = Optional.of(indices.create(d, meta));
        }
        String index = half.get();
        long start = System.nanoTime();
        long filled = fill(d, index, meta);
        catchUp(d, meta);
        old.ifPresent(this::leave);
        indices.swap(d, old.orElse(null), index);
        finish(d, index, meta);
        if (filled > 0 || old.isPresent()) {
            LOG.info("{} built: {} documents in {} ms", index, filled, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** @return documents filled in by this run */
    private long fill(IndexDefinition d, String index, Map<String, String> meta) {
        long after = Ids.parse(String.valueOf(meta.get("walked"))).orElse(0L);
        long before = after == 0 ? 0 : indices.count(index);
        long written = 0;
        long rejected = 0;
        CompletableFuture<List<BulkWriter.Rejection>> flight = CompletableFuture.completedFuture(List.of());
        int pages = 0;
        Instant begun = Instant.now().minus(CHUNK);
        long newest = Ids.next(); // later records are caught up with
        while (true) {
            List<RecordSnapshot> page = records.after(d.type(), after, PAGE);
            rejected += landed(flight).size();
            if (page.isEmpty() || page.getFirst().id() > newest) {
                break;
            }
            if (pages++ % PAGES_PER_MARK == PAGES_PER_MARK - 1) {
                indices.meta(index, with(meta, "FILLING", Ids.text(after)));
            }
            flight = CompletableFuture.supplyAsync(() -> write(d.building(), page), Thread::startVirtualThread);
            written += page.size();
            after = page.getLast().id();
        }
        long expected = written - rejected;
        long found = indices.count(index);
        // after a resumed walk some of what it wrote may have been there already; the relay wrote what changed
        // meanwhile
        long changed = records.countChangedSince(d.type(), begun);
        boolean complete = found >= expected - changed && found <= before + expected + changed;
        if (!complete) {
            indices.dropOthers(d, indices.behind(d.alias()).stream().toList());
            throw new EngineAway("%s holds %d documents instead of %d, dropped".formatted(index, found, expected));
        }
        return written;
    }

    private static List<BulkWriter.Rejection> landed(CompletableFuture<List<BulkWriter.Rejection>> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EngineAway away) {
                throw away;
            }
            throw e;
        }
    }

    private List<BulkWriter.Rejection> write(String target, Collection<RecordSnapshot> page) {
        return bulk.write(page, List.of(), d -> List.of(target));
    }

    /** Before the swap: the relay tells the old index only. The last round is short, also while rows pour in. */
    private void catchUp(IndexDefinition d, Map<String, String> meta) {
        Instant since = since(meta);
        for (int round = 0; round < ROUNDS; round++) {
            Instant begun = Instant.now();
            catchUp(d, d.building(), since);
            since = begun.minus(CHUNK);
        }
        indices.count(d.building()); // refreshes: what is swapped in can be found
    }

    /** Writes again what changed since a moment, up to the records there are now: later ones would keep it from ever ending. */
    private void catchUp(IndexDefinition d, String target, Instant since) {
        long newest = Ids.next();
        List<Long> ids = records.changedSince(d.type(), since, 0, PAGE);
        while (!ids.isEmpty() && ids.getFirst() < newest) {
            write(target, records.snapshots(ids).values());
            ids = records.changedSince(d.type(), since, ids.getLast(), PAGE);
        }
    }

    private static Instant since(Map<String, String> meta) {
        return Instant.parse(String.valueOf(meta.get("since")));
    }

    /** The generation before the one in service, when it was built from this very definition. */
    public Optional<String> kept(IndexDefinition d) {
        Optional<String> now = indices.behind(d.alias());
        return indices.generations(d).stream()
                .filter(g -> !now.equals(Optional.of(g)))
                .filter(g -> {
                    Map<String, String> meta = indices.meta(g);
                    return d.hash().equals(meta.get("hash")) && meta.containsKey("left");
                })
                .reduce((a, b) -> b);
    }

    /**
     * Puts the generation before back into service, brought up to date.
     *
     * @return false when another hub is at the index
     * @throws Problem 409 when there is none of the present definition
     */
    public boolean back(IndexDefinition d) {
        String before = kept(d).orElseThrow(
                        () -> Problem.conflict("index.nothing_kept", Sentence.of("refused.index.nothing_kept")));
        return locked(d, () -> {
            revive(d, before);
            work(d, true);
        });
    }

    private void leave(String index) {
        Map<String, String> meta = new HashMap<>(indices.meta(index));
        meta.put("left", Instant.now().toString());
        indices.meta(index, meta);
    }

    /** What changed since it was left is written as after a rebuild. */
    private void revive(IndexDefinition d, String index) {
        Map<String, String> meta = indices.meta(index);
        Instant left = Instant.parse(String.valueOf(meta.get("left")));
        indices.meta(
                index,
                Map.of(
                        "hash",
                        d.hash(),
                        "since",
                        left.minus(MARGIN).toString(),
                        "walked",
                        Ids.text(Long.MAX_VALUE),
                        "state",
                        "FILLING"));
        indices.revive(d, index);
    }

    private void finish(IndexDefinition d, String index, Map<String, String> meta) {
        catchUp(d, d.alias(), since(meta));
        indices.meta(index, with(meta, "DONE", null));
        List<String> left = indices.generations(d).stream()
                .filter(g -> !g.equals(index) && indices.meta(g).containsKey("left"))
                .toList();
        List<String> keep = new ArrayList<>(List.of(index));
        if (!left.isEmpty()) {
            keep.add(left.getLast());
        }
        indices.dropOthers(d, keep);
        indices.refresh();
    }

    private static Map<String, String> with(Map<String, String> meta, String state, @Nullable String walked) {
        return Map.of(
                "hash",
                String.valueOf(meta.get("hash")),
                "since",
                String.valueOf(meta.get("since")),
                "walked",
                walked == null ? "" : walked,
                "state",
                state);
    }
}
