package org.talenthub.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a sample on an empty pool: either the file is refused, or these counts and, for some rows, these issues.
 *
 * @param why one line for the reader
 * @param problem code of the refusal; null when the file is read
 * @param warnings rows that are kept and flagged
 */
record Expected(
        String why,
        int status,
        @Nullable String problem,
        int created,
        int updated,
        int unchanged,
        int rejected,
        int warnings,
        List<Found> rows) {

    /** An issue by the row's number in the file, the column's title and the code. */
    record Found(int row, String column, String code) {}

    static Expected refused(String why, int status, String problem) {
        return new Expected(why, status, problem, 0, 0, 0, 0, 0, List.of());
    }

    String yaml() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + why);
        if (problem != null) {
            lines.add("status: " + status);
            lines.add("problem: " + problem);
        } else {
            lines.add("counts: {created: %d, updated: %d, unchanged: %d, rejected: %d, warnings: %d}"
                    .formatted(created, updated, unchanged, rejected, warnings));
            lines.add(rows.isEmpty() ? "rows: []" : "rows:");
            rows.forEach(
                    r -> lines.add("  - {row: %d, column: %s, code: %s}".formatted(r.row(), r.column(), r.code())));
        }
        return String.join("\n", lines) + "\n";
    }
}
