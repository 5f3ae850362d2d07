package org.talenthub.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.HubUser;

/** Refuses the API to whose password alone does not prove enough: who has a second factor, or needs one, calls it by a token. */
public final class PasswordOnApi extends OncePerRequestFilter {

    /** Tells a caller why not. */
    public interface Refusal {
        void tell(HttpServletRequest request, HttpServletResponse response, Problem problem);
    }

    private final Refusal refusal;

    public PasswordOnApi(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        if (now != null
                && now.getPrincipal() instanceof HubUser user
                && user.token() == null
                && !user.passwordAlone()) {
            SecurityContextHolder.clearContext();
            refusal.tell(
                    request, response, new Problem(401, "factor.required", Sentence.of("refused.factor.required")));
        } else {
            chain.doFilter(request, response);
        }
    }
}
