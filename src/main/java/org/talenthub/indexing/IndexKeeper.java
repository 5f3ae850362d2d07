package org.talenthub.indexing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.EngineAway;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.indexing.indices.AnalysisMissing;
import org.talenthub.indexing.indices.IndexDefinition;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.indexing.rebuild.Rebuild;
import org.talenthub.records.Records;

/** Sees to it that every index exists and matches its definition: at the start, and whenever it is asked to build one anew. */
@Component
public class IndexKeeper implements Background {

    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** So often it is looked whether a rebuild was left unfinished by a hub that is no more. */
    private static final Duration HALVES = Duration.ofSeconds(20);

    private static final Duration EAGER = Duration.ofMillis(100);

    private final Indices indices;
    private final Rebuild rebuild;
    private final Records records;
    private final Worker worker =
            new Worker(Stage.INDICES, "index-keeper", "Elasticsearch is not ready, trying again", this::keep);
    private final Set<String> current = ConcurrentHashMap.newKeySet();
    private final Queue<IndexDefinition> asked = new ConcurrentLinkedQueue<>();
    private volatile @Nullable AnalysisMissing refused;
    private long looked = System.nanoTime() - HALVES.toNanos() - 1;

    IndexKeeper(Indices indices, Rebuild rebuild, Records records) {
        this.indices = indices;
        this.rebuild = rebuild;
        this.records = records;
    }

    /** Every index exists and matches its definition. */
    public boolean ready() {
        return current.size() == indices.all().size();
    }

    /** Looks again whether the indices are there: a write found one missing. */
    void doubt() {
        current.clear();
    }

    /**
     * Builds an index anew in the background.
     *
     * @param index talents, demands, enterprises, carriers or platforms; null for all
     * @return the indices that will be built
     * @throws Problem 400 when there is no such index
     */
    public Set<String> rebuild(@Nullable String index) {
        Set<String> names = new TreeSet<>();
        for (IndexDefinition d : indices.all()) {
            if (index == null || index.isBlank() || index.equals(d.source().index())) {
                names.add(d.source().index());
                if (!asked.contains(d)) {
                    asked.add(d);
                }
            }
        }
        if (names.isEmpty()) {
            throw Problem.badRequest("index.unknown", Sentence.of("refused.index.unknown"));
        }
        worker.wake();
        return names;
    }

    /**
     * Puts the generation before the present one back into service, brought up to date.
     *
     * @throws Problem 400 when there is no such index; 409 when nothing of the present definition is kept, or the index is being built
     */
    public void back(String index) {
        IndexDefinition d = indices.all().stream()
                .filter(x -> x.source().index().equals(index))
                .findFirst()
                .orElseThrow(
                        () -> Problem.badRequest("index.unknown", Sentence.of("refused.index.unknown.back", index)));
        if (!rebuild.back(d)) {
            throw Problem.conflict("index.busy", Sentence.of("refused.index.busy"));
        }
    }

    /**
     * How an index stands.
     *
     * @param generation what is behind the alias, {@code talents-000003}; null while there is none
     * @param documents as of the last refresh
     * @param bytes on disk
     * @param records live ones in the database
     * @param kept the generation before, for going back; null when none is kept
     * @param building the generation that is being filled; null when none is
     * @param built its documents so far
     */
    public record Standing(
            String index,
            @Nullable String generation,
            long documents,
            long bytes,
            long records,
            @Nullable String kept,
            @Nullable String building,
            long built,
            boolean waiting) {}

    /** @throws Problem 503 when Elasticsearch is away */
    public List<Standing> standings() {
        try {
            Map<String, Indices.Size> sizes = indices.sizes();
            return indices.all().stream().map(d -> standing(d, sizes)).toList();
        } catch (EngineAway e) {
            throw new Problem(503, "search.away", Sentence.of("refused.search.away.standings"));
        }
    }

    private Standing standing(IndexDefinition d, Map<String, Indices.Size> sizes) {
        Indices.Size none = new Indices.Size(0, 0);
        Optional<String> now = indices.behind(d.alias());
        Optional<String> building = indices.behind(d.building());
        Indices.Size size = now.map(sizes::get).orElse(none);
        return new Standing(
                d.source().index(),
                now.orElse(null),
                size.documents(),
                size.bytes(),
                records.count(d.type()),
                rebuild.kept(d).orElse(null),
                building.orElse(null),
                building.map(sizes::get).map(Indices.Size::documents).orElse(0L),
                asked.contains(d));
    }

    @Override
    public Worker worker() {
        return worker;
    }

    @Override
    public void start() {
        worker.start();
        awaitReady();
    }

    /** A hub that answers should find something, and one whose cluster can't analyse never will; but a long rebuild, or an engine that is away, holds the start only so long. */
    private void awaitReady() {
        long until = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!ready() && System.nanoTime() < until) {
                AnalysisMissing missing = refused;
                if (missing != null) {
                    worker.stop();
                    throw missing;
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration keep() {
        try {
            if (!ready()) {
                indices.checkAnalysis();
                refused = null;
            }
        } catch (AnalysisMissing e) {
            refused = e;
            throw e;
        }
        for (IndexDefinition d : indices.all()) {
            if (!current.contains(d.alias()) && (rebuild.current(d) || rebuild.run(d, false))) {
                current.add(d.alias());
            }
        }
        finishHalves();
        IndexDefinition next = asked.poll();
        if (next != null && !rebuild.run(next, true)) {
            asked.add(next);
        }
        return !ready() ? EAGER : asked.isEmpty() ? LOOK : next == null ? Duration.ZERO : EAGER;
    }

    /** A rebuild that was killed with its hub goes on, here or on whichever hub looks first. */
    private void finishHalves() {
        if (ready() && System.nanoTime() - looked > HALVES.toNanos()) {
            looked = System.nanoTime();
            for (IndexDefinition d : indices.all()) {
                if (indices.behind(d.building()).isPresent()) {
                    rebuild.resume(d);
                }
            }
        }
    }
}
