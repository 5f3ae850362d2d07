package org.talenthub.importing.sheet.file;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.talenthub.common.Problem;

/**
 * How long a reading may go on. Asked wherever bytes of a file are taken, so that a file that never ends, or that somebody no longer
 * waits for, is let go of within a few thousand bytes.
 */
public final class Patience {

    /** The thread was asked to stop: the batch was cancelled, took too long, or the hub stops. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("told to stop reading");
        }
    }

    private final LongSupplier clock;
    private final long start;
    private final Duration longest;

    /** @param longest after which the file is given up; besides that, an interrupt ends the reading */
    public Patience(Duration longest) {
        this(longest, System::nanoTime);
    }

    public Patience(Duration longest, LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
        this.longest = longest;
    }

    /**
     * @throws Stopped when the thread was interrupted
     * @throws Problem 422 when the time is over
     */
    void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
        if (over()) {
            throw Refusal.slow(longest);
        }
    }

    public boolean over() {
        return clock.getAsLong() - start > longest.toNanos();
    }
}
