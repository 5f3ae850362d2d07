package org.talenthub.importing.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.csv.CsvCharset;
import org.talenthub.importing.sheet.csv.CsvRows;
import org.talenthub.importing.sheet.csv.Separator;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.Rows;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.sheet.header.Header;
import org.talenthub.importing.sheet.header.HeaderRefusal;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.importing.sheet.header.Wishes;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;

/** The way into a person's file: what it is, where its header stands, and its rows. */
public final class SheetFile {

    /** Reads a cell as it is typed. */
    static final Column ANY = new Column(
            "", "", List.of(), false, ColumnType.TEXT, false, null, false, 0, Privacy.PERSONAL, "", null, "");

    private static final Sentence TEXT = Sentence.of("refused.text.named");

    private static final Pattern WORKBOOK = Pattern.compile("(?i).*\\.xls[xmb]?");

    private final SheetLimits limits;

    public SheetFile(SheetLimits limits) {
        this.limits = limits;
    }

    /** As {@link #inspect(Path, String, Feed, Feeds, Wishes)} when nobody said anything. */
    public Layout inspect(Path file, String fileName, Feed feed, Feeds feeds) {
        return inspect(file, fileName, feed, feeds, Wishes.NONE);
    }

    /**
     * Finds out how the file is to be read. Up to {@link SheetLimits#scanWhole} it is read through as far as {@link SheetLimits#look}
     * allows, so that a file that breaks further down is refused here.
     *
     * @param fileName as uploaded; only shown, never believed
     * @param feed what the uploader says it is
     * @param feeds all feeds, to tell which other one the file may be
     * @param wishes what is known beforehand about sheet and columns
     * @throws Undecided when several sheets fit, or required columns are missing or doubled: a person can say what is meant
     * @throws Problem 413 too large, 415 not a workbook or csv, 422 cannot be used; nothing else, whatever the content
     */
    public Layout inspect(Path file, String fileName, Feed feed, Feeds feeds, Wishes wishes) {
        try {
            long size = Files.size(file);
            if (size > limits.maxFile().toBytes()) {
                throw new Problem(
                        413,
                        "file.toolarge",
                        Sentence.of(
                                "refused.file.toolarge",
                                Text.clip(fileName, 60),
                                size >> 20,
                                limits.maxFile().toMegabytes()));
            }
            Original original = new Original(file, limits, new Patience(limits.look()));
            Layout layout = switch (FileKind.of(original)) {
                case XLSX -> new SheetChoice(original, feed, feeds, wishes).choose();
                case CSV -> text(original, fileName, feed, feeds, wishes);
            };
            return size <= limits.scanWhole().toBytes()
                    ? readThrough(original, layout, feed)
                    : readFirst(original, layout, feed);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    /**
     * Opens the file for one walk over its data rows, of {@link SheetLimits#maxTime} at most; interrupting the thread ends it.
     *
     * @throws Problem 422 when the file is no longer what the layout says
     */
    public SheetReader read(Path file, Layout layout, Feed feed) {
        return read(new Original(file, limits, new Patience(limits.maxTime())), layout, feed);
    }

    public static SheetReader read(Original original, Layout layout, Feed feed) {
        try {
            OpenSheet sheet = OpenSheet.open(original, layout);
            try {
                return new SheetReader(sheet, layout, feed, original.limits());
            } catch (IOException | RuntimeException e) {
                sheet.close();
                throw e;
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    static Layout readThrough(Original original, Layout layout, Feed feed) {
        long rows = 0;
        String mark = null;
        try (SheetReader reader = read(original, layout, feed)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows++;
                mark = mark == null ? row.mark() : mark;
            }
        } catch (Problem e) {
            if (rows > 0 && original.patience().over()) {
                return layout.withRows(layout.rowsTotal(), mark); // good as far as it was read
            }
            throw e;
        }
        if (rows == 0) {
            throw Refusal.noRows(where(layout));
        }
        return layout.withRows(rows, mark);
    }

    private static Layout readFirst(Original original, Layout layout, Feed feed) {
        try (SheetReader reader = read(original, layout, feed)) {
            SheetRow first = reader.next();
            if (first == null) {
                throw Refusal.noRows(where(layout));
            }
            return layout.withRows(layout.rowsTotal(), first.mark());
        }
    }

    private static Sentence where(Layout layout) {
        return layout.sheetName().isEmpty()
                ? Sentence.of("refused.file.empty.header")
                : Sentence.of("refused.file.empty.sheet", Text.clip(layout.sheetName(), 31));
    }

    /** A text may be called .xlsx and be read all the same; where no table is found in it, the name is what misleads. */
    private static Layout text(Original original, String fileName, Feed feed, Feeds feeds, Wishes wishes)
            throws IOException, XMLStreamException {
        try {
            return csv(original, feed, feeds, wishes);
        } catch (Problem e) {
            if (e.code().equals("header.notfound") && WORKBOOK.matcher(fileName).matches()) {
                throw e instanceof Undecided question ? question.of(TEXT) : Refusal.textAsWorkbook(TEXT, e);
            }
            throw e;
        }
    }

    private static Layout csv(Original original, Feed feed, Feeds feeds, Wishes wishes)
            throws IOException, XMLStreamException {
        CsvCharset.Found found = CsvCharset.of(original);
        Header best = null;
        List<RawRow> bestRows = List.of();
        char separator = ',';
        Problem failure = null;
        boolean broken = false;
        char likely = Separator.likely(original, found.charset());
        for (char candidate : Separator.ALL) {
            try (CsvRows rows = new CsvRows(original, found.charset(), candidate)) {
                List<RawRow> head = head(rows);
                Header header = Header.best(feed, head, wishes);
                if (best == null || header.score() > best.score()) {
                    best = header;
                    bestRows = head;
                    separator = candidate;
                }
            } catch (Problem e) {
                // a wrong separator makes quotes look wrong: only the right one's word counts
                failure = failure == null || candidate == likely ? e : failure;
                broken |= candidate == likely;
            }
        }
        if (best == null || (!best.found() && broken)) {
            throw failure == null ? Refusal.emptyFile() : failure;
        }
        if (bestRows.isEmpty()) {
            throw Refusal.emptyFile();
        }
        best = Header.orGuess(best, bestRows, wishes);
        Layout layout = new Layout(
                Layout.Format.CSV,
                found.charset().name(),
                String.valueOf(separator),
                0,
                "",
                best.row(),
                best.columnToField(),
                best.unknown(),
                Math.max(0, found.lines() - best.row()),
                best.titles(),
                best.sources(),
                best.marks(),
                null);
        checked(best, bestRows, feeds, layout);
        return layout;
    }

    /**
     * The sheets of a workbook that are other feeds than the one it is read as.
     *
     * @param layout how it is read; a csv and a correction workbook have no others
     * @param feeds what they may be
     */
    public List<OtherSheets.Other> others(Path file, Layout layout, Feed feed, List<Feed> feeds) {
        if (layout.format() != Layout.Format.XLSX || layout.markColumn() != null) {
            return List.of();
        }
        try {
            return new OtherSheets(new Original(file, limits, new Patience(limits.look())), feed, feeds)
                    .find(layout.sheetName());
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    /**
     * What stands in the first data rows, column by column, as typed.
     *
     * @param most rows that are looked at
     */
    public Map<Integer, List<String>> samples(Path file, Layout layout, int most) {
        Map<Integer, List<String>> samples = new HashMap<>();
        Original original = new Original(file, limits, new Patience(limits.look()));
        try (OpenSheet sheet = OpenSheet.open(original, layout)) {
            int seen = 0;
            for (RawRow row = sheet.rows().next();
                    row != null && seen < most;
                    row = sheet.rows().next()) {
                if (row.number() <= layout.headerRow() || row.blank()) {
                    continue;
                }
                seen++;
                for (int column : layout.titles().keySet()) {
                    RawCell cell = row.cell(column);
                    if (cell != null && !cell.blank()) {
                        samples.computeIfAbsent(column, c -> new ArrayList<>())
                                .add(sheet.text().read(cell, ANY, new ArrayList<>()));
                    }
                }
            }
            return samples;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Failures.refusal(e);
        }
    }

    /** The first rows that are not blank, as far as a header may stand. */
    public static List<RawRow> head(Rows rows) throws IOException, XMLStreamException {
        List<RawRow> head = new ArrayList<>();
        for (RawRow row = rows.next(); row != null && row.number() <= Header.DEEPEST; row = rows.next()) {
            if (!row.blank()) {
                head.add(row);
            }
        }
        return head;
    }

    public static void checked(Header header, List<RawRow> rows, Feeds feeds, Layout draft) {
        if (!header.complete()) {
            List<Header> others = feeds.all().stream()
                    .filter(f -> !f.name().equals(header.feed().name()))
                    .map(f -> Header.best(f, rows, Wishes.NONE))
                    .sorted(Comparator.comparingInt(Header::score).reversed())
                    .toList();
            throw HeaderRefusal.of(header, others, draft);
        }
        if (!header.duplicates().isEmpty()) {
            throw HeaderRefusal.duplicate(header, draft);
        }
    }
}
