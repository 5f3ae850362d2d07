package org.talenthub.accounts.own;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.talenthub.accounts.Sessions;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SignedInFrom;
import org.talenthub.web.Texts;

/** Whoever is signed in is told on his next page when somebody signs in as him elsewhere. */
@Component
class Elsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);

    private final Sessions sessions;

    Elsewhere(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Viewer who = CurrentViewer.of(event.getAuthentication());
        if (who.anonymous()
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return;
        }
        try {
            sessions.tell(
                    who.username(),
                    request.getRequest().getSession().getId(),
                    Texts.time(Instant.now()) + " · " + SignedInFrom.describe(request.getRequest()));
        } catch (DataAccessException e) {
            LOG.debug("other sessions are not told of a sign-in", e);
        }
    }
}
