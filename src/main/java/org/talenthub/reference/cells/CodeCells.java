package org.talenthub.reference.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Column;
import org.talenthub.reference.Row;
import org.talenthub.reference.chinese.Nearest;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Dictionary.Match;
import org.talenthub.reference.standards.Industries;

/** Cells that hold codes of a dictionary, in whatever words. */
public final class CodeCells {

    private static final int LISTED = 12;

    private final Column column;
    private final Dictionary dictionary;
    private final Industries industries;
    private final boolean nodes;

    private CodeCells(Column column, Dictionary dictionary, Industries industries) {
        this.column = column;
        this.dictionary = dictionary;
        this.industries = industries;
        this.nodes = dictionary == industries.dictionary();
    }

    public static CellReader reader(Column column, Dictionaries dictionaries) {
        String name = String.valueOf(column.dictionary());
        CodeCells cells = new CodeCells(column, dictionaries.get(name), dictionaries.industries());
        return column.multi() ? cells::list : cells::one;
    }

    private void one(String typed, Row row) {
        Match match = match(typed, row);
        if (match != null) {
            row.put(column.field(), match.entry().code());
        }
    }

    private void list(String typed, Row row) {
        Match whole = dictionary.match(typed);
        List<String> items = whole == null ? TextCells.split(typed) : List.of(typed);
        List<String> codes = new ArrayList<>(items.size());
        List<String> found = new ArrayList<>(2);
        for (String item : items) {
            Match match = match(item, row);
            if (match != null && !codes.contains(match.entry().code())) {
                codes.add(match.entry().code());
            }
            Industries.Node node = nodes ? industries.nodeOf(item) : null;
            if (node != null && !found.contains(node.code())) {
                found.add(node.code());
            }
        }
        if (!codes.isEmpty()) {
            row.put(column.field(), List.copyOf(codes));
        } else if (column.required() && items.isEmpty()) {
            row.error(column, "required", "“" + column.title() + "”必填。可填：" + allowed(), typed);
        }
        if (!found.isEmpty()) {
            row.put("nodes", List.copyOf(found));
        }
    }

    private @Nullable Match match(String typed, Row row) {
        Match match = dictionary.match(typed);
        if (match == null) {
            unknown(typed, row);
        } else if (!match.certain()) {
            row.warning(
                    column,
                    "code.doubtful",
                    Contacts.quoted(typed) + "按“" + match.entry().label() + "”读入；如不对，写成" + allowed(),
                    typed);
        } else if (!match.entry().named(typed)) {
            row.notice(
                    column,
                    "read.code",
                    match.entry().official() + "（" + match.entry().code() + "）",
                    typed);
        }
        return match;
    }

    private void unknown(String typed, Row row) {
        String near = Nearest.of(dictionary, typed).map(n -> "，是不是“" + n + "”？").orElse("。");
        String message = Contacts.quoted(typed) + "不在" + dictionary.title() + "代码表中" + near;
        if (column.strict()) {
            row.error(column, "code.unknown", message + "可填：" + allowed(), typed);
        } else {
            row.warning(column, "code.unknown", message + "这一项没有采用。可填：" + allowed(), typed);
        }
    }

    private String allowed() {
        String labels = dictionary.entries().stream()
                .limit(LISTED)
                .map(Dictionary.Entry::label)
                .collect(Collectors.joining("、"));
        return labels + (dictionary.entries().size() > LISTED ? " 等。" : "。");
    }
}
