package org.talenthub.search.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that is bounded in words, in one grammar for all of them: a noun, a comparison, a number with its unit or a range of two, a
 * comparison again, a noun. By the Civil Code (1259) 以上, 以下, 以内 include the number, 超过, 不满, 低于 do not. 左右, 出头 and the like
 * bound nothing.
 */
final class Bounds {

    private static final String AT_MOST = "不超过|不得超过|不大于|不高于|不多于|至多|最多|最大|最高|小于等于|小于或等于|≤|<=";
    private static final String LESS = "小于|低于|不到|不足|不满|未满|少于|<";
    private static final String AT_LEAST = "不少于|不低于|不小于|不得少于|不得低于|至少|最少|最低|最小|起码|大于等于|大于或等于|年满|已满|满|达到|≥|>=";
    private static final String MORE = "大于|超过|高于|多于|>";

    private static final String UP = "(?:及其|及|或|含|\\(含\\))?\\s*(?:以上|之上|起|往上)|\\+";
    private static final String DOWN = "(?:及其|及|或|含|\\(含\\))?\\s*(?:以下|以内|之内|之下|以里)|内";
    private static final String NOT_BOUNDED = "左右|上下|出头|开外|来|多|几|前后";

    private final Pattern pattern;
    private final boolean unitNames;

    /**
     * @param before nouns that may stand before, a pattern
     * @param number what a number looks like, a pattern without groups
     * @param unit a pattern without groups
     * @param after nouns that may stand behind, a pattern
     * @param unitNames whether the unit alone tells what is meant; else a noun is needed
     */
    Bounds(String before, String number, String unit, String after, boolean unitNames) {
        this.unitNames = unitNames;
        this.pattern = Pattern.compile("(?<pre>" + before + ")?\\s*(?:为|在|是|:)?\\s*"
                + "(?:(?<atMost>" + AT_MOST + ")|(?<atLeast>" + AT_LEAST + ")|(?<less>" + LESS + ")|(?<more>" + MORE
                + "))?\\s*"
                + "(?<![\\d.]|\\d[-~—–至到])(?<a>" + number + ")(?![\\d.]*\\.?\\d)\\s*(?<unitA>" + unit + ")?"
                // 65岁及65岁以上, as laws write it
                + "(?:[和及与]\\k<a>\\s*(?:" + unit + ")?)?"
                + "(?:\\s*(?:--?|~|〜|—|–|至|到)\\s*(?<b>" + number + ")(?!\\d)\\s*(?<unitB>" + unit + ")?(?:之间|间)?)?"
                + "\\s*(?:(?<vague>" + NOT_BOUNDED + ")|(?<up>" + UP + ")|(?<down>" + DOWN + "))?"
                + "(?<without>\\(不含[^)]{0,8}\\))?(?:\\(含[^)]{0,8}\\))?"
                + "(?:\\s*的?\\s*(?<post>" + after + "))?");
    }

    /**
     * What was read.
     *
     * @param low as typed; null for none
     * @param above whether more than the lower end is asked
     * @param below whether less than the upper end is asked
     * @param exact whether one number was given without any comparison
     * @param unit as typed; empty for none
     */
    record Found(
            int end,
            @Nullable String low,
            @Nullable String high,
            boolean above,
            boolean below,
            boolean exact,
            String unit,
            String before) {}

    /** What begins at this place of the text. */
    Optional<Found> at(String text, int from) {
        Matcher m = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!m.lookingAt() || m.group("vague") != null) {
            return Optional.empty();
        }
        String unit = m.group("unitB") != null ? m.group("unitB") : m.group("unitA") == null ? "" : m.group("unitA");
        boolean noun = m.group("pre") != null || m.group("post") != null;
        if (!(noun || (unitNames && !unit.isEmpty()))) {
            return Optional.empty();
        }
        String a = m.group("a");
        String b = m.group("b");
        String before = m.group("pre") == null ? "" : m.group("pre");
        int signs = count(m, List.of("atMost", "atLeast", "less", "more")) + count(m, List.of("up", "down"));
        if (b != null) {
            return signs > 0 && m.group("up") == null && m.group("down") == null
                    ? Optional.empty()
                    : Optional.of(new Found(m.end(), a, b, false, false, false, unit, before));
        }
        boolean upper = m.group("atMost") != null || m.group("less") != null;
        boolean lower = m.group("atLeast") != null || m.group("more") != null;
        if ((upper && m.group("up") != null) || (lower && m.group("down") != null)) {
            return Optional.empty();
        }
        upper |= m.group("down") != null;
        lower |= m.group("up") != null;
        boolean open = m.group("without") != null;
        boolean exact = !upper && !lower;
        return Optional.of(new Found(
                m.end(),
                upper ? null : a,
                lower ? null : a,
                m.group("more") != null || (open && lower),
                m.group("less") != null || (open && upper),
                exact,
                unit,
                before));
    }

    private static int count(Matcher m, List<String> groups) {
        return (int) groups.stream().filter(g -> m.group(g) != null).count();
    }
}
