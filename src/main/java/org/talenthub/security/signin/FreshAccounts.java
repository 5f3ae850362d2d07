package org.talenthub.security.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.security.HubUser;
import org.talenthub.security.Viewer;

/**
 * Ends a session at most a minute after its account was switched off or given another role, region or carrier, and when it has lasted
 * as long as a session may, however busy it is.
 */
public final class FreshAccounts extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LoadingCache<String, Optional<Viewer>> now;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();
    private final Duration longest;

    public FreshAccounts(UserDetailsService users, Duration longest) {
        this.longest = longest;
        this.now = Caffeine.newBuilder()
                .expireAfterWrite(PATIENCE)
                .maximumSize(10_000)
                .build(username -> viewer(users, username));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof HubUser user
                && (older(user, longest) || (older(user, PATIENCE) && !isAs(user)))) {
            logout.logout(request, response, authentication);
        }
        chain.doFilter(request, response);
    }

    /** @param than since the account was read, which is when its owner signed in */
    private static boolean older(HubUser user, Duration than) {
        return user.asOf().isBefore(Instant.now().minus(than));
    }

    private boolean isAs(HubUser user) {
        return now.get(user.getUsername()).equals(Optional.of(user.viewer()));
    }

    private static Optional<Viewer> viewer(UserDetailsService users, String username) {
        try {
            UserDetails user = users.loadUserByUsername(username);
            return user.isEnabled() && user instanceof HubUser h ? Optional.of(h.viewer()) : Optional.empty();
        } catch (UsernameNotFoundException e) {
            return Optional.empty();
        }
    }
}
