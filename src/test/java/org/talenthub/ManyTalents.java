package org.talenthub;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Long talent sheets whose persons are told apart by a number in their names, made without anything of the hub. */
public final class ManyTalents {

    public static final String EMPLOYER = "示例耐久有限公司";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String HEADER = "姓名,性别,出生年月,学历,人才类别,技术专长,所属产业,工作单位,现任职务,工作地点,联系电话\r\n";

    private ManyTalents() {}

    public static byte[] csv(String prefix, int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        rows(csv, prefix, 0, rows, "工程师", i -> false);
        return bytes(csv);
    }

    static StringBuilder header() {
        return new StringBuilder(HEADER);
    }

    /** Adds the persons from one number to the one before another; the dirty ones have a birth month that is none. */
    static void rows(StringBuilder csv, String prefix, int from, int to, String post, IntPredicate dirty) {
        for (int i = from; i < to; i++) {
            csv.append(name(prefix, i))
                    .append(",男,")
                    .append(dirty.test(i) ? "上世纪" : "1985-03")
                    .append(",硕士,卓越工程师,激光芯片；封装,光电子信息,")
                    .append(EMPLOYER)
                    .append(',')
                    .append(post)
                    .append(",武汉市,13800138000\r\n");
        }
    }

    static byte[] bytes(StringBuilder csv) {
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(String prefix, int i) {
        StringBuilder name = new StringBuilder(prefix);
        for (char c : String.format(Locale.ROOT, "%05d", i).toCharArray()) {
            name.append(DIGITS.charAt(c - '0'));
        }
        return name.toString();
    }
}
