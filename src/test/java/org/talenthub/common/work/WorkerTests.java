package org.talenthub.common.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger steps = new AtomicInteger();
    private Worker worker = worker(() -> LONG);

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void itGoesOnWhileThereIsMoreAndRestsThen() throws Exception {
        worker = worker(() -> steps.incrementAndGet() < 5 ? Duration.ZERO : LONG);
        worker.start();
        await(5);
        Thread.sleep(100);
        assertThat(steps).hasValue(5);
    }

    @Test
    void itIsWokenFromItsRest() throws Exception {
        worker = worker(() -> {
            steps.incrementAndGet();
            return LONG;
        });
        worker.start();
        await(1);
        worker.wake();
        await(2);
    }

    @Test
    void allItsThreadsWork() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        worker = new Worker(Stage.WORK, "two", 2, "two wait", () -> {
            both.countDown();
            both.await();
            return LONG;
        });
        worker.start();
        assertThat(both.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStepThatFailsIsTriedAgain() throws Exception {
        worker = worker(() -> {
            if (steps.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            return LONG;
        });
        worker.start();
        await(3);
    }

    @Test
    void aRestingOneEndsAtOnce() throws Exception {
        worker = worker(() -> {
            steps.incrementAndGet();
            return LONG;
        });
        worker.start();
        await(1);
        assertThat(stopping()).isLessThan(Duration.ofMillis(500));
        assertThat(worker.running()).isFalse();
    }

    @Test
    void aBusyOneIsAskedThenInterruptedThenLeftBehindAndDoesNotComeBack() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean release = new AtomicBoolean();
        worker = worker(() -> {
            if (steps.incrementAndGet() == 1) {
                while (!release.get()) {
                    interrupted.compareAndSet(false, Thread.interrupted());
                }
                return Duration.ZERO;
            }
            return LONG;
        });
        worker.start();
        await(1);
        assertThat(stopping()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7));
        assertThat(interrupted).isTrue();

        worker.start();
        await(2);
        release.set(true);
        Thread.sleep(200);
        assertThat(steps).as("what was left behind does no further step").hasValue(2);
    }

    @Test
    void stagesStartInOrder() {
        assertThat(Stage.values()).extracting(Stage::phase).isSorted().doesNotHaveDuplicates();
    }

    private Duration stopping() {
        long begin = System.nanoTime();
        worker.stop();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Worker worker(Worker.Step step) {
        return new Worker(Stage.WORK, "test", "the test waits", step);
    }

    private void await(int wanted) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (steps.get() < wanted) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(5);
        }
    }
}
