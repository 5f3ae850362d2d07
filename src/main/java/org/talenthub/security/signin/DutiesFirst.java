package org.talenthub.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.security.Duty;
import org.talenthub.security.HubUser;

/** Leads whoever signed in to what he has to do first: show a code, choose a password, set up a second factor. Until then there is no other page. */
public final class DutiesFirst extends OncePerRequestFilter {

    /** Where each duty is done, in the order in which they are. */
    private static final List<Map.Entry<Duty, String>> PLACES = List.of(
            Map.entry(Duty.CODE, "/login/code"),
            Map.entry(Duty.PASSWORD, "/account/password"),
            Map.entry(Duty.SECOND_FACTOR, "/account/second-factor"));

    /** A passkey is shown instead of a code, and leads on by itself. */
    private static final Set<String> ALWAYS = Set.of("/logout", "/error", "/login/passkey", "/login/passkey/options");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        Set<Duty> duties = now != null && now.getPrincipal() instanceof HubUser user ? user.duties() : Set.of();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String place = PLACES.stream()
                .filter(p -> duties.contains(p.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (place == null || ALWAYS.contains(path) || (path + "/").startsWith(place + "/")) {
            chain.doFilter(request, response);
        } else if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + place);
        }
    }
}
