package org.talenthub.importing.sheet.header;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;

/** What is wrong with a header that cannot be used as it is, what the sheet may be instead, and what a person can say to help. */
public final class HeaderRefusal {

    private HeaderRefusal() {}

    /** @param draft how the sheet would be read, for a person to complete */
    public static Problem of(Header header, List<Header> asOtherFeeds, Layout draft) {
        Header other = asOtherFeeds.stream()
                .filter(h -> h.complete() && h.score() > header.score())
                .max(Comparator.comparingInt(Header::score))
                .orElse(null);
        if (other != null) {
            return new OtherFeed(other.feed(), header.feed());
        }
        Header nearer = asOtherFeeds.stream()
                .filter(h -> h.score() > header.score() && h.score() >= 3)
                .max(Comparator.comparingInt(Header::score))
                .orElse(null);
        String likely = nearer == null ? "" : "看起来更像“" + nearer.feed().title() + "”，检查是否选错了上报表。";
        if (!header.found()) {
            String detail = "前 %d 行里没有找到“%s”的表头（%s …）。%s下载模板对照，表头写在一行里再上传。"
                    .formatted(Header.DEEPEST, header.feed().title(), required(header.feed()), likely);
            return header.titles().size() > 1
                    ? new Undecided("header.notfound", detail, choices(header), draft, List.of())
                    : Problem.unusable("header.notfound", detail);
        }
        String found =
                header.columns().values().stream().map(Column::title).limit(12).collect(Collectors.joining("、"));
        String missing = header.missing().stream().map(Column::title).collect(Collectors.joining("、"));
        String detail = "第 %d 行的表头缺少必填列：%s。已找到：%s。%s补上缺少的列后再上传。".formatted(header.row(), missing, found, likely);
        return new Undecided("header.missing", detail, choices(header), draft, List.of());
    }

    public static Problem duplicate(Header header, Layout draft) {
        return new Undecided(
                "header.duplicate",
                "第 %d 行的表头里，%s。只留一列，或把另一列改成别的名字后再上传。".formatted(header.row(), header.twice()),
                choices(header),
                draft,
                List.of());
    }

    static Problem severalSheets(List<String> names, Layout draft) {
        String detail = "工作簿里有 %d 张表都合适：%s。说明要读哪一张，或只留一张后再上传。"
                .formatted(names.size(), names.stream().map(n -> "“" + n + "”").collect(Collectors.joining("、")));
        List<Issue> choices = names.stream()
                .map(n -> Issue.error("", "sheet.choice", "上传时加参数 sheet=" + n + " 就读这一张。", n))
                .toList();
        return new Undecided("sheet.several", detail, choices, draft, names);
    }

    /** By column: what is missing, and which of the sheet's own columns may be meant. */
    private static List<Issue> choices(Header header) {
        List<Issue> choices = new ArrayList<>();
        Set<String> taken =
                header.columns().values().stream().map(Column::field).collect(Collectors.toCollection(HashSet::new));
        for (Column missing : header.missing()) {
            choices.add(Issue.error(missing.title(), "column.missing", "表里没有找到“" + missing.title() + "”这一列。", null));
        }
        header.duplicates()
                .forEach((index, column) -> choices.add(Issue.error(
                        column.title(),
                        "column.duplicate",
                        Text.columnName(index) + " 列与前面的列都是“" + column.title() + "”。",
                        header.titles().get(index))));
        header.titles().forEach((index, title) -> {
            if (!header.columns().containsKey(index) && !header.duplicates().containsKey(index)) {
                Likeness.of(header.feed(), title, taken)
                        .ifPresent(like -> choices.add(Issue.warning(
                                like.title(),
                                "column.likely",
                                Text.columnName(index) + " 列“" + title + "”像是“" + like.title() + "”，确认后可用。",
                                title)));
            }
        });
        return choices;
    }

    private static String required(Feed feed) {
        return feed.columns().stream()
                .filter(Column::required)
                .map(Column::title)
                .limit(6)
                .collect(Collectors.joining("、"));
    }
}
