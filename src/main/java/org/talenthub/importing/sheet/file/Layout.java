package org.talenthub.importing.sheet.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one uploaded file is to be read; found at the upload, or chosen by hand, and kept with the batch (plain values only, so that it
 * survives as JSON; what an older layout lacks is empty).
 *
 * @param charset Java name of the text's encoding; null for a workbook
 * @param separator the one character between fields of a csv; null for a workbook
 * @param sheetIndex place of the sheet in the workbook, from 0
 * @param sheetName empty for a csv
 * @param headerRow row that carries the header, from 1 as a spreadsheet program counts; the lower one of a two-row header
 * @param columnToField column index from 0 to field name
 * @param unknownHeaders titles of columns that the feed does not know and the hub does not read, in order
 * @param rowsTotal data rows: exact for files up to 10 MB, an estimate above, 0 when it cannot be told before reading
 * @param titles column index to the title in the person's own sheet, known or not
 * @param sources column index to how it was recognised; a column that is absent here was recognised by its very title
 * @param markColumn the column in which a correction workbook says which row each row was; null when there is none
 * @param mark the first such mark, to recognise the workbook by; null when there is none
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
        long rowsTotal,
        Map<Integer, String> titles,
        Map<Integer, Source> sources,
        @Nullable Integer markColumn,
        @Nullable String mark) {

    /** The two kinds of file that are read; decided by content, never by the file's name. */
    public enum Format {
        XLSX,
        CSV
    }

    /** Who said what a column means: this upload's own sender, or the reporter's earlier choice. */
    public enum Source {
        CHOSEN,
        REMEMBERED
    }

    public Layout {
        titles = titles == null ? Map.of() : titles;
        sources = sources == null ? Map.of() : sources;
    }

    /** Whether a person still has to say which sheet is meant. */
    public boolean sheetOpen() {
        return sheetIndex < 0;
    }

    public Layout withRows(long rows, @Nullable String firstMark) {
        return new Layout(
                format,
                charset,
                separator,
                sheetIndex,
                sheetName,
                headerRow,
                columnToField,
                unknownHeaders,
                rows,
                titles,
                sources,
                markColumn,
                firstMark);
    }
}
