package org.talenthub.matching.contact;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.HubLock;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;

/** Looks now and then for requests that wait too long; one hub at a time. */
@Component
class ContactClock implements Background {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Contacting contacting;
    private final HubLock alone;
    private final Worker worker =
            new Worker(Stage.WORK, "contact-clock", "requests for contact are not looked after", this::look);

    ContactClock(Contacting contacting, HubLock alone) {
        this.contacting = contacting;
        this.alone = alone;
    }

    private Duration look() throws Exception {
        int[] done = {0};
        alone.run("contact-clock", () -> done[0] = contacting.byTime(Instant.now()));
        return done[0] > 0 ? Duration.ofSeconds(1) : EVERY;
    }

    @Override
    public Worker worker() {
        return worker;
    }
}
