package org.talenthub.importing.sheet.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout.Source;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.contacts.Contacts;

/**
 * A row of a sheet seen as the header of a feed.
 *
 * @param row number from 1; the lowest one when several rows together make the header
 * @param columns column index to the feed's column
 * @param titles column index to what stands there, of all columns
 * @param sources column index to whose choice it was, where it was not the title's
 * @param unknown other titles in the row, in order
 * @param duplicates later columns that mean the same as an earlier one, by index
 * @param marks the column of a correction workbook that says which row each was; null when there is none
 */
public record Header(
        Feed feed,
        int row,
        Map<Integer, Column> columns,
        Map<Integer, String> titles,
        Map<Integer, Source> sources,
        List<String> unknown,
        Map<Integer, Column> duplicates,
        @Nullable Integer marks) {

    /** A header may stand in the first ten rows. */
    public static final int DEEPEST = 10;

    private static final int LONGEST = 60;

    /** Rows above the lowest that may belong to the header. */
    private static final int MOST_UPPER = 3;

    /** Titles with their notes in brackets; what goes on longer is prose. */
    private static final int LONGEST_TITLE = 1_000;

    /** Columns that hold nothing to import and need no mention: running numbers, and what a correction workbook adds. */
    private static final Set<String> OWN = Set.of("序号", "编号", "no", "no.");

    /** The row, with up to three above it, with most recognised titles; the upper one of equals. */
    public static Header best(Feed feed, List<RawRow> rows, Wishes wishes) {
        Header chinese = best(feed, Names.of(feed, false), rows, wishes);
        if (chinese.complete()) {
            return chinese.safe();
        }
        // a sheet in English is one in which every required column has its English title: Name and Title alone may be
        // anything
        Header english = best(feed, Names.of(feed, true), rows, wishes);
        return (english.complete() ? english : chinese).safe();
    }

    /** The same without contact data that stands where titles do; of the one row that was taken, since looking for it takes time. */
    private Header safe() {
        Map<Integer, String> safe = new LinkedHashMap<>();
        titles.forEach((i, title) -> safe.put(i, safe(title)));
        return new Header(
                feed,
                row,
                columns,
                safe,
                sources,
                unknown.stream().map(Header::safe).toList(),
                duplicates,
                marks);
    }

    private static String safe(String title) {
        return Text.clip(Contacts.strict(title), LONGEST);
    }

    private static Header best(Feed feed, Names names, List<RawRow> rows, Wishes wishes) {
        Header best = new Header(feed, 0, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), null);
        for (int i = 0; i < rows.size(); i++) {
            RawRow row = rows.get(i);
            if (row.number() > DEEPEST) {
                break;
            }
            if (wishes.headerRow() > 0 && row.number() != wishes.headerRow()) {
                continue;
            }
            if (best.whole() && row.number() > best.row() + MOST_UPPER) {
                break;
            }
            best = better(best, of(feed, names, List.of(), row, wishes));
            List<RawRow> uppers = new ArrayList<>();
            for (int above = i - 1;
                    above >= 0
                            && uppers.size() < MOST_UPPER
                            && rows.get(above).number() == row.number() - uppers.size() - 1;
                    above--) {
                uppers.add(rows.get(above));
                best = better(best, of(feed, names, uppers, row, wishes));
            }
        }
        return best;
    }

    /** Everything that stands in the row is known, and all that must be there is: what lies below are people. */
    private boolean whole() {
        return complete() && unknown.isEmpty();
    }

    private static boolean own(String key) {
        return OWN.contains(key) || CorrectionWords.messages(key) || CorrectionWords.row(key);
    }

    private static Header better(Header a, Header b) {
        return b.score() > a.score() ? b : a;
    }

    private static Header of(Feed feed, Names names, List<RawRow> uppers, RawRow row, Wishes wishes) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        Map<Integer, String> titles = new LinkedHashMap<>();
        Map<Integer, Source> sources = new LinkedHashMap<>();
        Map<Integer, Column> duplicates = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Integer marks = null;
        String group = "";
        int width = Math.max(
                row.width(), uppers.stream().mapToInt(RawRow::width).max().orElse(0));
        for (int i = 0; i < width; i++) {
            String text = title(row, i);
            int at = i;
            String above = uppers.stream()
                    .map(upper -> title(upper, at))
                    .filter(t -> !t.isEmpty())
                    .findFirst()
                    .orElse("");
            // a title over several columns stands over the first of them only; one merged over all rows stands in the
            // uppermost
            group = text.isEmpty() ? "" : above.isEmpty() ? group : above;
            String title = text.isEmpty() ? above : text;
            if (title.isEmpty()) {
                continue;
            }
            String whole = text.isEmpty() || group.isEmpty() ? title : group + text;
            String key = names.key(title);
            marks = CorrectionWords.row(key) ? Integer.valueOf(i) : marks;
            Column exact = names.column(whole, title);
            String now = now(i, key, names.key(whole), wishes);
            String said = now != null ? now : either(wishes.remembered(), names.key(whole), key);
            Column column = said == null ? exact : feed.column(said).orElse(null);
            if (!own(key) || column != null) {
                titles.put(i, column == null && !group.isEmpty() ? whole : title);
            }
            if (said != null && !Objects.equals(column, exact)) {
                sources.put(i, now != null ? Source.CHOSEN : Source.REMEMBERED);
            }
            if (column == null) {
                if (!own(key)) {
                    unknown.add(title);
                }
            } else if (columns.containsValue(column)) {
                duplicates.put(i, column);
            } else {
                columns.put(i, column);
            }
        }
        return new Header(feed, row.number(), columns, titles, sources, unknown, duplicates, marks);
    }

    /**
     * The row that looks most like a header though hardly a title in it is known, for a person to say which is which: most short texts,
     * with rows below it.
     */
    public static Header orGuess(Header found, List<RawRow> rows, Wishes wishes) {
        if (found.found()) {
            return found;
        }
        RawRow best = null;
        int most = 1;
        for (RawRow row : rows) {
            int texts = 0;
            for (int i = 0; i < row.width(); i++) {
                RawCell cell = row.cell(i);
                boolean title = cell != null
                        && cell.kind() == RawCell.Kind.TEXT
                        && !cell.blank()
                        && cell.value().length() <= LONGEST;
                texts += title ? 1 : 0;
            }
            if (texts > most
                    && row != rows.getLast()
                    && (wishes.headerRow() == 0 || row.number() == wishes.headerRow())) {
                most = texts;
                best = row;
            }
        }
        return best == null
                ? found
                : of(found.feed(), Names.of(found.feed(), false), List.of(), best, wishes)
                        .safe();
    }

    /** What stands in a header cell, as far as a title may go. */
    private static String title(RawRow row, int column) {
        return Text.start(Text.unwrapped(Text.trim(row.value(column))), LONGEST_TITLE);
    }

    /** What a person says about the column: a field, empty for none; null when nothing is said. */
    private static @Nullable String now(int index, String key, String whole, Wishes wishes) {
        String byIndex = wishes.columns().get(index);
        return byIndex != null ? byIndex : either(wishes.titles(), whole, key);
    }

    private static @Nullable String either(Map<String, String> said, String whole, String key) {
        String of = said.get(whole);
        return of == null ? said.get(key) : of;
    }

    public int score() {
        return columns.size();
    }

    /** One recognised word may be chance, two are a header. */
    public boolean found() {
        return score() >= Math.min(2, feed.columns().size());
    }

    List<Column> missing() {
        return feed.columns().stream()
                .filter(c -> c.required() && !columns.containsValue(c))
                .toList();
    }

    public boolean complete() {
        return found() && missing().isEmpty();
    }

    public Map<Integer, String> columnToField() {
        Map<Integer, String> fields = new LinkedHashMap<>();
        columns.forEach((index, column) -> fields.put(index, column.field()));
        return fields;
    }

    /** 第 3 行 with the columns that mean one thing: C 列和 F 列都是“联系电话”. */
    Sentence twice() {
        List<Sentence> all = duplicates.entrySet().stream()
                .map(d -> Sentence.of(
                        "refused.header.twice",
                        Text.columnName(first(d.getValue())),
                        Text.columnName(d.getKey()),
                        d.getValue().named()))
                .toList();
        return all.stream().skip(1).reduce(all.getFirst(), (a, b) -> Sentence.of("refused.header.twice.and", a, b));
    }

    private int first(Column column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().equals(column))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }
}
