package org.talenthub.reference.contacts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;

/**
 * A person's name as it stands in prose about that person: in simplified or traditional characters, with blanks or dots in between, in
 * pinyin in either order (Zhang Weiming, Weiming ZHANG, W.M. Zhang), the surname with a title (张教授). A given name alone is too often
 * a word (长江, 光明) to be one.
 */
public final class OwnName {

    public static final String MASK = "***";

    /** Fewer characters, and a name is any word. */
    private static final int SHORTEST = 2;

    /** Syllables of a name, at most; initials may stand apart. */
    private static final int MOST_WORDS = 8;

    /** What people put between the characters of a name. */
    private static final String BETWEEN = " .·•‧∙・･-_/*'\"“”‘’()（）[]【】「」　\u00a0";

    /** Longer ones first. */
    private static final String TITLES =
            "高级工程师|副研究员|总工程师|副教授|研究员|工程师|正高工|副主任|总经理|董事长|教授|院士|博士|博导|硕导|老师|导师|高工|总工|技师|大师|师傅|主任|所长|院长|校长|处长|科长|厂长|部长|总监|副总|董事|经理|先生|女士|同志|医生|专家";

    /** 王工 and 王总 only where nothing follows that makes another word of them. */
    private static final String SHORT_TITLES =
            "(?:工|总)(?![\\u4e00-\\u9fff])|(?:工|总)(?=(?:团队|工作室|课题组|实验室|领衔|牵头|主持|负责|带队|等|的|名下|所在))";

