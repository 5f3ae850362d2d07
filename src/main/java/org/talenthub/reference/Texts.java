package org.talenthub.reference;

import java.text.Normalizer;
import java.util.Locale;

/** Small scans over text that people typed; each returns its argument untouched when there is nothing to do, which is the usual case. */
final class Texts {

    private Texts() {}

    /**
     * What texts are compared by: NFKC, lower case, without blanks, control characters, quotation marks. So 专精特新“小巨人” is
     * 专精特新小巨人 and Ｅ－ｍａｉｌ is e-mail.
     */
    static String key(String text) {
        if (isPlainKey(text)) {
            return text;
        }
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(wide.length());
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            if (!isBlank(c) && "\"'“”‘’「」".indexOf(c) < 0) {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static boolean isPlainKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHan(c) && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** The unified ideographs of the basic plane; rarer ones are only handled more slowly. */
    static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }

    /** White space of any kind, zero-width characters, byte order marks and control characters. */
    static boolean isBlank(char c) {
        return c <= ' '
                || (c >= 0x7f && c <= 0xa0)
                || c == 0x3000
                || (c >= 0x2000 && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202f)
                || (c >= 0x205f && c <= 0x2064)
                || c == 0xfeff;
    }
}
