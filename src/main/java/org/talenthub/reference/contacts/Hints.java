package org.talenthub.reference.contacts;

/**
 * What a text may hold, told by its characters in one pass: most texts hold nothing, and are not looked at more closely. Never says no
 * where there is something.
 */
final class Hints {

    static final int ADDRESS = 1;
    static final int PHONE = 2;
    static final int DOCUMENT = 4;
    static final int CHAT = 8;
    static final int QQ = 16;
    private static final int DIGIT = 32;
    private static final int NUMERAL = 64;
    private static final int LIKE_DIGIT = 128;

    /** A letter that only counts in front of or behind certain others. */
    private static final int LETTER = 256;

    /** Fewer numerals are words: 十一五, 第三方. */
    private static final int FEWEST_NUMERALS = 3;

    private static final short[] TABLE = table();

    final int digits;
    final int numerals;
    private final int hints;

    Hints(String text) {
        int count = 0;
        int spoken = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            int hint = TABLE[text.charAt(i)];
            if (hint == 0) {
                continue;
            }
            if ((hint & DIGIT) != 0) {
                count++;
            } else if ((hint & NUMERAL) != 0) {
                spoken++;
            } else if ((hint & LIKE_DIGIT) != 0 && Folded.misread(text, i)) {
                spoken += FEWEST_NUMERALS;
            }
            all |= (hint & LETTER) == 0 ? hint : letter(text, i);
        }
        digits = count;
        numerals = spoken;
        hints = all;
    }

    boolean numbers() {
        return digits >= Numbers.LEAST;
    }

    boolean spokenNumbers() {
        return numerals >= FEWEST_NUMERALS && digits + numerals >= Numbers.LEAST;
    }

    /** Whether words may stand there that tell what a number or name is. */
    boolean words() {
        return (has(PHONE) && digits >= 7) || (has(DOCUMENT) && digits >= 6) || (has(QQ) && digits >= 5) || has(CHAT);
    }

    boolean has(int hint) {
        return (hints & hint) != 0;
    }

    private static int letter(String text, int i) {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        return switch (text.charAt(i)) {
            case 't', 'T', 'ｔ', 'Ｔ' -> PHONE | (i > 0 && "aAａＡ".indexOf(text.charAt(i - 1)) >= 0 ? ADDRESS : 0);
            case 'v', 'V', 'ｖ', 'Ｖ', 'w', 'W', 'ｗ', 'Ｗ' ->
                Character.isLetter(next) && "xXｘＸeEｅＥ信号".indexOf(next) < 0 ? 0 : CHAT;
            default -> 0;
        };
    }

    private static short[] table() {
        short[] table = new short[1 << 16];
        for (int c = 0; c < table.length; c++) {
            if (Character.isDigit(c) || Character.isSurrogate((char) c)) {
                table[c] = DIGIT;
            } else if (Character.getType(c) == Character.OTHER_NUMBER) {
                table[c] = NUMERAL;
            }
        }
        add(table, Folded.NUMERALS, NUMERAL);
        add(table, "oOlI", LIKE_DIGIT);
        add(table, "tTｔＴvVｖＶwWｗＷ", LETTER);
        add(table, "@＠#＃艾", ADDRESS);
        add(table, "话話机機线線真拨撥致fFｆＦpPｐＰ", PHONE);
        add(table, "证証證照卡份件户戶pPｐＰsSｓＳkKｋＫiIｉＩ", DOCUMENT);
        add(table, "微信薇威徽维維崴泡❤♥♡➕+＋", CHAT);
        add(table, "qQｑＱ扣叩秋球鹅鵝", QQ);
        return table;
    }

    private static void add(short[] table, String characters, int hint) {
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] |= (short) hint;
        }
    }
}
