package org.talenthub.reference.cells;

/** Reads the cells of one column: checks, normalises and puts the value or an issue into the row. */
@FunctionalInterface
public interface CellReader {

    /** @param typed not blank and not a mark for “nothing” */
    void read(String typed, Row row);
}
