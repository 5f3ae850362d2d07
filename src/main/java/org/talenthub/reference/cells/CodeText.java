package org.talenthub.reference.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Dictionary.Entry;
import org.talenthub.reference.standards.Dictionary.Match;

/**
 * One code in the words of a cell: alone, with its number as personnel systems export it (1-男), with the decisive word in brackets
 * (研究生（博士）), or with another beside it.
 *
 * @param entry what is meant; null when nothing is known, or number and word contradict each other
 * @param certain false when the words may mean another code
 * @param others what else the cell names
 */
record CodeText(@Nullable Entry entry, boolean certain, List<Entry> others) {

    private static final Pattern PARTS = Pattern.compile(
            "[\\s()（）\\[\\]【】〔〕<>《》{}/／|｜\\\\\\-—–－_:：.．、,，;；+＋&＆=·]+|(?<=\\d)(?=\\p{IsHan})|(?<=\\p{IsHan})(?=\\d)");
    private static final Pattern DEGREE =
            Pattern.compile("(?:(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术|交叉)学)?(博士|硕士|学士)(?:学位)?");
    private static final Pattern UNFINISHED =
            Pattern.compile(".*(在读|肄业|结业|未毕业|未取得|待取得|预计|拟|候选|申请中|进修|同等学力|非全|单证|名誉).*");

    private static final CodeText UNKNOWN = new CodeText(null, false, List.of());

    static CodeText of(Dictionary dictionary, String typed) {
        Match whole = dictionary.word(typed);
        if (whole != null) {
            return new CodeText(whole.entry(), whole.certain(), List.of());
        }
        List<Entry> sure = new ArrayList<>(2);
        List<Entry> doubtful = new ArrayList<>(1);
        List<Entry> numbers = new ArrayList<>(1);
        boolean strange = false;
        boolean unread = false;
        for (String part : PARTS.split(typed, -1)) {
            String key = Texts.key(part);
            if (key.isEmpty()) {
                continue;
            }
            boolean number = key.chars().allMatch(c -> c >= '0' && c <= '9');
            Match match = number ? number(dictionary, key) : word(dictionary, part);
            if (match == null) {
                strange |= number;
                unread |= !number;
            } else {
                List<Entry> found = number ? numbers : match.certain() ? sure : doubtful;
                if (!found.contains(match.entry())) {
                    found.add(match.entry());
                }
            }
        }
        if (sure.isEmpty() && doubtful.isEmpty()) {
            return numbers.size() == 1 && !unread && !strange
                    ? new CodeText(numbers.getFirst(), false, List.of())
                    : UNKNOWN;
        }
        boolean certain = !sure.isEmpty();
        Entry entry = certain ? sure.getFirst() : doubtful.getFirst();
        if (numbers.stream().anyMatch(n -> !n.equals(entry))) {
            return UNKNOWN; // 2-男
        }
        List<Entry> others = sure.stream().filter(e -> !e.equals(entry)).toList();
        boolean plain = certain
                && others.isEmpty()
                && !strange
                && !UNFINISHED.matcher(typed).matches();
        return new CodeText(entry, plain && (!unread || noted(dictionary, typed)), others);
    }

    /** 博士学位 and 工学博士 beside 研究生 decide of a level of education too. */
    private static @Nullable Match word(Dictionary dictionary, String part) {
        Match match = dictionary.word(part);
        if (match == null && dictionary.name().equals("education")) {
            Matcher degree = DEGREE.matcher(part);
            return degree.matches() ? dictionary.word(degree.group(1)) : null;
        }
        return match;
    }

    private static @Nullable Match number(Dictionary dictionary, String key) {
        Match match = dictionary.word(key);
        return match == null && key.length() > 1 && key.charAt(0) == '0' ? dictionary.word(key.substring(1)) : match;
    }

    /** Whether what is not known only stands in brackets behind a word that is: 硕士（学术型）. */
    private static boolean noted(Dictionary dictionary, String typed) {
        int bracket = Math.max(typed.indexOf('('), typed.indexOf('（'));
        Match before = bracket > 0 ? dictionary.word(typed.substring(0, bracket)) : null;
        return before != null && before.certain();
    }
}
