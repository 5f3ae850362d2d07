package org.talenthub.common.work;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talenthub.common.causes.Causes;

/**
 * The loop of all background work: it does a step, rests as long as the step says or until it is woken, and goes on. A step that fails is
 * complained about and tried again, ever more rarely. Whatever a step does may be cut off at any moment and done again by any hub, so it
 * never has to be waited for: on stopping it is asked to end, soon after interrupted, and then left behind.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** So long a step has to notice that the hub stops; an interrupt in the middle of a query would cost the database's connection. */
    private static final Duration POLITE = Duration.ofSeconds(1);

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(4);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int USUAL_LOSSES = 3;

    private final Stage stage;
    private final String name;
    private final int threads;
    private final Step step;
    private final Complaints complaints;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> running = new ArrayList<>();
    private volatile @Nullable Object run;

    /** One step of the work. */
    public interface Step {

        /** How long to rest before the next one; zero when there is more to do at once. */
        Duration go() throws Exception;
    }

    /** @param trouble what it means that steps fail, for the log: “records wait for Elasticsearch, trying again” */
    public Worker(Stage stage, String name, String trouble, Step step) {
        this(stage, name, 1, trouble, step);
    }

    /** @param threads how many do steps at the same time */
    public Worker(Stage stage, String name, int threads, String trouble, Step step) {
        this.stage = stage;
        this.name = name;
        this.threads = threads;
        this.step = step;
        this.complaints = new Complaints(trouble);
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the work is to go on; long steps ask now and then. */
    public boolean running() {
        return run != null;
    }

    /** There may be something to do. */
    public void wake() {
        if (wake.availablePermits() < threads) {
            wake.release(threads);
        }
    }

    public synchronized void start() {
        Object begun = new Object();
        run = begun;
        for (int i = 1; i <= threads; i++) {
            String numbered = threads == 1 ? name : name + "-" + i;
            running.add(Thread.ofPlatform().name(numbered).daemon().start(() -> loop(begun)));
        }
    }

    private void loop(Object begun) {
        Duration pause = FIRST_PAUSE;
        int lost = 0;
        while (begun.equals(run)) {
            Duration rest;
            try {
                rest = step.go();
                complaints.over();
                pause = FIRST_PAUSE;
                lost = 0;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!begun.equals(run)) {
                    return; // interrupted, whatever that became on the way
                }
                // the database lets one of two go first; only when it is always the other is there something to tell
                if (!Causes.turnLost(e) || ++lost > USUAL_LOSSES) {
                    complaints.about(e);
                }
                Metrics.counter("hub.worker.failures", "worker", name).increment();
                rest = pause;
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
            if (!rested(rest)) {
                return;
            }
        }
    }

    private boolean rested(Duration rest) {
        try {
            if (rest.isPositive()
                    && run != null
                    && wake.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)
                    && threads == 1) {
                wake.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Ends within a few seconds, whatever the step does. */
    public synchronized void stop() {
        run = null;
        wake();
        try {
            if (!ended(POLITE)) {
                running.forEach(Thread::interrupt);
                if (!ended(LONGEST_GOODBYE)) {
                    LOG.warn("{} does not end and is left behind", name);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
        wake.drainPermits();
    }

    private boolean ended(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (Thread t : running) {
            if (!t.equals(Thread.currentThread())
                    && !t.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }
}
