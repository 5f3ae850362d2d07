package org.talenthub.importing.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.importing.batch.BatchView.IssueView;
import org.talenthub.importing.batch.BatchView.RowView;
import org.talenthub.importing.reading.OwnTitles;
import org.talenthub.importing.web.BatchPageView.Cell;
import org.talenthub.importing.web.BatchPageView.Row;
import org.talenthub.importing.web.BatchPageView.Why;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;
import org.talenthub.web.Texts;

/**
 * Rows of a batch as a table like the person's own: what the row is called, then the columns in which something is wrong so that
 * nobody has to look for them, then the others in the order of the sheet. Empty and sensitive columns are left out, but for a
 * sensitive one in which something is wrong, which comes masked.
 */
@Component
class RowSheets {

    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Texts texts;

    RowSheets(Dictionaries dictionaries, Regions regions, Texts texts) {
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.texts = texts;
    }

    record Sheet(List<String> columns, List<Row> rows) {}

    /**
     * @param titles the columns as the sheet's author calls and orders them
     * @param values what was read, by row number
     */
    Sheet of(Feed feed, OwnTitles titles, List<RowView> rows, Map<Integer, Fields> values) {
        List<Column> columns = columns(feed, titles, rows, values);
        return new Sheet(
                columns.stream().map(c -> titles.of(c.title())).toList(),
                rows.stream()
                        .map(r -> row(feed, r, columns, values.get(r.row())))
                        .toList());
    }

    private static List<Column> columns(Feed feed, OwnTitles titles, List<RowView> rows, Map<Integer, Fields> values) {
        Set<String> wrong = rows.stream()
                .flatMap(r -> r.issues().stream())
                .filter(i -> !notice(i))
                .map(IssueView::title)
                .collect(Collectors.toSet());
        Set<String> filled = new HashSet<>();
        values.values().forEach(v -> filled.addAll(v.asMap().keySet()));
        List<Column> all = feed.columns().stream()
                .sorted(Comparator.comparingInt(c -> titles.index(c.title())))
                .toList();
        Column first = feed.columns().getFirst();
        Stream<Column> others = Stream.concat(
                all.stream().filter(c -> wrong.contains(c.title())),
                all.stream().filter(c -> !wrong.contains(c.title()) && filled.contains(c.field())));
        return Stream.concat(Stream.of(first), others.filter(c -> !c.equals(first)))
                .toList();
    }

    private static boolean notice(IssueView i) {
        return i.level().equals(Issue.Level.NOTICE.name());
    }

    private Row row(Feed feed, RowView r, List<Column> columns, @Nullable Fields values) {
        List<Cell> cells = new ArrayList<>();
        for (Column c : columns) {
            List<IssueView> here =
                    r.issues().stream().filter(i -> i.title().equals(c.title())).toList();
            Optional<IssueView> issue = here.stream().filter(i -> !notice(i)).findFirst();
            cells.add(issue.map(this::cell)
                    .orElseGet(() -> new Cell(
                            shown(c, values),
                            "",
                            here.isEmpty() ? null : here.getFirst().message())));
        }
        List<Why> whole = r.issues().stream()
                .filter(i -> i.title().isEmpty())
                .map(i -> new Why(i.message(), about(i)))
                .toList();
        String status = status(r);
        Integer origin = r.origin();
        return new Row(
                origin == null ? String.valueOf(r.row()) : texts.text("imports.originRow", r.row(), origin),
                status,
                status.equals("rejected") ? "signal" : status.equals("created") ? "accent" : "",
                r.record() == null
                        ? null
                        : FeedPages.of(feed.name(), values)
                                .map(p -> p + r.record())
                                .orElse(null),
                whole,
                cells);
    }

    /** A row about what an earlier row of the file is about changes nothing that was there before. */
    private static String status(RowView r) {
        boolean twice = r.issues().stream().anyMatch(i -> i.code().equals("row.duplicate"));
        return r.corrected()
                ? "corrected"
                : twice && (r.status().equals("updated") || r.status().equals("unchanged")) ? "doubled" : r.status();
    }

    private static @Nullable String about(IssueView i) {
        return i.code().equals("row.suspect") && i.value() != null ? "/talents/" + i.value() : null;
    }

    private Cell cell(IssueView i) {
        return new Cell(
                i.value() == null ? texts.text("imports.blank") : i.value(),
                i.level().equals(Issue.Level.ERROR.name()) ? "wrong" : "doubt",
                i.message());
    }

    private String shown(Column c, @Nullable Fields values) {
        Object value = values == null ? null : values.get(c.field());
        if (value == null) {
            return "";
        }
        List<String> parts =
                value instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of(String.valueOf(value));
        return parts.stream().map(v -> label(c, v)).collect(Collectors.joining("；"));
    }

    private String label(Column c, String value) {
        String name = c.dictionary();
        if (name != null) {
            Dictionary dictionary = dictionaries.get(name);
            return texts.english() ? dictionary.english(value) : dictionary.label(value);
        }
        if (c.type() == ColumnType.REGION) {
            return texts.english() ? regions.english(value) : regions.fullName(value);
        }
        return value;
    }
}
