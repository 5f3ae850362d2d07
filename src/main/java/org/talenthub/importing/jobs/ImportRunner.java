package org.talenthub.importing.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.BatchView.ProblemView;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.Batches.LeaseLost;
import org.talenthub.importing.batch.Batches.Waiting;
import org.talenthub.importing.batch.Cancels;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.Workspace;
import org.talenthub.records.intake.BatchRows;
import org.talenthub.records.outbox.Foreground;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds batches with work to do and does it, several at a time. One worker is kept for small batches, and one reporter never has two
 * large ones running, so that a million rows of one station do not hold up another's ten. What a killed hub left is found when its
 * lease has run out and goes on by itself; what failed is tried again ({@link Setback}).
 */
@Component
public class ImportRunner implements SmartLifecycle, Foreground {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    private static final int WORKERS = 3;
    private static final int LARGE = 2;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration RENEW = Duration.ofSeconds(4);

    private final ImportBatches store;
    private final Batches batches;
    private final BatchRows rows;
    private final ImportJobs jobs;
    private final Workspace workspace;
    private final Cancels cancels;
    private final JsonMapper json;
    private final Map<Long, Waiting> running = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread foreman;
    private @Nullable ExecutorService workers;
    private volatile boolean ready;

    ImportRunner(
            ImportBatches store,
            Batches batches,
            BatchRows rows,
            ImportJobs jobs,
            Workspace workspace,
            Cancels cancels,
            JsonMapper json) {
        this.store = store;
        this.batches = batches;
        this.rows = rows;
        this.jobs = jobs;
        this.workspace = workspace;
        this.cancels = cancels;
        this.json = json;
    }

    @Override
    public synchronized void start() {
        workspace.sweep();
        workers = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().name("import-", 1).factory());
        ready = true;
        foreman = Thread.ofPlatform().name("imports").daemon().start(this::lead);
    }

    /** There may be something to do. */
    public void look() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Gives out work and keeps the leases, until the hub stops. */
    private void lead() {
        long renewed = System.nanoTime();
        boolean well = true;
        while (ready) {
            try {
                if (System.nanoTime() - renewed > RENEW.toNanos()) {
                    batches.renew(List.copyOf(running.keySet()));
                    renewed = System.nanoTime();
                }
                takeUp();
                well = true;
            } catch (RuntimeException e) {
                if (ready && well) {
                    log.warn("batches cannot be looked for, trying again: {}", e.toString());
                }
                well = false;
            }
            try {
                if (wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void takeUp() {
        if (running.size() >= WORKERS) {
            return;
        }
        for (Waiting w : batches.waiting()) {
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

    private synchronized void employ(Waiting w) {
        ExecutorService pool = workers;
        if (pool == null || pool.isShutdown()) {
            running.remove(w.id());
            return;
        }
        pool.execute(() -> {
            try {
                if (batches.take(w.id())) {
                    work(w.id());
                }
            } catch (RuntimeException e) {
                log.warn("batch {} could not be worked on, will be tried again", w.id(), e);
            } finally {
                running.remove(w.id());
                look(); // more may wait, or this very batch was asked for its next step while it ended the last
            }
        });
    }

    private void work(long id) {
        ImportBatch batch = store.findById(id).orElse(null);
        if (batch == null) {
            return;
        }
        try {
            advance(batch);
            batches.release(id);
        } catch (Exception e) {
            Problem problem = find(Problem.class, e);
            if (find(LeaseLost.class, e) != null) {
                log.info("batch {} was cancelled or taken over by another hub", id);
            } else if (problem != null && problem.status() < 500) {
                refuse(batch, problem);
            } else if (ready) {
                Setback setback = Setback.of(e, batches.failures(id));
                say(id, setback, e);
                batches.failed(id, json.writeValueAsString(setback.problem()), setback.pause());
            } else {
                batches.release(id); // interrupted because the hub stops
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
        Status doing = batch.status == Status.FAILED ? batch.working() : batch.status;
        switch (doing) {
            case RECEIVED, READING -> {
                batches.enter(batch.id, Status.READING, Phase.READING, rowsStaged(batch));
                jobs.read(batch);
                if (batch.commitWanted) {
                    batches.enter(batch.id, Status.COMMITTING, Phase.COMMITTING, 0);
                    jobs.commit(batch);
                    batches.enter(batch.id, Status.COMMITTED, Phase.DONE, 0);
                } else {
                    batches.enter(batch.id, Status.PREVIEWED, Phase.PREVIEW, 0);
                }
            }
            case COMMITTING -> {
                batches.enter(batch.id, Status.COMMITTING, Phase.COMMITTING, batch.rowsRead);
                jobs.commit(batch);
                batches.enter(batch.id, Status.COMMITTED, Phase.DONE, 0);
            }
            case REVERTING -> {
                batches.enter(batch.id, Status.REVERTING, Phase.REVERTING, batch.rowsRead);
                batch.phase = Phase.REVERTING;
                jobs.revert(batch);
                batches.enter(batch.id, Status.REVERTED, Phase.DONE, 0);
            }
            case CANCELLING -> cancels.forget(batch.id);
            case PREVIEWED, COMMITTED, REVERTED, REJECTED, FAILED -> log.debug("batch {} has nothing to do", batch.id);
        }
    }

    @Override
    public boolean busy() {
        return !running.isEmpty();
    }

    private int rowsStaged(ImportBatch batch) {
        return (int) rows.count(batch.id, BatchRows.Filter.ALL);
    }

    /** The file itself cannot be used: nothing of it stays but the reason. */
    private void refuse(ImportBatch batch, Problem problem) {
        log.info("batch {} refused: {}", batch.id, problem.code());
        rows.drop(batch.id);
        batches.rejected(
                batch.id,
                json.writeValueAsString(new ProblemView(problem.status(), problem.code(), problem.detail(), null)));
        batches.release(batch.id);
    }

    private static <T extends Throwable> @Nullable T find(Class<T> kind, Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return kind.cast(t);
            }
        }
        return null;
    }

    /** Lets the running chunks end; what is left goes on at the next start. */
    @Override
    public synchronized void stop() {
        ready = false;
        if (foreman != null) {
            foreman.interrupt();
        }
        if (workers != null) {
            workers.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return ready;
    }

    /** Before the demo, which waits for it. */
    @Override
    public int getPhase() {
        return 900;
    }
}