    /** Surnames with which these titles are trades and materials. */
    private static final String TRADES = "高施金车管石水华员钟木电化军民手技焊钳铣刨镗机土瓦油漆全部老万";

    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【].*?[)）\\]】]");
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{Mn}]+");

    private final List<String> han = new ArrayList<>();
    private final String name;
    private final String surname;
    private @Nullable Pattern titled;
    private @Nullable Set<String> spelt;

    private OwnName(String name) {
        this.name = name;
        for (String one : new String[] {BRACKETS.matcher(name).replaceAll(""), name}) {
            String key = Simplified.key(one);
            if (key.codePointCount(0, key.length()) >= SHORTEST
                    && key.codePoints().anyMatch(Character::isIdeographic)
                    && !han.contains(key)) {
                han.add(key);
            }
        }
        String key = han.isEmpty() ? "" : han.getFirst();
        String first = Surnames.of(key);
        surname = first.length() < key.length() && Character.isIdeographic(first.codePointAt(0)) ? first : "";
    }

    public static OwnName of(String name) {
        return new OwnName(name);
    }

    /** Where the surname does not belong to the word before it (国王). */
    private Pattern titled() {
        Pattern pattern = titled;
        if (pattern == null) {
            String title = Pattern.quote(surname) + "(?:" + TITLES;
            String shorts = TRADES.contains(surname) ? "" : "|" + SHORT_TITLES;
            pattern = Pattern.compile("(?<![\\u4e00-\\u9fff])" + title + shorts + ")|(?<=[由与和跟及随请对从为])" + title + ")");
            titled = pattern;
        }
        return pattern;
    }

    private record Span(int from, int to) {}

    public boolean standsIn(String text) {
        return !find(text).isEmpty();
    }

    /** The same text with every mention masked; usually the very text. */
    public String mask(String text) {
        List<Span> spans = find(text);
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        for (Span s : spans) {
            if (s.to > at) {
                if (s.from >= at) {
                    masked.append(text, at, s.from).append(MASK);
                }
                at = s.to;
            }
        }
        return masked.append(text, at, text.length()).toString();
    }

    private List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        boolean letters = false;
        boolean first = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters |= (c < 0x250 && Character.isLetter(c)) || (c >= 0xff21 && c <= 0xff5a);
            first |= c > 0x2e80;
        }
        if (first) {
            characters(text, spans);
        }
        if (letters) {
            words(text, spans);
        }
        spans.sort(Comparator.comparingInt(Span::from));
        return spans;
    }

    private void characters(String text, List<Span> spans) {
        String simple = Simplified.of(text);
        for (String key : han) {
            if (key.codePoints().anyMatch(c -> simple.indexOf(c) < 0 && Character.isIdeographic(c))) {
                continue;
            }
            StringBuilder close = new StringBuilder(simple.length());
            int[] at = new int[simple.length()];
            for (int i = 0; i < simple.length(); i++) {
                char c = simple.charAt(i);
                if (BETWEEN.indexOf(c) < 0 && Character.getType(c) != Character.FORMAT) {
                    at[close.length()] = i;
                    close.append(Character.toLowerCase(c));
                }
            }
            for (int i = close.indexOf(key); i >= 0; i = close.indexOf(key, i + key.length())) {
                spans.add(new Span(at[i], at[i + key.length() - 1] + 1));
            }
        }
        if (!surname.isEmpty() && simple.contains(surname)) {
            Matcher m = titled().matcher(simple);
            while (m.find()) {
                spans.add(new Span(m.start(), m.end()));
            }
        }
    }

    /** Runs of Latin words that are the name when the blanks and marks between them are left out. */
    private void words(String text, List<Span> spans) {
        List<Span> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            words.add(new Span(m.start(), m.end()));
        }
        for (int i = 0; i < words.size(); i++) {
            StringBuilder joined = new StringBuilder();
            for (int j = i; j < Math.min(words.size(), i + MOST_WORDS); j++) {
                if (j > i && !together(text, words.get(j - 1).to, words.get(j).from)) {
                    break;
                }
                String word = text.substring(words.get(j).from, words.get(j).to);
                joined.append(plain(word));
                if (spelt().contains(joined.toString()) || (j == i && part(word))) {
                    spans.add(new Span(words.get(i).from, words.get(j).to));
                }
            }
        }
    }

    private static boolean together(String text, int from, int to) {
        if (to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (" -.,'’·‐‑\u00a0".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** One of several names of a foreigner, written as a name. */
    private boolean part(String word) {
        return han.isEmpty()
                && word.length() > SHORTEST
                && Character.isUpperCase(word.charAt(0))
                && parts().contains(plain(word));
    }

    private Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        Matcher m = WORD.matcher(name);
        while (m.find()) {
            parts.add(plain(m.group()));
        }
        return parts;
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("ü", "v");
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("[^a-z]", "");
    }

    /** The name in letters, without anything between; made when letters are first met. */
    private Set<String> spelt() {
        Set<String> forms = spelt;
        if (forms == null) {
            forms = new LinkedHashSet<>();
            if (han.isEmpty()) {
                rotations(parts().stream().toList(), forms);
            }
            for (String key : han) {
                int surname = Surnames.of(key).length();
                for (String syllables : Pinyin.ofPerson(key).syllables()) {
                    spell(syllables.split(" ", -1), surname, forms);
                }
            }
            spelt = forms;
        }
        return forms;
    }

    private static void rotations(List<String> words, Set<String> forms) {
        if (words.size() == 1) {
            forms.add(words.getFirst());
        }
        if (words.size() > 1) {
            String first = words.getFirst();
            String last = words.getLast();
            forms.add(String.join("", words));
            forms.add(first + last);
            forms.add(last + first);
            forms.add(last + String.join("", words.subList(0, words.size() - 1)));
        }
    }

    private static void spell(String[] syllables, int surname, Set<String> forms) {
        if (syllables.length <= surname) {
            return;
        }
        StringBuilder family = new StringBuilder();
        StringBuilder given = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < syllables.length; i++) {
            (i < surname ? family : given).append(syllables[i]);
            if (i >= surname) {
                initials.append(syllables[i].charAt(0));
            }
        }
        for (String own :
                new String[] {given.toString(), initials.length() > 1 ? initials.toString() : given.toString()}) {
            for (String form : new String[] {family + own, own + family}) {
                forms.add(form);
                forms.add(form.replace('v', 'u'));
                forms.add(form.replace("v", "yu"));
            }
        }
    }
}
