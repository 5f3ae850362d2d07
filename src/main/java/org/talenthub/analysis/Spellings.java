package org.talenthub.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.analysis.signs.Signs.Sign;

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

    private static final Pattern VERSION = Pattern.compile("([a-z]{2,}?)(v\\d+)");

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

    /** Whether a word is the name of a unit, in Chinese or letters. */
    static boolean unit(String word) {
        return UNITS.containsKey(word) || UNITS.containsValue(word);
    }

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
        List<Joined> measured = new ArrayList<>();
        measured(first.text(), from, signs).ifPresent(measured::add);
        joined.forEach(j -> measured(j.text(), j.last(), signs).ifPresent(measured::add));
        joined.addAll(measured);
        return joined;
    }

    /** A number that ends with a sign, with the Chinese name of a unit behind it in letters: 28纳米 as 28nm. */
    private static Optional<Joined> measured(String number, int last, List<Sign> signs) {
        if (!digits(number) || last + 2 >= signs.size()) {
            return Optional.empty();
        }
        Sign unit = signs.get(last + 1);
        String latin = UNITS.get(unit.text() + signs.get(last + 2).text());
        return latin == null || unit.from() - signs.get(last).to() > 1
                ? Optional.empty()
                : Optional.of(new Joined(number + latin, last + 2));
    }

    /** The letters and the digits of a sign that has both: usb of usb3, qam of 16qam, iso and 9001 of iso9001. */
    static List<String> parts(Sign s) {
        return s.han() ? List.of() : parts(s.text());
    }

    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        if (digits(text)) {
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
        // the v of a version belongs to its number: yolo and v8 of yolov8
        Matcher version = VERSION.matcher(text);
        if (version.matches()) {
            parts.addAll(List.of(version.group(1), version.group(2)));
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
            Optional<Joined> measured = measured(text.toString(), last, signs);
            if (measured.isPresent()) {
                last = measured.get().last();
                text.replace(0, text.length(), measured.get().text());
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

    /** Letters with blanks between, joined where they are one word of the field (optical chip). */
    static List<Sign> known(String folded, List<Sign> signs, Predicate<String> term) {
        List<Sign> all = new ArrayList<>(signs.size());
        for (int i = 0; i < signs.size(); i++) {
            Sign first = signs.get(i);
            int last = i;
            StringBuilder text = new StringBuilder(first.text());
            for (int j = i + 1; j < signs.size() && j < i + MOST && !first.han(); j++) {
                Sign next = signs.get(j);
                if (next.han()
                        || !folded.substring(signs.get(j - 1).to(), next.from()).equals(" ")) {
                    break;
                }
                text.append(next.text());
                last = term.test(text.toString()) ? j : last;
            }
            String word = text.substring(0, length(signs.subList(i, last + 1)));
            all.add(last == i ? first : new Sign(first.from(), signs.get(last).to(), word, word, false, first.glued()));
            i = last;
        }
        return all;
    }

    private static int length(List<Sign> signs) {
        return signs.stream().mapToInt(s -> s.text().length()).sum();
    }

    private static boolean together(String folded, Sign a, Sign b) {
        if (b.han() || !b.text().equals(b.bare())) {
            return false;
        }
        String between = folded.substring(a.to(), b.from());
        if (between.equals(" ") && digits(a.text())) {
            return UNITS.containsValue(b.text());
        }
        return between.equals("/") ? a.text().length() <= SHORT && b.text().length() <= SHORT : mark(between, false);
    }

    private static boolean mark(String between, boolean wide) {
        return between.length() == 1 && (wide ? "-._/ &·:" : "-._&·:").contains(between);
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
