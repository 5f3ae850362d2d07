package org.talenthub.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.talenthub.common.Ids;
import org.talenthub.security.AuditEntry.Act;

/**
 * The pen of the trail: what must be answerable later. Joins the caller's transaction, so that it says only what happened; who must not
 * be answered before it is written calls it before he answers.
 */
@Component
public class Audit {

    /** What could be the name of an account; anything else that is typed as one may be a password or a phone number. */
    private static final Pattern PLAUSIBLE = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_PURPOSE = 200;
    private static final int LONGEST_ADDRESS = 60;

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param action lower-case words joined by dots: {@code import.commit}, at most 40 characters; its first word says the act
     * @param detail purpose or reason; never a sensitive value; cut after 1,000 characters
     */
    public void record(
            Viewer who,
            String action,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String detail) {
        write(
                who,
                AuditEntry.of(Act.of(action), action)
                        .about(subjectType, subjectId)
                        .saying(detail));
    }

    public void write(Viewer who, AuditEntry entry) {
        insert(who, entry);
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

    /** Sign-ins on the site, as soon as they are whole; the API proves itself with every call, which would drown everything else. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Viewer who = CurrentViewer.of(event.getAuthentication());
        if (!who.anonymous()) {
            record(who, "login", null, null, null);
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        String name = event.getAuthentication().getName();
        insert(
                new Viewer(0, PLAUSIBLE.matcher(name).matches() ? name : "?", "", Role.ANONYMOUS, null, null, null),
                AuditEntry.of(Act.REFUSED, "login.failed")
                        .refused()
                        .saying(event.getException().getClass().getSimpleName()));
    }

    private void insert(Viewer who, AuditEntry e) {
        jdbc.sql("""
                        insert into audit_event (id, at, account_id, username, role, act, action, result, subject_type, subject_id,
                            subject_region, fields, purpose, detail, address, via, region)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(?, (select coalesce(a.region, a.carrier_region) from account a where a.id = ?)))""")
                .param(Ids.next())
                .param(Timestamp.from(Instant.now()))
                .param(who.account())
                .param(who.username())
                .param(who.role().name())
                .param(e.act().name())
                .param(e.action())
                .param(e.result().name())
                .param(e.subjectType())
                .param(e.subjectId())
                .param(e.subjectRegion())
                .param(e.fields().isEmpty() ? null : cut(String.join(" ", e.fields()), LONGEST_DETAIL))
                .param(cut(e.purpose(), LONGEST_PURPOSE))
                .param(cut(e.detail(), LONGEST_DETAIL))
                .param(cut(address(), LONGEST_ADDRESS))
                .param(via(who))
                .param(who.region())
                .param(who.account())
                .update();
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** Where the request came from that is worked on; null for the hub's own work. */
    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }

    /** The program's token that acts for him. */
    private static @Nullable String via(Viewer who) {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null
                        && now.getPrincipal() instanceof HubUser user
                        && user.viewer().equals(who)
                ? user.token()
                : null;
    }
}
