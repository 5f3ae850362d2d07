package org.talenthub.importing.sheet.file;

import org.jspecify.annotations.Nullable;

/** One row as the file holds it: its number from 1, and its cells by column; a column without a cell is null. */
public final class RawRow {

    private final int number;
    private final @Nullable RawCell[] cells;
    private final boolean hidden;

    public RawRow(int number, @Nullable RawCell[] cells) {
        this(number, cells, false);
    }

    public RawRow(int number, @Nullable RawCell[] cells, boolean hidden) {
        this.number = number;
        this.cells = cells;
        this.hidden = hidden;
    }

    /** Whether the spreadsheet program does not show the row: hidden by hand, by a filter or in a closed group. */
    public boolean hidden() {
        return hidden;
    }

    public int number() {
        return number;
    }

    /** Columns there may be cells in. */
    public int width() {
        return cells.length;
    }

    @Nullable
    public RawCell cell(int column) {
        return column < cells.length ? cells[column] : null;
    }

    /** The cell's raw value, empty when there is none. */
    public String value(int column) {
        RawCell cell = cell(column);
        return cell == null ? "" : cell.value();
    }

    /** The first value that is not blank, or empty. */
    public String first() {
        for (RawCell cell : cells) {
            if (cell != null && !cell.blank()) {
                return cell.value();
            }
        }
        return "";
    }

    /** How many cells are not blank. */
    public int filled() {
        int filled = 0;
        for (RawCell cell : cells) {
            filled += cell == null || cell.blank() ? 0 : 1;
        }
        return filled;
    }

    public boolean blank() {
        return filled() == 0;
    }
}
