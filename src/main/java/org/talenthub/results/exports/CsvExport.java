package org.talenthub.results.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.talenthub.common.Formulas;

/**
 * Rows as csv: UTF-8 with a mark of its byte order (Excel takes it for the local encoding otherwise), the titles first and nothing
 * above or below the table, so that any reader gets along. The first column counts “3/120”, the last one is the watermark: a file is
 * whole when its last row's two numbers are the same.
 */
public final class CsvExport implements Export.Writer {

    private final String numberTitle;
    private final String markTitle;

    CsvExport(String numberTitle, String markTitle) {
        this.numberTitle = numberTitle;
        this.markTitle = markTitle;
    }

    @Override
    public void write(
            OutputStream out, Export.Mark mark, List<String> titles, Export.Rows rows, long total, String gone)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        List<String> head = new ArrayList<>();
        head.add(numberTitle);
        head.addAll(titles);
        head.add(markTitle);
        csv.writeRecord(head);
        String watermark = harmless(mark.text());
        for (long n = 1; rows.hasNext(); n++) {
            Optional<List<Object>> cells = rows.next();
            List<String> row = new ArrayList<>(titles.size() + 2);
            row.add(n + "/" + total);
            for (int i = 0; i < titles.size(); i++) {
                row.add(
                        cells.isEmpty()
                                ? (i == 0 ? gone : "")
                                : text(cells.get().get(i)));
            }
            row.add(watermark);
            csv.writeRecord(row);
        }
        csv.flush();
        writer.flush();
    }

    private static String text(Object value) {
        return value instanceof Number ? value.toString() : harmless(value.toString());
    }

    /** What a spreadsheet would take for a formula is made text by an apostrophe (OWASP, CSV injection). */
    public static String harmless(String text) {
        return Formulas.startedBy(text) ? "'" + text : text;
    }
}
