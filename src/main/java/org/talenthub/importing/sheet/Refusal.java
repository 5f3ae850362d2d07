package org.talenthub.importing.sheet;

import java.time.Duration;
import org.talenthub.common.Problem;

/** The refusals that several places share, so that one thing has one code and one wording. */
public final class Refusal {

    private static final String AS_XLSX = "在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。";

    private Refusal() {}

    /** 415: a file of another kind. */
    public static Problem kind(String what) {
        return new Problem(415, "file.kind", "这是" + what + "，只能读 .xlsx 和 .csv。" + AS_XLSX);
    }

    /** A text that only its name makes a workbook: what it is stands before what is wrong with it. */
    static Problem textAsWorkbook(String what, Problem wrong) {
        return Problem.unusable(wrong.code(), what + wrong.detail() + "若本来是 Excel 表格，用 Excel 或 WPS 打开原来的表，另存为 .xlsx。");
    }

    public static Problem broken(String detail) {
        return Problem.unusable("file.broken", detail);
    }

    public static Problem brokenWorkbook() {
        return broken("文件不完整或已损坏，读不出表格。在 Excel 或 WPS 中打开检查，另存为新的 .xlsx 后再上传。");
    }

    public static Problem bomb() {
        return Problem.unusable("file.bomb", "文件解压后过大，不像正常的表格。把数据复制到模板中，另存为 .xlsx 后再上传。");
    }

    public static Problem password() {
        return Problem.unusable("file.password", "文件设了打开密码，读不出内容。在 Excel 或 WPS 中去掉密码，保存后再上传。");
    }

    public static Problem unsafe() {
        return Problem.unusable("file.unsafe", "文件里含有外部引用声明（DOCTYPE），不像 Excel 或 WPS 保存的表格。" + AS_XLSX);
    }

    public static Problem cellTooLong(int row, int column, int limit) {
        return Problem.unusable(
                "cell.toolong", "第 %d 行 %s 列的内容超过 %,d 个字符。缩短这一格后再上传。".formatted(row, Text.columnName(column), limit));
    }

    public static Problem tooManyColumns(int row, int column, int limit) {
        return Problem.unusable(
                "columns.toomany",
                "第 %d 行用到了第 %d 列（%s 列），表格要少于 %d 列。删去多余的列后再上传。"
                        .formatted(row, column + 1, Text.columnName(column), limit));
    }

    public static Problem tooManySheets(int limit) {
        return Problem.unusable("sheets.toomany", "工作簿里有超过 %d 张表。只留下要上报的那一张，另存后再上传。".formatted(limit));
    }

    /** Rows are known by their numbers: twice the same, or backwards, and nobody could say which row is meant. */
    public static Problem rowOrder(int row) {
        return broken("文件里第 %d 行重复或次序颠倒，不像 Excel 或 WPS 保存的表格。打开检查，另存为新的 .xlsx 后再上传。".formatted(row));
    }

    public static Problem slow(Duration longest) {
        long seconds = longest.toSeconds();
        return Problem.unusable(
                "file.slow",
                "读了 %s 还没有读完，已停止。把要上报的数据复制到模板中，或分成几个文件再上传。"
                        .formatted(seconds < 120 ? seconds + " 秒" : seconds / 60 + " 分钟"));
    }

    public static Problem tooManyRows(int limit) {
        return Problem.unusable("rows.toomany", "数据超过 %,d 行。分成几个文件上传。".formatted(limit));
    }

    /** Two stray quotes of a csv made one cell of whole rows. */
    static Problem swallowedRows(int row, long lines) {
        return Problem.unusable(
                "csv.quotes",
                "第 %d 行有一个英文双引号，到 %d 行之后才遇到下一个，中间几行都成了一格里的字。去掉多余的英文双引号（或把单独的一个写成两个）后再上传。".formatted(row, lines - 1));
    }

    public static Problem noRows(String where) {
        return Problem.unusable("file.empty", where + "没有数据行。从表头的下一行起填写（模板中的示例行不算），保存后再上传。");
    }

    public static Problem emptyFile() {
        return Problem.unusable("file.empty", "文件是空的，没有数据行。检查是否选错了文件。");
    }
}
