package org.talenthub.importing.sheet;

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
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The records of a csv file. A record's number is the row that a spreadsheet program shows it in: blank lines count. */
final class CsvRows implements Rows {

    private static final int MAX_BUFFER = 4 << 20;

    private final CloseableIterator<String[]> records;
    private final SheetLimits limits;
    private int number;

    CsvRows(Path file, Charset charset, char separator, SheetLimits limits) throws IOException {
        this.limits = limits;
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file), charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        skipMark(reader);
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(MAX_BUFFER)
                .build(StringArrayHandler.builder().maxFieldSize(MAX_BUFFER).build(), reader)
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
            throw Refusal.broken("第 " + (number + 1) + " 行附近的引号没有成对，读不下去。补上或去掉这一行多余的英文双引号后再上传。");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        number++;
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

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
