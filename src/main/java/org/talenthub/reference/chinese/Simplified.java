package org.talenthub.reference.chinese;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Traditional characters and other forms to the usual simplified ones, by a table made once: looking a character up costs an array access. */
public final class Simplified {

    private static final char FIRST = 0x3400;
    private static final char LAST = 0xfaff;
    private static final char[] TABLE = table();

    private Simplified() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (of(text.charAt(i)) != text.charAt(i)) {
                char[] simple = text.toCharArray();
                for (int j = i; j < simple.length; j++) {
                    simple[j] = of(simple[j]);
                }
                return new String(simple);
            }
        }
        return text;
    }

    /**
     * What names are compared by: NFKC, lower case, simplified characters, nothing but letters and digits: 阿依努爾•買買提 is
     * 阿依努尔买买提, and ⻓⺠安 from a PDF 长民安. Rare characters of no code point but a private one tell apart.
     */
    public static String key(String name) {
        return of(letters(name));
    }

    private static String letters(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 0x4e00 || c > 0x9fff) {
                String folded = Normalizer.normalize(UsualForms.of(name), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
                StringBuilder letters = new StringBuilder(folded.length());
                folded.codePoints().filter(Simplified::tells).forEach(letters::appendCodePoint);
                return letters.toString();
            }
        }
        return name;
    }

    /** Letters, digits, and what rare names are written with before Unicode or this Java knows it: private and new ideographs. */
    private static boolean tells(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.PRIVATE_USE
                || (c >= 0x20000 && c < 0x40000)
                || c == '〇';
    }

    private static char of(char c) {
        return c >= FIRST && c <= LAST ? TABLE[c - FIRST] : c;
    }

    /** Other forms of one character, which ICU keeps apart (峯, 嶽): the file that texts are searched by. */
    private static void variants(char[] table) {
        try (InputStream in = Simplified.class.getResourceAsStream("/index-mappings/analysis/variants.txt")) {
            if (in == null) {
                throw new IllegalStateException("index-mappings/analysis/variants.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> l.length() == 2 && l.charAt(0) >= FIRST && l.charAt(0) <= LAST)
                    .forEach(l -> table[l.charAt(0) - FIRST] = l.charAt(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Character by character: ICU's few rules for whole words would make the same name two keys. */
    private static char[] table() {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[LAST - FIRST + 1];
        StringBuilder all = new StringBuilder(2 * table.length);
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
            if (!Character.isSurrogate(table[i])) {
                all.append(table[i]).append('\n');
            }
        }
        String[] simple = simplify.transliterate(all.toString()).split("\n", -1);
        int at = 0;
        for (int i = 0; i < table.length; i++) {
            if (!Character.isSurrogate(table[i])) {
                String s = simple[at++];
                if (s.length() == 1) {
                    table[i] = s.charAt(0);
                }
            }
        }
        variants(table);
        return table;
    }
}
