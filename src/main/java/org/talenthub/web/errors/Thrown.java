package org.talenthub.web.errors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.common.causes.Causes;

/**
 * What filters throw before any controller is asked, told like everything else: by the error page, which gets a request that cannot fail
 * a second time. Stands inside of the filter that looks sessions up, hence its order.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class Thrown extends OncePerRequestFilter {

    private static final String ATTRIBUTE = Thrown.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            Exception thrown = of(request);
            boolean asItIs = thrown == null && request.getContentType() == null;
            chain.doFilter(asItIs ? request : new Bare(request, thrown != null && Causes.engineAway(thrown)), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            Exception thrown = e instanceof ServletException && e.getCause() instanceof Exception cause ? cause : e;
            Failure failure = Failures.of(thrown);
            if (response.isCommitted() || failure.status() == 500) {
                throw e;
            }
            request.setAttribute(ATTRIBUTE, thrown);
            response.sendError(failure.status());
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        doFilterInternal(request, response, chain);
    }

    /** What was thrown on the way of this request; null when nothing was. */
    static @Nullable Exception of(HttpServletRequest request) {
        return (Exception) request.getAttribute(ATTRIBUTE);
    }

    /**
     * Without parameters, which may be what cannot be read, without a body, for which the page would wait when it was refused unread, and
     * without a session where none can be looked up.
     */
    private static final class Bare extends HttpServletRequestWrapper {

        private final boolean sessionsAway;

        Bare(HttpServletRequest request, boolean sessionsAway) {
            super(request);
            this.sessionsAway = sessionsAway;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return sessionsAway && !create ? null : super.getSession(create);
        }
    }
}
