package org.talenthub.security.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/**
 * Refuses what nobody can read, on every address alike and before anybody tries: parameters whose escapes are broken or not UTF-8, and
 * bodies that do not say what they are. Reads nothing of a body.
 */
public final class ReadableRequests extends OncePerRequestFilter {

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null && (BROKEN.matcher(query).find() || (!isForm(request) && !decodes(request)))) {
            throw Problem.badRequest("address.unreadable", Sentence.of("refused.address.unreadable"));
        }
        String type = request.getContentType();
        if (type != null && !concrete(type) && hasBody(request)) {
            throw new Problem(415, "body.kind", Sentence.of("refused.body.kind"));
        }
        chain.doFilter(request, response);
    }

    /** The server decodes all parameters when it is asked for one; of a form it would read the body as well. */
    private static boolean decodes(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    static boolean isForm(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        String kind = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        return kind.startsWith("multipart/") || kind.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean concrete(String type) {
        try {
            return MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
