package org.talenthub.accounts.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Problem;
import org.talenthub.security.HubUser;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The language that somebody chose for his account: spoken in every browser that he signs in with, unless that one was told another. */
@Controller
class LanguagePages {

    private static final Logger LOG = LoggerFactory.getLogger(LanguagePages.class);

    private final Accounts accounts;
    private final LocaleResolver languages;
    private final Texts texts;

    LanguagePages(Accounts accounts, LocaleResolver languages, Texts texts) {
        this.accounts = accounts;
        this.languages = languages;
        this.texts = texts;
    }

    @PostMapping("/account/language")
    String choose(
            @RequestParam(defaultValue = "") String language,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (accounts.view(viewer.account()).isEmpty()) {
            throw Problem.notFound();
        }
        Locale chosen = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        accounts.speak(viewer.account(), chosen.toLanguageTag());
        languages.setLocale(request, response, chosen);
        flash.addFlashAttribute("said", texts.text("own.languageChosen"));
        return "redirect:/account";
    }

    /** Also of who has yet to show a code: the page that asks for it speaks his language. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (!(event.getAuthentication().getPrincipal() instanceof HubUser user)
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here)
                || here.getResponse() == null
                || told(here.getRequest())) {
            return;
        }
        try {
            accounts.view(user.viewer().account())
                    .map(AccountView::language)
                    .ifPresent(tag ->
                            languages.setLocale(here.getRequest(), here.getResponse(), Locale.forLanguageTag(tag)));
        } catch (DataAccessException e) {
            LOG.debug("the language of an account is not to be had", e);
        }
    }

    private static boolean told(HttpServletRequest request) {
        return request.getCookies() != null
                && Stream.of(request.getCookies()).anyMatch(c -> c.getName().equals("lang"));
    }
}
