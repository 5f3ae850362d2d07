package org.talenthub.importing.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.csv.CsvCharset;
import org.talenthub.importing.sheet.csv.Separator;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.SheetLimits;

/** The first sheet of a small workbook or csv as texts, for a table that is no feed. */
public final class PlainTable {

    private final SheetLimits limits;

    PlainTable(SheetLimits limits) {
        this.limits = limits;
    }

    /** @param number as a spreadsheet program counts */
    public record Row(int number, List<String> cells) {}

    /**
     * The rows that are not blank.
     *
     * @param most rows; a longer table is refused
     * @throws Problem 415, 422; nothing else, whatever the content
     */
    public List<Row> rows(Path file, int most) {
        Original original = new Original(file, limits, new Patience(limits.look()));
        try (OpenSheet sheet = OpenSheet.open(original, layout(original))) {
            List<Row> rows = new ArrayList<>();
            for (RawRow row = sheet.rows().next();
                    row != null;
                    row = sheet.rows().next()) {
                if (row.blank()) {
                    continue;
                }
                if (rows.size() == most) {
                    throw new Problem(422, "file.toolong", Sentence.of("refused.file.toolong", most));
                }
                rows.add(new Row(row.number(), cells(row, sheet)));
            }
            return rows;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    private static List<String> cells(RawRow row, OpenSheet sheet) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.width(); i++) {
            RawCell cell = row.cell(i);
            cells.add(cell == null || cell.blank() ? "" : sheet.text().read(cell, SheetFile.ANY, new ArrayList<>()));
        }
        return cells;
    }

    private static Layout layout(Original original) throws IOException, XMLStreamException {
        return switch (FileKind.of(original)) {
            case XLSX -> layout(Layout.Format.XLSX, null, null);
            case CSV -> {
                CsvCharset.Found found = CsvCharset.of(original);
                yield layout(
                        Layout.Format.CSV,
                        found.charset().name(),
                        String.valueOf(Separator.likely(original, found.charset())));
            }
        };
    }

    private static Layout layout(
            Layout.Format format,
            @org.jspecify.annotations.Nullable String charset,
            @org.jspecify.annotations.Nullable String separator) {
        return new Layout(format, charset, separator, 0, "", 0, Map.of(), List.of(), 0, Map.of(), Map.of(), null, null);
    }
}
