package org.talenthub.importing.sheet;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.correction.Corrections;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;

/**
 * Measures reading by hand: {@code write <folder>} makes a workbook of 100,000 rows by 32 columns and a csv of 300,000 rows,
 * {@code read <file>} inspects and reads one, {@code correct <file>} writes the correction workbook of all
 * its rows, best under {@code -Xmx256m}.
 */
final class ReadingSpeed {

    private static final int WIDTH = 32;

    private ReadingSpeed() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("write")) {
            write(Path.of(args[1]));
            return;
        }
        Path file = Path.of(args[1]);
        if (args[0].equals("correct")) {
            correct(file);
            return;
        }
        SheetFile sheets = new SheetFile(SheetLimits.defaults());
        long start = System.nanoTime();
        Layout layout = sheets.inspect(file, "a", feed(), new Feeds(List.of(feed())));
        long inspected = System.nanoTime();
        long rows = 0;
        long peak = 0;
        try (SheetReader reader = sheets.read(file, layout, feed())) {
            while (reader.next() != null) {
                if (++rows % 10_000 == 0) {
                    Runtime runtime = Runtime.getRuntime();
                    peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
                }
            }
        }
        double seconds = (System.nanoTime() - inspected) / 1e9;
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.printf("%.1f s of processor time in all%n", cpu / 1e3);
        System.out.printf(
                "%s %d MB inspect %.2f s (rowsTotal %d), read %d rows in %.2f s = %.0f rows/s, heap at most %d MB of %d%n",
                file.getFileName(),
                Files.size(file) >> 20,
                (inspected - start) / 1e9,
                layout.rowsTotal(),
                rows,
                seconds,
                rows / seconds,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void correct(Path file) throws Exception {
        SheetFile sheets = new SheetFile(SheetLimits.defaults());
        Layout layout = sheets.inspect(file, "a", feed(), new Feeds(List.of(feed())));
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        for (int row = 2; row <= 100_001; row++) {
            issues.put(row, List.of(Issue.error("列" + (char) ('甲' + 1), "required", "必填。", null)));
        }
        long start = System.nanoTime();
        Path corrected = file.resolveSibling("corrected.xlsx");
        try (OutputStream out = Files.newOutputStream(corrected)) {
            new Corrections(SheetLimits.defaults()).write(file, "a", layout, feed(), issues, String::valueOf, out);
        }
        System.out.printf(
                "correction of %d rows in %.1f s, %d MB, %s of processor time in all%n",
                issues.size(),
                (System.nanoTime() - start) / 1e9,
                Files.size(corrected) >> 20,
                ProcessHandle.current().info().totalCpuDuration().orElseThrow());
    }

    private static Feed feed() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < WIDTH; i++) {
            columns.add(TestFeeds.column("field" + i, "列" + (char) ('甲' + i), i < 8, ColumnType.TEXT, "x"));
        }
        return new Feed("talent", "表", "", columns);
    }

    private static String value(int row, int column) {
        return column % 2 == 0 ? "第" + row + "行的内容" + column + "光电子信息" : "常见值" + row % 50;
    }

    private static void write(Path folder) throws Exception {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true);
                OutputStream out = Files.newOutputStream(folder.resolve("speed.xlsx"))) {
            Sheet sheet = book.createSheet("人才");
            for (int r = 0; r <= 100_000; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < WIDTH; c++) {
                    row.createCell(c)
                            .setCellValue(r == 0 ? feed().columns().get(c).title() : value(r, c));
                }
            }
            book.write(out);
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("speed.csv"))) {
            for (int r = 0; r <= 300_000; r++) {
                for (int c = 0; c < WIDTH - 24; c++) {
                    out.write((c == 0 ? "" : ",")
                            + (r == 0 ? feed().columns().get(c).title() : value(r, c)));
                }
                out.write("\r\n");
            }
        }
    }
}
