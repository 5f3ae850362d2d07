package org.talenthub.accounts.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.Sessions;
import org.talenthub.accounts.factors.Fresh;
import org.talenthub.accounts.factors.SecondFactors;
import org.talenthub.accounts.invitations.Invitations;
import org.talenthub.accounts.passkeys.Passkeys;
import org.talenthub.accounts.passwords.PasswordRules;
import org.talenthub.accounts.tokens.Tokens;
import org.talenthub.common.Problem;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;
import org.talenthub.security.TokenScope;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SignedInFrom;
import org.talenthub.security.signin.SigningIn;
import org.talenthub.security.throttle.CodeThrottle;
import org.talenthub.web.Texts;

/** Everybody's own account: password, sessions, tokens, second factor. */
@Controller
@RequestMapping("/account")
class OwnPages {

    private final Accounts accounts;
    private final PasswordRules rules;
    private final CodeThrottle throttle;
    private final Sessions sessions;
    private final Tokens tokens;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Texts texts;

    OwnPages(
            Accounts accounts,
            PasswordRules rules,
            CodeThrottle throttle,
            Sessions sessions,
            Tokens tokens,
            SecondFactors factors,
            Passkeys passkeys,
            Texts texts) {
        this.accounts = accounts;
        this.rules = rules;
        this.throttle = throttle;
        this.sessions = sessions;
        this.tokens = tokens;
        this.factors = factors;
        this.passkeys = passkeys;
        this.texts = texts;
    }

    @GetMapping
    String page(Viewer viewer, HttpServletRequest request, Model model) {
        fill(viewer, request, model);
        var session = request.getSession(false);
        if (session != null) {
            // seen: the sessions are listed here
            session.removeAttribute(SignedInFrom.ELSEWHERE);
        }
        return "account/own";
    }

    private void fill(Viewer viewer, HttpServletRequest request, Model model) {
        AccountView account = own(viewer);
        var session = request.getSession(false);
        model.addAttribute(
                "view",
                OwnView.of(
                        account,
                        sessions.of(viewer.username(), session == null ? null : session.getId()),
                        tokens.of(viewer),
                        account.factor() ? factors.recoveryLeft(viewer) : 0,
                        passkeys.count(viewer.account()),
                        texts));
        model.addAttribute("section", "account");
    }

    private AccountView own(Viewer viewer) {
        return accounts.view(viewer.account()).orElseThrow(Problem::notFound);
    }

    @GetMapping("/password")
    String password(Viewer viewer, Model model) {
        own(viewer);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "account/password";
    }

    /** Whoever else is signed in as this account is no more. */
    @PostMapping("/password")
    String password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            @AuthenticationPrincipal HubUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String fault = fault(user.viewer(), current, password, again);
        if (fault != null) {
            flash.addFlashAttribute("fault", fault);
            return "redirect:/account/password";
        }
        String before = request.getSession().getId();
        SigningIn.stands(user.without(Duty.PASSWORD), request, response);
        sessions.end(user.getUsername(), before, request.getSession().getId());
        flash.addFlashAttribute("said", texts.text("own.passwordChanged"));
        return "redirect:/account";
    }

    private @Nullable String fault(Viewer viewer, String current, String password, String again) {
        AccountView account = own(viewer);
        if (!password.equals(again)) {
            return texts.text("password.differ");
        }
        try {
            throttle.take(viewer.account());
            if (!accounts.fits(viewer.account(), current)) {
                return texts.text("password.wrong");
            }
            throttle.forget(viewer.account());
            if (password.equals(current)) {
                return texts.text("password.same");
            }
            rules.check(password, Invitations.words(account));
            accounts.choosePassword(viewer.account(), password);
            return null;
        } catch (Problem refused) {
            return texts.problem(refused);
        }
    }

    @PostMapping("/sessions/end")
    String end(
            @RequestParam(required = false) @Nullable String id,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var session = request.getSession(false);
        if (id == null) {
            sessions.end(viewer.username(), session == null ? "" : session.getId());
        } else {
            sessions.endOne(viewer.username(), id);
        }
        flash.addFlashAttribute("said", texts.text("own.sessionEnded"));
        return "redirect:/account#sessions";
    }

    /** For who signed in a short while ago. The answer shows the token; no redirect, since nothing keeps it. */
    @PostMapping("/tokens")
    String token(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable List<String> scope,
            @RequestParam(defaultValue = "90") int days,
            @AuthenticationPrincipal HubUser user,
            HttpServletRequest request,
            Model model) {
        Viewer viewer = user.viewer();
        own(viewer);
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        if (scope != null) {
            scope.forEach(s -> TokenScope.of(s).ifPresent(scopes::add));
        }
        try {
            Fresh.require(user);
            model.addAttribute("secret", tokens.make(name, scopes, days, viewer).secret());
        } catch (Problem refused) {
            model.addAttribute("tokenFault", texts.problem(refused));
        }
        fill(viewer, request, model);
        return "account/own";
    }

    @PostMapping("/tokens/delete")
    String delete(@RequestParam String id, Viewer viewer, RedirectAttributes flash) {
        tokens.delete(id, viewer);
        flash.addFlashAttribute("said", texts.text("own.tokenDeleted"));
        return "redirect:/account#tokens";
    }
}
