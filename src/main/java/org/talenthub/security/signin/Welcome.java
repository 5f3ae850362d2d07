package org.talenthub.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;
import org.talenthub.security.requests.RelativeRedirects;

/** Leads whoever signed in to the page that he asked for; who has a code to show shows it first. */
public final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RelativeRedirects redirects = new RelativeRedirects();

    public Welcome(RequestCache asked) {
        setRedirectStrategy(redirects);
        setRequestCache(asked);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        SignedInFrom.note(request);
        if (authentication.getPrincipal() instanceof HubUser user
                && user.duties().contains(Duty.CODE)) {
            redirects.sendRedirect(request, response, "/login/code");
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
