package org.talenthub.portal.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of saved searches.
 *
 * @param fresh how many new records there are in all
 */
record SavedView(int fresh, List<Row> rows) {

    /**
     * @param kind key of what it searches
     * @param by who saved it and when
     * @param total how many are new
     * @param more how many new ones are not shown
     */
    record Row(
            String id,
            String name,
            String kind,
            String href,
            String by,
            boolean shared,
            boolean mine,
            int total,
            List<Item> items,
            @Nullable String more) {}

    record Item(String text, String href, String note, String when) {}
}
