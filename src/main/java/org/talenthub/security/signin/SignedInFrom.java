package org.talenthub.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a session began, as its owner is told of it: the address, and with what. */
public final class SignedInFrom {

    /** The session's attribute. */
    public static final String NAME = "org.talenthub.from";

    /** The attribute of the other sessions: when and where somebody signed in beside them. */
    public static final String ELSEWHERE = "org.talenthub.elsewhere";

    private SignedInFrom() {}

    public static void note(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, describe(request));
    }

    /** Address and browser. */
    public static String describe(HttpServletRequest request) {
        String browser = request.getHeader("User-Agent");
        return request.getRemoteAddr() + (browser == null ? "" : " · " + Browser.of(browser));
    }

    /** What was noted, empty when nothing was. */
    public static String of(@Nullable Object noted) {
        return noted instanceof String text ? text : "";
    }
}
