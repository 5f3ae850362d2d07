package org.talenthub.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/**
 * Refuses API writes that a page of another site makes a browser send. The API honours no cookie and therefore has no CSRF
 * token, but a browser that once asked for a Basic password sends it along by itself. Programs send neither header and pass.
 */
final class SameSiteWrites extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiRefusals refusals;

    SameSiteWrites(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READS.contains(request.getMethod()) || fromHere(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, Problem.forbidden(Sentence.of("refused.forbidden.doFilterInternal")));
        }
    }

    private static boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || request.getServerName().equalsIgnoreCase(host(origin));
    }

    private static @Nullable String host(String origin) {
        try {
            return URI.create(origin).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
