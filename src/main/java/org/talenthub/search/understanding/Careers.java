package org.talenthub.search.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 近三年毕业, 毕业五年内, 2020年毕业, 2018-2020届, 应届; 3年以上工作经验, 从业不少于十年. */
final class Careers implements Phrase {

    private static final int LONGEST = 60;
    private static final String N = Numbers.WRITTEN;

    private static final Bounds EXPERIENCE = new Bounds(
            "(?:相关|行业)?(?:工作|从业|研发|管理)?(?:经验|经历|年限|时间)|工龄|从业|工作|从事",
            N,
            "年",
            "(?:的|相关|行业|以上)*(?:工作|从业|研发|管理|行业|项目)*(?:经验|经历|工龄|年限)|工龄",
            false);

    private static final Pattern LATELY =
            Pattern.compile("(?:近|最近|过去|这)\\s*(" + N + ")\\s*年(?:以?内|来|间)?\\s*(?:的)?\\s*(?:内)?毕业(?:生|的)?");
    private static final Pattern SINCE = Pattern.compile(
            "毕业(?:时间|年限)?\\s*(?:在|不超过|不满|未满|不到)?\\s*(" + N + ")\\s*年\\s*(?:(及?以内|之内|内|及?以下)|(及?以上))(?:的)?");
    private static final Pattern NOT_LONGER =
            Pattern.compile("毕业(?:时间|年限)?\\s*(?:不超过|不满|未满|不到)\\s*(" + N + ")\\s*年(?:的)?");

    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final Pattern YEARS = Pattern.compile("(?<![\\d.])(" + YEAR + ")\\s*(?:年|届)?\\s*(?:-|~|—|–|至|到)\\s*("
            + YEAR + ")\\s*(?:年(?:之?间)?的?\\s*毕业|届)(?:毕业)?(?:生|的)?");
    private static final Pattern IN_YEAR = Pattern.compile("(?<![\\d.])(?:(" + YEAR + ")\\s*年?(\\d{1,2}月)?\\s*"
            + "(?:(及?以后|之后|后|以来|起)|(及?以前|之前|前))?\\s*的?\\s*毕业|(" + YEAR + "|\\d{2})\\s*届\\s*(?:毕业)?)(?:生|的)?");
    private static final Pattern NOUN_FIRST = Pattern.compile(
            "毕业(?:于|时间|年份|年度)?\\s*(?:在|为|是|:)?\\s*(" + YEAR + ")\\s*年?(?:\\s*(及?以后|之后|后|以来|起)|(及?以前|之前|前))?");
    private static final Pattern THIS_YEAR = Pattern.compile("应届(?:高校)?(?:毕业)?(?:生|大学生)?");

    private final int year;
    private final boolean people;

    /** @param people whether people are searched, who graduated; else posts, which ask for experience */
    Careers(int year, boolean people) {
        this.year = year;
        this.people = people;
    }

    @Override
    public @Nullable Match at(String text, int from) {
        Match graduated = people ? graduated(text, from) : null;
        return graduated != null ? graduated : experience(text, from);
    }

    private @Nullable Match graduated(String text, int from) {
        Matcher lately = Ages.match(LATELY, text, from);
        if (lately.lookingAt()) {
            return years(lately.group(1), "experienceMax", lately.end());
        }
        Matcher since = Ages.match(SINCE, text, from);
        if (since.lookingAt()) {
            return years(since.group(1), since.group(2) == null ? "experienceMin" : "experienceMax", since.end());
        }
        Matcher notLonger = Ages.match(NOT_LONGER, text, from);
        if (notLonger.lookingAt()) {
            return years(notLonger.group(1), "experienceMax", notLonger.end());
        }
        Matcher years = Ages.match(YEARS, text, from);
        if (years.lookingAt()) {
            return between(Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)), years.end());
        }
        Matcher in = Ages.match(IN_YEAR, text, from);
        if (in.lookingAt()) {
            String of = in.group(1) != null ? in.group(1) : in.group(5);
            int value = Integer.parseInt(of);
            return ends(of.length() == 2 ? 2000 + value : value, in.group(3), in.group(4), in.end());
        }
        Matcher noun = Ages.match(NOUN_FIRST, text, from);
        if (noun.lookingAt()) {
            return ends(Integer.parseInt(noun.group(1)), noun.group(2), noun.group(3), noun.end());
        }
        Matcher now = Ages.match(THIS_YEAR, text, from);
        return now.lookingAt() ? new Match(now.end(), List.of(new One("graduatedFrom", String.valueOf(year)))) : null;
    }

    private static @Nullable Match years(String number, String filter, int end) {
        OptionalInt n = Numbers.read(number);
        return n.isPresent() && n.getAsInt() <= LONGEST
                ? new Match(end, List.of(new One(filter, String.valueOf(n.getAsInt()))))
                : null;
    }

    private @Nullable Match ends(int of, @Nullable String later, @Nullable String earlier, int end) {
        if (of > year + 1) {
            return null;
        }
        if (later != null) {
            return new Match(end, List.of(new One("graduatedFrom", String.valueOf(of))));
        }
        return earlier != null
                ? new Match(end, List.of(new One("graduatedTo", String.valueOf(earlier.startsWith("及") ? of : of - 1))))
                : between(of, of, end);
    }

    private @Nullable Match between(int first, int last, int end) {
        return first > last || last > year + 1
                ? null
                : new Match(
                        end,
                        List.of(
                                new One("graduatedFrom", String.valueOf(first)),
                                new One("graduatedTo", String.valueOf(last))));
    }

    private @Nullable Match experience(String text, int from) {
        Optional<Bounds.Found> found = EXPERIENCE.at(text, from);
        if (found.isEmpty() || found.get().unit().isEmpty()) {
            return null;
        }
        Bounds.Found f = found.get();
        List<One> ends = new ArrayList<>();
        OptionalInt low = f.low() == null ? OptionalInt.empty() : Numbers.read(f.low());
        OptionalInt high = f.high() == null ? OptionalInt.empty() : Numbers.read(f.high());
        if ((f.low() != null && low.isEmpty()) || (f.high() != null && high.isEmpty())) {
            return null;
        }
        int least = low.orElse(0) + (f.above() ? 1 : 0);
        int most = high.orElse(LONGEST) - (f.below() ? 1 : 0);
        if (most > LONGEST || least > most) {
            return null;
        }
        // five years' experience is what is wanted of a person, and what he has got who looks for a post
        if (low.isPresent() && !(f.exact() && !people)) {
            ends.add(new One("experienceMin", String.valueOf(least)));
        }
        if (high.isPresent() && !(f.exact() && people)) {
            ends.add(new One("experienceMax", String.valueOf(most)));
        }
        return new Match(f.end(), ends);
    }
}
