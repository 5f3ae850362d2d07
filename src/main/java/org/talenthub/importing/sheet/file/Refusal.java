package org.talenthub.importing.sheet.file;

import java.time.Duration;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** The refusals that several places share, so that one thing has one code and one wording. */
public final class Refusal {

    private static final Sentence AS_XLSX = Sentence.of("refused.as.xlsx");

    private Refusal() {}

    /** 415: a file of another kind, by the end of its key: {@code refused.kind.pdf}. */
    public static Problem kind(String kind) {
        Sentence what = Sentence.of("refused.kind." + kind);
        return new Problem(415, "file.kind", Sentence.of("refused.file.kind.other", what, AS_XLSX));
    }

    /** A text that only its name makes a workbook: what it is stands before what is wrong with it. */
    public static Problem textAsWorkbook(Sentence what, Problem wrong) {
        return Problem.unusable(wrong.code(), Sentence.of("refused.text.workbook", what, wrong.said()));
    }

    public static Problem broken(Sentence detail) {
        return Problem.unusable("file.broken", detail);
    }

    public static Problem brokenWorkbook() {
        return broken(Sentence.of("refused.file.broken.brokenWorkbook"));
    }

    public static Problem bomb() {
        return Problem.unusable("file.bomb", Sentence.of("refused.file.bomb"));
    }

    public static Problem password() {
        return Problem.unusable("file.password", Sentence.of("refused.file.password"));
    }

    public static Problem unsafe() {
        return Problem.unusable("file.unsafe", Sentence.of("refused.file.unsafe", AS_XLSX));
    }

    public static Problem cellTooLong(int row, int column, int limit) {
        return Problem.unusable(
                "cell.toolong",
                Sentence.of("refused.cell.toolong", row, Text.columnName(column), Sentence.number(limit)));
    }

    public static Problem tooManyColumns(int row, int column, int limit) {
        return Problem.unusable(
                "columns.toomany",
                Sentence.of("refused.columns.toomany", row, column + 1, Text.columnName(column), limit));
    }

    public static Problem tooManySheets(int limit) {
        return Problem.unusable("sheets.toomany", Sentence.of("refused.sheets.toomany", limit));
    }

    /** Rows are known by their numbers: twice the same, or backwards, and nobody could say which row is meant. */
    public static Problem rowOrder(int row) {
        return broken(Sentence.of("refused.file.broken.rowOrder", row));
    }

    public static Problem slow(Duration longest) {
        long seconds = longest.toSeconds();
        return Problem.unusable(
                "file.slow",
                Sentence.of(
                        "refused.file.slow",
                        seconds < 120
                                ? Sentence.of("refused.seconds", seconds)
                                : Sentence.of("refused.minutes", seconds / 60)));
    }

    public static Problem tooManyRows(int limit) {
        return Problem.unusable("rows.toomany", Sentence.of("refused.rows.toomany", Sentence.number(limit)));
    }

    /** Two stray quotes of a csv made one cell of whole rows. */
    public static Problem swallowedRows(int row, long lines) {
        return Problem.unusable("csv.quotes", Sentence.of("refused.csv.quotes", row, lines - 1));
    }

    public static Problem noRows(Sentence where) {
        return Problem.unusable("file.empty", Sentence.of("refused.file.empty", where));
    }

    public static Problem emptyFile() {
        return Problem.unusable("file.empty", Sentence.of("refused.file.empty.emptyFile"));
    }
}
