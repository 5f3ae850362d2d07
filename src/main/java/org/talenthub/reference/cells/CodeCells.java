package org.talenthub.reference.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.English;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Dictionary.Entry;
import org.talenthub.reference.standards.Dictionary.Match;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Nearest;

/** Cells that hold codes of a dictionary, in whatever words. */
public final class CodeCells {

    private static final int LISTED = 12;
    private static final Pattern STROKES = Pattern.compile("\\s*[/／|｜\\\\+＋&＆]\\s*|\\s+");

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
        Entry entry = entry(typed, row);
        if (entry != null) {
            row.put(column.field(), entry.code());
        }
    }

    private void list(String typed, Row row) {
        Match whole = dictionary.word(typed);
        List<String> items = whole == null ? items(typed) : List.of(typed);
        List<String> codes = new ArrayList<>(items.size());
        List<String> found = new ArrayList<>(2);
        for (String item : items) {
            Entry entry = entry(item, row);
            if (entry != null && !codes.contains(entry.code())) {
                codes.add(entry.code());
            }
            Industries.Node node = nodes ? industries.nodeOf(item) : null;
            if (node != null && !found.contains(node.code())) {
                found.add(node.code());
            }
        }
        if (!codes.isEmpty()) {
            row.put(column.field(), List.copyOf(codes));
        } else if (items.isEmpty() && typed.chars().anyMatch(Character::isDigit)) {
            // a number of another table is no numbering
            unknown(typed, row);
        } else if (column.required() && items.isEmpty()) {
            row.error(column, "required", Sentence.of("check.required.list", column.named(), allowed()), typed);
        }
        if (!found.isEmpty()) {
            row.put("nodes", List.copyOf(found));
        }
    }

    /** The items of the cell, cut further where every piece between strokes or blanks is a code: 光电子信息/人工智能. */
    private List<String> items(String typed) {
        List<String> items = new ArrayList<>();
        for (String item : TextCells.split(typed)) {
            List<String> pieces =
                    dictionary.word(item) != null ? List.of(item) : List.of(STROKES.split(item.strip(), -1));
            boolean codes =
                    pieces.size() > 1 && pieces.stream().allMatch(p -> dictionary.word(p) != null && !number(p));
            items.addAll(codes ? pieces : List.of(item));
        }
        return items;
    }

    private static boolean number(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable Entry entry(String typed, Row row) {
        CodeText read = CodeText.of(dictionary, typed);
        Entry entry = read.entry();
        if (entry == null) {
            unknown(typed, row);
        } else if (!read.others().isEmpty()) {
            Sentence others =
                    Sentence.list(read.others().stream().map(Entry::named).toList());
            row.warning(
                    column,
                    "code.doubtful",
                    Sentence.of("check.code.doubtful", Contacts.quoted(typed), entry.named(), others),
                    typed);
        } else if (!read.certain()) {
            row.warning(
                    column,
                    "code.doubtful",
                    Sentence.of("check.code.doubtful.entry", Contacts.quoted(typed), entry.named(), allowed()),
                    typed);
        } else if (!entry.named(typed)) {
            row.notice(column, "read.code", entry.label(), typed);
        }
        return entry;
    }

    private void unknown(String typed, Row row) {
        Sentence message = Nearest.of(dictionary, typed)
                .map(n -> Sentence.of("check.code.unknown.near", Contacts.quoted(typed), title(), dictionary.named(n)))
                .orElseGet(() -> Sentence.of("check.code.unknown.none", Contacts.quoted(typed), title()));
        if (column.strict()) {
            row.error(column, "code.unknown", Sentence.of("check.code.unknown", message, allowed()), typed);
        } else {
            row.warning(column, "code.unknown", Sentence.of("check.code.unknown.unknown", message, allowed()), typed);
        }
    }

    private Sentence title() {
        return Sentence.either(dictionary.title(), English.phrase(dictionary.title()));
    }

    private Sentence allowed() {
        Sentence labels = Sentence.list(
                dictionary.entries().stream().limit(LISTED).map(Entry::named).toList());
        return Sentence.of(dictionary.entries().size() > LISTED ? "check.code.some" : "check.code.all", labels);
    }
}
