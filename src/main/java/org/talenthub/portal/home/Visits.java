package org.talenthub.portal.home;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.security.Viewer;

/** When somebody was here before: looks at the first page with less than half an hour between them are one visit. */
@Component
class Visits {

    private static final Duration APART = Duration.ofMinutes(30);
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Visit(Instant seen, @Nullable Instant before) {}

    /** Notes a look, and says when the visit before this one ended; nothing on the first one. */
    Optional<Instant> before(Viewer viewer) {
        if (viewer.anonymous()) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        Optional<Visit> kept = jdbc.sql("select seen_at, before_at from home_visit where account_id = ?")
                .param(viewer.account())
                .query((rs, i) -> new Visit(
                        rs.getTimestamp(1).toInstant(),
                        rs.getTimestamp(2) == null ? null : rs.getTimestamp(2).toInstant()))
                .optional();
        if (kept.isEmpty()) {
            jdbc.sql("insert ignore into home_visit (account_id, seen_at) values (?, ?)")
                    .params(viewer.account(), Timestamp.from(now))
                    .update();
            return Optional.empty();
        }
        Visit last = kept.get();
        boolean another = last.seen().plus(APART).isBefore(now);
        Instant before = another ? last.seen() : last.before();
        if (another || last.seen().plus(NOTED).isBefore(now)) {
            jdbc.sql("update home_visit set seen_at = ?, before_at = ? where account_id = ?")
                    .param(Timestamp.from(now))
                    .param(before == null ? null : Timestamp.from(before))
                    .param(viewer.account())
                    .update();
        }
        return Optional.ofNullable(before);
    }
}
