package org.talenthub.accounts.factors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.Identities;
import org.talenthub.accounts.passkeys.Passkeys;
import org.talenthub.common.Problem;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.AuditEntry.Act;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;
import org.talenthub.security.signin.SigningIn;
import org.talenthub.security.signin.Welcome;
import org.talenthub.security.throttle.CodeThrottle;

/**
 * Signing in by a passkey: alone instead of name and password, or after them instead of a code. Alone it opens no account for which a
 * provider of identities vouches: whom that lets in no more is to stay out.
 */
@Controller
@RequestMapping("/login/passkey")
class PasskeySignIn {

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Identities identities;
    private final UserDetailsService users;
    private final Welcome welcome;
    private final CodeThrottle throttle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PasskeySignIn(
            Passkeys passkeys,
            Accounts accounts,
            Identities identities,
            UserDetailsService users,
            Welcome welcome,
            CodeThrottle throttle,
            Audit audit,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.identities = identities;
        this.users = users;
        this.welcome = welcome;
        this.throttle = throttle;
        this.audit = audit;
        this.events = events;
    }

    /** What the browser is asked to show one by: anybody's, or one of who has shown his password. */
    @Hidden
    @PostMapping("/options")
    ResponseEntity<String> options(@AuthenticationPrincipal @Nullable Object principal, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.toShow(account(CodePages.half(principal)), request));
    }

    @PostMapping
    @Nullable
    String show(
            @AuthenticationPrincipal @Nullable Object principal,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        HubUser half = CodePages.half(principal);
        if (half == null && principal instanceof HubUser) {
            return "redirect:/";
        }
        if (half != null) {
            throttle.take(account(half));
        }
        HubUser user = owner(credential, half, request);
        if (user == null) {
            if (half == null) {
                throttle.refusedFrom(request.getRemoteAddr());
            }
            refused(half);
            return half == null ? "redirect:/login?passkey" : "redirect:/login/code?passkey";
        }
        if (half != null) {
            throttle.forget(account(half));
        }
        SigningIn.stands(user.without(Duty.CODE).without(Duty.SECOND_FACTOR), request, response, SigningIn.PASSKEY);
        Authentication now =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        if (half == null) {
            events.publishEvent(new AuthenticationSuccessEvent(now));
            events.publishEvent(new InteractiveAuthenticationSuccessEvent(now, getClass()));
        } else {
            audit.write(user.viewer(), AuditEntry.of(Act.LOGIN, "login"));
        }
        welcome.onAuthenticationSuccess(request, response, now);
        return null;
    }

    /** Who comes; null when the passkey is none, or its account does not open, or not by a passkey alone. */
    private @Nullable HubUser owner(String credential, @Nullable HubUser half, HttpServletRequest request) {
        try {
            long account = passkeys.shown(credential, account(half), request);
            AccountView whose = accounts.view(account).orElseThrow(Problem::notFound);
            if (half == null && identities.vouchFor(account)) {
                return null;
            }
            return users.loadUserByUsername(whose.viewer().username()) instanceof HubUser user && user.isEnabled()
                    ? user
                    : null;
        } catch (Problem refused) {
            return null;
        }
    }

    private void refused(@Nullable HubUser half) {
        if (half == null) {
            events.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                    UsernamePasswordAuthenticationToken.unauthenticated("?", ""),
                    new BadCredentialsException("passkey")));
        } else {
            audit.write(half.viewer(), AuditEntry.of(Act.REFUSED, "login.code").refused());
        }
    }

    private static long account(@Nullable HubUser half) {
        return half == null ? 0 : half.viewer().account();
    }
}
