package org.talenthub.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session at most 30 seconds after its account was switched off or given another role, region or carrier. */
final class FreshAccounts extends OncePerRequestFilter {

    private final LoadingCache<String, Viewer> now;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    FreshAccounts(UserDetailsService users) {
        this.now = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(30))
                .maximumSize(10_000)
                .build(username -> viewer(users, username));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof HubUser user
                && !user.viewer().equals(now.get(user.getUsername()))) {
            logout.logout(request, response, authentication);
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Viewer viewer(UserDetailsService users, String username) {
        try {
            UserDetails user = users.loadUserByUsername(username);
            return user.isEnabled() && user instanceof HubUser h ? h.viewer() : null;
        } catch (UsernameNotFoundException e) {
            return null;
        }
    }
}
