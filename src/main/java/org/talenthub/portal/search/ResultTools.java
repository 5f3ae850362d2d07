package org.talenthub.portal.search;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Address;
import org.talenthub.results.exports.Exports;
import org.talenthub.search.Kind;
import org.talenthub.security.Viewer;

/**
 * What can be done with a result as a whole; for the search page.
 *
 * @param keep to save the search by; null for visitors
 * @param export address of the page to export it from; null when the viewer may not
 */
record ResultTools(@Nullable Keep keep, @Nullable String export) {

    private static final int LONGEST_NAME = 40;

    /**
     * @param query the conditions as an address holds them
     * @param name proposed
     */
    record Keep(String tab, String query, String name) {}

    /** @param chips the conditions in words */
    static ResultTools of(Ask ask, String title, List<SearchView.Chip> chips, Viewer viewer) {
        Kind kind = ask.query().kind();
        Address bare = ask.address().without("tab").without("size");
        String address = bare.toString();
        String query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        return new ResultTools(
                viewer.anonymous() ? null : new Keep(kind.path(), query, name(title, chips)),
                Exports.allowed(kind, viewer) ? new Address("/exports/" + kind.path(), bare.query()).toString() : null);
    }

    private static String name(String title, List<SearchView.Chip> chips) {
        String name = chips.isEmpty()
                ? title
                : chips.stream().map(SearchView.Chip::label).collect(Collectors.joining(" "));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
