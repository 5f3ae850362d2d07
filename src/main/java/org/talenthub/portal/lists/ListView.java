package org.talenthub.portal.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.portal.Link;
import org.talenthub.portal.search.HitView;

/**
 * One list and its entries.
 *
 * @param by who made it and when
 * @param groups by kind
 * @param gone entries whose records are no longer there for the viewer
 */
record ListView(
        String id,
        String name,
        List<Link> crumbs,
        String by,
        boolean shared,
        boolean mine,
        List<Group> groups,
        List<Gone> gone) {

    /** @param export address of the page to export them from; null when the viewer may not */
    record Group(String key, List<Row> rows, @Nullable String export) {}

    /** @param added who added it and when */
    record Row(String id, HitView hit, String note, String added) {}

    /** @param moved the record that it was found to be; null when it went without a trace */
    record Gone(
            String id, String note, String added, @Nullable Link moved) {}

    /** All lists. */
    record All(List<One> rows) {}

    record One(String id, String name, String entries, boolean shared, String by) {}

    /**
     * Before something is added.
     *
     * @param records ids
     * @param names of the records
     */
    record Adding(List<String> records, String names, String back, List<One> lists) {}
}
