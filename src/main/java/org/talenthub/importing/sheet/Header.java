package org.talenthub.importing.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Headers;

/**
 * A row of a sheet seen as the header of a feed.
 *
 * @param row number from 1; the lower one when two rows together make the header
 * @param columns column index to the feed's column
 * @param unknown other titles in the row, in order
 * @param duplicates pairs of titles, each with its column letter, that mean the same column
 */
record Header(Feed feed, int row, Map<Integer, Column> columns, List<String> unknown, List<String> duplicates) {

    /** A header may stand in the first ten rows. */
    static final int DEEPEST = 10;

    /** Columns that hold nothing to import and need no mention: running numbers, and what a correction workbook adds. */
    private static final Set<String> OWN = Set.of("序号", "编号", "no", "no.", Corrections.MESSAGES, Corrections.ROW);

    /** The row, or two rows, with most recognised titles; the upper one of equals. */
    static Header best(Feed feed, List<RawRow> rows) {
        Map<String, Column> titles = titles(feed);
        Header best = new Header(feed, 0, Map.of(), List.of(), List.of());
        for (int i = 0; i < rows.size(); i++) {
            RawRow row = rows.get(i);
            if (row.number() > DEEPEST) {
                break;
            }
            best = better(best, of(feed, titles, null, row));
            if (i > 0 && rows.get(i - 1).number() == row.number() - 1) {
                best = better(best, of(feed, titles, rows.get(i - 1), row));
            }
        }
        return best;
    }

    private static Header better(Header a, Header b) {
        return b.score() > a.score() ? b : a;
    }

    private static Map<String, Column> titles(Feed feed) {
        Map<String, Column> titles = new HashMap<>();
        for (Column column : feed.columns()) {
            column.aliases().forEach(alias -> titles.put(Headers.key(alias), column));
        }
        feed.columns().forEach(column -> titles.put(Headers.key(column.title()), column));
        return titles;
    }

    private static Header of(Feed feed, Map<String, Column> titles, @Nullable RawRow upper, RawRow row) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        Map<String, Integer> first = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> duplicates = new ArrayList<>();
        int width = Math.max(row.width(), upper == null ? 0 : upper.width());
        for (int i = 0; i < width; i++) {
            String text = Text.trim(row.value(i));
            if (upper != null && text.isEmpty()) {
                // a title merged over both rows stands in the upper one
                text = Text.trim(upper.value(i));
            }
            if (text.isEmpty()) {
                continue;
            }
            Column column = titles.get(Headers.key(text));
            if (column == null) {
                if (OWN.contains(Headers.key(text))) {
                    continue;
                }
                unknown.add(Text.clip(text, 40));
                continue;
            }
            Integer earlier = first.putIfAbsent(column.field(), i);
            if (earlier == null) {
                columns.put(i, column);
            } else {
                duplicates.add(
                        "%s 列和 %s 列都是“%s”".formatted(Text.columnName(earlier), Text.columnName(i), column.title()));
            }
        }
        return new Header(feed, row.number(), columns, unknown, duplicates);
    }

    int score() {
        return columns.size();
    }

    /** One recognised word may be chance, two are a header. */
    boolean found() {
        return score() >= Math.min(2, feed.columns().size());
    }

    List<String> missing() {
        Set<String> there = columns.values().stream().map(Column::field).collect(Collectors.toCollection(HashSet::new));
        return feed.columns().stream()
                .filter(c -> c.required() && !there.contains(c.field()))
                .map(Column::title)
                .toList();
    }

    boolean complete() {
        return found() && missing().isEmpty();
    }

    Map<Integer, String> columnToField() {
        Map<Integer, String> fields = new LinkedHashMap<>();
        columns.forEach((index, column) -> fields.put(index, column.field()));
        return fields;
    }

    /** What is wrong with a header that cannot be used, and what the sheet may be instead. */
    static Problem refusal(Header header, List<Header> asOtherFeeds) {
        Header other = asOtherFeeds.stream()
                .filter(h -> h.complete() && h.score() > header.score())
                .max(Comparator.comparingInt(Header::score))
                .orElse(null);
        if (other != null) {
            return Problem.unusable(
                    "header.otherfeed",
                    "这像是“%s”，不是“%s”。换到“%s”再上传。".formatted(other.feed.title(), header.feed.title(), other.feed.title()));
        }
        String likely = asOtherFeeds.stream()
                .filter(h -> h.score() > header.score() && h.score() >= 3)
                .max(Comparator.comparingInt(Header::score))
                .map(h -> "看起来更像“" + h.feed.title() + "”，检查是否选错了上报表。")
                .orElse("");
        if (!header.found()) {
            return Problem.unusable(
                    "header.notfound",
                    "前 %d 行里没有找到“%s”的表头（%s …）。%s下载模板对照，表头写在一行里再上传。"
                            .formatted(DEEPEST, header.feed.title(), required(header.feed), likely));
        }
        String found =
                header.columns.values().stream().map(Column::title).limit(12).collect(Collectors.joining("、"));
        return Problem.unusable(
                "header.missing",
                "第 %d 行的表头缺少必填列：%s。已找到：%s。%s补上缺少的列后再上传。"
                        .formatted(header.row, String.join("、", header.missing()), found, likely));
    }

    private static String required(Feed feed) {
        return feed.columns().stream()
                .filter(Column::required)
                .map(Column::title)
                .limit(6)
                .collect(Collectors.joining("、"));
    }

    Problem duplicateRefusal() {
        return Problem.unusable(
                "header.duplicate", "第 %d 行的表头里，%s。只留一列，或把另一列改成别的名字后再上传。".formatted(row, String.join("；", duplicates)));
    }
}
