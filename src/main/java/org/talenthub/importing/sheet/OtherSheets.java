package org.talenthub.importing.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.header.Header;
import org.talenthub.importing.sheet.header.Wishes;
import org.talenthub.importing.sheet.xlsx.XlsxBook;
import org.talenthub.importing.sheet.xlsx.XlsxRows;
import org.talenthub.reference.Feed;

/** The sheets of a workbook that are other feeds than the one it was uploaded as: people on one, demands on another. */
public final class OtherSheets {

    private final Original original;
    private final Feed said;
    private final List<Feed> feeds;

    /**
     * @param said the feed that the workbook was uploaded as
     * @param feeds those that its sheets may be besides
     */
    public OtherSheets(Original original, Feed said, List<Feed> feeds) {
        this.original = original;
        this.said = said;
        this.feeds = feeds;
    }

    /** A sheet that is whole as a feed, and has rows. */
    public record Other(Feed feed, String sheet) {}

    /** @param read name of the sheet that is read already */
    public List<Other> find(String read) throws IOException, XMLStreamException {
        List<Other> found = new ArrayList<>();
        try (XlsxBook book = XlsxBook.open(original)) {
            List<XlsxBook.Sheet> sheets = book.sheets().stream()
                    .filter(SheetChoice::eligible)
                    .filter(s -> !s.name().equals(read))
                    .toList();
            for (XlsxBook.Sheet sheet : sheets) {
                try (XlsxRows rows = book.rows(sheet)) {
                    other(sheet, SheetFile.head(rows), rows.dimension()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Other> other(XlsxBook.Sheet sheet, List<RawRow> head, @Nullable String dimension) {
        Header own = Header.best(said, head, Wishes.NONE);
        return feeds.stream()
                .filter(f -> !f.name().equals(said.name()))
                .map(f -> Header.best(f, head, Wishes.NONE))
                .filter(h -> h.complete() && h.duplicates().isEmpty())
                .filter(h -> !own.complete() && h.score() > own.score())
                .max(Comparator.comparingInt(Header::score))
                .filter(h -> hasRows(SheetChoice.layout(sheet, h, dimension), h.feed()))
                .map(h -> new Other(h.feed(), sheet.name()));
    }

    private boolean hasRows(Layout layout, Feed feed) {
        try (SheetReader reader = SheetFile.read(original, layout, feed)) {
            return reader.next() != null;
        }
    }
}
