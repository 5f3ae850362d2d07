package org.talenthub.reference.cells;

import java.util.ArrayList;
import java.util.List;
import org.talenthub.reference.Column;
import org.talenthub.reference.Row;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Contacts;

/** Prose, names and lists of short texts. */
public final class TextCells {

    /** A column for longer text than this keeps its line breaks. */
    private static final int ONE_LINE = 300;

    private TextCells() {}

    public static CellReader text(Column column) {
        boolean lines = column.maxLength() > ONE_LINE;
        return (typed, row) -> put(column, Texts.clean(typed, lines), typed, row);
    }

    public static CellReader name(Column column) {
        return (typed, row) -> put(column, Texts.name(typed), typed, row);
    }

    private static void put(Column column, String text, String typed, Row row) {
        if (fits(column, text, typed, row)) {
            row.put(column.field(), withoutContacts(column, text, row));
            if (!text.equals(typed) && Texts.hasWide(typed)) {
                row.notice(column, "read.text", text, typed);
            }
        }
    }

    public static CellReader list(Column column) {
        return (typed, row) -> {
            List<String> items = split(typed);
            List<String> kept = new ArrayList<>(items.size());
            for (String item : items) {
                if (!fits(column, item, item, row)) {
                    return;
                }
                String safe = withoutContacts(column, item, row);
                if (!kept.contains(safe)) {
                    kept.add(safe);
                }
            }
            if (!kept.isEmpty()) {
                row.put(column.field(), List.copyOf(kept));
                if (Texts.hasWide(typed)) {
                    row.notice(column, "read.text", String.join("；", kept), typed);
                }
            } else if (column.required()) {
                row.error(column, "required", "“" + column.title() + "”必填。", typed);
            }
        };
    }

    private static boolean fits(Column column, String text, String typed, Row row) {
        // an upper bound first: counting code points is rarely needed
        if (text.length() > column.maxLength() && text.codePointCount(0, text.length()) > column.maxLength()) {
            String what = column.multi() ? "每一项" : "这一格";
            row.error(
                    column,
                    "text.toolong",
                    what + "最多 " + column.maxLength() + " 个字，现在有 " + text.codePointCount(0, text.length())
                            + " 个；删减后再报。",
                    typed);
            return false;
        }
        return true;
    }

    /** Contact data that people put into prose would reach the index: they are masked there. */
    private static String withoutContacts(Column column, String text, Row row) {
        String safe = Contacts.mask(text);
        if (!safe.equals(text)) {
            row.warning(column, "text.contact", "文字里有证件号码、手机号或邮箱，已隐去；请填在各自的列里。", safe);
        }
        return safe;
    }

    /**
     * The items of a multi-value cell, split at ；;、，, and line breaks but not within brackets; numbering such as “1.” and empty
     * items left out.
     */
    static List<String> split(String typed) {
        String text = Texts.clean(typed, true);
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
                case '；', ';', '、', '，', ',' -> {
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
        String text = item.strip();
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
        if (!Texts.saysNothing(text)) {
            items.add(text);
        }
    }
}
