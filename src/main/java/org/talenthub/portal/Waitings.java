package org.talenthub.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/**
 * How much waits in the sections, which every page tells and which is counted over all of the pool: ten seconds old at most. Whoever does
 * something sees at once what is left.
 */
@Component
class Waitings extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(Waitings.class);

    private final Cache<Viewer, Map<String, Integer>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(10_000)
            .build();

    /** 0 while it cannot be told. */
    int of(ShellSection section, Viewer viewer) {
        if (section.counted()) {
            return asked(section, viewer);
        }
        Map<String, Integer> kept = known.get(viewer, v -> new ConcurrentHashMap<>());
        Integer before = kept.get(section.key());
        if (before != null) {
            return before;
        }
        int now = asked(section, viewer);
        kept.put(section.key(), now);
        return now;
    }

    private static int asked(ShellSection section, Viewer viewer) {
        try {
            return section.waiting(viewer);
        } catch (RuntimeException away) {
            log.debug("what waits is not to be had", away);
            return 0;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (!HttpMethod.GET.matches(request.getMethod())) {
                long account = CurrentViewer.of(
                                SecurityContextHolder.getContext().getAuthentication())
                        .account();
                known.asMap().keySet().removeIf(v -> v.account() == account);
            }
        }
    }
}
