package org.talenthub.importing.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.reference.Feed;

/** The uploader's own workbook back, with only the rows that need work. */
public final class Corrections {

    /** Header of the added last column. */
    static final String MESSAGES = "错误说明";
    /** Header of the added hidden column with the row's number in the uploaded file. */
    static final String ROW = "原行号";

    /**
     * Up to so many rows texts go into the shared table, as spreadsheet programs write them (POI cannot edit the other kind). The
     * table stays in memory, so a larger workbook has its texts in the cells.
     */
    private static final int SHARED_STRINGS = 2_000;

    private Corrections() {}

    /**
     * Writes an .xlsx with the original's rows down to its header, its columns in their order (unknown ones too), its looks as
     * far as they can be copied, and of the data only the given rows. Wrong cells are coloured, the first thousand carry
     * their message as a comment, and the added column 错误说明 has them all. The result can be uploaded as it is: what was added
     * is not read. The stream stays open.
     *
     * @param fileName as uploaded, for the document's title
     * @param issuesByRow row number in the original to what is wrong with it
     * @throws Problem 422 when the original can no longer be read
     */
    public static void write(
            Path original,
            String fileName,
            Layout layout,
            Feed feed,
            SortedMap<Integer, List<Issue>> issuesByRow,
            OutputStream out)
            throws IOException {
        SheetLimits limits = SheetLimits.defaults();
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, issuesByRow.size() <= SHARED_STRINGS)) {
            book.getXSSFWorkbook().getProperties().getCoreProperties().setTitle(Text.clip(fileName, 200) + " 需修改的行");
            CorrectionPlan plan;
            try (OpenSheet sheet = OpenSheet.open(original, layout, limits)) {
                plan = CorrectionPlan.of(sheet, layout, feed, issuesByRow);
            }
            try (OpenSheet sheet = OpenSheet.open(original, layout, limits)) {
                new CorrectionSheet(book, sheet, layout, feed, plan).fill(issuesByRow);
            }
            book.write(out);
        } catch (XMLStreamException e) {
            throw Failures.refusal(e);
        }
    }
}
