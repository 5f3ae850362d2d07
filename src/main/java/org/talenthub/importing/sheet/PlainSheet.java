package org.talenthub.importing.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.csv.CsvCharset;
import org.talenthub.importing.sheet.csv.CsvRows;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.Rows;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.xlsx.CellFormats;
import org.talenthub.importing.sheet.xlsx.CellText;
import org.talenthub.importing.sheet.xlsx.XlsxBook;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Privacy;

/** A small sheet that is none of the feeds', as rows of text: the first visible sheet of a workbook, or a csv in any of its usual forms. */
public final class PlainSheet {

    private static final Column ANY = new Column(
            "", "", List.of(), false, ColumnType.TEXT, false, null, false, 0, Privacy.PERSONAL, "", null, "");

    private static final char[] SEPARATORS = {',', '\t', ';'};

    private PlainSheet() {}

    /**
     * @param most rows that are read
     * @throws Problem 415 for what is no sheet, 422 for what cannot be used, 413 for more rows
     */
    public static List<List<String>> read(Path file, SheetLimits limits, int most) {
        Original original = new Original(file, limits, new Patience(limits.look()));
        try {
            return FileKind.of(original) == Layout.Format.XLSX ? workbook(original, most) : csv(original, most);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    private static List<List<String>> workbook(Original original, int most) throws IOException, XMLStreamException {
        try (XlsxBook book = XlsxBook.open(original)) {
            XlsxBook.Sheet first =
                    book.sheets().stream().filter(s -> !s.hidden()).findFirst().orElseThrow(Refusal::emptyFile);
            try (Rows rows = book.rows(first)) {
                return read(rows, book.cellText(), most);
            }
        }
    }

    private static List<List<String>> csv(Original original, int most) throws IOException, XMLStreamException {
        CsvCharset.Found found = CsvCharset.of(original);
        List<List<String>> best = List.of();
        Problem failure = null;
        for (char separator : SEPARATORS) {
            try (Rows rows = new CsvRows(original, found.charset(), separator)) {
                List<List<String>> read = read(rows, new CellText(CellFormats.read(null), false), most);
                best = width(read) > width(best) ? read : best;
            } catch (Problem e) {
                failure = failure == null ? e : failure;
            }
        }
        if (best.isEmpty()) {
            throw failure == null ? Refusal.emptyFile() : failure;
        }
        return best;
    }

    private static int width(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private static List<List<String>> read(Rows rows, CellText text, int most) throws IOException, XMLStreamException {
        List<List<String>> all = new ArrayList<>();
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            if (row.blank()) {
                continue;
            }
            if (all.size() >= most) {
                throw new Problem(413, "sheet.many", Sentence.of("refused.sheet.many", most));
            }
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.width(); i++) {
                RawCell cell = row.cell(i);
                cells.add(
                        cell == null || cell.blank()
                                ? ""
                                : text.read(cell, ANY, new ArrayList<>()).strip());
            }
            all.add(cells);
        }
        return all;
    }
}
