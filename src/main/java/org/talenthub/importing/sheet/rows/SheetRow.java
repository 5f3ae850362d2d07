package org.talenthub.importing.sheet.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Issue;

/**
 * One data row of a person's sheet as text.
 *
 * @param row the row's number in the person's own file, from 1 as a spreadsheet program counts
 * @param cells field to text as typed, dates of a workbook as 2026-11-22 or 2026-11, numbers without exponent; blank cells are absent
 * @param issues what only the file itself can tell: a document number that became a number, a formula's error, a hidden row
 * @param mark in a correction workbook, which row of which upload this one was; else null
 */
public record SheetRow(
        int row,
        Map<String, String> cells,
        List<Issue> issues,
        @Nullable String mark) {

    public SheetRow(int row, Map<String, String> cells, List<Issue> issues) {
        this(row, cells, issues, null);
    }

    /**
     * This row's issues with those of a later check; where both speak of one column, the file's own word stands alone, since the
     * check only sees its consequence. What the check finds worse is told as well.
     */
    public List<Issue> with(List<Issue> checked) {
        if (issues.isEmpty()) {
            return checked;
        }
        List<Issue> all = new ArrayList<>(issues);
        for (Issue issue : checked) {
            if (issues.stream()
                    .noneMatch(
                            i -> i.column().equals(issue.column()) && i.level().compareTo(issue.level()) <= 0)) {
                all.add(issue);
            }
        }
        return all;
    }
}
