package org.talenthub.lifecycle;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.Applications;
import org.talenthub.lifecycle.model.FormInvitation;
import org.talenthub.lifecycle.model.FormInvitations;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.OpenLinks;
import org.talenthub.web.HubAddress;

/**
 * An enterprise or a zone fills its application in itself: the city sends it a link, whoever holds it writes the form and adds papers
 * without an account until he hands it in, and the city takes it from there. The steps of the case stay the departments'.
 */
@Component
public class Inviting implements OpenLinks {

    /** What the addresses of such links begin with. */
    public static final String ADDRESS = "/invited-applications/";

    private static final int DAYS = 30;
    private static final int BYTES = 24;
    private static final int LONGEST = 60;

    private final FormInvitations invitations;
    private final Applying applying;
    private final Applications applications;
    private final Evidence evidence;
    private final Submitting submitting;
    private final Rights rights;
    private final Outside outside;
    private final SecureRandom random = new SecureRandom();

    Inviting(
            FormInvitations invitations,
            Applying applying,
            Applications applications,
            Evidence evidence,
            Submitting submitting,
            Rights rights,
            Outside outside) {
        this.invitations = invitations;
        this.applying = applying;
        this.applications = applications;
        this.evidence = evidence;
        this.submitting = submitting;
        this.rights = rights;
        this.outside = outside;
    }

    /** Where links lead, and who is told of what happened. */
    @Component
    record Outside(HubAddress address, Audit audit) {}

    /** @param link shown once; only its digest is kept */
    public record Link(String link, LocalDate until) {}

    /** Whether the viewer may ask somebody to fill this one in, now. */
    public boolean may(Application a, Viewer viewer) {
        return rights.may(Act.EDIT, Thing.CASE, a, viewer)
                && a.allowed(Level.CITY).contains(Action.SUBMIT);
    }

    /** The invitation to a case, whatever became of it. */
    public Optional<FormInvitation> of(Application a) {
        return invitations.findById(a.id());
    }

    /** Makes a new link; an earlier one is worth nothing then. @throws Problem 404, 403; 409 once the case was submitted */
    @Transactional
    public Link invite(String id, Viewer viewer) {
        Application a = mine(id, viewer);
        a.next(Action.SUBMIT, Level.CITY);
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        FormInvitation i = of(a).orElseGet(() -> new FormInvitation(a.id()));
        LocalDate until = HubTime.today().plusDays(DAYS);
        i.ask(digest(token), until, viewer.displayName());
        invitations.save(i);
        outside.audit().record(viewer, "application.invite", "application", id, null);
        return new Link(outside.address().get() + ADDRESS + token, until);
    }

    /** The link opens nothing any more. @throws Problem 404, 403 */
    @Transactional
    public void takeBack(String id, Viewer viewer) {
        Application a = mine(id, viewer);
        of(a).ifPresent(i -> {
            i.takeBack();
            invitations.save(i);
        });
        outside.audit().record(viewer, "application.invite-back", "application", id, null);
    }

    private Application mine(String id, Viewer viewer) {
        Application a = applying.get(id, viewer);
        if (!rights.may(Act.EDIT, Thing.CASE, a, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.invite"));
        }
        return a;
    }

    /** What a link opens: a case that nobody has submitted yet. */
    @Transactional(readOnly = true)
    public Optional<Application> opened(String token) {
        return invitations
                .findByToken(digest(token))
                .filter(FormInvitation::open)
                .flatMap(i -> applications.findById(i.application()))
                .filter(a -> a.allowed(Level.CITY).contains(Action.SUBMIT));
    }

    @Override
    public boolean opens(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(ADDRESS)
                && opened(path.substring(ADDRESS.length()).replaceAll("/.*", ""))
                        .isPresent();
    }

    /** @throws Problem 404 for a link that opens nothing; as {@link Applying#change} for what cannot be */
    @Transactional
    public Application write(String token, Applying.Wish wish) {
        return applying.fill(get(token), wish);
    }

    /** @throws Problem 404 for a link that opens nothing; as {@link Evidence#add} for what is no paper */
    @Transactional
    public Evidence.Paper add(String token, String fileName, @Nullable String which, InputStream in)
            throws IOException {
        Application a = get(token);
        String by = a.hostName().isBlank() ? a.name() : a.hostName();
        return evidence.keep(a, fileName, which, in, by.substring(0, Math.min(by.length(), Evidence.LONGEST_BY)));
    }

    /**
     * It goes to the city, and the link is used up.
     *
     * @param by who filled it in, who then judges no such case
     * @throws Problem 404 for a link that opens nothing, 400 without a name, 422 with what is missing
     */
    @Transactional
    public void handIn(String token, @Nullable String by) {
        Application a = get(token);
        String filler = by == null ? "" : by.strip();
        if (filler.isEmpty() || filler.length() > LONGEST) {
            throw Problem.badRequest("application.filler", Sentence.of("refused.application.filler", LONGEST));
        }
        submitting.take(a, filler);
        a.filledBy(filler);
        applications.save(a);
        FormInvitation i = of(a).orElseThrow(Inviting::gone);
        i.handIn(filler);
        invitations.save(i);
        outside.audit()
                .record(
                        new Viewer(0, "", filler, Role.ANONYMOUS, null, null, null),
                        "application.hand-in",
                        "application",
                        Ids.text(a.id()),
                        null);
    }

    private Application get(String token) {
        return opened(token).orElseThrow(Inviting::gone);
    }

    public static Problem gone() {
        return new Problem(404, "invitation.used", Sentence.of("refused.invitation.used"));
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
