package org.talenthub.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.talenthub.security.HubUser;

/** Notes when an account was last used, to the hour: one that nobody uses for long is closed. */
@Component
public class LastSeen {

    private static final Logger log = LoggerFactory.getLogger(LastSeen.class);

    private final Accounts accounts;
    private final Cache<Long, Boolean> noted = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(100_000)
            .build();

    LastSeen(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof HubUser user) {
            note(user.viewer().account());
        }
    }

    /** Costs nothing but once an hour; what cannot be noted now is the next time. */
    public void note(long account) {
        if (noted.asMap().putIfAbsent(account, true) == null) {
            try {
                accounts.seen(account, Instant.now());
            } catch (DataAccessException e) {
                noted.invalidate(account);
                log.debug("not noted that account {} was seen", account, e);
            }
        }
    }
}
