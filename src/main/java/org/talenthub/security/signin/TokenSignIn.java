package org.talenthub.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.security.TokenScope;

/**
 * Signs programs in by {@code Authorization: Bearer hub_…} (RFC 6750). A token has 256 random bits: nobody guesses one, and no throttle is
 * needed.
 */
public final class TokenSignIn extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("\\s*bearer\\s+(\\S{1,200})\\s*", Pattern.CASE_INSENSITIVE);

    private final ProgramTokens tokens;
    private final AuthenticationEntryPoint refusals;
    private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

    public TokenSignIn(ProgramTokens tokens, AuthenticationEntryPoint refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = shown(request);
        if (shown == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ProgramTokens.Holder> holder;
        try {
            holder = tokens.holder(shown);
        } catch (DataAccessException away) {
            refuse(request, response, new InternalAuthenticationServiceException("tokens cannot be read", away));
            return;
        }
        if (holder.isEmpty()) {
            refuse(request, response, new BadCredentialsException("no such token"));
            return;
        }
        List<GrantedAuthority> authorities = new ArrayList<>(holder.get().user().getAuthorities());
        holder.get().scopes().stream().map(TokenScope::authority).forEach(authorities::add);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(holder.get().user(), null, authorities);
        signedIn.setDetails(details.buildDetails(request));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        refusals.commence(request, response, why);
    }

    private static @Nullable String shown(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        Matcher bearer = BEARER.matcher(header);
        return bearer.matches() ? bearer.group(1) : null;
    }
}
