package org.talenthub.importing.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.reading.Values;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/**
 * Reads every workbook and csv under the given folders as an upload is read, in a process whose heap the caller decides. Such files bear no header
 * of ours, so what is refused for want of one is read once more with columns named by hand, as a person could. One line each:
 * milliseconds, outcome at the upload, rows and issues of the reading by hand or its refusal, file; separated by tabs.
 */
final class MaterialReading {

    private static final int HEADER_IN = 10;

    private final Feeds feeds;
    private final Feed feed;
    private final Values values;
    private final SheetFile sheets = new SheetFile(SheetLimits.defaults());

    private MaterialReading() {
        Dictionaries dictionaries = Dictionaries.load();
        feeds = Feeds.load(dictionaries);
        feed = feeds.get("talent");
        values = new Values(dictionaries, Regions.load(), Clock.systemUTC());
    }

    public static void main(String[] folders) throws IOException {
        MaterialReading reading = new MaterialReading();
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(MaterialReading::tried).sorted().toList()) {
                    long begun = System.nanoTime();
                    String outcome = reading.outcome(file);
                    System.out.println((System.nanoTime() - begun) / 1_000_000 + "\t" + outcome + "\t" + file);
                }
            }
        }
    }

    private static boolean tried(Path file) {
        return file.toString().matches(".*\\.(xls|xlsx|xlsm|csv)");
    }

    private String outcome(Path file) {
        try {
            return report(file, sheets.inspect(file, file.getFileName().toString(), feed, feeds)) + "\t";
        } catch (Problem refused) {
            return refused.status() + " " + refused.code() + "\t"
                    + (refused.code().startsWith("header.") ? byHand(file) : "");
        }
    }

    /** The first row with two texts is taken for the header, and its columns for those of the feed in their order. */
    private String byHand(Path file) {
        try {
            Layout layout = layout(file);
            return layout == null ? "no header" : report(file, layout);
        } catch (Problem refused) {
            return refused.status() + " " + refused.code();
        }
    }

    private Layout layout(Path file) {
        boolean csv = file.toString().endsWith(".csv");
        for (int sheet = 0; sheet < 50; sheet++) {
            for (int row = 1; row <= HEADER_IN; row++) {
                Layout at = new Layout(
                        csv ? Layout.Format.CSV : Layout.Format.XLSX,
                        csv ? "UTF-8" : null,
                        csv ? "," : null,
                        sheet,
                        "",
                        row,
                        columns(),
                        List.of(),
                        0,
                        Map.of(),
                        Map.of(),
                        null,
                        null);
                try (SheetReader reader = sheets.read(file, at, feed)) {
                    if (reader.next() != null) {
                        return at;
                    }
                } catch (Problem e) {
                    if (sheet == 0) {
                        throw e;
                    }
                    return null;
                }
            }
            if (csv) {
                return null;
            }
        }
        return null;
    }

    private Map<Integer, String> columns() {
        Map<Integer, String> columns = new HashMap<>();
        for (int i = 0; i < feed.columns().size(); i++) {
            columns.put(i, feed.columns().get(i).field());
        }
        return columns;
    }

    private String report(Path file, Layout layout) {
        int rows = 0;
        int issues = 0;
        try (SheetReader reader = sheets.read(file, layout, feed)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows++;
                issues += row.with(values.parse(feed, row.cells()).issues()).size();
            }
        }
        return rows + " rows, " + issues + " issues";
    }
}
