package org.talenthub.talent;

import java.text.Normalizer;
import java.util.Locale;
import org.talenthub.reference.chinese.Simplified;

/** What employers' names are compared by. */
final class Employers {

    private static final String[] FORMS = {"股份有限公司", "有限责任公司", "有限公司", "股份公司"};

    private Employers() {}

    /**
     * NFKC, lower case, simplified, nothing but letters and digits, and without the legal form at the end: 示例（武汉）光电有限责任公司 is
     * 示例武汉光电. A company that changes its form stays the same one; two that differ in nothing else hardly exist in one province.
     */
    static String key(String name) {
        String folded = plain(name) ? name : fold(name);
        String key = Simplified.of(folded);
        for (String form : FORMS) {
            if (key.length() > form.length() + 1 && key.endsWith(form)) {
                return key.substring(0, key.length() - form.length());
            }
        }
        return key;
    }

    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 0x4e00 || c > 0x9fff) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String name) {
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(wide.length());
        wide.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
