package org.talenthub.security.throttle;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.security.sealing.Sealing;

/**
 * Counts attempts within windows of time, in the database, for all hubs together. What is counted is known by a keyed hash only: what is
 * typed as a name may be a password or a phone number.
 *
 * <p>Every change is one statement of its own, so that none waits for more than one row.
 */
@Component
public class SignInAttempts {

    private static final int TRIES = 3;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    @Autowired
    SignInAttempts(JdbcClient jdbc, Sealing sealing) {
        this(jdbc, sealing, Clock.systemUTC());
    }

    SignInAttempts(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * So many of one thing within so long, from the first one on.
     *
     * @param what {@code address 10.0.0.7}
     */
    public record Bound(String what, int most, Duration window) {}

    /** @param until when it is forgotten */
    public record Count(int attempts, Instant until) {}

    /** What is counted at a moment. */
    public record Look(Instant at, Map<String, Count> counts) {

        boolean has(String what) {
            return counts.containsKey(what);
        }

        /** How long until one more of each is allowed; zero when it is now. */
        Duration remaining(Collection<Bound> bounds) {
            Duration longest = Duration.ZERO;
            for (Bound b : bounds) {
                Count count = counts.get(b.what());
                if (count != null && count.attempts() >= b.most()) {
                    Duration left = Duration.between(at, count.until());
                    longest = left.compareTo(longest) > 0 ? left : longest;
                }
            }
            return longest;
        }
    }

    /** What is known of all these, in one question. */
    Look look(Collection<String> what) {
        Instant now = clock.instant();
        Map<String, String> names = new HashMap<>();
        what.forEach(w -> names.put(key(w), w));
        Map<String, Count> counts = new HashMap<>();
        jdbc.sql("select id, attempts, ends_at from sign_in_attempt where id in (:ids) and ends_at > :now")
                .param("ids", names.keySet())
                .param("now", Timestamp.from(now))
                .query(rs -> {
                    counts.put(
                            String.valueOf(names.get(rs.getString(1))),
                            new Count(rs.getInt(2), rs.getTimestamp(3).toInstant()));
                });
        return new Look(now, counts);
    }

    /** Counts one; false when there were enough already, of however many come at the same moment. */
    boolean take(Bound bound) {
        for (int i = 1; ; i++) {
            try {
                return counted(bound, clock.instant());
            } catch (TransientDataAccessException e) {
                // another hub changed the same row
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private boolean counted(Bound bound, Instant now) {
        String key = key(bound.what());
        Timestamp until = Timestamp.from(now.plus(bound.window()));
        return one(
                        "update sign_in_attempt set attempts = attempts + 1 where id = ? and ends_at > ? and attempts < ?",
                        key,
                        Timestamp.from(now),
                        bound.most())
                || one(
                        "update sign_in_attempt set attempts = 1, ends_at = ? where id = ? and ends_at <= ?",
                        until,
                        key,
                        Timestamp.from(now))
                || one("insert ignore into sign_in_attempt (id, attempts, ends_at) values (?, 1, ?)", key, until)
                // somebody else inserted it in this moment
                || one(
                        "update sign_in_attempt set attempts = attempts + 1 where id = ? and ends_at > ? and attempts < ?",
                        key,
                        Timestamp.from(now),
                        bound.most());
    }

    /** Takes one back that was counted and turned out to be none. */
    void giveBack(Bound bound) {
        one("update sign_in_attempt set attempts = attempts - 1 where id = ? and attempts > 0", key(bound.what()));
    }

    /** Begins anew. */
    void forget(Bound bound) {
        one("delete from sign_in_attempt where id = ?", key(bound.what()));
    }

    /** Keeps in mind that there was such a thing. */
    void remember(String what, Duration howLong) {
        Timestamp until = Timestamp.from(clock.instant().plus(howLong));
        one(
                "insert into sign_in_attempt (id, attempts, ends_at) values (?, 1, ?) on duplicate key update ends_at = ?",
                key(what),
                until,
                until);
    }

    /** Removes some of what is forgotten. */
    void sweep() {
        try {
            // what ended just now may be counted anew at this moment
            one(
                    "delete from sign_in_attempt where ends_at < ? limit 100",
                    Timestamp.from(clock.instant().minus(Duration.ofHours(1))));
        } catch (TransientDataAccessException e) {
            // next time
        }
    }

    private boolean one(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).update() > 0;
    }

    private String key(String what) {
        return sealing.hash("sign-in", what);
    }
}
