package org.talenthub.importing.web;

import java.util.ArrayList;
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
import org.talenthub.importing.BatchView.RowView;
import org.talenthub.importing.web.BatchPageView.Cell;
import org.talenthub.importing.web.BatchPageView.Row;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Dictionaries;
import org.talenthub.reference.Dictionary;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Regions;
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

    /** @param values what was read, by row number */
    Sheet of(Feed feed, List<RowView> rows, Map<Integer, Fields> values) {
        List<Column> columns = columns(feed, rows, values);
        return new Sheet(
                columns.stream().map(Column::title).toList(),
                rows.stream().map(r -> row(r, columns, values.get(r.row()))).toList());
    }

    private static List<Column> columns(Feed feed, List<RowView> rows, Map<Integer, Fields> values) {
        Set<String> wrong = rows.stream()
                .flatMap(r -> r.issues().stream())
                .map(Issue::column)
                .collect(Collectors.toSet());
        Set<String> filled = new HashSet<>();
        values.values().forEach(v -> filled.addAll(v.asMap().keySet()));
        Column first = feed.columns().getFirst();
        Stream<Column> others = Stream.concat(
                feed.columns().stream().filter(c -> wrong.contains(c.title())),
                feed.columns().stream().filter(c -> !wrong.contains(c.title()) && filled.contains(c.field())));
        return Stream.concat(Stream.of(first), others.filter(c -> !c.equals(first)))
                .toList();
    }

    private Row row(RowView r, List<Column> columns, @Nullable Fields values) {
        List<Cell> cells = new ArrayList<>();
        for (Column c : columns) {
            Optional<Issue> issue = r.issues().stream()
                    .filter(i -> i.column().equals(c.title()))
                    .findFirst();
            cells.add(issue.map(this::cell).orElseGet(() -> new Cell(shown(c, values), "", null)));
        }
        String whole = r.issues().stream()
                .filter(i -> i.column().isEmpty())
                .map(Issue::message)
                .collect(Collectors.joining());
        return new Row(
                String.valueOf(r.row()),
                r.status(),
                r.status().equals("rejected") ? "signal" : r.status().equals("created") ? "accent" : "",
                whole.isEmpty() ? null : whole,
                cells);
    }

    private Cell cell(Issue i) {
        return new Cell(
                i.value() == null ? texts.text("imports.blank") : i.value(),
                i.level() == Issue.Level.ERROR ? "wrong" : "doubt",
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
