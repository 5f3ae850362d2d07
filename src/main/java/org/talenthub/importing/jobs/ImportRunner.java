package org.talenthub.importing.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Foreground;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.jobs.BatchWork.LeaseLost;
import org.talenthub.importing.jobs.BatchWork.Waiting;
import org.talenthub.records.rows.BatchRows;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds batches with work to do and does it, several at a time. One worker is kept for small batches, and one reporter never has two
 * large ones running, so that a million rows of one station do not hold up another's ten. What a killed hub left is found when its
 * lease has run out and goes on by itself; what failed is tried again ({@link Setback}).
 */
@Component
public class ImportRunner implements Background, Foreground {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    private static final int WORKERS = 3;
    private static final int LARGE = 2;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration RENEW = Duration.ofSeconds(4);

    private final ImportBatches store;
    private final BatchWork work;
    private final BatchRows rows;
    private final ImportJobs jobs;
    private final Workspace workspace;
    private final Cancels cancels;
    private final JsonMapper json;
    private final Map<Long, Waiting> running = new ConcurrentHashMap<>();
    private final Worker foreman =
            new Worker(Stage.WORK, "imports", "batches cannot be looked for, trying again", this::lead);
    private volatile @Nullable ExecutorService workers;
    private volatile long renewed;
    private volatile boolean swept;

    ImportRunner(
            ImportBatches store,
            BatchWork work,
            BatchRows rows,
            ImportJobs jobs,
            Workspace workspace,
            Cancels cancels,
            JsonMapper json) {
        this.store = store;
        this.work = work;
        this.rows = rows;
        this.jobs = jobs;
        this.workspace = workspace;
        this.cancels = cancels;
        this.json = json;
    }

    @Override
    public Worker worker() {
        return foreman;
    }

    @Override
    public void start() {
        workspace.sweep();
        workers = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().name("import-", 1).daemon().factory());
        foreman.start();
    }

    /** There may be something to do. */
    public void look() {
        foreman.wake();
    }

    /** Gives out work and keeps the leases. */
    private Duration lead() {
        if (!swept) {
            jobs.sweep();
            swept = true;
        }
        if (System.nanoTime() - renewed > RENEW.toNanos()) {
            work.renew(List.copyOf(running.keySet()));
            renewed = System.nanoTime();
        }
        takeUp();
        return LOOK;
    }

    private void takeUp() {
        if (running.size() >= WORKERS) {
            return;
        }
        for (Waiting w : work.waiting()) {
            if (running.size() < WORKERS && fits(w) && running.putIfAbsent(w.id(), w) == null) {
                employ(w);
            }
        }
    }

    private boolean fits(Waiting w) {
        List<Waiting> large = running.values().stream().filter(Waiting::large).toList();
        return !w.large()
                || (large.size() < LARGE
                        && large.stream().noneMatch(r -> r.reporter().equals(w.reporter())));
    }

    private void employ(Waiting w) {
        try {
            Objects.requireNonNull(workers).execute(() -> work(w));
        } catch (RejectedExecutionException stopping) {
            running.remove(w.id());
        }
    }

    private void work(Waiting w) {
        try {
            if (work.take(w.id())) {
                work(w.id());
            }
        } catch (RuntimeException e) {
            log.warn("batch {} could not be worked on, will be tried again", w.id(), e);
        } finally {
            running.remove(w.id());
            look(); // more may wait, or this very batch was asked for its next step while it ended the last
        }
    }

    private void work(long id) {
        ImportBatch batch = store.findById(id).orElse(null);
        if (batch == null) {
            return;
        }
        Doing doing = Doing.of(batch);
        try {
            advance(batch);
            work.release(id);
            doing.done(store.findById(id).orElse(null));
        } catch (Exception e) {
            if (find(LeaseLost.class, e) != null) {
                log.info("batch {} was cancelled or taken over by another hub", id);
            } else if (foreman.running()) {
                doing.failed();
                Setback setback = Setback.of(e, work.failures(id));
                say(id, setback, e);
                work.fail(id, json.writeValueAsString(setback.problem()), setback.pause());
            } else {
                work.release(id); // interrupted because the hub stops
            }
        }
    }

    /** What an engine's absence looks like is known; anything else is told with its trace. */
    private static void say(long id, Setback s, Exception e) {
        log.warn(
                "{} batch {} stopped ({}), goes on in {} s{}",
                s.reference(),
                id,
                s.code(),
                s.pause().toSeconds(),
                s.engine() ? ": " + NestedExceptionUtils.getMostSpecificCause(e) : "",
                s.engine() ? null : e);
    }

    private void advance(ImportBatch batch) throws Exception {
        switch (batch.doing()) {
            case RECEIVED, READING -> {
                work.read(batch.id, rowsStaged(batch));
                if (!read(batch)) {
                    return;
                }
                if (batch.commitWanted) {
                    commit(batch, 0);
                } else {
                    work.preview(batch.id);
                }
            }
            case COMMITTING -> commit(batch, batch.rowsRead);
            case REVERTING -> {
                work.withdraw(batch.id, batch.rowsRead);
                jobs.revert(batch);
                work.undone(batch.id);
            }
            case CANCELLING -> cancels.forget(batch.id);
            case PREVIEWED, COMMITTED, REVERTED, REJECTED, FAILED -> log.debug("batch {} has nothing to do", batch.id);
        }
    }

    /** False when the file itself cannot be used: then nothing of it stays but the reason. */
    private boolean read(ImportBatch batch) throws Exception {
        try {
            jobs.read(batch);
            return true;
        } catch (Exception e) {
            Problem problem = find(Problem.class, e);
            if (problem == null || problem.status() >= 500 || find(LeaseLost.class, e) != null) {
                throw e;
            }
            log.info("batch {} refused: {}", batch.id, problem.code());
            rows.drop(batch.id);
            work.refuse(batch.id, json.writeValueAsString(Impediment.of(problem, List.of())));
            return false;
        }
    }

    private void commit(ImportBatch batch, int done) throws Exception {
        work.write(batch.id, done);
        jobs.commit(batch);
        work.complete(batch.id);
    }

    @Override
    public boolean busy() {
        return !running.isEmpty();
    }

    private int rowsStaged(ImportBatch batch) {
        return (int) rows.count(batch.id, BatchRows.Filter.ALL);
    }

    private static <T extends Throwable> @Nullable T find(Class<T> kind, Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return kind.cast(t);
            }
        }
        return null;
    }

    /** What is cut off goes on at the next start. */
    @Override
    public void stop() {
        foreman.stop();
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
