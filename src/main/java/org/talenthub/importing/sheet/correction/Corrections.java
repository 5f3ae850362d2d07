package org.talenthub.importing.sheet.correction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.OpenSheet;
import org.talenthub.importing.sheet.file.Failures;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Original;
import org.talenthub.importing.sheet.file.Patience;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.sheet.header.CorrectionWords;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;

/** The uploader's own workbook back, with only the rows that need work. */
public final class Corrections {

    /** Beyond these the file gets slow to open, and the column 错误说明 says the same. */
    static final int MOST_COMMENTS = 10_000;

    /**
     * Up to so many rows texts go into the shared table, as spreadsheet programs write them (POI cannot edit the other kind). The
     * table stays in memory, so a larger workbook has its texts in the cells.
     */
    private static final int SHARED_STRINGS = 2_000;

    private final SheetLimits limits;

    public Corrections(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes an .xlsx with the original's rows down to its header, its columns in their order (unknown ones too), and of the data only
     * the given rows. A workbook of ordinary size comes back as it was: fonts, widths, drop-downs, other sheets; of a larger one, or of
     * a csv, the looks are copied as far as streaming allows. Wrong cells are coloured, and carry their message as a comment up
     * to {@link #MOST_COMMENTS}; the added column 错误说明 beside the name has them all and stays in view with it. The result can be uploaded as it is: what was added is not
     * read as data, and the hidden column {@code 原行号} tells which row each row was. The stream stays open.
     *
     * @param fileName as uploaded, for the document's title
     * @param issuesByRow row number in the original to what is wrong with it
     * @param marks what to write into the hidden column, by row number in the original
     * @throws Problem 422 when the original can no longer be read
     */
    public void write(
            Path file,
            String fileName,
            Layout layout,
            Feed feed,
            SortedMap<Integer, List<Issue>> issuesByRow,
            IntFunction<String> marks,
            OutputStream out)
            throws IOException {
        write(file, fileName, layout, new CorrectionWords(feed, Locale.SIMPLIFIED_CHINESE), issuesByRow, marks, out);
    }

    /** The same in the language of who reads it. */
    public void write(
            Path file,
            String fileName,
            Layout layout,
            CorrectionWords words,
            SortedMap<Integer, List<Issue>> issuesByRow,
            IntFunction<String> marks,
            OutputStream out)
            throws IOException {
        Original original = new Original(file, limits, new Patience(limits.maxTime()));
        try {
            if (OrdinaryBook.fits(original, layout)) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                if (CorrectedBook.write(file, layout, words, issuesByRow, marks, whole)) {
                    whole.writeTo(out);
                    return;
                }
            }
            copy(original, fileName, layout, words, issuesByRow, marks, out);
        } catch (XMLStreamException e) {
            throw Failures.refusal(e);
        }
    }

    private static void copy(
            Original original,
            String fileName,
            Layout layout,
            CorrectionWords words,
            SortedMap<Integer, List<Issue>> issuesByRow,
            IntFunction<String> marks,
            OutputStream out)
            throws IOException, XMLStreamException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, issuesByRow.size() <= SHARED_STRINGS)) {
            book.getXSSFWorkbook().getProperties().getCoreProperties().setTitle(words.title(Text.clip(fileName, 200)));
            CorrectionPlan plan;
            try (OpenSheet sheet = OpenSheet.open(original, layout)) {
                plan = CorrectionPlan.of(sheet, layout, words.feed(), issuesByRow);
            }
            try (OpenSheet sheet = OpenSheet.open(original, layout)) {
                new CorrectionSheet(book, sheet, layout, words, plan, marks).fill(issuesByRow);
            }
            book.write(out);
        }
    }

    /** The column of the upload that tells whom or what a row is about. */
    static int nameColumn(Layout layout, Feed feed) {
        return Stream.concat(Stream.of("name", "post"), feed.columns().stream().map(Column::field))
                .flatMap(field -> layout.columnToField().entrySet().stream()
                        .filter(e -> e.getValue().equals(field))
                        .map(Map.Entry::getKey))
                .findFirst()
                .orElse(0);
    }
}
