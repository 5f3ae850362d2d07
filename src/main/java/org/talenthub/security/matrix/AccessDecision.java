package org.talenthub.security.matrix;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** What the matrix decided, and with which HTTP status a refusal is told. */
public final class AccessDecision extends AuthorizationDecision {

    static final AccessDecision GRANTED = new AccessDecision(true, 200);
    /** 401 for a visitor, who may sign in and try again; 403 for everybody else. */
    public static final AccessDecision NOT_THIS_ROLE = new AccessDecision(false, 403);

    /** The role may, the program's token is for something else. */
    static final AccessDecision OUT_OF_SCOPE = new AccessDecision(false, 403);

    static final AccessDecision UNKNOWN = new AccessDecision(false, 404);
    /** Told as if there was nothing. */
    static final AccessDecision HIDDEN = new AccessDecision(false, 404);

    static final AccessDecision OTHER_METHOD = new AccessDecision(false, 405);

    private final int status;

    private AccessDecision(boolean granted, int status) {
        super(granted);
        this.status = status;
    }

    /** There is something, and it is not for this one; not: there is no such address. */
    public boolean refusesWhatIsThere() {
        return status == 403 || this == HIDDEN;
    }

    void noteOn(HttpServletRequest request) {
        request.setAttribute(AccessDecision.class.getName(), this);
    }

    /** What was decided for the request, null when nothing was yet. */
    public static @Nullable AccessDecision of(HttpServletRequest request) {
        return (AccessDecision) request.getAttribute(AccessDecision.class.getName());
    }

    /** The status in a refusal of the matrix, 403 in any other; visitors' refusals come wrapped. */
    public static int statusOf(@Nullable Throwable refusal) {
        for (Throwable t = refusal; t != null; t = t.getCause()) {
            if (t instanceof AuthorizationDeniedException d && d.getAuthorizationResult() instanceof AccessDecision a) {
                return a.status;
            }
        }
        return 403;
    }
}
