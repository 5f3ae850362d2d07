package org.talenthub.analysis.signs;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as what counts in it: single Chinese characters, and runs of letters and digits with the marks that belong to them (c++, c#,
 * .net). Everything else only parts them.
 */
public final class Signs {

    /**
     * @param from offset in the text
     * @param to exclusive
     * @param text folded
     * @param bare of letters without marks (c for c++); else the same as the text
     * @param glued whether nothing but blanks between letters and characters stands before it
     */
    public record Sign(int from, int to, String text, String bare, boolean han, boolean glued) {}

    private Signs() {}

    public static List<Sign> of(String folded) {
        List<Sign> signs = new ArrayList<>();
        int i = 0;
        while (i < folded.length()) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
            if (ideograph(c)) {
                signs.add(sign(folded, i, next, i, next, true, signs));
            } else if (letter(c)) {
                while (next < folded.length() && letter(folded.codePointAt(next))) {
                    next += Character.charCount(folded.codePointAt(next));
                }
                signs.add(sign(folded, dotted(folded, i) ? i - 1 : i, marked(folded, next), i, next, false, signs));
                next = signs.getLast().to();
            }
            i = next;
        }
        return signs;
    }

    /** A word as the lexicon keeps it: its signs without what stands between. */
    public static String key(String typed) {
        StringBuilder key = new StringBuilder();
        of(Characters.fold(typed)).forEach(s -> key.append(s.text()));
        return key.toString();
    }

    private static Sign sign(String text, int from, int to, int bareFrom, int bareTo, boolean han, List<Sign> before) {
        String whole = text.substring(from, to);
        return new Sign(
                from,
                to,
                whole,
                from == bareFrom && to == bareTo ? whole : text.substring(bareFrom, bareTo),
                han,
                !before.isEmpty() && glued(text, before.getLast(), from, han));
    }

    private static boolean glued(String text, Sign last, int from, boolean han) {
        for (int i = last.to(); i < from; i++) {
            if (text.charAt(i) != ' ' || last.han() == han) {
                return false;
            }
        }
        return true;
    }

    /** .net, but not the end of a sentence before a word. */
    private static boolean dotted(String text, int at) {
        return at > 0
                && text.charAt(at - 1) == '.'
                && Character.isLetter(text.charAt(at))
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)) || ideograph(text.charAt(at - 2)));
    }

    /** c++, c#, a+; but not the plus of 2+3. */
    private static int marked(String text, int to) {
        int end = to;
        while (end < text.length() && end < to + 2 && (text.charAt(end) == '+' || text.charAt(end) == '#')) {
            end++;
        }
        return end == text.length() || !letter(text.charAt(end)) ? end : to;
    }

    private static boolean ideograph(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x3040 && c <= 0x30ff)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xe000 && c <= 0xf8ff);
    }

    private static boolean letter(int c) {
        return (Character.isLetterOrDigit(c) && !ideograph(c)) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
