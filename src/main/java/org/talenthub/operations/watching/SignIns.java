package org.talenthub.operations.watching;

import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.Viewer;

/** Counts sign-ins and tells of each in a line that names no person: who it was stands in the trail. */
@Component
class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private static final String METER = "hub.sign.ins";

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Viewer who = CurrentViewer.of(event.getAuthentication());
        if (!who.anonymous()) {
            Metrics.counter(METER, "result", "ok").increment();
            LOG.info("sign-in: account {} ({})", who.account(), who.role());
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        String why = event.getException().getClass().getSimpleName();
        Metrics.counter(METER, "result", why.equals("TooManyFailures") ? "throttled" : "refused")
                .increment();
        LOG.info("sign-in refused: {}", why);
    }
}
