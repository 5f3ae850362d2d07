package org.talenthub.security;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;

/** The record of what must be answerable later. Joins the caller's transaction, so that it says only what happened. */
@Component
public class Audit {

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param action lower-case words joined by dots: {@code import.commit}, at most 40 characters
     * @param detail purpose or reason; never a sensitive value; cut after 1,000 characters
     */
    public void record(
            Viewer who,
            String action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String detail) {
        insert(who.account(), who.username(), action, subjectType, subjectId, detail);
    }

    /** How often the account did this since then, on any hub. */
    public long count(Viewer who, String action, Instant since) {
        return jdbc.sql("select count(*) from audit_event where account_id = ? and at >= ? and action = ?")
                .params(who.account(), Timestamp.from(since), action)
                .query(Long.class)
                .single();
    }

    /** The same, of what was not done something further to. */
    public long countWithout(Viewer who, String action, String further, Instant since) {
        return jdbc.sql("""
                        select count(*) from audit_event e where e.account_id = ? and e.at >= ? and e.action = ? and not exists (
                            select 1 from audit_event f
                            where f.subject_type = e.subject_type and f.subject_id = e.subject_id and f.action = ?)""")
                .params(who.account(), Timestamp.from(since), action, further)
                .query(Long.class)
                .single();
    }

    /** Sign-ins on the site; the API proves itself with every call, which would drown everything else. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        record(CurrentViewer.of(event.getAuthentication()), "login", null, null, null);
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        // What was typed as a name may be a password or a phone number: it is kept only when such an account could
        // exist.
        String name = event.getAuthentication().getName();
        boolean plausible = name.matches("[a-z][a-z0-9._-]{1,39}");
        insert(
                0,
                plausible ? name : "?",
                "login.failed",
                null,
                null,
                event.getException().getClass().getSimpleName());
    }

    private void insert(
            long account,
            String username,
            String action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String detail) {
        jdbc.sql("insert into audit_event (id, at, account_id, username, action, subject_type, subject_id, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(Timestamp.from(Instant.now()))
                .param(account)
                .param(username)
                .param(action)
                .param(subjectType)
                .param(subjectId)
                .param(detail == null || detail.length() <= 1000 ? detail : detail.substring(0, 1000))
                .update();
    }
}
