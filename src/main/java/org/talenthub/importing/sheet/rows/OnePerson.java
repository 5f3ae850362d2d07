package org.talenthub.importing.sheet.rows;

import java.util.ArrayList;
import java.util.List;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;

/**
 * Several rows under one merged name are one person, and each holds a part. Which education or school counts only the sender can say;
 * taking the rows one after the other would leave the last part alone.
 */
public final class OnePerson {

    private OnePerson() {}

    /** The same rows, each with the error; one row alone as it is. */
    public static List<SheetRow> told(List<SheetRow> rows, Column name) {
        if (rows.size() == 1) {
            return rows;
        }
        Sentence message = Sentence.of(
                "check.row.merged", rows.getFirst().row(), rows.getLast().row(), name.named());
        List<SheetRow> told = new ArrayList<>(rows.size());
        for (SheetRow row : rows) {
            List<Issue> issues = new ArrayList<>(row.issues());
            issues.add(Issue.error(name.title(), "row.merged", message, null));
            told.add(new SheetRow(row.row(), row.cells(), issues, row.mark()));
        }
        return told;
    }
}
