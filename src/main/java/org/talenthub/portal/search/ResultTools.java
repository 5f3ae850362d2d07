package org.talenthub.portal.search;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Address;
import org.talenthub.search.Kind;

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

    /**
     * @param chips the conditions in words
     * @param keeps the viewer may save searches
     * @param exports he may export this kind
     */
    static ResultTools of(Ask ask, String title, List<SearchView.Chip> chips, boolean keeps, boolean exports) {
        Kind kind = ask.query().kind();
        Address bare = ask.whole().without("tab").without("size");
        String address = bare.toString();
        String query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        return new ResultTools(
                keeps ? new Keep(kind.path(), query, name(title, chips)) : null,
                exports ? new Address("/exports/" + kind.path(), bare.query()).toString() : null);
    }

    private static String name(String title, List<SearchView.Chip> chips) {
        String name = chips.isEmpty()
                ? title
                : chips.stream().map(SearchView.Chip::label).collect(Collectors.joining(" "));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
