package org.talenthub.importing.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Refusal;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.sheet.header.Header;
import org.talenthub.importing.sheet.header.HeaderRefusal;
import org.talenthub.importing.sheet.header.Wishes;
import org.talenthub.importing.sheet.xlsx.XlsxBook;
import org.talenthub.importing.sheet.xlsx.XlsxRows;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;

/** Which sheet of a workbook is meant: the one whose header fits and that has rows; a person is asked when several do. */
public final class SheetChoice {

    private static final Pattern NOTES = Pattern.compile("(填表|填写|填报|使用)?(说明|须知|示例|样例|字典|代码表?)|howtofillitin");

    private record Candidate(Header header, List<RawRow> head, Layout layout) {}

    private final Original original;
    private final Feed feed;
    private final Feeds feeds;
    private final Wishes wishes;

    public SheetChoice(Original original, Feed feed, Feeds feeds, Wishes wishes) {
        this.original = original;
        this.feed = feed;
        this.feeds = feeds;
        this.wishes = wishes;
    }

    /** @throws Problem when none fits, or several do */
    public Layout choose() throws IOException, XMLStreamException {
        List<Candidate> all = candidates();
        if (all.isEmpty()) {
            throw wishes.sheet() == null ? Refusal.emptyFile() : noSuchSheet();
        }
        List<Candidate> fitting = all.stream()
                .filter(c -> c.header().complete() && c.header().duplicates().isEmpty())
                .toList();
        List<Candidate> corrections =
                fitting.stream().filter(c -> c.header().marks() != null).toList();
        fitting = corrections.isEmpty() ? fitting : corrections;
        if (fitting.size() > 1) {
            List<Candidate> filled = fitting.stream().filter(this::hasRows).toList();
            if (filled.size() > 1) {
                throw several(filled);
            }
            fitting = filled.isEmpty() ? fitting : filled;
        }
        if (!fitting.isEmpty()) {
            return fitting.getFirst().layout();
        }
        Candidate best = all.getFirst();
        for (Candidate c : all) {
            best = c.header().score() > best.header().score() ? c : best;
        }
        SheetFile.checked(best.header(), best.head(), feeds, best.layout());
        return best.layout();
    }

    private List<Candidate> candidates() throws IOException, XMLStreamException {
        List<Candidate> candidates = new ArrayList<>();
        try (XlsxBook book = XlsxBook.open(original)) {
            for (XlsxBook.Sheet sheet : book.sheets()) {
                if (!meant(sheet)) {
                    continue;
                }
                try (XlsxRows rows = book.rows(sheet)) {
                    List<RawRow> head = SheetFile.head(rows);
                    if (!head.isEmpty()) {
                        Header header = Header.orGuess(Header.best(feed, head, wishes), head, wishes);
                        candidates.add(new Candidate(header, head, layout(sheet, header, rows.dimension())));
                    }
                }
            }
        }
        return candidates;
    }

    private boolean meant(XlsxBook.Sheet sheet) {
        return wishes.sheet() == null
                ? eligible(sheet)
                : sheet.part() != null && wishes.sheet().equals(sheet.name());
    }

    /** A sheet that may hold data, as far as its name tells. */
    static boolean eligible(XlsxBook.Sheet sheet) {
        return sheet.part() != null
                && !sheet.hidden()
                && !NOTES.matcher(Text.squeeze(sheet.name())).matches();
    }

    private boolean hasRows(Candidate candidate) {
        try (SheetReader reader = SheetFile.read(original, candidate.layout(), feed)) {
            return reader.next() != null;
        }
    }

    private static Problem several(List<Candidate> fitting) {
        Layout first = fitting.getFirst().layout();
        Layout draft = new Layout(
                first.format(), null, null, -1, "", 0, Map.of(), List.of(), 0, Map.of(), Map.of(), null, null);
        return HeaderRefusal.severalSheets(
                fitting.stream().map(c -> c.layout().sheetName()).toList(), draft);
    }

    private Problem noSuchSheet() {
        return Problem.unusable(
                "sheet.unknown", Sentence.of("refused.sheet.unknown", Text.clip(String.valueOf(wishes.sheet()), 31)));
    }

    static Layout layout(XlsxBook.Sheet sheet, Header header, @Nullable String dimension) {
        return new Layout(
                Layout.Format.XLSX,
                null,
                null,
                sheet.index(),
                sheet.name(),
                header.row(),
                header.columnToField(),
                header.unknown(),
                rowsIn(dimension, header.row()),
                header.titles(),
                header.sources(),
                header.marks(),
                null);
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
