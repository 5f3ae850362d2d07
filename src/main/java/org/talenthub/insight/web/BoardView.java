package org.talenthub.insight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board as a page.
 *
 * @param finding what the numbers say, in one sentence; null where they say nothing
 * @param date the day they are of
 */
record BoardView(String name, List<Tab> tabs, @Nullable String finding, String date, String xlsx, List<Table> tables) {

    record Tab(String name, String href, boolean current) {}

    /**
     * Numbers that stand together, as a chart and as a table.
     *
     * @param id of its parts on the page
     * @param chart bar, tiles or none
     * @param columns titles
     */
    record Table(String id, String title, String chart, List<String> columns, List<Line> rows) {}

    /** @param thin less than is wanted */
    record Line(String label, @Nullable String href, List<Cell> cells, boolean thin, String group) {}

    /**
     * @param number for the chart; null for a text
     * @param href the list of the rows behind it
     * @param shade 0 to 5, how much of the largest it is
     */
    record Cell(
            String text, @Nullable Long number, @Nullable String href, int shade) {}
}
