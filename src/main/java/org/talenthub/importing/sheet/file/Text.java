package org.talenthub.importing.sheet.file;

import java.text.Normalizer;
import java.util.Locale;

/** Small readings of cell text that header search and row filter share. */
public final class Text {

    private Text() {}

    /** Blank, zero-width and no-break characters count as nothing. */
    public static boolean blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!blank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** Without blanks at both ends, no-break ones included. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** What stands in ="0123", which is how people keep a spreadsheet program from eating the zero; any other text as it is. */
    public static String unwrapped(String text) {
        boolean wrapped = text.length() > 2
                && text.startsWith("=\"")
                && text.endsWith("\"")
                && text.indexOf('"', 2) == text.length() - 1;
        return wrapped ? text.substring(2, text.length() - 1) : text;
    }

    /** NFKC, all blanks removed, lower case. */
    public static String squeeze(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (!blank(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** The column's letters as spreadsheet programs show them; index from 0. */
    public static String columnName(int index) {
        StringBuilder out = new StringBuilder();
        for (int i = index; i >= 0; i = i / 26 - 1) {
            out.insert(0, (char) ('A' + i % 26));
        }
        return out.toString();
    }

    /** At most so many characters of the text, with a mark where it was cut; no character is cut in two. */
    public static String clip(String text, int length) {
        return text.length() <= length ? text : start(text, length) + "…";
    }

    /** At most so many characters of the text's beginning, enough to tell what kind of line it is. */
    public static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
