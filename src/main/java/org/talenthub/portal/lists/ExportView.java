package org.talenthub.portal.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;
import org.talenthub.portal.search.SearchView;

/**
 * The page before an export.
 *
 * @param action where the form goes, without the query
 * @param query the conditions, as hidden fields
 * @param said how many were found and will be exported
 * @param rows as it is written on the button; null when there is nothing, or too much
 * @param problem why it cannot be exported; null when it can
 * @param person whether a purpose must be given
 */
record ExportView(
        String title,
        List<Link> crumbs,
        String action,
        String back,
        List<SearchView.Field> query,
        String said,
        @Nullable String rows,
        @Nullable String problem,
        boolean person,
        List<Column> columns) {

    record Column(String key, String title, boolean usual) {}
}
