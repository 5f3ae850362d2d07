package org.talenthub.importing.sheet.correction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.OpenSheet;
import org.talenthub.importing.sheet.RawCell;
import org.talenthub.importing.sheet.RawRow;
import org.talenthub.importing.sheet.header.Layout;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Headers;

/**
 * Where things go in a correction workbook.
 *
 * @param kept the original's columns in order, without what an earlier correction added
 * @param byTitle column title of the feed to column of the original
 */
record CorrectionPlan(List<Integer> kept, Map<String, Integer> byTitle) {

    /** Walks the original down to the last wrong row, since only that tells how wide its rows are. */
    static CorrectionPlan of(OpenSheet sheet, Layout layout, Feed feed, SortedMap<Integer, List<Issue>> issues)
            throws IOException, XMLStreamException {
        int last = issues.isEmpty() ? layout.headerRow() : issues.lastKey();
        int width = 0;
        List<Integer> added = new ArrayList<>();
        for (RawRow row = sheet.rows().next();
                row != null && row.number() <= last;
                row = sheet.rows().next()) {
            for (int i = 0; i < row.width(); i++) {
                RawCell cell = row.cell(i);
                if (cell != null && !cell.blank()) {
                    width = Math.max(width, i + 1);
                    String key = row.number() == layout.headerRow() ? Headers.key(cell.value()) : "";
                    if (key.equals(Corrections.MESSAGES) || key.equals(Corrections.ROW)) {
                        added.add(i);
                    }
                }
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            if (!added.contains(i)) {
                kept.add(i);
            }
        }
        Map<String, Integer> byTitle = new HashMap<>();
        layout.columnToField()
                .forEach((index, field) -> feed.column(field).ifPresent(c -> byTitle.put(c.title(), index)));
        return new CorrectionPlan(kept, byTitle);
    }
}
