package org.talenthub.reference.chinese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * How Chinese names are read, in toneless pinyin with v for ü. Of several readings of a character the usual one comes first; a
 * name's readings are bounded by {@value #MOST}.
 *
 * <p>Surnames are read as surnames (单 shan, 仇 qiu), see {@link Surnames}; other characters have all their readings in a person's name
 * and the usual one in an organisation's, but for the few that are truly read in two ways there (长, 重, 行). Letters and digits stand
 * for themselves, in lower case and without accents; everything else (·, blanks, hyphens, brackets) parts words and is not read.
 */
public final class Pinyin {

    private static final int MOST = 8;

    /** Characters that names of organisations have in two readings, which only a dictionary of all words could tell apart. */
    private static final String TWOFOLD = "长重行乐调朝都藏单石";

    private static final Map<Integer, List<String>> CACHE = new ConcurrentHashMap<>();

    private Pinyin() {}

    /**
     * The readings of a name.
     *
     * @param full all syllables together: zhangwei
     * @param initials of each syllable: zw; a run of letters among characters stands whole
     * @param syllables apart: zhang wei
     */
    public record Readings(List<String> full, List<String> initials, List<String> syllables) {}

    /** One character, or a run of letters or digits, with its readings; where it stands in the name. */
    private record Sign(int from, int to, String text, List<String> readings, boolean han) {

        Sign read(List<String> otherwise) {
            return new Sign(from, to, text, otherwise, han);
        }
    }

    public static Readings ofPerson(String name) {
        return readings(personSigns(name));
    }

    public static Readings ofOrganisation(String name) {
        return readings(organisationSigns(name));
    }

    /**
     * The characters of a person's name that were meant by pinyin, initials, characters or a mixture of them: all of 张伟 by zhangw or
     * zhang伟, the last two of 张伟明 by weiming.
     *
     * @param typed letters and characters without blanks, any case
     * @return from and to (exclusive); empty when the name has no such reading
     */
    public static Optional<int[]> inPerson(String name, String typed) {
        return in(personSigns(name), typed);
    }

    /** The same for the name of an organisation or a post. */
    public static Optional<int[]> inOrganisation(String name, String typed) {
        return in(organisationSigns(name), typed);
    }

    private static Optional<int[]> in(List<Sign> signs, String typed) {
        String wanted = Simplified.of(typed.toLowerCase(Locale.ROOT).replace('ü', 'v'));
        for (int start = 0; start < signs.size() && !wanted.isEmpty(); start++) {
            int end = end(signs, start, wanted, 0);
            if (end >= 0) {
                return Optional.of(
                        new int[] {signs.get(start).from(), signs.get(end - 1).to()});
            }
        }
        return Optional.empty();
    }

    /** How many signs from the start are needed to read all that was typed; -1 when it can't be read. */
    private static int end(List<Sign> signs, int sign, String typed, int at) {
        if (at == typed.length()) {
            return sign;
        }
        if (sign == signs.size()) {
            return -1;
        }
        Sign s = signs.get(sign);
        if (s.han() && typed.startsWith(s.text(), at)) {
            return end(signs, sign + 1, typed, at + s.text().length());
        }
        for (String reading : s.readings()) {
            int most = Math.min(reading.length(), typed.length() - at);
            for (int n = most; n > 0; n--) {
                boolean allowed = n == reading.length() || at + n == typed.length() || n <= initial(reading);
                if (allowed && typed.startsWith(reading.substring(0, n), at)) {
                    int end = end(signs, sign + 1, typed, at + n);
                    if (end >= 0) {
                        return end;
                    }
                }
            }
        }
        return -1;
    }

    /** The initial that stands for a syllable: one letter, or two of zh, ch, sh. */
    private static int initial(String syllable) {
        return syllable.startsWith("zh") || syllable.startsWith("ch") || syllable.startsWith("sh") ? 2 : 1;
    }

