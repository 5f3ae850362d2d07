package org.talenthub.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.talenthub.search.Kind;

/**
 * How somebody likes to look at results; remembered by the browser, not by the account.
 *
 * @param table instead of a list
 * @param columns fields of the table; empty for the usual ones
 */
public record Look(boolean table, List<String> columns) {

    private static final int MOST_COLUMNS = 40;

    /** From the cookies {@code hub-view} and {@code hub-columns-<kind>}, names with dots between them. */
    public static Look of(HttpServletRequest request, Kind kind) {
        String columns = cookie(request, "hub-columns-" + kind.path());
        return new Look(
                cookie(request, "hub-view").equals("table"),
                Stream.of(columns.split("\\."))
                        .filter(c -> !c.isEmpty())
                        .limit(MOST_COLUMNS)
                        .toList());
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
