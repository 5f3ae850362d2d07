package org.talenthub.importing.sheet.template;

import java.util.Map;
import java.util.Set;

/**
 * A row that stands in a template when it is given out.
 *
 * @param cells by field, as a person would type them
 * @param missing fields that are to be filled in; their cells are coloured
 */
public record FilledRow(Map<String, String> cells, Set<String> missing) {

    public FilledRow {
        cells = Map.copyOf(cells);
        missing = Set.copyOf(missing);
    }
}
