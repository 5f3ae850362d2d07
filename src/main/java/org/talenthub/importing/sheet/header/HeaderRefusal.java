package org.talenthub.importing.sheet.header;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Text;
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
        Sentence likely = nearer == null
                ? Sentence.plain("")
                : Sentence.of("refused.header.likely", nearer.feed().named());
        if (!header.found()) {
            Sentence detail = Sentence.of(
                    "refused.header.notfound", Header.DEEPEST, header.feed().named(), required(header.feed()), likely);
            return header.titles().size() > 1
                    ? new Undecided("header.notfound", detail, choices(header), draft, List.of())
                    : Problem.unusable("header.notfound", detail);
        }
        Sentence found = Sentence.list(
                header.columns().values().stream().map(Column::named).limit(12).toList());
        Sentence missing =
                Sentence.list(header.missing().stream().map(Column::named).toList());
        Sentence detail = Sentence.of("refused.header.missing", header.row(), missing, found, likely);
        return new Undecided("header.missing", detail, choices(header), draft, List.of());
    }

    public static Problem duplicate(Header header, Layout draft) {
        return new Undecided(
                "header.duplicate",
                Sentence.of("refused.header.duplicate", header.row(), header.twice()),
                choices(header),
                draft,
                List.of());
    }

    public static Problem severalSheets(List<String> names, Layout draft) {
        Sentence detail = Sentence.of(
                "refused.sheet.several",
                names.size(),
                Sentence.list(names.stream().map(n -> "“" + n + "”").toList()));
        List<Issue> choices = names.stream()
                .map(n -> Issue.error("", "sheet.choice", Sentence.of("check.sheet.choice", n), n))
                .toList();
        return new Undecided("sheet.several", detail, choices, draft, names);
    }

    /** By column: what is missing, and which of the sheet's own columns may be meant. */
    private static List<Issue> choices(Header header) {
        List<Issue> choices = new ArrayList<>();
        Set<String> taken =
                header.columns().values().stream().map(Column::field).collect(Collectors.toCollection(HashSet::new));
        for (Column missing : header.missing()) {
            choices.add(Issue.error(
                    missing.title(), "column.missing", Sentence.of("check.column.missing", missing.named()), null));
        }
        header.duplicates()
                .forEach((index, column) -> choices.add(Issue.error(
                        column.title(),
                        "column.duplicate",
                        Sentence.of("check.column.duplicate", Text.columnName(index), column.named()),
                        header.titles().get(index))));
        header.titles().forEach((index, title) -> {
            if (!header.columns().containsKey(index) && !header.duplicates().containsKey(index)) {
                Likeness.of(header.feed(), title, taken)
                        .ifPresent(like -> choices.add(Issue.warning(
                                like.title(),
                                "column.likely",
                                Sentence.of("check.column.likely", Text.columnName(index), title, like.named()),
                                title)));
            }
        });
        return choices;
    }

    private static Sentence required(Feed feed) {
        return Sentence.list(feed.columns().stream()
                .filter(Column::required)
                .map(Column::named)
                .limit(6)
                .toList());
    }
}
