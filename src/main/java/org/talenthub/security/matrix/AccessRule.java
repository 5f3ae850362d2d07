package org.talenthub.security.matrix;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.talenthub.security.Role;

/**
 * Who may call one set of addresses.
 *
 * @param method null for every method; GET includes HEAD
 * @param pattern as {@code PathPattern} reads it, {@code **} at the end only
 * @param hidden who may not is told that there is nothing, instead of being refused or asked to sign in
 * @param takesFiles files may be sent there; elsewhere bodies are small
 */
record AccessRule(
        @Nullable HttpMethod method,
        String pattern,
        Set<Role> roles,
        boolean hidden,
        boolean takesFiles,
        RequestMatcher path) {

    static AccessRule of(@Nullable HttpMethod method, String pattern, Set<Role> roles) {
        return new AccessRule(
                method, pattern, EnumSet.copyOf(roles), false, false, PathPatternRequestMatcher.pathPattern(pattern));
    }

    AccessRule hiddenFromOthers() {
        return new AccessRule(method, pattern, roles, true, takesFiles, path);
    }

    AccessRule takingFiles() {
        return new AccessRule(method, pattern, roles, hidden, true, path);
    }

    boolean forEverybody() {
        return roles.size() == Role.values().length;
    }

    boolean covers(String requestMethod) {
        return method == null
                || method.name().equals(requestMethod)
                || (HttpMethod.GET.equals(method) && "HEAD".equals(requestMethod));
    }
}
