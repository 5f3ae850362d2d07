package org.talenthub.importing.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;

/** The way into a person's file: what it is, where its header stands, and its rows. */
public final class SheetFile {

    private static final Pattern NOTES = Pattern.compile("(填表|填写|填报|使用)?(说明|须知|示例|样例|字典|代码表?)");
    private static final char[] SEPARATORS = {',', '\t', ';'};

    private final SheetLimits limits;

    public SheetFile(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Finds out how the file is to be read. Up to {@link SheetLimits#scanWhole} it is read through, so that a file that breaks
     * further down is refused here.
     *
     * @param fileName as uploaded; only shown, never believed
     * @param feed what the uploader says it is
     * @param feeds all feeds, to tell which other one the file may be
     * @throws Problem 413 too large, 415 not a workbook or csv, 422 cannot be used; nothing else, whatever the content
     */
    public Layout inspect(Path file, String fileName, Feed feed, Feeds feeds) {
        try {
            long size = Files.size(file);
            if (size > limits.maxFile().toBytes()) {
                throw new Problem(
                        413,
                        "file.toolarge",
                        "“%s”有 %d MB，超过 %d MB。分成几个文件上传。"
                                .formatted(
                                        Text.clip(fileName, 60),
                                        size >> 20,
                                        limits.maxFile().toMegabytes()));
            }
            Layout layout = switch (FileKind.of(file, limits)) {
                case XLSX -> workbook(file, feed, feeds);
                case CSV -> csv(file, feed, feeds);
            };
            return size <= limits.scanWhole().toBytes()
                    ? readThrough(file, layout, feed)
                    : readFirst(file, layout, feed);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    /**
     * Opens the file for one walk over its data rows.
     *
     * @throws Problem 422 when the file is no longer what the layout says
     */
    public SheetReader read(Path file, Layout layout, Feed feed) {
        try {
            OpenSheet sheet = OpenSheet.open(file, layout, limits);
            try {
                return new SheetReader(sheet, layout, feed, limits);
            } catch (IOException | RuntimeException e) {
                sheet.close();
                throw e;
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    private Layout readThrough(Path file, Layout layout, Feed feed) {
        long rows = 0;
        try (SheetReader reader = read(file, layout, feed)) {
            while (reader.next() != null) {
                rows++;
            }
        }
        if (rows == 0) {
            throw Refusal.noRows(where(layout));
        }
        return layout.withRowsTotal(rows);
    }

    private Layout readFirst(Path file, Layout layout, Feed feed) {
        try (SheetReader reader = read(file, layout, feed)) {
            if (reader.next() == null) {
                throw Refusal.noRows(where(layout));
            }
        }
        return layout;
    }

    private static String where(Layout layout) {
        return layout.sheetName().isEmpty() ? "表头下面" : "工作表“" + Text.clip(layout.sheetName(), 31) + "”";
    }

    private Layout csv(Path file, Feed feed, Feeds feeds) throws IOException, XMLStreamException {
        CsvCharset.Found found = CsvCharset.of(file);
        Header best = null;
        List<RawRow> bestRows = List.of();
        char separator = ',';
        Problem failure = null;
        for (char candidate : SEPARATORS) {
            try (CsvRows rows = new CsvRows(file, found.charset(), candidate, limits)) {
                List<RawRow> head = head(rows);
                Header header = Header.best(feed, head);
                if (best == null || header.score() > best.score()) {
                    best = header;
                    bestRows = head;
                    separator = candidate;
                }
            } catch (Problem e) {
                // a wrong separator can make quotes look wrong; the right one decides
                failure = failure == null ? e : failure;
            }
        }
        if (best == null || (!best.found() && failure != null)) {
            throw failure == null ? Refusal.emptyFile() : failure;
        }
        if (bestRows.isEmpty()) {
            throw Refusal.emptyFile();
        }
        checked(best, bestRows, feeds);
        return new Layout(
                Layout.Format.CSV,
                found.charset().name(),
                String.valueOf(separator),
                0,
                "",
                best.row(),
                best.columnToField(),
                best.unknown(),
                Math.max(0, found.lines() - best.row()));
    }

    private Layout workbook(Path file, Feed feed, Feeds feeds) throws IOException, XMLStreamException {
        try (XlsxBook book = XlsxBook.open(file, limits)) {
            Header best = null;
            List<RawRow> bestRows = List.of();
            for (XlsxBook.Sheet sheet : book.sheets()) {
                if (sheet.hidden() || NOTES.matcher(Text.squeeze(sheet.name())).matches()) {
                    continue;
                }
                try (XlsxRows rows = book.rows(sheet)) {
                    List<RawRow> head = head(rows);
                    Header header = Header.best(feed, head);
                    if (header.complete()) {
                        checked(header, head, feeds);
                        return layout(sheet, header, rowsIn(rows.dimension(), header.row()));
                    }
                    if (best == null || header.score() > best.score() || bestRows.isEmpty()) {
                        best = header;
                        bestRows = head;
                    }
                }
            }
            if (best == null || bestRows.isEmpty()) {
                throw Refusal.emptyFile();
            }
            throw refusal(best, bestRows, feeds);
        }
    }

    private static Layout layout(XlsxBook.Sheet sheet, Header header, long rows) {
        return new Layout(
                Layout.Format.XLSX,
                null,
                null,
                sheet.index(),
                sheet.name(),
                header.row(),
                header.columnToField(),
                header.unknown(),
                rows);
    }

    /** The first rows that are not blank, as far as a header may stand. */
    private static List<RawRow> head(Rows rows) throws IOException, XMLStreamException {
        List<RawRow> head = new ArrayList<>();
        for (RawRow row = rows.next(); row != null && row.number() <= Header.DEEPEST; row = rows.next()) {
            if (!row.blank()) {
                head.add(row);
            }
        }
        return head;
    }

    private static void checked(Header header, List<RawRow> rows, Feeds feeds) {
        if (!header.complete()) {
            throw refusal(header, rows, feeds);
        }
        if (!header.duplicates().isEmpty()) {
            throw header.duplicateRefusal();
        }
    }

    private static Problem refusal(Header header, List<RawRow> rows, Feeds feeds) {
        List<Header> others = feeds.all().stream()
                .filter(f -> !f.name().equals(header.feed().name()))
                .map(f -> Header.best(f, rows))
                .sorted(Comparator.comparingInt(Header::score).reversed())
                .toList();
        return Header.refusal(header, others);
    }

    private static long rowsIn(@Nullable String dimension, int headerRow) {
        try {
            return dimension == null
                    ? 0
                    : Math.max(0, CellRangeAddress.valueOf(dimension).getLastRow() + 1L - headerRow);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
