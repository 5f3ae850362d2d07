package org.talenthub.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Who may hand a browser another session. A browser asks for many things at once, and the answers come in any order: what it asked for
 * before somebody signed out may be answered after the next one has signed in. Such an answer would bring the ended session back, or one
 * of a visitor in the place of the new one's, who then is nobody. So an ended session is never handed out again, and only a page that is
 * gone to, or signing in, brings another; what a page fetches by the way leaves the browser's session as it is.
 */
final class SessionIds implements HttpSessionIdResolver {

    private final HttpSessionIdResolver cookies;

    SessionIds(HttpSessionIdResolver cookies) {
        this.cookies = cookies;
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return cookies.resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        boolean ended = resolveSessionIds(request).contains(sessionId);
        if (!ended && !byTheWay(request)) {
            cookies.setSessionId(request, response, sessionId);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        if (!byTheWay(request)) {
            cookies.expireSession(request, response);
        }
    }

    /** Whether a page that stands open asked for it. Browsers say so, but not to a server without TLS; there the rest of the request tells. */
    private static boolean byTheWay(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/login")) {
            return false;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return !mode.equals("navigate");
        }
        // a program that uses the site says neither, and comes from no page
        return SiteRefusals.forPart(request)
                || (reads(request)
                        && !wantsPage(request.getHeader(HttpHeaders.ACCEPT))
                        && request.getHeader(HttpHeaders.REFERER) != null);
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean wantsPage(@Nullable String accept) {
        return accept == null || accept.contains("text/html");
    }
}
