package org.talenthub.security.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** For slices, which have no database: the same counting in a map. */
public class AttemptsInMemory extends SignInAttempts {

    private final Map<String, Count> counts = new HashMap<>();

    @SuppressWarnings("NullAway") // neither is asked
    AttemptsInMemory() {
        super(null, null, Clock.systemUTC());
    }

    private Count of(String what) {
        Count c = counts.get(what);
        return c == null || c.until().isBefore(Instant.now()) ? new Count(0, Instant.now()) : c;
    }

    @Override
    Look look(Collection<String> what) {
        Map<String, Count> found = new HashMap<>();
        what.forEach(w -> {
            if (of(w).attempts() > 0) {
                found.put(w, of(w));
            }
        });
        return new Look(Instant.now(), found);
    }

    @Override
    boolean take(Bound b) {
        Count c = of(b.what());
        counts.put(
                b.what(),
                new Count(c.attempts() + 1, c.attempts() == 0 ? Instant.now().plus(b.window()) : c.until()));
        return c.attempts() < b.most();
    }

    @Override
    void giveBack(Bound b) {
        counts.computeIfPresent(b.what(), (k, c) -> new Count(c.attempts() - 1, c.until()));
    }

    @Override
    void forget(Bound b) {
        counts.remove(b.what());
    }

    @Override
    void remember(String what, Duration howLong) {
        counts.put(what, new Count(1, Instant.now().plus(howLong)));
    }

    @Override
    void sweep() {}
}
