package org.talenthub.reference.cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contact;
import org.talenthub.reference.contacts.Contacts;

/** Prose, names and lists of short texts. */
public final class TextCells {

    /** A column for longer text than this keeps its line breaks. */
    private static final int ONE_LINE = 300;

    /** How many of the things found a message names. */
    private static final int MOST_NAMED = 3;

    private static final Pattern NUMERAL = Pattern.compile("第?[一二三四五六七八九十]{1,2}");

    private TextCells() {}

    public static CellReader text(Column column, Feed feed) {
        boolean lines = column.maxLength() > ONE_LINE;
        return (typed, row) -> put(column, feed, Texts.clean(typed, lines), typed, row);
    }

    static void put(Column column, Feed feed, String text, String typed, Row row) {
        if (!fits(column, text, typed, row)) {
            return;
        }
        String kept = withoutContacts(column, feed, text, row);
        // what is put in the place of a short contact may be longer
        if (fits(column, kept, typed, row)) {
            row.put(column.field(), kept);
            if (!text.equals(typed) && Texts.hasWide(typed)) {
                row.notice(column, "read.text", text, typed);
            }
        }
    }

    public static CellReader list(Column column, Feed feed) {
        return (typed, row) -> {
            // before it is cut into items: a number may have a comma in it
            List<String> items = split(withoutContacts(column, feed, Texts.clean(typed, true), row));
            List<String> kept = new ArrayList<>(items.size());
            for (String item : items) {
                if (!fits(column, item, item, row)) {
                    return;
                }
                if (!kept.contains(item)) {
                    kept.add(item);
                }
            }
            if (!kept.isEmpty()) {
                row.put(column.field(), List.copyOf(kept));
                if (Texts.hasWide(typed)) {
                    row.notice(column, "read.text", String.join("；", kept), typed);
                }
            } else if (column.required()) {
                row.error(column, "required", Sentence.of("check.required.empty", column.named()), typed);
            }
        };
    }

    private static boolean fits(Column column, String text, String typed, Row row) {
        // an upper bound first: counting code points is rarely needed
        if (text.length() > column.maxLength() && text.codePointCount(0, text.length()) > column.maxLength()) {
            Sentence what = Sentence.of(column.multi() ? "check.text.item" : "check.text.cell");
            row.error(
                    column,
                    "text.toolong",
                    Sentence.of(
                            "check.text.toolong.fits", what, column.maxLength(), text.codePointCount(0, text.length())),
                    typed);
            return false;
        }
        return true;
    }

    /** Contacts and document numbers that people put into prose would be read by everybody: they are masked there, and told. */
    static String withoutContacts(Column column, Feed feed, String text, Row row) {
        List<Contact> found = Contacts.find(text);
        if (found.isEmpty()) {
            return text;
        }
        String safe = Contacts.mask(text);
        row.warning(
                column, "text.contact", Sentence.of("check.text.contact", found(found), instead(found, feed)), safe);
        return safe;
    }

    /** 文字里的手机号 139****2522、微信号 w*** */
    private static Sentence found(List<Contact> found) {
        return Sentence.of(
                found.size() > MOST_NAMED ? "check.text.found.some" : "check.text.found",
                Sentence.list(found.stream()
                        .map(c -> Sentence.of("check.text.found.one", c.kind().named(), c.masked()))
                        .distinct()
                        .limit(MOST_NAMED)
                        .toList()));
    }

    /** Which columns such things have in this sheet. */
    private static Sentence instead(List<Contact> found, Feed feed) {
        Map<Optional<Column>, Set<Sentence>> places = new LinkedHashMap<>();
        for (Contact c : found) {
            Optional<Column> place = feed.columns().stream()
                    .filter(own -> own.type() == c.kind().column())
                    .findFirst();
            places.computeIfAbsent(place, p -> new LinkedHashSet<>())
                    .add(c.kind().named());
        }
        List<Sentence> all = places.entrySet().stream()
                .map(p -> p.getKey()
                        .map(own -> Sentence.of("check.text.own", Sentence.list(p.getValue()), own.named()))
                        .orElseGet(() -> Sentence.of("check.text.noColumn", Sentence.list(p.getValue()))))
                .toList();
        return all.size() == 1
                ? Sentence.of("check.text.instead", all.getFirst())
                : Sentence.of("check.text.instead.two", all.getFirst(), all.getLast());
    }

    /**
     * The items of a multi-value cell, split at ；;、，,｜。 and line breaks but not within brackets; numbering such as “1.” and empty
     * items left out.
     */
    static List<String> split(String typed) {
        String text = Enumerations.lines(Texts.clean(typed, true));
        List<String> items = new ArrayList<>(4);
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '（', '(', '《' -> depth++;
                case '）', ')', '》' -> depth--;
                case '\n' -> {
                    add(items, text.substring(start, i));
                    start = i + 1;
                    depth = 0;
                }
                case '；', ';', '、', '，', ',', '｜', '|', '。' -> {
                    if (depth <= 0) {
                        add(items, text.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        add(items, start == 0 ? text : text.substring(start));
        return items;
    }

    private static void add(List<String> items, String item) {
        String text = Enumerations.bare(item.strip());
        int digits = 0;
        while (digits < text.length() && digits < 3 && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits > 0 && digits < 3) {
            if (digits == text.length()) {
                return;
            }
            char next = text.charAt(digits);
            boolean numbered = (next == '.' || next == '．')
                    && digits + 1 < text.length()
                    && !Character.isDigit(text.charAt(digits + 1));
            if (numbered) {
                text = text.substring(digits + 1).strip();
            }
        }
        // 二 of 二、芯片
        if (!Texts.saysNothing(text) && !NUMERAL.matcher(text).matches()) {
            items.add(text);
        }
    }
}
