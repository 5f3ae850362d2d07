package org.talenthub.security.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What browsers are told to refuse. On top of these come Spring Security's own: no framing, no sniffing, HSTS over https, and
 * {@code no-store} on every answer that does not say otherwise, which only files do.
 */
public final class SecureHeaders {

    /** Scripts and styles come from files of ours only. */
    public static final String SITE = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
            + " object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";

    /** Swagger UI writes styles into its page. */
    public static final String SWAGGER = SITE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    public static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final RequestMatcher SWAGGER_PAGES = PathPatternRequestMatcher.pathPattern("/swagger-ui/**");

    private SecureHeaders() {}

    static void site(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.addHeaderWriter(policy(SWAGGER_PAGES, SWAGGER));
        headers.addHeaderWriter(policy(new NegatedRequestMatcher(SWAGGER_PAGES), SITE));
    }

    static void api(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.contentSecurityPolicy(c -> c.policyDirectives(DATA));
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers) {
        // Addresses hold what people searched for: other sites are not told.
        headers.referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(
                p -> p.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"));
        headers.crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static HeaderWriter policy(RequestMatcher pages, String directives) {
        return new DelegatingRequestMatcherHeaderWriter(pages, new ContentSecurityPolicyHeaderWriter(directives));
    }
}
