package org.talenthub.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.talenthub.common.work.Foreground;
import org.talenthub.security.HubMode;

/** A demo that is being filled, which somebody waits for: what the hub finds out by itself comes after that. */
@Component
class Starting implements Foreground {

    private final HubMode mode;
    private volatile boolean ready;

    Starting(HubMode mode) {
        this.mode = mode;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        ready = true;
    }

    @Override
    public boolean busy() {
        return mode.demo() && !ready;
    }
}
