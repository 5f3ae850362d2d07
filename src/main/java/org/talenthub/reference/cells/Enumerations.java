package org.talenthub.reference.cells;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people put around the items of a list: 1. 2. 3., （一）（二）, ①②, bullets, quotation marks, “and others” at the end. */
final class Enumerations {

    private static final String NUMERALS = "一二三四五六七八九十";
    private static final Pattern MARK = Pattern.compile(
            "(?<![A-Za-z0-9.])(?:[(（](\\d{1,2}|[一二三四五六七八九十])[)）]、?|(\\d{1,2})(?:[.．、)）](?!\\d)|[、)）])|([①-⑳])[、.．]?|第?([一二三四五六七八九十])[、：:，,])\\s*");
    private static final Pattern BULLET =
            Pattern.compile("^(?:[•·●○■□◆◇▪►▶➢√✓★☆※◎]+\\s*|[-–—*]+\\s+|[-–—*]+(?=\\p{IsHan}))");
    private static final Pattern OTHERS =
            Pattern.compile("(?<=.[^平均同对高中初相优上何此该])等(?:等|相关)?(?:专业|技术|方向|领域)?$|(?<=..)等\\d{1,2}[项个种门]$");
    private static final String OPENING = "\"“‘「『";
    private static final String CLOSING = "\"”’」』";

    private Enumerations() {}

    /** The text with a line for each numbered item, where it begins with the first number and goes on without a gap; else the very text. */
    static String lines(String text) {
        if (text.isEmpty() || !begins(text.charAt(0))) {
            return text;
        }
        Matcher mark = MARK.matcher(text);
        StringBuilder lines = new StringBuilder(text.length());
        int last = 0;
        int count = 0;
        while (mark.find()) {
            if (number(mark) != count + 1 || (count == 0 && mark.start() > 0)) {
                return text;
            }
            lines.append(text, last, mark.start()).append('\n');
            last = mark.end();
            count++;
        }
        return count > 1 ? lines.append(text, last, text.length()).toString().strip() : text;
    }

    private static boolean begins(char c) {
        return (c >= '0' && c <= '9')
                || c == '('
                || c == '（'
                || c == '第'
                || (c >= '①' && c <= '⑳')
                || NUMERALS.indexOf(c) >= 0;
    }

    private static int number(Matcher mark) {
        for (int group = 1; group <= mark.groupCount(); group++) {
            String text = mark.group(group);
            if (text != null) {
                char first = text.charAt(0);
                return first >= '0' && first <= '9'
                        ? Integer.parseInt(text)
                        : NUMERALS.indexOf(first) >= 0 ? NUMERALS.indexOf(first) + 1 : first - '①' + 1;
            }
        }
        return 0;
    }

    /** One item without bullet, quotation marks around it, and 等 behind it. */
    static String bare(String item) {
        String text = BULLET.matcher(item).replaceFirst("");
        int opened = text.isEmpty() ? -1 : OPENING.indexOf(text.charAt(0));
        if (opened >= 0 && text.length() > 2 && text.indexOf(CLOSING.charAt(opened), 1) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text.endsWith("等") || text.indexOf('等') > 1
                ? OTHERS.matcher(text).replaceFirst("")
                : text;
    }
}
