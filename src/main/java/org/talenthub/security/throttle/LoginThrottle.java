package org.talenthub.security.throttle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.throttle.SignInAttempts.Bound;
import org.talenthub.security.throttle.SignInAttempts.Look;

/**
 * Bounds guessing: for one name from one address, for a name from everywhere, for an address whatever the names, and in all (see
 * {@link SignInLimits}), on all hubs together. What is over a bound is refused before any password is looked at.
 *
 * <p>Nobody is locked out by what others do elsewhere: who signed in from an address within a month is bound there by his own failures
 * only, not by those of the address, of his name or of everybody.
 */
public final class LoginThrottle implements AuthenticationProvider {

    private static final Duration KNOWN = Duration.ofDays(30);

    /** Bound while a password is checked, so that it counts only when that costs something. */
    private static final ScopedValue<Attempt> ATTEMPT = ScopedValue.newInstance();

    /** Says how long to wait. */
    public static final class TooManyFailures extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final Duration wait;

        public TooManyFailures(Duration wait) {
            super("too many failed logins");
            this.wait = wait;
        }

        public long seconds() {
            return Math.max(1, wait.toSeconds());
        }

        public Problem problem() {
            return new Problem(429, "login.throttled", Sentence.of("refused.login.throttled"));
        }
    }

    private final AuthenticationProvider checked;
    private final SignInAttempts attempts;
    private final SignInLimits limits;

    public LoginThrottle(AuthenticationProvider checked, SignInAttempts attempts, SignInLimits limits) {
        this.checked = checked;
        this.attempts = attempts;
        this.limits = limits;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication login) {
        String name = Usernames.canonical(login.getName());
        String address = address(login);
        String who = name + " from " + address;
        Bound own = new Bound(who, limits.perAccount(), SignInLimits.QUARTER);
        List<Bound> all = List.of(
                own,
                new Bound("name " + name, limits.perName(), SignInLimits.QUARTER),
                new Bound("address " + address, limits.perAddress(), SignInLimits.ADDRESS_WINDOW),
                new Bound("all", limits.inAll(), SignInLimits.WINDOW_IN_ALL));
        try {
            List<String> asked = new ArrayList<>(all.stream().map(Bound::what).toList());
            asked.add(known(who));
            Look look = attempts.look(asked);
            List<Bound> bounds = look.has(known(who)) ? List.of(own) : all;
            Duration wait = look.remaining(bounds);
            if (wait.isPositive()) {
                throw new TooManyFailures(wait);
            }
            return check(login, new Attempt(bounds), who);
        } catch (DataAccessException away) {
            throw new InternalAuthenticationServiceException("failures cannot be counted", away);
        }
    }

    /** The mark of who signed in from an address. */
    private static String known(String who) {
        return "known " + who;
    }

    private @Nullable Authentication check(Authentication login, Attempt attempt, String who) {
        try {
            Authentication done = ScopedValue.where(ATTEMPT, attempt).call(() -> checked.authenticate(login));
            if (attempt.counted()) {
                attempt.giveBack();
                attempts.forget(attempt.bounds.getFirst());
                attempts.remember(known(who), KNOWN);
                attempts.sweep();
            }
            return done;
        } catch (AuthenticationServiceException e) {
            // The database was away: nobody guessed anything.
            attempt.giveBack();
            throw e;
        }
    }

    /** To be called by who is about to do the costly part of a check. @throws TooManyFailures when others were quicker */
    public static void beforeCheck() {
        if (ATTEMPT.isBound()) {
            ATTEMPT.get().count();
        }
    }

    /** To be called when the costly part could not be done after all. */
    public static void notChecked() {
        if (ATTEMPT.isBound()) {
            ATTEMPT.get().giveBack();
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return checked.supports(type);
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails d ? ClientNetwork.of(d.getRemoteAddress()) : "";
    }

    /** One look at one password. */
    private final class Attempt {

        private final List<Bound> bounds;
        private final List<Bound> taken = new ArrayList<>();

        Attempt(List<Bound> bounds) {
            this.bounds = bounds;
        }

        boolean counted() {
            return !taken.isEmpty();
        }

        void count() {
            for (Bound b : bounds) {
                if (!attempts.take(b)) {
                    giveBack();
                    throw new TooManyFailures(attempts.look(List.of(b.what())).remaining(List.of(b)));
                }
                taken.add(b);
            }
        }

        void giveBack() {
            taken.forEach(attempts::giveBack);
            taken.clear();
        }
    }
}
