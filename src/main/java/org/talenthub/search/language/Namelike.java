package org.talenthub.search.language;

import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;

/**
 * Whether a typed word may well be somebody's name, by its length and its beginning: one of the hundred most frequent surnames, or of those of
 * two characters. Some words of trades begin so too (金融, 高炉), and some names do not (仇英): it decides how much is asked of what
 * resembles the word, never whether the name is found.
 */
public final class Namelike {

    private static final int MOST_GIVEN = 2;

    private Namelike() {}

    public static boolean is(String word) {
        String plain = Simplified.of(word);
        if (plain.matches("\\p{IsHan}{1,10}(?:[·•‧・]\\p{IsHan}{1,10})+")) {
            return true;
        }
        if (!plain.matches("\\p{IsHan}+")) {
            return false;
        }
        String surname = Surnames.of(plain);
        int given = plain.codePointCount(0, plain.length()) - surname.codePointCount(0, surname.length());
        return !Surnames.special(plain) && given > 0 && given <= MOST_GIVEN && Surnames.known(surname);
    }
}
