package org.talenthub.importing.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.csv.CsvRows;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Rows;
import org.talenthub.importing.sheet.xlsx.CellFormats;
import org.talenthub.importing.sheet.xlsx.CellText;
import org.talenthub.importing.sheet.xlsx.Merges;
import org.talenthub.importing.sheet.xlsx.XlsxBook;

/** One sheet of one file, opened for one walk over its rows; the workbook around it is null for a csv. */
public record OpenSheet(Rows rows, CellText text, @Nullable XlsxBook book, XlsxBook.@Nullable Sheet sheet)
        implements AutoCloseable {

    public static OpenSheet open(Original original, Layout layout) throws IOException, XMLStreamException {
        String charset = layout.charset();
        String separator = layout.separator();
        if (layout.format() == Layout.Format.CSV && charset != null && separator != null) {
            Rows rows = new CsvRows(original, Charset.forName(charset), separator.charAt(0), layout.headerRow());
            return new OpenSheet(rows, new CellText(CellFormats.read(null), false), null, null);
        }
        XlsxBook book = XlsxBook.open(original);
        try {
            XlsxBook.Sheet sheet = book.sheets().get(layout.sheetIndex());
            return new OpenSheet(book.rows(sheet), book.cellText(), book, sheet);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    public List<CellRangeAddress> merges() throws IOException {
        if (book == null || sheet == null) {
            return List.of();
        }
        try (InputStream in = book.stream(sheet)) {
            return Merges.scan(in);
        }
    }

    @Override
    public void close() {
        rows.close();
        if (book != null) {
            book.close();
        }
    }
}
