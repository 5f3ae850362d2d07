package org.talenthub.accounts.invitations;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Sessions;
import org.talenthub.accounts.passwords.PasswordRules;
import org.talenthub.common.Problem;
import org.talenthub.web.Texts;

/** The page behind a link of invitation: its owner chooses a password. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationPages {

    private final Invitations invitations;
    private final Sessions sessions;
    private final Texts texts;

    InvitationPages(Invitations invitations, Sessions sessions, Texts texts) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.texts = texts;
    }

    @GetMapping
    String page(@PathVariable String token, CsrfToken csrf, Model model) {
        AccountView account = invitations.account(token).orElseThrow(Invitations::gone);
        csrf.getToken();
        model.addAttribute("username", account.viewer().username());
        model.addAttribute("name", account.viewer().displayName());
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "account/invitation";
    }

    @PostMapping
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes flash) {
        String fault = fault(token, password, again);
        if (fault != null) {
            flash.addFlashAttribute("fault", fault);
            return "redirect:/invitation/{token}";
        }
        return "redirect:/login?chosen";
    }

    private @Nullable String fault(String token, String password, String again) {
        if (!password.equals(again)) {
            return texts.text("password.differ");
        }
        try {
            AccountView account = invitations.accept(token, password);
            // whoever was signed in by the password before
            sessions.end(account.viewer().username());
            return null;
        } catch (Problem refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            return texts.problem(refused);
        }
    }
}
