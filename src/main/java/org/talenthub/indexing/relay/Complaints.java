package org.talenthub.indexing.relay;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talenthub.indexing.EngineAway;

/** One line a minute in the log about a trouble that goes on, and one when it is over. */
public class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final long EVERY = Duration.ofMinutes(1).toNanos();

    private final String what;
    private long last;
    private boolean going;

    public Complaints(String what) {
        this.what = what;
    }

    public synchronized void about(RuntimeException e) {
        long now = System.nanoTime();
        if (!going || now - last > EVERY) {
            if (e instanceof EngineAway) {
                LOG.warn("{}: {}", what, e.getMessage());
            } else {
                LOG.error(what, e);
            }
            last = now;
            going = true;
        }
    }

    public synchronized void over() {
        if (going) {
            LOG.info("{}: over", what);
            going = false;
        }
    }
}
