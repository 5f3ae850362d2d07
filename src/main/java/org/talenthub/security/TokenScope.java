package org.talenthub.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a program's token is for. What none of its scopes covers it may not do, whatever its owner may. */
public enum TokenScope {
    /** Every question, but no file of records. */
    READ,
    /** Files sent in, and what becomes of them. */
    IMPORT,
    /** Results as files. */
    EXPORT;

    private static final String AUTHORITY = "SCOPE_";
    private static final String API = "/api/v1";
    private static final Pattern SHEETS =
            Pattern.compile(API + "/(?:demands/[^/]+/candidates|talents/[^/]+/demands)\\.xlsx/*");
    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD", "OPTIONS");

    /** As the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TokenScope> of(String word) {
        return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    public GrantedAuthority authority() {
        return new SimpleGrantedAuthority(AUTHORITY + name());
    }

    /** Whether somebody with these authorities may ask this: always, unless he has scopes and none of them covers it. */
    public static boolean allow(HttpServletRequest request, Collection<? extends GrantedAuthority> authorities) {
        var scopes = Stream.of(values())
                .filter(s -> authorities.contains(s.authority()))
                .toList();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return scopes.isEmpty() || scopes.stream().anyMatch(s -> s.covers(request.getMethod(), path));
    }

    boolean covers(String method, String path) {
        boolean question = QUESTIONS.contains(method);
        boolean files = under(path, "/exports") || SHEETS.matcher(path).matches();
        boolean reports = under(path, "/imports") || under(path, "/feeds");
        return switch (this) {
            case READ -> question && !files;
            case IMPORT -> reports;
            case EXPORT -> question && files;
        };
    }

    private static boolean under(String path, String what) {
        return (path + "/").startsWith(API + what + "/");
    }
}
