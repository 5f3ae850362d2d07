package org.talenthub.search.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Dictionary.Entry;

/**
 * The words that are conditions: those of the dictionaries, of which a ranked one also has “and above”. Where a word stands in several
 * dictionaries, the one counts in which it is the label or the beginning of it (硕士 of 硕士研究生), else the first.
 */
final class Words {

    /** 硕士以上, 副高及以上职称, 本科及以下学历; the level itself is included. */
    private static final Pattern BOUND = Pattern.compile(
            "\\s*(?:(?<up>(?:及其|及|或|含|\\(含\\))?\\s*(?:以上|之上)|起)|(?<down>(?:及其|及|或|含|\\(含\\))?\\s*(?:以下|之下)))"
                    + "(?:\\s*(?:文化程度|学历|学位|职称|职务|等级|级别|水平))*");

    private static final Pattern NOUN = Pattern.compile("(?:(?:学历|学位|职称|等级|级别|毕业生|毕业))+");
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:(?:学历|学位|职称|等级)(?:要求)?)?(?:不低于|至少|最低|起码|不少于|≥|>=|大于等于)\\s*" + "(?:学历|学位|职称|等级)?(?:要求)?(?:为|是|:)?\\s*");

    /** What makes a level of a word that is none alone (高级以上职称). */
    private static final String OF_TITLES = "职称";

    /**
     * What a word stands for.
     *
     * @param values the codes
     * @param dictionary null for names that have none
     */
    record Meaning(
            String filter, List<String> values, @Nullable Dictionary dictionary, int rank) {}

    /** @param strong whether it needs no boundary around it, since nothing else is written so */
    record Match(int end, String filter, List<String> values, boolean strong) {}

    private final Map<String, Meaning> words = new HashMap<>();

    /** Words for something of a level, which mean just that alone and the level with a bound: 研究员, 研究员以上. */
    private final Map<String, Meaning> exact = new HashMap<>();

    /** Levels that are too broad for a word alone (工程师 of 工程师以上). */
    private final Map<String, Meaning> bounded = new HashMap<>();

    private int longest;

    /** The words of a dictionary, for a filter. */
    void add(String filter, Dictionary dictionary) {
        dictionary.words().forEach((word, entries) -> {
            Entry first = entries.getFirst();
            boolean own = entries.size() > 1 || first.label().startsWith(word) || word.equals(first.standard());
            put(word, new Meaning(filter, entries.stream().map(Entry::code).toList(), dictionary, own ? 2 : 1));
        });
    }

    /** Names of what stands on the levels of another filter's dictionary, added before. */
    void add(String filter, Dictionary names, String levelFilter, Dictionary levels) {
        names.words().forEach((word, entries) -> {
            exact.put(
                    word, new Meaning(filter, entries.stream().map(Entry::code).toList(), null, 1));
            longest = Math.max(longest, word.length());
        });
        names.entries().stream()
                .flatMap(e -> names.names(e).stream())
                .map(Texts::key)
                .filter(w -> !words.containsKey(w))
                .forEach(w -> levels.find(w)
                        .ifPresent(
                                level -> bounded.put(w, new Meaning(levelFilter, List.of(level.code()), levels, 0))));
    }

    /** A name of something that has no dictionary of ranks. */
    void add(String filter, String word, String value) {
        put(word, new Meaning(filter, List.of(value), null, 1));
    }

    private void put(String word, Meaning meaning) {
        // a single letter or digit says nothing
        if (word.isEmpty() || (word.length() == 1 && !Character.isIdeographic(word.charAt(0)))) {
            return;
        }
        words.merge(word, meaning, (a, b) -> b.rank > a.rank ? b : a);
        longest = Math.max(longest, word.length());
    }

    /** The longest word that begins here, with what bounds it; null when none does. */
    @Nullable
    Match at(String text, int from, Predicate<String> usable) {
        Matcher least = Ages.match(AT_LEAST, text, from);
        if (least.lookingAt()) {
            Match level = word(text, least.end(), usable, true);
            return level == null ? null : new Match(level.end, level.filter, level.values, true);
        }
        return word(text, from, usable, false);
    }

    private @Nullable Match word(String text, int from, Predicate<String> usable, boolean least) {
        for (int end = Math.min(text.length(), from + longest); end > from; end--) {
            if (latin(text, end - 1) && latin(text, end)) {
                continue;
            }
            String word = text.substring(from, end);
            Matcher bound = Ages.match(BOUND, text, end);
            boolean limited = least || bound.lookingAt();
            Meaning alone = exact.get(word);
            if (alone != null && !limited) {
                // where it cannot be asked for, it is a word and not the level
                return usable.test(alone.filter) ? new Match(end, alone.filter, alone.values, false) : null;
            }
            Match found = of(limited ? level(word, text, end) : words.get(word), text, end, usable, least);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a word with a bound is a level of: of the word alone, or with the noun behind the bound (高级以上职称). */
    private @Nullable Meaning level(String word, String text, int end) {
        Meaning m = words.containsKey(word) ? words.get(word) : bounded.get(word);
        Matcher bound = Ages.match(BOUND, text, end);
        return m == null
                        && bound.lookingAt()
                        && text.substring(end, bound.end()).endsWith(OF_TITLES)
                ? words.get(word + OF_TITLES)
                : m;
    }

    private static @Nullable Match of(
            @Nullable Meaning m, String text, int end, Predicate<String> usable, boolean least) {
        if (m == null || !usable.test(m.filter)) {
            return null;
        }
        Dictionary d = m.dictionary;
        if (d == null || !d.ranked()) {
            return least ? null : new Match(end, m.filter, m.values, false);
        }
        List<String> order = d.entries().stream().map(Entry::code).toList();
        Matcher bound = Ages.match(BOUND, text, end);
        boolean limited = bound.lookingAt();
        if (least || (limited && bound.group("up") != null)) {
            int to = limited ? bound.end() : end;
            return new Match(to, m.filter, order.subList(0, order.indexOf(m.values.getLast()) + 1), true);
        }
        if (limited) {
            return new Match(
                    bound.end(), m.filter, order.subList(order.indexOf(m.values.getFirst()), order.size()), true);
        }
        Matcher noun = Ages.match(NOUN, text, end);
        return new Match(noun.lookingAt() ? noun.end() : end, m.filter, m.values, false);
    }

    /** Whether a letter or digit of the Latin alphabet stands here: no word ends within such a run. */
    private static boolean latin(String text, int at) {
        return at < text.length() && at >= 0 && text.charAt(at) < 0x250 && Character.isLetterOrDigit(text.charAt(at));
    }
}
