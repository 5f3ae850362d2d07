package org.talenthub.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.importing.BatchView.ProblemView;
import org.talenthub.importing.ImportBatch.Phase;
import org.talenthub.importing.ImportBatch.Status;
import org.talenthub.records.BatchRows;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds batches with work to do and does it, two at a time. What a killed hub left is found when its lease has run out and goes on
 * by itself; what failed for want of an engine is tried again, ever more slowly, for as long as it takes.
 */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int WORKERS = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final ImportBatches store;
    private final Batches batches;
    private final BatchRows rows;
    private final ImportJobs jobs;
    private final ImportFiles files;
    private final JsonMapper json;
    private volatile ExecutorService workers = workers();
    private final Set<Long> working = ConcurrentHashMap.newKeySet();
    private volatile boolean ready;

    ImportRunner(
            ImportBatches store, Batches batches, BatchRows rows, ImportJobs jobs, ImportFiles files, JsonMapper json) {
        this.store = store;
        this.batches = batches;
        this.rows = rows;
        this.jobs = jobs;
        this.files = files;
        this.json = json;
    }

    @Override
    public void start() {
        try {
            files.sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (workers.isShutdown()) {
            workers = workers();
        }
        ready = true;
        look();
    }

    private static ExecutorService workers() {
        return Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().name("import-", 1).factory());
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        if (ready && working.size() < WORKERS) {
            batches.waiting().forEach(this::offer);
        }
    }

    @Scheduled(fixedDelay = 5000)
    void renew() {
        batches.renew(working);
    }

    /** Takes the batch up now, if nobody has. */
    void offer(long id) {
        if (ready && working.size() < WORKERS && working.add(id)) {
            workers.execute(() -> {
                try {
                    if (batches.take(id)) {
                        work(id);
                    }
                    working.remove(id);
                    look(); // more may wait, or this very batch was asked for its next step while it ended the last
                } catch (RuntimeException e) {
                    log.warn("batch {} could not be taken up, will be tried again", id, e);
                } finally {
                    working.remove(id);
                }
            });
        }
    }

    private void work(long id) {
        ImportBatch batch = store.findById(id).orElse(null);
        if (batch == null) {
            return;
        }
        try {
            advance(batch);
            batches.release(id, Duration.ZERO);
        } catch (Exception e) {
            Problem problem = problemIn(e);
            if (problem != null) {
                refuse(batch, problem);
                return;
            }
            Duration pause = Duration.ofSeconds(1L << Math.min(batch.attempts, 6));
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            log.warn("batch {} stopped in {}, goes on in {} s", id, batch.phase, pause.toSeconds(), e);
            batches.failed(id);
            batches.release(id, pause);
        }
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
            case PREVIEWED, COMMITTED, REVERTED, REJECTED, FAILED -> log.debug("batch {} has nothing to do", batch.id);
        }
    }

    private int rowsStaged(ImportBatch batch) {
        return (int) rows.count(batch.id, BatchRows.Filter.ALL);
    }

    /** The file itself cannot be used: nothing of it stays but the reason. */
    private void refuse(ImportBatch batch, Problem problem) {
        log.info("batch {} refused: {}", batch.id, problem.code());
        rows.drop(batch.id);
        batches.rejected(
                batch.id, json.writeValueAsString(new ProblemView(problem.status(), problem.code(), problem.detail())));
        batches.release(batch.id, Duration.ZERO);
    }

    private static @org.jspecify.annotations.Nullable Problem problemIn(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem p) {
                return p;
            }
        }
        return null;
    }

    /** Lets the running chunks end; what is left goes on at the next start. */
    @Override
    public void stop() {
        ready = false;
        workers.shutdownNow();
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
