package org.talenthub.search.understanding;

import java.util.OptionalInt;

/** Whole numbers as they are typed: 45, 四十五, 十二, 两百, 一百二十. */
final class Numbers {

    /** For use in a larger pattern. */
    static final String WRITTEN = "(?:\\d{1,6}|[零〇一二两三四五六七八九十百]{1,6})";

    private static final String DIGITS = "零一二三四五六七八九";

    private Numbers() {}

    static OptionalInt read(String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.isEmpty() || text.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        }
        String han = text.replace('〇', '零').replace('两', '二');
        boolean places = han.indexOf('十') >= 0 || han.indexOf('百') >= 0;
        if (!places) {
            return spelt(han);
        }
        int value = 0;
        int digit = -1;
        for (int i = 0; i < han.length(); i++) {
            char c = han.charAt(i);
            if (c == '百' || c == '十') {
                int unit = c == '百' ? 100 : 10;
                if (digit == 0 || (digit < 0 && unit == 100) || (value > 0 && value % (unit * 10) != 0)) {
                    return OptionalInt.empty();
                }
                value += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else if (c != '零') {
                if (digit >= 0) {
                    return OptionalInt.empty();
                }
                digit = DIGITS.indexOf(c);
            }
        }
        return OptionalInt.of(value + Math.max(0, digit));
    }

    /** Digit by digit: 八零, 二〇二〇. */
    private static OptionalInt spelt(String han) {
        int value = 0;
        for (int i = 0; i < han.length(); i++) {
            int digit = DIGITS.indexOf(han.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return han.isEmpty() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
