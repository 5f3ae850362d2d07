package org.talenthub.reference.chinese;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Characters that only look like the usual ones, as PDFs, web pages and input methods leave them: radicals for characters (⻓ for 长, ⽂ for
 * 文), compatibility forms, ligatures, digits of other scripts; and those that nobody sees, left out. What a text means stays: rare and
 * private characters, Chinese punctuation, widths of letters.
 */
public final class UsualForms {

    /** A radical and the character that it stands for, by turns: Unicode's Equivalent_Unified_Ideograph, U+2E81 to U+2EF3. */
    private static final String RADICALS =
            "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王"
                    + "⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長"
                    + "⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final Map<Integer, String> TABLE = table();

    private UsualForms() {}

    /** The same text where there is nothing to do, which is the usual case. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f
                    && !Texts.isHan(c)
                    && !(c >= 0x3001 && c <= 0x3011)
                    && !(c >= 0xff01 && c <= 0xff5e)
                    && rewritten(text, i)) {
                return rewrite(text);
            }
        }
        return text;
    }

    private static boolean rewritten(String text, int at) {
        int c = text.codePointAt(at);
        return invisible(c) || !of(c).isEmpty();
    }

    private static String rewrite(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> !invisible(c)).forEach(c -> {
            String usual = of(c);
            if (usual.isEmpty()) {
                out.appendCodePoint(c);
            } else {
                out.append(usual);
            }
        });
        return out.toString();
    }

    /** What takes no room: soft hyphens, marks of direction, joiners, fillers, selectors of a glyph, byte order marks. */
    static boolean invisible(int c) {
        return switch (c) {
            case 0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xfeff, 0xffa0 -> true;
            default ->
                (c >= 0x180b && c <= 0x180f)
                        || (c >= 0x200b && c <= 0x200f)
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2060 && c <= 0x206f)
                        || (c >= 0xfe00 && c <= 0xfe0f)
                        || (c >= 0xfff0 && c <= 0xfffb)
                        || (c >= 0xe0000 && c <= 0xe01ef);
        };
    }

    /** Empty for a character that is usual. */
    private static String of(int c) {
        String known = TABLE.get(c);
        if (known != null) {
            return known;
        }
        // digits of other scripts; the mathematical ones are in the table
        return c >= 0x660 && c < 0x10000 && !(c >= 0xff10 && c <= 0xff19) && Character.isDigit(c)
                ? String.valueOf(Character.digit(c, 10))
                : "";
    }

    private static Map<Integer, String> table() {
        Map<Integer, String> table = new HashMap<>();
        normalised(table, 0x2f00, 0x2fd5);
        normalised(table, 0xf900, 0xfad9);
        normalised(table, 0xfb00, 0xfb06);
        normalised(table, 0xfe30, 0xfe6b);
        normalised(table, 0x1d400, 0x1d7ff);
        normalised(table, 0x2f800, 0x2fa1d);
        int[] pairs = RADICALS.codePoints().toArray();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], Character.toString(pairs[i + 1]));
        }
        return Map.copyOf(table);
    }

    private static void normalised(Map<Integer, String> table, int from, int to) {
        for (int c = from; c <= to; c++) {
            String text = Character.toString(c);
            String usual = Normalizer.normalize(text, Normalizer.Form.NFKC);
            if (!usual.equals(text)) {
                table.put(c, usual);
            }
        }
    }
}
