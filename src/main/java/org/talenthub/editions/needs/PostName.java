package org.talenthub.editions.needs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Texts;

/**
 * The name of a post, taken apart: 急聘高级光芯片设计工程师（2名） is 光芯片设计, of a senior one.
 *
 * @param core what is left without rank, endings and noise; never blank
 * @param rank position in {@link Naming#ranks}, -1 without one
 * @param function what one does, blank when the name does not tell
 * @param generic whether the name alone does not say what it is about
 */
record PostName(String core, int rank, String function, boolean generic) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔〈<]([^)\\]】〕〉>]*)[)\\]】〕〉>]?");
    private static final Pattern COUNT = Pattern.compile("[0-9〇一二三四五六七八九十两若干]+[名人个位]");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}&&[^+#]]+");

    static PostName of(String post, Naming naming) {
        String text = Simplified.of(Texts.key(post));
        for (String word : naming.noise()) {
            text = text.replace(word, "");
        }
        text = COUNT.matcher(text).replaceAll("");
        Matcher m = BRACKETS.matcher(text);
        String inside = m.find() ? m.group(1) : "";
        String outside = BRACKETS.matcher(text).replaceAll("");
        String titled = outside;
        int rank = -1;
        for (int i = 0; i < naming.ranks().size(); i++) {
            for (String word : naming.ranks().get(i)) {
                if (outside.startsWith(word) && outside.length() > word.length()) {
                    rank = i;
                    outside = outside.substring(word.length());
                }
            }
        }
        String core = outside;
        for (String ending : naming.endings()) {
            if (core.endsWith(ending) && core.length() > ending.length()) {
                core = core.substring(0, core.length() - ending.length());
                break;
            }
        }
        boolean generic = naming.generic().contains(titled)
                || naming.generic().contains(outside)
                || naming.generic().contains(core);
        for (List<String> group : naming.same()) {
            for (String word : group) {
                core = core.replace(word, group.getFirst());
            }
        }
        String whole = MARKS.matcher(core + inside).replaceAll("");
        String named = core;
        String function =
                naming.functions().stream().filter(named::endsWith).findFirst().orElse("");
        return new PostName(whole.isEmpty() ? text : whole, rank, function, generic && inside.isEmpty());
    }

    /** Both could be names of the same, as far as what one does and how senior one is. */
    boolean comparable(PostName other) {
        return rank == other.rank
                && (function.isEmpty() || other.function.isEmpty() || function.equals(other.function));
    }

    /** 0 to 1: twice the pairs of characters that both have, by all that they have. */
    double likeness(PostName other) {
        Set<String> mine = pairs();
        Set<String> theirs = other.pairs();
        Set<String> common = new HashSet<>(mine);
        common.retainAll(theirs);
        return 2.0 * common.size() / (mine.size() + theirs.size());
    }

    Set<String> pairs() {
        if (core.length() < 2) {
            return Set.of(core);
        }
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= core.length(); i++) {
            pairs.add(core.substring(i, i + 2));
        }
        return pairs;
    }
}
