package org.talenthub.reference.chinese;

import java.text.Normalizer;

/**
 * Characters as documents that were printed to PDF give them back: the radical that looks like the character (⽅, ⻓) in the place of the
 * character itself (方, 长). Unicode's EquivalentUnifiedIdeograph.txt for the supplement, its decompositions for the radicals of Kangxi.
 */
final class Radicals {

    private static final char FIRST = 0x2e80;
    private static final char KANGXI = 0x2f00;
    private static final char LAST = 0x2fd5;

    /** From U+2E80 on; a blank where no whole character is meant. */
    private static final String SUPPLEMENT = " 厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尣巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟"
            + "罓罒㓁  羊 羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶 钅長镸长门  雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private Radicals() {}

    static boolean is(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** The character that is meant; what means none comes back as it is. */
    static char of(char c) {
        if (c >= KANGXI && c <= LAST) {
            return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).charAt(0);
        }
        int at = c - FIRST;
        return at >= 0 && at < SUPPLEMENT.length() && SUPPLEMENT.charAt(at) != ' ' ? SUPPLEMENT.charAt(at) : c;
    }
}
