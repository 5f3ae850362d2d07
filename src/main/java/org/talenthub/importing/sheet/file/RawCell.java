package org.talenthub.importing.sheet.file;

/**
 * One cell as the file holds it.
 *
 * @param value text, the number as written, {@code 1}/{@code 0} of a boolean, or an error's text
 * @param style index of the workbook's cell format, 0 where there is none
 */
public record RawCell(Kind kind, String value, int style) {

    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        ERROR,
        /** An ISO 8601 date, the rare cell type {@code d}. */
        DATE
    }

    /** Stands for a formula whose result the file does not hold: a program wrote it and no spreadsheet program ever opened it. */
    public static final String NOT_CALCULATED = "（公式未计算）";

    public static RawCell text(String value) {
        return new RawCell(Kind.TEXT, value, 0);
    }

    public boolean blank() {
        return Text.blank(value);
    }
}
