package org.talenthub.analysis.signs;

import java.text.Normalizer;
import java.util.List;

/**
 * Characters as they are compared: simplified, narrow, lower case. One for one, so that every offset in the folded text is the offset in
 * the original.
 */
public final class Characters {

    private static final char[] TABLE = table();

    private Characters() {}

    public static char[] fold(char[] text, int length) {
        char[] folded = new char[length];
        for (int i = 0; i < length; i++) {
            folded[i] = TABLE[text[i]];
        }
        return folded;
    }

    public static String fold(String text) {
        return new String(fold(text.toCharArray(), text.length()));
    }

    /** What a compatibility character stands for (width, digits, letters in circles), where that is one character, then its simplified form. */
    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            if (c >= 0x80 && !Character.isSurrogate(c)) {
                String one = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                c = one.length() == 1 ? one.charAt(0) : c;
            }
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            table[i] = digit >= 0 ? (char) ('0' + digit) : Character.toLowerCase(c);
        }
        for (String file : List.of("traditional.txt", "variants.txt")) {
            for (String line : Lists.lines(file)) {
                table[line.charAt(0)] = line.charAt(1);
            }
        }
        // one micrometre, whether Greek or not
        table['µ'] = 'u';
        table['μ'] = 'u';
        table['Μ'] = 'u';
        return table;
    }
}
