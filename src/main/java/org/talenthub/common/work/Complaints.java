package org.talenthub.common.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talenthub.common.causes.Causes;

/** One line a minute in the log about a trouble that goes on, and one when it is over; with its trace only when no engine is to blame. */
final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final long EVERY = Duration.ofMinutes(1).toNanos();

    private final String what;
    private long last;
    private boolean going;

    Complaints(String what) {
        this.what = what;
    }

    synchronized void about(Exception e) {
        long now = System.nanoTime();
        if (!going || now - last > EVERY) {
            if (Causes.engineAway(e)) {
                LOG.warn("{}: {}", what, e.toString());
            } else {
                LOG.error(what, e);
            }
            last = now;
            going = true;
        }
    }

    synchronized void over() {
        if (going) {
            LOG.info("{}: over", what);
            going = false;
        }
    }
}
