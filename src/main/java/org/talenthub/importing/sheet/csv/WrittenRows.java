package org.talenthub.importing.sheet.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows of the hub's own, as the file that a reporter would have sent. */
public final class WrittenRows {

    private WrittenRows() {}

    /** @param rows the titles first */
    public static void write(Path file, List<List<String>> rows) {
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
