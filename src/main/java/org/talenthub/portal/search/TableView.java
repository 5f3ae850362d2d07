package org.talenthub.portal.search;

import java.util.List;

/**
 * Results as a table: one row a record, the name first.
 *
 * @param title what the first column holds
 * @param columns those shown
 * @param choice all that there are
 */
record TableView(String title, List<Column> columns, List<Column> choice, List<Row> rows) {

    /** @param number whether its cells are numbers, which stand right */
    record Column(String field, String label, boolean shown, boolean number) {}

    /** @param hit the same record as a list shows it */
    record Row(HitView hit, List<Cell> cells) {}

    /** @param text all of it, for cells that are too narrow */
    record Cell(String text, boolean number, List<HitView.Piece> pieces) {}
}
