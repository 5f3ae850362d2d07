package org.talenthub.accounts.factors;

import java.time.Duration;
import java.time.Instant;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.HubUser;

/** What proves somebody is changed by who proved himself a short while ago: a session that somebody left open gives nothing away. */
public final class Fresh {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Fresh() {}

    /** @throws Problem 409 for who signed in longer ago */
    public static void require(HubUser user) {
        if (user.asOf().isBefore(Instant.now().minus(PATIENCE))) {
            throw Problem.conflict("factor.stale", Sentence.of("refused.factor.stale", PATIENCE.toMinutes()));
        }
    }
}
