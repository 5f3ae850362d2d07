package org.talenthub.importing.sheet.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.Rows;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.file.Text;

/** The records of a csv file. A record's number is the row that a spreadsheet program shows it in: blank lines count. */
public final class CsvRows implements Rows {

    private static final int MAX_BUFFER = 4 << 20;
    private static final int MAX_FIELDS = 16_384;

    private final CloseableIterator<String[]> records;
    private final SheetLimits limits;
    private final char separator;
    private final int headerRow;
    private int number;
    private int header;

    public CsvRows(Original file, Charset charset, char separator) throws IOException {
        this(file, charset, separator, 0);
    }

    /** @param headerRow below it a cell that swallows rows is told from one that holds lines; 0 while the header is looked for */
    public CsvRows(Original file, Charset charset, char separator, int headerRow) throws IOException {
        this.limits = file.limits();
        this.separator = separator;
        this.headerRow = headerRow;
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(file.open(), charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        skipMark(reader);
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(MAX_BUFFER)
                .build(
                        StringArrayHandler.builder()
                                .maxFields(MAX_FIELDS)
                                .maxFieldSize(MAX_BUFFER)
                                .build(),
                        reader)
                .iterator();
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        String[] fields;
        try {
            if (!records.hasNext()) {
                return null;
            }
            fields = records.next();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Problem || e.getCause() instanceof Patience.Stopped) {
                throw Failures.refusal(e);
            }
            throw refusal(e, number + 1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        number++;
        if (number == headerRow) {
            header = fields.length;
        } else if (header > 1) {
            refuseSwallowedRows(fields);
        }
        @Nullable RawCell[] cells = new RawCell[Math.min(fields.length, limits.maxColumns())];
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i];
            if (field.isEmpty()) {
                continue;
            }
            if (field.length() > limits.maxCell()) {
                throw Refusal.cellTooLong(number, i, limits.maxCell());
            }
            if (i >= limits.maxColumns() - 1 && !Text.blank(field)) {
                throw Refusal.tooManyColumns(number, i, limits.maxColumns());
            }
            if (i < cells.length) {
                cells[i] = RawCell.text(field);
            }
        }
        return new RawRow(number, cells);
    }

    /**
     * Two stray quotes make one cell of what stands between them, rows and all. A cell of several lines with as many separators as the
     * header has, or behind which there are more cells than titles, is no cell.
     */
    private void refuseSwallowedRows(String[] fields) {
        for (String field : fields) {
            if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
                long separators = field.chars().filter(c -> c == separator).count();
                if (separators >= header - 1 || (separators > 0 && more(fields))) {
                    throw Refusal.swallowedRows(number, field.lines().count());
                }
            }
        }
    }

    private boolean more(String[] fields) {
        for (int i = header; i < fields.length; i++) {
            if (!Text.blank(fields[i])) {
                return true;
            }
        }
        return false;
    }

    /** The library says in words only which of its bounds was passed. */
    private static Problem refusal(CsvParseException e, int row) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("limit of " + MAX_FIELDS + " fields")) {
            return Refusal.tooManyColumns(row, MAX_FIELDS, MAX_FIELDS);
        }
        if (said.contains("max field size")
                || said.contains("max record size")
                || said.contains("maximum buffer size")) {
            return Refusal.broken(Sentence.of("refused.file.broken.cell", row, MAX_BUFFER >> 20));
        }
        return Refusal.broken(Sentence.of("refused.file.broken.quotes", row));
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
