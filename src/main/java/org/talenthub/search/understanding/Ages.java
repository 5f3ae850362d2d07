package org.talenthub.search.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 45岁以下, 30到45周岁, 年龄不超过四十, 三十多岁; 80后, 85后, 八零后和九零后, 1985年以后出生. */
final class Ages implements Phrase {

    private static final int OLDEST = 120;

    private static final Bounds AGE = new Bounds("年龄|年纪|年岁", Numbers.WRITTEN, "周?岁", "年龄", true);

    private static final Pattern DECADE = Pattern.compile("(?<![\\d.])(" + Numbers.WRITTEN + ")(?:多|几)周?岁");

    private static final String TWO = "(?:19|20)?[0-9][05]|[〇零一二三四五六七八九][〇零五]";
    private static final Pattern GENERATION = Pattern.compile("(?<![\\d.])(" + TWO
            + ")(?:年代?)?后?(?:\\s*(?:[/、,]|和|及|与|或|到|至|-|~)?\\s*(" + TWO + "))?(?:年代)?后(?![\\d轮台端处道续方勤期])");

    private static final Pattern IN_DECADE =
            Pattern.compile("(?<![\\d.])(?:20世纪)?((?:19|20)?[0-9]0|[〇零一二三四五六七八九][〇零十])年代(?:出生|生人|生)的?");

    private static final Pattern BORN = Pattern.compile(
            "(?<![\\d.])((?:19|20)\\d{2}|\\d{2})\\s*(?:年|[-/.年](\\d{1,2})月?)\\s*"
                    + "(?:\\d{1,2}日)?\\s*(?:(及?以后|之后|后|以来|起)|(及?以前|之前|前))?\\s*(?:\\(含\\))?\\s*(?:出生|生人|生(?![物产态命化活成长理]))");

    private static final Pattern BORN_BETWEEN = Pattern.compile(
            "(?<![\\d.])((?:19|20)\\d{2})\\s*年?\\s*(?:-|~|—|–|至|到)\\s*((?:19|20)\\d{2})\\s*年?\\s*(?:之间|间)?\\s*的?\\s*(?:出生|生人)");

    private final int year;

    /** @param year the present one: of two digits the last such year is meant */
    Ages(int year) {
        this.year = year;
    }

    @Override
    public @Nullable Match at(String text, int from) {
        Match best = born(text, from);
        if (best == null) {
            best = generation(text, from);
        }
        return best != null ? best : age(text, from);
    }

    private static @Nullable Match age(String text, int from) {
        Matcher decade = match(DECADE, text, from);
        if (decade.lookingAt()) {
            OptionalInt ten = Numbers.read(decade.group(1));
            return ten.isPresent() && ten.getAsInt() % 10 == 0 && ten.getAsInt() >= 10 && ten.getAsInt() < OLDEST
                    ? new Match(decade.end(), between("age", ten.getAsInt(), ten.getAsInt() + 9))
                    : null;
        }
        Optional<Bounds.Found> found = AGE.at(text, from);
        if (found.isEmpty()) {
            return null;
        }
        Bounds.Found f = found.get();
        OptionalInt low = f.low() == null ? OptionalInt.empty() : Numbers.read(f.low());
        OptionalInt high = f.high() == null ? OptionalInt.empty() : Numbers.read(f.high());
        if ((f.low() != null && low.isEmpty()) || (f.high() != null && high.isEmpty())) {
            return null;
        }
        int least = low.orElse(0) + (f.above() ? 1 : 0);
        int most = high.orElse(OLDEST) - (f.below() ? 1 : 0);
        if (least > most || most > OLDEST) {
            return null;
        }
        List<One> ends = new ArrayList<>();
        if (low.isPresent()) {
            ends.add(new One("ageMin", String.valueOf(least)));
        }
        if (high.isPresent()) {
            ends.add(new One("ageMax", String.valueOf(most)));
        }
        return new Match(f.end(), ends);
    }

    private @Nullable Match generation(String text, int from) {
        Matcher decade = match(IN_DECADE, text, from);
        if (decade.lookingAt()) {
            int first = born(decade.group(1).replace('十', '零'));
            return first > year ? null : new Match(decade.end(), between("birth", first, first + 9));
        }
        Matcher m = match(GENERATION, text, from);
        if (!m.lookingAt()) {
            return null;
        }
        int first = born(m.group(1));
        int last = m.group(2) == null ? first : born(m.group(2));
        if (first > year || last > year || last < first || last - first > 40) {
            return null;
        }
        return new Match(m.end(), between("birth", first, last / 10 * 10 + 9));
    }

    private int born(String digits) {
        int two = Numbers.read(digits).orElse(0);
        return two >= 1900 ? two : 2000 + two > year - 10 ? 1900 + two : 2000 + two;
    }

    private @Nullable Match born(String text, int from) {
        Matcher between = match(BORN_BETWEEN, text, from);
        if (between.lookingAt()) {
            int first = Integer.parseInt(between.group(1));
            int last = Integer.parseInt(between.group(2));
            return first <= last ? new Match(between.end(), between("birth", first, last)) : null;
        }
        Matcher m = match(BORN, text, from);
        if (!m.lookingAt()) {
            return null;
        }
        int of = born(m.group(1));
        String month = m.group(2) == null ? "" : "-%02d".formatted(Integer.parseInt(m.group(2)));
        if (!month.isEmpty() && !month.matches("-(0[1-9]|1[0-2])")) {
            return null;
        }
        boolean later = m.group(3) != null;
        boolean earlier = m.group(4) != null;
        List<One> ends = new ArrayList<>();
        if (!earlier) {
            ends.add(new One("birthFrom", of + month));
        }
        if (!later) {
            // before a year is not in it, unless it says so
            boolean before = earlier && !m.group(4).startsWith("及");
            ends.add(new One("birthTo", before ? monthBefore(of, month) : of + month));
        }
        return new Match(m.end(), ends);
    }

    private static String monthBefore(int year, String month) {
        if (month.isEmpty()) {
            return String.valueOf(year - 1);
        }
        int before = year * 12 + Integer.parseInt(month.substring(1)) - 2;
        return "%d-%02d".formatted(before / 12, before % 12 + 1);
    }

    /** age: ageMin and ageMax; birth: birthFrom and birthTo. */
    private static List<One> between(String what, int low, int high) {
        boolean age = what.equals("age");
        return List.of(
                new One(age ? "ageMin" : "birthFrom", String.valueOf(low)),
                new One(age ? "ageMax" : "birthTo", String.valueOf(high)));
    }

    static Matcher match(Pattern pattern, String text, int from) {
        return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
    }
}
