package org.talenthub.reference.contacts;

import java.text.Normalizer;
import java.util.Locale;
import org.talenthub.reference.chinese.Simplified;

/**
 * A text as contacts are looked for in it: one kind of digits, letters, blanks, dashes, dots and brackets, simplified characters, and
 * nothing that is not seen. Positions lead back to the text itself.
 */
final class Folded {

    /** Chinese numerals and the digits they stand for, one under the other. */
    static final String NUMERALS = "〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖";

    private static final String DIGITS = "00012345678912123456789";
    private static final String DASHES = "−﹣⁃";
    private static final String DOTS = "·•‧∙・･●⋅．。｡";

    private final StringBuilder text;
    private final int[] at;

    /** @param numerals Chinese numerals, circled and raised digits, and letters that look like digits count as such */
    Folded(String original, boolean numerals) {
        String plain = Simplified.of(original);
        text = new StringBuilder(plain.length());
        at = new int[plain.length() + 1];
        int i = 0;
        while (i < plain.length()) {
            int c = plain.codePointAt(i);
            char folded = fold(c, numerals);
            if (numerals && (folded == 'o' || folded == 'l' || folded == 'i') && misread(plain, i)) {
                folded = folded == 'o' ? '0' : '1';
            }
            if (folded != 0) {
                at[text.length()] = i;
                text.append(folded);
            }
            i += Character.charCount(c);
        }
        at[text.length()] = plain.length();
    }

    /** A letter that was typed for the digit that it looks like: 139O718652l. */
    static boolean misread(String text, int i) {
        return "oOlI".indexOf(text.charAt(i)) >= 0
                && i > 0
                && Character.isDigit(text.charAt(i - 1))
                && (i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1)));
    }

    CharSequence text() {
        return text;
    }

    int length() {
        return text.length();
    }

    /** 0 behind the end. */
    char at(int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : 0;
    }

    boolean digit(int i) {
        return at(i) >= '0' && at(i) <= '9';
    }

    boolean letter(int i) {
        return at(i) >= 'a' && at(i) <= 'z';
    }

    /** Where this stands in the text itself. */
    int original(int i) {
        return at[i];
    }

    Contact contact(ContactKind kind, int from, int to, String value) {
        // what is not seen and follows belongs to what it follows: the frame of 2️⃣
        return new Contact(kind, at[from], at[to], value);
    }

    /** 0 for what is not seen. */
    private static char fold(int c, boolean numerals) {
        if (c < 0x80) {
            return ascii((char) c);
        }
        if (c >= 0xff01 && c <= 0xff5e) {
            return fold(c - 0xfee0, numerals);
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        if (numerals) {
            int numeral = c > 0xffff ? -1 : NUMERALS.indexOf(c);
            if (numeral >= 0) {
                return DIGITS.charAt(numeral);
            }
            if (Character.getType(c) == Character.OTHER_NUMBER) {
                int value = Character.getNumericValue(c);
                return value >= 0 && value <= 9 ? (char) ('0' + value) : '\ufffd';
            }
        }
        if (DOTS.indexOf(c) >= 0) {
            return '.';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.CONTROL -> 0;
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.START_PUNCTUATION -> '(';
            case Character.END_PUNCTUATION -> ')';
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> '\'';
            default -> other(c);
        };
    }

    private static char ascii(char c) {
        return switch (c) {
            case '\t' -> ' ';
            case '[', '{' -> '(';
            case ']', '}' -> ')';
            default -> c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        };
    }

    /** Letters of mathematics and the like become plain ones. */
    private static char other(int c) {
        if (c > 0xffff || (c >= 0x24b6 && c <= 0x24e9)) {
            String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            return plain.length() == 1 && plain.charAt(0) < 0x80 ? plain.charAt(0) : '\ufffd';
        }
        return (char) c;
    }
}
