package org.talenthub.portal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;

/**
 * Records of one kind side by side.
 *
 * @param back the search they come from, as far as the server knows
 * @param missing how many of those asked for do not exist for the viewer
 */
record CompareView(String title, String tab, String back, int missing, List<Head> heads, List<Row> rows) {

    /** @param without address of the comparison without this one; null when nothing would be left */
    record Head(
            String id, String name, String href, @Nullable String without, List<String> tags, List<Link> lead) {}

    /** @param differs not all say the same */
    record Row(String label, boolean differs, List<List<Link>> cells) {}
}
