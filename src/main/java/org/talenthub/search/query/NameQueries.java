package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Syllables;
import org.talenthub.reference.chinese.Syllables.Piece;
import org.talenthub.search.filters.Terms;

/**
 * The ways a name is typed, as queries of the fields that {@code documents.NameFields} fills: exact, by pinyin (zhangwei, zhangw, weiming), by
 * initials (zw), mixed with characters (zhang伟), with one wrong key. All of them are the name, and have its privacy.
 */
final class NameQueries {

    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,40}");
    private static final Pattern MIXED = Pattern.compile("(?=.*[a-z])(?=.*\\p{IsHan})[a-z\\p{IsHan}]{2,16}");
    private static final Pattern RUNS = Pattern.compile("(?<=[a-z])(?=\\p{IsHan})|(?<=\\p{IsHan})(?=[a-z])");

    /** Shorter ones have too many neighbours. */
    private static final int SHORTEST_SLIP = 5;

    private static final int MOST_READINGS = 6;

    private NameQueries() {}

    /** @param word without blanks */
    static List<Query> of(String word) {
        List<Query> ways = new ArrayList<>();
        String exact = Simplified.key(word);
        if (!exact.isEmpty()) {
            ways.add(Tier.constant(Terms.one("nameExact", exact), Tier.NAME_EXACT));
        }
        String typed = plain(word);
        if (LETTERS.matcher(typed).matches()) {
            letters(typed, ways);
        } else if (MIXED.matcher(typed).matches()) {
            mixed(typed, ways);
        }
        return ways;
    }

    /**
     * Letters as the index has them: without tone marks, composed or not (lǚ, nǚ), without tone digits (zhang1wei3), with v for ü however it
     * is typed (lyu, nyu, lue).
     */
    static String plain(String word) {
        String marked = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("(?<=[ln])u([\\p{Mn}&&[^\\u0308]]*)\\u0308", "v$1")
                .replaceAll("\\p{Mn}", "")
                .replaceAll("[-'’·]", "");
        String toned = marked.matches("(?:[a-z]{1,6}[1-5])+") ? marked.replaceAll("[1-5]", "") : marked;
        String letters = toned.replaceAll("([ln])ue(?![nr])", "$1ve");
        // linyu is lin yu, lyu is nothing else
        return LETTERS.matcher(letters).matches() && !Syllables.complete(letters)
                ? letters.replaceAll("([ln])yu(?![aeo])", "$1v")
                : letters;
    }

    private static void letters(String typed, List<Query> ways) {
        ways.add(Tier.constant(Terms.one("namePinyin", typed), Tier.NAME_SOUND));
        List<Query> begun = new ArrayList<>();
        Set<String> initials = Syllables.initials(typed);
        for (String i : initials) {
            ways.add(Tier.constant(Terms.one("nameInitials", i), Tier.NAME_INITIALS));
            begun.add(prefix("nameInitials", i));
        }
        for (List<Piece> pieces : Syllables.splits(typed)) {
            begun.add(sequence(pieces.stream().map(NameQueries::piece).toList(), pieces.size() == 1));
        }
        if (!Syllables.complete(typed)) {
            // a part of a foreign name
            begun.add(Terms.one("nameSyllables", typed));
        }
        if (typed.length() > 2) {
            begun.add(prefix("namePinyin", typed));
        }
        begun.forEach(q -> ways.add(Tier.constant(q, Tier.NAME_BEGUN)));
        if (typed.length() >= SHORTEST_SLIP) {
            ways.add(Tier.constant(slip(typed), Tier.NAME_SLIP));
        }
    }

    /** What is pinyin is corrected to the pinyin nearby on the keyboard; what is none may have any key wrong. */
    private static Query slip(String typed) {
        if (Syllables.complete(typed)) {
            return Terms.any("namePinyin", Syllables.slips(typed));
        }
        // beside a slip lue may be the lu of lu'er as well as lüe, and nyu of jin yu as well as nü
        Set<String> ways = new LinkedHashSet<>(
                List.of(typed, typed.replaceAll("([ln])ve", "$1ue"), typed.replaceAll("([ln])v(?!e)", "$1yu")));
        return ways.size() == 1
                ? nearby(typed)
                : Query.of(q -> q.bool(
                        b -> b.should(ways.stream().map(NameQueries::nearby).toList())));
    }

    private static Query nearby(String typed) {
        return Query.of(q -> q.fuzzy(f -> f.field("namePinyin")
                .value(FieldValue.of(typed))
                .fuzziness("1")
                .transpositions(true)
                .maxExpansions(100)));
    }

    /** Characters have to stand in the name; their sounds have to fit in between. */
    private static void mixed(String typed, List<Query> ways) {
        List<List<Intervals>> choices = new ArrayList<>(List.of(List.of()));
        List<Query> characters = new ArrayList<>();
        for (String run : RUNS.split(typed, -1)) {
            List<List<Intervals>> next = new ArrayList<>();
            if (run.charAt(0) <= 'z') {
                for (List<Piece> pieces : pieces(run)) {
                    append(choices, pieces.stream().map(NameQueries::piece).toList(), next);
                }
            } else {
                characters.add(Query.of(q -> q.matchPhrase(m -> m.field("name").query(run))));
                append(choices, sounds(run), next);
            }
            choices = next.size() > MOST_READINGS ? next.subList(0, MOST_READINGS) : next;
        }
        if (choices.isEmpty()) {
            return;
        }
        List<Query> sequences = choices.stream().map(c -> sequence(c, false)).toList();
        Query all = Query.of(q -> q.bool(b ->
                b.filter(characters).filter(f -> f.bool(x -> x.should(sequences).minimumShouldMatch("1")))));
        ways.add(Tier.constant(all, Tier.NAME_SOUND));
    }

    /** Here a single initial is enough: z伟. */
    private static List<List<Piece>> pieces(String run) {
        List<List<Piece>> splits = Syllables.splits(run);
        return !splits.isEmpty()
                ? splits
                : Syllables.initials(run + run).isEmpty()
                        ? List.of()
                        : List.of(run.chars()
                                .mapToObj(c -> new Piece(Character.toString(c), false))
                                .toList());
    }

    private static List<Intervals> sounds(String characters) {
        return characters
                .codePoints()
                .mapToObj(c -> Pinyin.of(c).stream().map(NameQueries::whole).toList())
                .map(all -> all.size() == 1 ? all.getFirst() : Intervals.of(i -> i.anyOf(a -> a.intervals(all))))
                .toList();
    }

    private static void append(List<List<Intervals>> heads, List<Intervals> tail, List<List<Intervals>> all) {
        for (List<Intervals> head : heads) {
            List<Intervals> longer = new ArrayList<>(head);
            longer.addAll(tail);
            all.add(longer);
        }
    }

    private static Intervals piece(Piece p) {
        return p.whole() ? whole(p.text()) : Intervals.of(i -> i.prefix(x -> x.prefix(p.text())));
    }

    private static Intervals whole(String syllable) {
        return Intervals.of(i -> i.match(m -> m.query(syllable)));
    }

    /** Syllables one after the other; from the start of the name where a single one would stand in too many. */
    private static Query sequence(List<Intervals> syllables, boolean first) {
        List<Intervals> all = new ArrayList<>(syllables);
        if (first) {
            all.addFirst(whole("^"));
        }
        return Query.of(q -> q.intervals(i ->
                i.field("nameSyllables").allOf(a -> a.ordered(true).maxGaps(0).intervals(all))));
    }

    private static Query prefix(String field, String start) {
        return Query.of(q -> q.prefix(p -> p.field(field).value(start)));
    }
}
