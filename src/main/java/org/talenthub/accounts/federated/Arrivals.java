package org.talenthub.accounts.federated;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.talenthub.accounts.Identities;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.AuditEntry.Act;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SigningIn;
import org.talenthub.security.signin.Welcome;

/** Makes of whom the provider vouches for somebody here, or tells him why not. */
final class Arrivals implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** What RFC 8176 calls ways of showing more than a password. */
    private static final Set<String> MORE_THAN_A_PASSWORD =
            Set.of("mfa", "otp", "hwk", "swk", "fpt", "face", "iris", "sc", "sms", "tel");

    private final FederationSettings settings;
    private final List<FederationSettings.Place> places;
    private final Identities identities;
    private final Welcome welcome;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final SecurityContextLogoutHandler out = new SecurityContextLogoutHandler();

    Arrivals(
            FederationSettings settings,
            Identities identities,
            Welcome welcome,
            Audit audit,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.places = settings.places();
        this.identities = identities;
        this.welcome = welcome;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        try {
            HubUser user = let(authentication);
            SigningIn.stands(user, request, response);
            Authentication now =
                    Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
            events.publishEvent(new AuthenticationSuccessEvent(now));
            events.publishEvent(new InteractiveAuthenticationSuccessEvent(now, getClass()));
            welcome.onAuthenticationSuccess(request, response, now);
        } catch (Problem refused) {
            audit.write(
                    Viewer.ANONYMOUS,
                    AuditEntry.of(Act.REFUSED, "login.failed").refused().saying(refused.code()));
            out.logout(request, response, authentication);
            throw refused; // which becomes the error page
        }
    }

    private HubUser let(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcUser who)) {
            throw failed();
        }
        FederationSettings.Place place =
                place(who).orElseThrow(() -> new Problem(403, "oidc.no-role", Sentence.of("refused.oidc.no-role")));
        HubUser user = identities.arrive(
                new Identities.Arriving(
                        settings.issuer(),
                        Objects.requireNonNull(who.getSubject()),
                        text(who.getClaim(settings.username())),
                        text(who.getFullName()),
                        place.role(),
                        place.region()),
                settings.linkByName());
        user = user.without(Duty.PASSWORD); // he has none here
        return shownMore(who) ? user.without(Duty.CODE).without(Duty.SECOND_FACTOR) : user;
    }

    private Optional<FederationSettings.Place> place(OidcUser who) {
        Object claim = who.getClaim(settings.groupsClaim());
        Collection<?> groups =
                claim instanceof Collection<?> several ? several : claim == null ? Set.of() : Set.of(claim);
        return places.stream().filter(p -> groups.contains(p.group())).findFirst();
    }

    private boolean shownMore(OidcUser who) {
        List<String> shown = who.getAuthenticationMethods();
        return settings.secondFactor().equals("always")
                || (shown != null && shown.stream().anyMatch(MORE_THAN_A_PASSWORD::contains));
    }

    private static String text(@Nullable Object claim) {
        return claim == null ? "" : claim.toString();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        LOG.info("sign-in with the provider failed: {}", e.getMessage());
        throw failed();
    }

    private static Problem failed() {
        return new Problem(403, "oidc.failed", Sentence.of("refused.oidc.failed"));
    }
}
