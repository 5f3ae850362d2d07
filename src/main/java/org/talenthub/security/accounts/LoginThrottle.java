package org.talenthub.security.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets a username from one address fail 10 times within 15 minutes and then refuses to look at further passwords until the 15
 * minutes are over. Not per username alone, which would let anybody lock anybody out. In memory: a restart forgets.
 */
public final class LoginThrottle implements AuthenticationProvider {

    public static final int FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Says how long to wait. */
    public static final class TooManyFailures extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final Duration wait;

        TooManyFailures(Duration wait) {
            super("too many failed logins");
            this.wait = wait;
        }

        public long seconds() {
            return Math.max(1, wait.toSeconds());
        }
    }

    private final AuthenticationProvider checked;
    // A counter is written once and then only counted up, so that its time runs from the first failure.
    private final Cache<String, AtomicInteger> failures;

    public LoginThrottle(AuthenticationProvider checked, Ticker ticker) {
        this.checked = checked;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(100_000)
                .ticker(ticker)
                .build();
    }

    @Override
    public @Nullable Authentication authenticate(Authentication login) {
        String who = key(login);
        AtomicInteger counter = failures.getIfPresent(who);
        if (counter != null && counter.get() >= FAILURES) {
            throw new TooManyFailures(failures.policy()
                    .expireAfterWrite()
                    .flatMap(p -> p.ageOf(who))
                    .map(WINDOW::minus)
                    .orElse(WINDOW));
        }
        try {
            Authentication done = checked.authenticate(login);
            failures.invalidate(who);
            return done;
        } catch (AuthenticationServiceException e) {
            // The database was away: nobody guessed anything.
            throw e;
        } catch (AuthenticationException e) {
            failures.get(who, k -> new AtomicInteger()).incrementAndGet();
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return checked.supports(type);
    }

    private static String key(Authentication login) {
        String name = login.getName().strip().toLowerCase(Locale.ROOT);
        String address = login.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "";
        return (name.length() > 60 ? name.substring(0, 60) : name) + '\0' + address;
    }
}
