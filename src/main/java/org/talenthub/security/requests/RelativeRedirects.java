package org.talenthub.security.requests;

import java.net.URI;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.util.UrlUtils;

/** Leads to pages of this site only, whatever host a request claims to be for: of a whole address, everything before the path is dropped. */
public final class RelativeRedirects extends DefaultRedirectStrategy {

    @Override
    protected String calculateRedirectUrl(String contextPath, String url) {
        return UrlUtils.isAbsoluteUrl(url) ? path(url) : super.calculateRedirectUrl(contextPath, url);
    }

    private static String path(String url) {
        try {
            URI address = URI.create(url);
            // two slashes would begin a host
            String path = "/" + String.valueOf(address.getRawPath()).replaceFirst("^[/\\\\]+", "");
            return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
