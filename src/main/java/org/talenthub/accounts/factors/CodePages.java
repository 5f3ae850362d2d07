package org.talenthub.accounts.factors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.accounts.passkeys.Passkeys;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.AuditEntry.Act;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;
import org.talenthub.security.signin.SigningIn;
import org.talenthub.security.signin.Welcome;

/** The second step of signing in: a code of the app, or one for recovery; a passkey is shown at {@link PasskeySignIn}. */
@Controller
@RequestMapping("/login/code")
class CodePages {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Welcome welcome;
    private final Audit audit;

    CodePages(SecondFactors factors, Passkeys passkeys, Welcome welcome, Audit audit) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.welcome = welcome;
        this.audit = audit;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal @Nullable Object principal,
            @RequestParam(required = false) @Nullable String wrong,
            CsrfToken token,
            Model model) {
        HubUser user = half(principal);
        if (user == null) {
            return "redirect:/";
        }
        model.addAttribute("passkeys", passkeys.count(user.viewer().account()) > 0);
        model.addAttribute("app", factors.hasApp(user.viewer().account()));
        token.getToken();
        model.addAttribute("wrong", wrong != null);
        return "account/code";
    }

    @PostMapping
    @Nullable
    String show(
            @AuthenticationPrincipal @Nullable Object principal,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        HubUser user = half(principal);
        if (user == null) {
            return "redirect:/";
        }
        if (code.length() > 40 || !factors.check(user.viewer().account(), code)) {
            audit.write(user.viewer(), AuditEntry.of(Act.REFUSED, "login.code").refused());
            return "redirect:/login/code?wrong";
        }
        audit.write(user.viewer(), AuditEntry.of(Act.LOGIN, "login"));
        SigningIn.stands(user.without(Duty.CODE), request, response, SigningIn.CODE);
        welcome.onAuthenticationSuccess(
                request,
                response,
                java.util.Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication()));
        return null;
    }

    /** Who has shown a password and owes a code; null for everybody else. */
    static @Nullable HubUser half(@Nullable Object principal) {
        return principal instanceof HubUser user && user.duties().contains(Duty.CODE) ? user : null;
    }
}
