package org.talenthub.accounts.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SigningIn;
import org.talenthub.web.QrCode;
import org.talenthub.web.Texts;

/** Setting one's second factor up, and giving it up. */
@Controller
@RequestMapping("/account/second-factor")
class FactorPages {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Texts texts;

    FactorPages(SecondFactors factors, Passkeys passkeys, Accounts accounts, Sessions sessions, Texts texts) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.texts = texts;
    }

    @GetMapping
    String page(Viewer viewer, HttpServletRequest request, Model model) {
        if (accounts.view(viewer.account()).isEmpty()) {
            throw Problem.notFound();
        }
        boolean app = factors.hasApp(viewer.account());
        model.addAttribute("present", app);
        model.addAttribute("keys", PasskeyLine.of(passkeys.of(viewer.account())));
        if (!app) {
            SecondFactors.Offer offer = factors.offer(viewer, request);
            model.addAttribute("secret", offer.text());
            model.addAttribute("qr", QrCode.image(offer.address()));
        }
        model.addAttribute("section", "account");
        return "account/second-factor";
    }

    /** The answer shows the recovery codes; no redirect, since nothing keeps them. */
    @PostMapping
    String confirm(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal HubUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            Fresh.require(user);
            model.addAttribute("recovery", factors.confirm(code, user.viewer(), request));
        } catch (Problem refused) {
            if (refused.status() == 404) {
                throw refused;
            }
            flash.addFlashAttribute("fault", texts.problem(refused));
            return "redirect:/account/second-factor";
        }
        String before = request.getSession().getId();
        SigningIn.stands(user.without(Duty.SECOND_FACTOR), request, response, SigningIn.CODE);
        sessions.end(user.getUsername(), before, request.getSession().getId());
        model.addAttribute("present", true);
        model.addAttribute("keys", PasskeyLine.of(passkeys.of(user.viewer().account())));
        model.addAttribute("section", "account");
        return "account/second-factor";
    }

    /** Whoever else is signed in by it is no more. */
    @PostMapping("/drop")
    String drop(
            @RequestParam(defaultValue = "") String code,
            Viewer viewer,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (accounts.view(viewer.account()).isEmpty()) {
            throw Problem.notFound();
        }
        if (factors.check(viewer.account(), code)) {
            factors.dropApp(viewer);
            sessions.end(viewer.username(), request.getSession().getId());
            flash.addFlashAttribute("said", texts.text("factor.dropped"));
            return "redirect:/account";
        }
        flash.addFlashAttribute("fault", texts.problem(SecondFactors.wrong()));
        return "redirect:/account/second-factor";
    }
}
