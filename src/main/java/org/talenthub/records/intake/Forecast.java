package org.talenthub.records.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.records.duplicates.FileRows;
import org.talenthub.records.duplicates.Nearby;
import org.talenthub.records.duplicates.Nearby.Suspicion;
import org.talenthub.records.duplicates.Suspicions;
import org.talenthub.records.identity.Candidates;
import org.talenthub.records.identity.Candidates.Found;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.intake.Judge.Judged;
import org.talenthub.records.intake.Judge.Row;
import org.talenthub.records.intake.Judge.Said;
import org.talenthub.records.model.Report.Outcome;

/**
 * Says of each staged row what committing it would do: to what its reporter said before, and for a department to the pool as it stands.
 * Plain reads and updates by primary key: an {@code update} joined with the records would do the same in fewer statements, but locks
 * what it reads and falls into deadlocks with other batches.
 */
@Component
public class Forecast {

    private static final int PAGE = 2000;

    /** Pages that are looked up at a time. */
    private static final int LOOKERS = 2;

    private final StagedRows staged;
    private final Judges judges;
    private final Candidates candidates;
    private final Nearby nearby;
    private final Suspicions suspicions;
    private final TwoNames twoNames;
    private final Bounds bounds;
    private final TransactionTemplate transaction;

    Forecast(
            StagedRows staged,
            Judges judges,
            Candidates candidates,
            Nearby nearby,
            Suspicions suspicions,
            TwoNames twoNames,
            Bounds bounds,
            TransactionTemplate transaction) {
        this.staged = staged;
        this.judges = judges;
        this.candidates = candidates;
        this.nearby = nearby;
        this.suspicions = suspicions;
        this.twoNames = twoNames;
        this.bounds = bounds;
        this.transaction = transaction;
    }

    /**
     * A page of rows, and what the pool knows of them.
     *
     * @param all how many it was before those were left out that need no judging
     */
    private record Looked(List<Row> rows, Found found, Map<Long, Set<Nearby.Said>> near, int all) {}

    /**
     * What holds for all rows of a batch.
     *
     * @param afresh what was said of rows when they were staged holds
     */
    private record Run(
            long batch, String type, Whose whose, Judge judge, Future<Doubles> doubles, FileRows file, boolean afresh) {

        /** Whether the row's staging said all there is to say: no other row of the file shares its keys. */
        boolean said(Row row) {
            Said before = row.before();
            return afresh
                    && before.outcome() == Outcome.UNCHANGED
                    && before.seen() != null
                    && !got(doubles).has(row.mention());
        }
    }

    /**
     * Forecasts every staged row of the batch, a page in a transaction; may be repeated from the start. While a page is judged and
     * written, the records that the next ones may mean are looked up: that is nearly all of the work, and the database's.
     *
     * @param afresh the rows were staged just now, and what was found about them then need not be asked again
     * @param done told inside of each page's transaction how many rows it has
     */
    public void run(long batch, String type, boolean afresh, IntConsumer done) {
        suspicions.clear(batch);
        transaction.executeWithoutResult(status -> tell(done, bounds.reject(batch, type, 0, Integer.MAX_VALUE)));
        int echoes = afresh ? staged.echoes(batch) : 0;
        try (ExecutorService lookers = Executors.newFixedThreadPool(
                LOOKERS, Thread.ofPlatform().daemon().name("forecast").factory())) {
            Future<Doubles> doubles = lookers.submit(() -> staged.doubles(batch));
            boolean all = echoes == 0 || !got(doubles).empty();
            if (!all) {
                transaction.executeWithoutResult(status -> tell(done, echoes));
            }
            List<Row> rows = staged.after(batch, 0, PAGE, all);
            if (rows.isEmpty()) {
                return;
            }
            String reporter = rows.getFirst().mention().reporter();
            Run run = new Run(
                    batch, type, new Whose(reporter), judges.of(type, reporter), doubles, new FileRows(), afresh);
            Deque<Future<Looked>> ahead = new ArrayDeque<>();
            while (!rows.isEmpty() || !ahead.isEmpty()) {
                if (!rows.isEmpty() && ahead.size() <= LOOKERS) {
                    List<Row> page = rows;
                    ahead.add(lookers.submit(() -> look(run, page)));
                    rows = page.size() < PAGE
                            ? List.of()
                            : staged.after(batch, page.getLast().number(), PAGE, all);
                } else {
                    Looked page = got(ahead.remove());
                    transaction.executeWithoutResult(status -> {
                        page(run, page);
                        done.accept(page.all());
                    });
                }
            }
        }
    }

    private static void tell(IntConsumer done, int rows) {
        if (rows > 0) {
            done.accept(rows);
        }
    }

    private static <T> T got(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Looked look(Run run, List<Row> page) {
        List<Row> rows = page.stream().filter(r -> !run.said(r)).toList();
        if (rows.isEmpty()) {
            return new Looked(rows, Found.NOTHING, Map.of(), page.size());
        }
        Found found =
                candidates.of(run.batch(), rows.stream().map(Row::candidate).toList());
        Doubles doubles = got(run.doubles());
        List<Nearby.Asking> asking = rows.stream()
                .filter(r -> doubles.has(r.mention()) || !Judge.repeats(r, found))
                .map(Row::asking)
                .toList();
        return new Looked(rows, found, nearby.inPool(run.type(), run.whose(), asking), page.size());
    }

    private void page(Run run, Looked page) {
        Doubles doubles = got(run.doubles());
        List<Judged> judged = new ArrayList<>();
        for (Row row : page.rows()) {
            judged.add(run.judge().of(row, page.found(), doubles));
        }
        Map<Long, List<Suspicion>> suspects = suspects(run, judged, page.near());
        suspicions.save(
                run.batch(), suspects.values().stream().flatMap(List::stream).toList());
        staged.save(changes(judged, suspects));
    }

    /** Whom the rows that say something new may be besides what their keys say. */
    private Map<Long, List<Suspicion>> suspects(Run run, List<Judged> judged, Map<Long, Set<Nearby.Said>> inPool) {
        List<Nearby.Probe> probes = new ArrayList<>();
        Map<Long, Long> own = new HashMap<>();
        for (Judged j : judged) {
            if (j.said().outcome() != Outcome.UNCHANGED) {
                probes.add(new Nearby.Probe(
                        j.row().asking(),
                        j.row().number(),
                        j.record(),
                        j.root(),
                        j.verdict().pairs()));
                if (j.verdict().same() != null) {
                    own.put(j.row().id(), j.root());
                }
            }
        }
        Map<Long, List<Suspicion>> all = new HashMap<>(
                suspicions.unanswered(nearby.find(run.type(), run.whose(), probes, inPool, run.file()), own));
        twoNames.among(run.type(), run.whose(), judged)
                .forEach(s -> all.merge(
                        s.report(),
                        List.of(s),
                        (others, one) ->
                                Stream.of(one, others).flatMap(List::stream).toList()));
        return all;
    }

    private static List<Said> changes(List<Judged> judged, Map<Long, List<Suspicion>> suspects) {
        List<Said> changes = new ArrayList<>();
        for (Judged j : judged) {
            Long other = suspects.getOrDefault(j.row().id(), List.of()).stream()
                    .filter(s -> !s.hidden())
                    .max(Comparator.comparingInt(s -> s.likeness().score()))
                    .map(Suspicion::other)
                    .orElse(null);
            Said now = j.said().suspecting(other);
            if (!now.equals(j.row().before())) {
                changes.add(now);
            }
        }
        return changes;
    }
}
