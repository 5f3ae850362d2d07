package org.talenthub.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes big talent files for load tests: every row another person, of the demo's enterprises. Rows are streamed; only a key
 * per person (some 200 bytes) is kept, so that nobody comes twice.
 *
 * <p>Run with {@code mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.6.1:exec -Dexec.executable=java
 * -Dexec.classpathScope=test -Dexec.args="-cp %classpath org.talenthub.demo.LoadFiles 50000 csv target/load.csv 1"}.
 */
public final class LoadFiles {

    private LoadFiles() {}

    /** @param args rows, csv or xlsx, file, seed */
    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), args[1], Path.of(args[2]), Long.parseLong(args[3]));
    }

    /**
     * @param format csv (UTF-8 with byte order mark) or xlsx
     * @param seed another seed gives other people; their numbers may still meet in rare cases, and do for seeds 99 apart
     */
    public static void write(int rows, String format, Path file, long seed) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (format) {
                case "csv" -> csv(rows, seed, out);
                case "xlsx" -> xlsx(rows, seed, out);
                default -> throw new IllegalArgumentException("csv or xlsx, not " + format);
            }
        }
    }

    /** The same for demands, as a csv: every row another post of one of the demo's enterprises. */
    public static void demands(int rows, Path file, long seed) throws IOException {
        DemandSheets demands = new DemandSheets(new World(Words.load()), new Dice(seed));
        Style style = Style.of(0);
        try (OutputStream out = Files.newOutputStream(file);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(Titles.DEMAND);
            for (int i = 0; i < rows; i++) {
                Map<String, String> row = demands.next(i, style);
                csv.writeRecord(
                        Titles.DEMAND.stream().map(t -> row.getOrDefault(t, "")).toList());
            }
        }
    }

    private static void csv(int rows, long seed, OutputStream out) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(Titles.TALENT);
            people(rows, seed, csv::writeRecord);
        }
    }

    private static void xlsx(int rows, long seed, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet("Sheet1");
            line(sheet, 0, Titles.TALENT);
            int[] at = {0};
            people(rows, seed, row -> line(sheet, ++at[0], row));
            book.write(out);
        }
    }

    private static void line(Sheet sheet, int number, List<String> values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                row.createCell(i).setCellValue(values.get(i));
            }
        }
    }

    private static void people(int rows, long seed, Consumer<List<String>> sink) {
        generate(
                rows,
                seed,
                row -> sink.accept(
                        Titles.TALENT.stream().map(t -> row.getOrDefault(t, "")).toList()));
    }

    /** The same people without a file: each a row of the talent sheet by column title, blank cells absent or empty. */
    public static void generate(int rows, long seed, Consumer<Map<String, String>> sink) {
        World world = new World(Words.load());
        Dice dice = new Dice(seed);
        TalentRows people = new TalentRows(world.words(), dice, 1_000_000 * Math.floorMod(seed, 99));
        Style style = Style.of(0);
        for (int i = 0; i < rows; i++) {
            sink.accept(people.next(dice.pick(world.companies()), style));
        }
    }
}
