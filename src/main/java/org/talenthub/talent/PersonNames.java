package org.talenthub.talent;

import com.ibm.icu.text.Transliterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.talenthub.records.Likeness.Names;
import org.talenthub.reference.chinese.Simplified;

/** What names are compared by. Only keys are made of this: what is shown stays as it was typed. */
final class PersonNames {

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final ConcurrentMap<Integer, String> SOUNDS = new ConcurrentHashMap<>();

    private PersonNames() {}

    /**
     * NEAR: the same sound (张玮 and 张伟, Zhang Wei and 张伟), or one character changed, missing, added or swapped with its neighbour.
     * A surname is not mistaken for another one.
     */
    static Names compare(String a, String b) {
        String one = Simplified.key(a);
        String two = Simplified.key(b);
        if (one.equals(two)) {
            return Names.SAME;
        }
        boolean slip = apart(one, two) == 1 && (one.length() != two.length() || one.charAt(0) == two.charAt(0));
        return slip || sameSound(one, two) ? Names.NEAR : Names.OTHER;
    }

    static boolean sameSound(String a, String b) {
        return sound(a).equals(sound(b));
    }

    /** Toneless pinyin, with the sounds folded that Hubei's dialects do not tell apart: n and l, zh and z, ing and in. */
    static String sound(String key) {
        StringBuilder sound = new StringBuilder(key.length() * 4);
        key.codePoints().forEach(c -> sound.append(SOUNDS.computeIfAbsent(c, PersonNames::soundOf)));
        return sound.toString()
                .replace("zh", "z")
                .replace("ch", "c")
                .replace("sh", "s")
                .replace("ing", "in")
                .replace("eng", "en")
                .replace('l', 'n');
    }

    private static String soundOf(int character) {
        String text = Character.toString(character);
        if (character < 0x2e80) {
            return text;
        }
        synchronized (PINYIN) {
            return PINYIN.transliterate(text).replace(" ", "");
        }
    }

    /** 0 the same, 1 one edit apart (a swap of neighbours is one), else 2. */
    static int apart(String a, String b) {
        int[] one = a.codePoints().toArray();
        int[] two = b.codePoints().toArray();
        int from = 0;
        while (from < one.length && from < two.length && one[from] == two[from]) {
            from++;
        }
        int end = 0;
        while (end < one.length - from
                && end < two.length - from
                && one[one.length - 1 - end] == two[two.length - 1 - end]) {
            end++;
        }
        int restOne = one.length - from - end;
        int restTwo = two.length - from - end;
        if (restOne == 0 && restTwo == 0) {
            return 0;
        }
        boolean swapped = restOne == 2 && restTwo == 2 && one[from] == two[from + 1] && one[from + 1] == two[from];
        return swapped || Math.max(restOne, restTwo) == 1 ? 1 : 2;
    }
}
