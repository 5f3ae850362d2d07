package org.talenthub.importing.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one uploaded file is to be read; found once at the upload and kept with the batch (plain values only, so that it survives
 * as JSON).
 *
 * @param charset Java name of the text's encoding; null for a workbook
 * @param separator the one character between fields of a csv; null for a workbook
 * @param sheetIndex place of the sheet in the workbook, from 0
 * @param sheetName empty for a csv
 * @param headerRow row that carries the header, from 1 as a spreadsheet program counts; the lower one of a two-row header
 * @param columnToField column index from 0 to field name
 * @param unknownHeaders titles of columns that the feed does not know and the hub does not read, in order
 * @param rowsTotal data rows: exact for files up to 10 MB, an estimate above, 0 when it cannot be told before reading
 */
public record Layout(
        Format format,
        @Nullable String charset,
        @Nullable String separator,
        int sheetIndex,
        String sheetName,
        int headerRow,
        Map<Integer, String> columnToField,
        List<String> unknownHeaders,
        long rowsTotal) {

    /** The two kinds of file that are read; decided by content, never by the file's name. */
    public enum Format {
        XLSX,
        CSV
    }

    Layout withRowsTotal(long rows) {
        return new Layout(
                format, charset, separator, sheetIndex, sheetName, headerRow, columnToField, unknownHeaders, rows);
    }
}
