package org.talenthub.security.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where no session is honoured none is looked up either, which the server does by itself to see what a redirect left there: a file would
 * cost a visit to the database, wait for it while it is away, and keep somebody signed in who does nothing.
 */
public final class Sessionless extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable HttpSession getSession(boolean create) {
                        return create ? super.getSession(true) : null;
                    }
                },
                response);
    }
}
