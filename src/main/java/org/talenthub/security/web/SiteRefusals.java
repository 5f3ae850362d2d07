package org.talenthub.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.talenthub.security.matrix.AccessDecision;
import org.talenthub.security.throttle.LoginThrottle;

/** Tells people on the site why not: by the login page, or by the error page of the status. */
final class SiteRefusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private final AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");

    /** htmx asks for a part of a page; it cannot show the login page there. */
    static boolean forPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        int status = AccessDecision.statusOf(e);
        if (status != 403) {
            response.sendError(status);
        } else if (forPart(request)) {
            // The browser loads the whole page again, is sent to the login from there, and returns to it.
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            login.commence(request, response, e);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException && request.getRequestURI().startsWith(request.getContextPath() + "/log")) {
            // A login form that stood open longer than its session, or a logout after the session's end: no harm done.
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else {
            response.sendError(AccessDecision.statusOf(e));
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        if (e instanceof LoginThrottle.TooManyFailures tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            throw tooMany.problem();
        } else if (e instanceof AuthenticationServiceException) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?error");
        }
    }
}
