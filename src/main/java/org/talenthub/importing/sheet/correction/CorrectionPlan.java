package org.talenthub.importing.sheet.correction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.OpenSheet;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.header.CorrectionWords;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Headers;

/**
 * Where things go in a correction workbook.
 *
 * @param kept the original's columns in order, without what an earlier correction added
 * @param byTitle column title of the feed to column of the original
 * @param messages place of the added column 错误说明, behind the name
 */
record CorrectionPlan(List<Integer> kept, Map<String, Integer> byTitle, int messages) {

    /** Where the kept column goes; the place of 错误说明 is left free. */
    int target(int index) {
        return index < messages ? index : index + 1;
    }

    /** The place behind all others. */
    int origins() {
        return kept.size() + 1;
    }

    /** A range of the header in the new places; null when none of it is left, or only one cell. */
    @Nullable
    CellRangeAddress moved(CellRangeAddress range) {
        IntSummaryStatistics places = IntStream.range(0, kept.size())
                .filter(i -> range.containsColumn(kept.get(i)))
                .map(this::target)
                .summaryStatistics();
        boolean several = places.getMax() > places.getMin() || range.getLastRow() > range.getFirstRow();
        return places.getCount() == 0 || !several
                ? null
                : new CellRangeAddress(range.getFirstRow(), range.getLastRow(), places.getMin(), places.getMax());
    }

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
                    if (CorrectionWords.messages(key) || CorrectionWords.row(key)) {
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
        return new CorrectionPlan(
                kept, byTitle, behind(kept, Corrections.nameColumn(layout, feed), layout, sheet.merges()));
    }

    /** The first place behind the name that is not within a title merged over several columns. */
    private static int behind(List<Integer> kept, int name, Layout layout, List<CellRangeAddress> merges) {
        int last = name;
        for (CellRangeAddress merge : merges) {
            boolean titled = merge.containsRow(layout.headerRow() - 1) && merge.containsColumn(name);
            last = titled ? Math.max(last, merge.getLastColumn()) : last;
        }
        int behind = last;
        return (int) kept.stream().filter(column -> column <= behind).count();
    }
}
