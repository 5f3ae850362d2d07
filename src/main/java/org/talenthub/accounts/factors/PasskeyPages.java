package org.talenthub.accounts.factors;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.Sessions;
import org.talenthub.accounts.passkeys.Passkeys;
import org.talenthub.common.Problem;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;
import org.talenthub.security.signin.SigningIn;
import org.talenthub.web.Texts;

/** Making passkeys and deleting them, both for who signed in a short while ago. */
@Controller
@RequestMapping("/account/second-factor/passkeys")
class PasskeyPages {

    private static final String BACK = "redirect:/account/second-factor";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Texts texts;

    PasskeyPages(Passkeys passkeys, SecondFactors factors, Accounts accounts, Sessions sessions, Texts texts) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.texts = texts;
    }

    /** What the browser is asked to make one by. */
    @Hidden
    @PostMapping("/options")
    ResponseEntity<String> options(
            @AuthenticationPrincipal HubUser user, Authentication now, HttpServletRequest request) {
        fresh(user);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.toMake(now, user.viewer(), request));
    }

    /** The first one comes with recovery codes, which this answer shows; no redirect, since nothing keeps them. */
    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            @AuthenticationPrincipal HubUser user,
            Authentication now,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        List<String> recovery;
        try {
            fresh(user);
            passkeys.make(credential, label, now, user.viewer(), request);
            recovery = factors.recoveryOfFirst(user.viewer());
        } catch (Problem refused) {
            return refused(refused, flash);
        }
        String before = request.getSession().getId();
        SigningIn.stands(user.without(Duty.SECOND_FACTOR), request, response, SigningIn.PASSKEY);
        sessions.end(user.getUsername(), before, request.getSession().getId());
        if (recovery.isEmpty()) {
            flash.addFlashAttribute("said", texts.text("passkey.made"));
            return BACK;
        }
        model.addAttribute("recovery", recovery);
        model.addAttribute("keys", PasskeyLine.of(passkeys.of(user.viewer().account())));
        model.addAttribute("present", false);
        model.addAttribute("section", "account");
        return "account/second-factor";
    }

    /** Whoever else is signed in by it is no more. */
    @PostMapping("/delete")
    String delete(
            @RequestParam(defaultValue = "") String id,
            @AuthenticationPrincipal HubUser user,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            fresh(user);
            factors.dropPasskey(id, user.viewer());
            sessions.end(user.getUsername(), request.getSession().getId());
            flash.addFlashAttribute("said", texts.text("passkey.deleted"));
            return BACK;
        } catch (Problem refused) {
            return refused(refused, flash);
        }
    }

    private String refused(Problem refused, RedirectAttributes flash) {
        if (refused.status() == 404) {
            throw refused;
        }
        flash.addFlashAttribute("passkeyFault", texts.problem(refused));
        return BACK;
    }

    private void fresh(HubUser user) {
        if (accounts.view(user.viewer().account()).isEmpty()) {
            throw Problem.notFound();
        }
        Fresh.require(user);
    }
}