    private static List<Sign> personSigns(String name) {
        List<Sign> signs = signs(name, Pinyin::of);
        if (!signs.isEmpty()) {
            Sign first = signs.getFirst();
            signs.set(0, first.read(first.readings().subList(0, 1)));
        }
        String plain = Simplified.of(name.strip());
        List<List<String>> surname = Surnames.readings(plain);
        int skipped = name.length() - name.stripLeading().length();
        if (!surname.isEmpty()
                && signs.size() > surname.size()
                && signs.getFirst().from() == skipped
                && IntStream.range(0, surname.size()).allMatch(i -> signs.get(i).han())) {
            for (int i = 0; i < surname.size(); i++) {
                signs.set(i, signs.get(i).read(surname.get(i)));
            }
        }
        return signs;
    }

    private static List<Sign> organisationSigns(String name) {
        return signs(name, c -> {
            List<String> all = of(c);
            return all.size() > 1 && TWOFOLD.indexOf(c) < 0 ? all.subList(0, 1) : all;
        });
    }

    private interface Reader {
        List<String> of(int character);
    }

    private static List<Sign> signs(String name, Reader reader) {
        List<Sign> signs = new ArrayList<>();
        int i = 0;
        while (i < name.length()) {
            int c = name.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isIdeographic(c)) {
                List<String> readings = reader.of(c);
                if (!readings.isEmpty()) {
                    signs.add(new Sign(i, next, Simplified.of(name.substring(i, next)), readings, true));
                }
            } else if (Character.isLetterOrDigit(c)) {
                while (next < name.length() && latin(name.codePointAt(next))) {
                    next += Character.charCount(name.codePointAt(next));
                }
                String run = PinyinTable.plain(name.substring(i, next));
                if (!run.isEmpty()) {
                    signs.add(new Sign(i, next, run, List.of(run), false));
                }
            }
            i = next;
        }
        return signs;
    }

    private static boolean latin(int c) {
        return (Character.isLetterOrDigit(c) && !Character.isIdeographic(c))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The readings of one character that is no surname; empty when it has none. */
    public static List<String> of(int character) {
        return CACHE.computeIfAbsent(character, PinyinTable::of);
    }

    private static Readings readings(List<Sign> signs) {
        Set<String> full = new LinkedHashSet<>();
        Set<String> initials = new LinkedHashSet<>();
        Set<String> syllables = new LinkedHashSet<>();
        boolean letters = signs.stream().noneMatch(Sign::han);
        for (int[] choice : choices(signs)) {
            StringBuilder whole = new StringBuilder();
            StringBuilder first = new StringBuilder();
            StringBuilder apart = new StringBuilder();
            for (int i = 0; i < choice.length; i++) {
                Sign s = signs.get(i);
                String reading = s.readings().get(choice[i]);
                whole.append(reading);
                first.append(s.han() || letters ? reading.substring(0, 1) : reading);
                apart.append(i == 0 ? "" : " ").append(reading);
            }
            full.add(whole.toString());
            initials.add(first.toString());
            syllables.add(apart.toString());
        }
        return new Readings(List.copyOf(full), List.copyOf(initials), List.copyOf(syllables));
    }

    /** Which reading of each sign: the usual ones, then those with one unusual reading, then with more, as far as the bound allows. */
    private static List<int[]> choices(List<Sign> signs) {
        if (signs.isEmpty()) {
            return List.of();
        }
        List<int[]> choices = new ArrayList<>(List.of(new int[signs.size()]));
        for (int done = 0; done < choices.size() && choices.size() < MOST; done++) {
            int[] from = choices.get(done);
            int last = from.length - 1;
            while (last >= 0 && from[last] == 0) {
                last--;
            }
            for (int i = last + 1; i < from.length; i++) {
                for (int r = 1; r < signs.get(i).readings().size() && choices.size() < MOST; r++) {
                    int[] other = Arrays.copyOf(from, from.length);
                    other[i] = r;
                    choices.add(other);
                }
            }
        }
        return choices;
    }
}
