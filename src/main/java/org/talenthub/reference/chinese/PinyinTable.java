package org.talenthub.reference.chinese;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** The readings of single characters: the usual one by ICU (Unihan), which knows the rare planes too, then the others by pinyin4j. */
final class PinyinTable {

    private static final Transliterator USUAL = Transliterator.getInstance("Han-Latin");
    private static final HanyuPinyinOutputFormat PLAIN = new HanyuPinyinOutputFormat();

    static {
        PLAIN.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        PLAIN.setVCharType(HanyuPinyinVCharType.WITH_V);
    }

    private PinyinTable() {}

    /** Empty when nobody knows how to read it. */
    static List<String> of(int character) {
        Set<String> readings = new LinkedHashSet<>();
        String text = Character.toString(character);
        String usual;
        synchronized (USUAL) {
            usual = USUAL.transliterate(text);
        }
        if (!usual.equals(text)) {
            readings.add(plain(usual.replaceAll("[üǖǘǚǜ]", "v")));
        }
        if (Character.isBmpCodePoint(character)) {
            try {
                String[] all = PinyinHelper.toHanyuPinyinStringArray((char) character, PLAIN);
                if (all != null) {
                    readings.addAll(List.of(all));
                }
            } catch (BadHanyuPinyinOutputFormatCombination e) {
                throw new IllegalStateException(e);
            }
        }
        readings.retainAll(Syllables.ALL);
        return List.copyOf(readings);
    }

    /** Lower-case letters and digits without accents. */
    static String plain(String latin) {
        String apart = Normalizer.normalize(latin, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
