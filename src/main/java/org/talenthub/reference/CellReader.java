package org.talenthub.reference;

/** Reads the cells of one column: checks, normalises and puts the value or an issue into the row. */
@FunctionalInterface
interface CellReader {

    /** @param typed not blank and not a mark for “nothing” */
    void read(String typed, Row row);
}
