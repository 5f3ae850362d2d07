package org.talenthub.importing.sheet.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.Refusal;

/**
 * Cells merged over several rows: what stands in the top cell belongs to every row of the merge (a 工作单位 written once for
 * five people). The format lists merges after all rows, so they are looked for in a first pass over the bytes; parsing the XML
 * twice would take several times as long.
 */
public final class Merges {

    private static final byte[] ELEMENT = "mergeCell ref=\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    /** More than this is no table that a person made. */
    private static final int MOST = 200_000;

    private final Map<Integer, Run> byColumn = new HashMap<>();

    /** The merges of one column in row order, and the one that the current row lies in. */
    private static final class Run {
        private final List<CellRangeAddress> ranges = new ArrayList<>();
        private int at;
        private @Nullable RawCell anchor;
    }

    /** All merges that the sheet's XML declares. */
    public static List<CellRangeAddress> scan(InputStream sheet) throws IOException {
        List<CellRangeAddress> found = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(sheet, 1 << 16)) {
            byte[] chunk = new byte[1 << 16];
            int matched = 0;
            StringBuilder reference = null;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    byte b = chunk[i];
                    if (reference != null) {
                        if (b != '"' && reference.length() < 30) {
                            reference.append((char) b);
                        } else {
                            add(reference.toString(), found);
                            reference = null;
                        }
                    } else if (b == ELEMENT[matched]) {
                        if (++matched == ELEMENT.length) {
                            matched = 0;
                            reference = new StringBuilder();
                        }
                    } else {
                        matched = b == ELEMENT[0] ? 1 : 0;
                    }
                }
            }
        }
        return found;
    }

    private static void add(String reference, List<CellRangeAddress> found) {
        try {
            found.add(CellRangeAddress.valueOf(reference));
        } catch (IllegalArgumentException e) {
            // a reference that is none merges nothing
            return;
        }
        if (found.size() > MOST) {
            throw Refusal.broken(Sentence.of("refused.file.broken.merges", MOST));
        }
    }

    public Merges(List<CellRangeAddress> ranges, Layout layout) {
        ranges.stream()
                .filter(r -> r.getLastRow() > r.getFirstRow() && r.getFirstRow() >= layout.headerRow())
                .filter(r -> layout.columnToField().containsKey(r.getFirstColumn()))
                .sorted(Comparator.comparingInt(CellRangeAddress::getFirstRow))
                .forEach(r -> byColumn.computeIfAbsent(r.getFirstColumn(), c -> new Run())
                        .ranges
                        .add(r));
    }

    public boolean none() {
        return byColumn.isEmpty();
    }

    /** Whether the cell is hidden under a merge that starts above it. Rows must be asked for in order. */
    public boolean covers(int row, int column) {
        Run run = run(row, column);
        return run != null && run.ranges.get(run.at).getFirstRow() < row - 1;
    }

    /** The last row of the merge that the cell lies in; the row itself where it lies in none. Rows must be asked for in order. */
    public int last(int row, int column) {
        Run run = run(row, column);
        return run == null ? row : run.ranges.get(run.at).getLastRow() + 1;
    }

    /** The cell that counts at this place: its own, or the top one of the merge it lies in. */
    @Nullable
    public RawCell cell(int row, int column, @Nullable RawCell own) {
        Run run = run(row, column);
        if (run == null) {
            return own;
        }
        if (run.ranges.get(run.at).getFirstRow() == row - 1) {
            run.anchor = own;
        }
        return run.anchor;
    }

    private @Nullable Run run(int row, int column) {
        Run run = byColumn.get(column);
        if (run == null) {
            return null;
        }
        while (run.at < run.ranges.size() && run.ranges.get(run.at).getLastRow() < row - 1) {
            run.at++;
            run.anchor = null;
        }
        return run.at < run.ranges.size() && run.ranges.get(run.at).getFirstRow() <= row - 1 ? run : null;
    }
}
