package org.talenthub.demo;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.talenthub.common.Problem;
import org.talenthub.common.work.Stage;
import org.talenthub.security.HubMode;

/** A part of the demo that people would have made after the sheets were there: made once, at a start; a part that fails is made at the next. */
abstract class DemoPart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoPart.class);

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final HubMode mode;
    private final String what;
    private final int after;
    private volatile boolean running;

    /**
     * @param what it is called in the log
     * @param after how many steps after the demo's sheets
     */
    DemoPart(HubMode mode, String what, int after) {
        this.mode = mode;
        this.what = what;
        this.after = after;
    }

    /** Makes what is not there yet. @throws Problem 503 when the search engine is away: then it is tried again */
    abstract void fill();

    @Override
    public void start() {
        running = true;
        if (!mode.demo()) {
            return;
        }
        for (int attempt = 1; running && attempt <= ATTEMPTS; attempt++) {
            try {
                fill();
                return;
            } catch (Problem refused) {
                if (refused.status() != 503 || attempt == ATTEMPTS) {
                    // the next start tries again
                    log.warn("{}没有编成：{}", what, refused.detail());
                    return;
                }
                rest();
            }
        }
    }

    /** A search engine that has just taken in the demo may be busy. */
    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Stage.FILLING.phase() + after;
    }
}
