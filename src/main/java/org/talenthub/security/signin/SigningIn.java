package org.talenthub.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.talenthub.security.HubUser;

/** Changes how somebody who is signed in stands: what is shown and done adds to the session. */
public final class SigningIn {

    /** Of the code of an app, beside Spring Security's own for the password. */
    public static final String CODE = "TOTP";

    /** Of a passkey, as Spring Security calls it. */
    public static final String PASSKEY = "WEBAUTHN";

    private static final Set<String> SECOND = Set.of("FACTOR_" + CODE, "FACTOR_" + PASSKEY);

    private static final HttpSessionSecurityContextRepository KEPT = new HttpSessionSecurityContextRepository();

    /**
     * In the place of the session another one with all that it held, not a new number for the same: whatever else the browser asked for
     * meanwhile keeps the session as it knew it, and with it its old number, under which then whoever knows that would be signed in.
     */
    private static final SessionFixationProtectionStrategy ANEW = new SessionFixationProtectionStrategy();

    private SigningIn() {}

    /** When a second factor was last shown in this session. */
    public static Optional<Instant> provedAt(@Nullable Authentication now) {
        return now == null
                ? Optional.empty()
                : now.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(FactorGrantedAuthority.class::cast)
                        .filter(a -> SECOND.contains(a.getAuthority()))
                        .map(FactorGrantedAuthority::getIssuedAt)
                        .max(Instant::compareTo);
    }

    /**
     * @param user as he stands now
     * @param factors that he has shown besides those before
     */
    public static void stands(
            HubUser user, HttpServletRequest request, HttpServletResponse response, String... factors) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        List<GrantedAuthority> authorities = new ArrayList<>(user.getAuthorities());
        if (before != null) {
            before.getAuthorities().stream()
                    .filter(FactorGrantedAuthority.class::isInstance)
                    .forEach(authorities::add);
        }
        for (String factor : factors) {
            authorities.removeIf(a -> ("FACTOR_" + factor).equals(a.getAuthority()));
            authorities.add(FactorGrantedAuthority.withFactor(factor).build());
        }
        user.eraseCredentials();
        UsernamePasswordAuthenticationToken now =
                UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        if (before != null) {
            now.setDetails(before.getDetails());
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
        // what was begun by half is not gone on with in the same session
        request.getSession();
        ANEW.onAuthentication(now, request, response);
        KEPT.saveContext(context, request, response);
    }
}
