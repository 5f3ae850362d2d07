package org.talenthub.importing.sheet.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.RawRow;

/** Rows of a csv with more cells than titles, or with cells that hold the separators that the row lacks: their cells stand in wrong columns. */
public final class Widths {

    private final @Nullable String separator;
    private final int headerRow;
    private int titles;

    public Widths(Layout layout) {
        this.separator = layout.format() == Layout.Format.CSV ? layout.separator() : null;
        this.headerRow = layout.headerRow();
    }

    public void header(RawRow row) {
        if (row.number() == headerRow) {
            titles = row.width();
        }
    }

    public void check(RawRow row, List<Issue> issues) {
        if (separator == null || titles < 2 || row.width() == titles) {
            return;
        }
        Sentence named = separator.equals("\t") ? Sentence.of("check.row.tab") : Sentence.plain("“" + separator + "”");
        if (row.width() > titles) {
            for (int i = titles; i < row.width(); i++) {
                if (!row.value(i).isBlank()) {
                    issues.add(Issue.error(
                            "", "row.columns", Sentence.of("check.row.columns", row.width(), titles, named), null));
                    return;
                }
            }
            return;
        }
        long within = 0;
        for (int i = 0; i < row.width(); i++) {
            within += row.value(i).chars().filter(c -> c == separator.charAt(0)).count();
        }
        if (within > 0 && within == titles - row.width()) {
            issues.add(Issue.error(
                    "",
                    "row.columns",
                    Sentence.of("check.row.columns.check", titles - row.width(), within, named),
                    null));
        }
    }
}
