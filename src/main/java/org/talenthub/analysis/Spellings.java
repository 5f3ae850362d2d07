package org.talenthub.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.talenthub.analysis.Signs.Sign;

/**
 * Runs of Latin letters and digits in the ways they are written: Node.js, node-js and nodejs are one, USB is in USB3.0 and QAM in 16QAM,
 * ISO 9001 is ISO9001, 28纳米 is 28nm. What is written keeps all of them, what is typed is looked for in one.
 */
final class Spellings {

    /** Parts that are written together with a mark between them. */
    private static final int MOST = 4;

    private static final int LONGEST = 24;

    /** Parts so short with a stroke between are one name (TCP/IP), longer ones are two (VCSEL/DFB). */
    private static final int SHORT = 3;

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("纳米", "nm"),
            Map.entry("微米", "um"),
            Map.entry("毫米", "mm"),
            Map.entry("厘米", "cm"),
            Map.entry("千米", "km"),
            Map.entry("公里", "km"),
            Map.entry("英寸", "inch"),
            Map.entry("千瓦", "kw"),
            Map.entry("兆瓦", "mw"),
            Map.entry("赫兹", "hz"),
            Map.entry("兆赫", "mhz"),
            Map.entry("吉赫", "ghz"),
            Map.entry("千克", "kg"),
            Map.entry("公斤", "kg"),
            Map.entry("毫克", "mg"),
            Map.entry("毫升", "ml"),
            Map.entry("千伏", "kv"),
            Map.entry("毫安", "ma"));

    private Spellings() {}

    /** @param last the sign that it ends with, itself included */
    record Joined(String text, int last) {}

    /** What may be written joined from this sign on. */
    static List<Joined> joined(String folded, List<Sign> signs, int from) {
        Sign first = signs.get(from);
        List<Joined> joined = new ArrayList<>();
        if (first.han() || !first.text().equals(first.bare())) {
            return joined;
        }
        StringBuilder text = new StringBuilder(first.text());
        for (int i = from + 1; i < signs.size() && i < from + MOST; i++) {
            Sign next = signs.get(i);
            String between = folded.substring(signs.get(i - 1).to(), next.from());
            if (next.han() || !next.text().equals(next.bare()) || !mark(between, true)) {
                break;
            }
            text.append(next.text());
            if (text.length() > LONGEST) {
                break;
            }
            joined.add(new Joined(text.toString(), i));
        }
        if (digits(first.text()) && from + 2 < signs.size()) {
            String unit = signs.get(from + 1).text() + signs.get(from + 2).text();
            String latin = UNITS.get(unit);
            if (latin != null && signs.get(from + 1).from() - first.to() <= 1) {
                joined.add(new Joined(first.text() + latin, from + 2));
            }
        }
        return joined;
    }

    /** The letters and the digits of a sign that has both: usb of usb3, qam of 16qam, iso and 9001 of iso9001. */
    static List<String> parts(Sign s) {
        String text = s.text();
        List<String> parts = new ArrayList<>();
        if (s.han() || digits(text)) {
            return parts;
        }
        int from = 0;
        boolean letters = false;
        for (int i = 1; i <= text.length(); i++) {
            boolean turn = i == text.length() || digit(text, i) != digit(text, i - 1);
            if (turn) {
                if (i - from < text.length() && (i - from > 1 || digit(text, from))) {
                    parts.add(text.substring(from, i));
                    letters |= !digit(text, from) && i - from > 1;
                }
                from = i;
            }
        }
        return letters ? parts : List.of();
    }

    /** Typed signs, with those that are one name joined. */
    static List<Sign> one(String folded, List<Sign> signs) {
        List<Sign> all = new ArrayList<>(signs.size());
        for (int i = 0; i < signs.size(); i++) {
            Sign first = signs.get(i);
            int last = i;
            StringBuilder text = new StringBuilder(first.text());
            while (!first.han()
                    && first.text().equals(first.bare())
                    && last + 1 < signs.size()
                    && last + 1 < i + MOST
                    && together(folded, signs.get(last), signs.get(last + 1))) {
                last++;
                text.append(signs.get(last).text());
            }
            all.add(
                    last == i
                            ? first
                            : new Sign(
                                    first.from(),
                                    signs.get(last).to(),
                                    text.toString(),
                                    text.toString(),
                                    false,
                                    first.glued()));
            i = last;
        }
        return all;
    }

    private static boolean together(String folded, Sign a, Sign b) {
        if (b.han() || !b.text().equals(b.bare())) {
            return false;
        }
        String between = folded.substring(a.to(), b.from());
        return between.equals("/") ? a.text().length() <= SHORT && b.text().length() <= SHORT : mark(between, false);
    }

    private static boolean mark(String between, boolean wide) {
        return between.length() == 1 && (wide ? "-._/ &·" : "-._&·").contains(between);
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
