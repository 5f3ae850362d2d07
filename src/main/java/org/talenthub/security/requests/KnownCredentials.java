package org.talenthub.security.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses who shows something else than a name and password or a token, or more than one of them: whoever proves who he is and is not recognised
 * must not be answered as a visitor.
 */
public final class KnownCredentials extends OncePerRequestFilter {

    private static final Pattern KNOWN =
            Pattern.compile("\\s*(basic(\\s.*)?|bearer\\s+\\S{1,200}\\s*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final AuthenticationEntryPoint refusals;

    public KnownCredentials(AuthenticationEntryPoint refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (shown.isEmpty()
                || (shown.size() == 1 && KNOWN.matcher(shown.getFirst()).matches())) {
            chain.doFilter(request, response);
        } else {
            refusals.commence(request, response, new BadCredentialsException("no such credentials"));
        }
    }
}
