package org.talenthub.records.identity;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.model.Report;

/**
 * Whom one row speaks of, as far as the rule looks at it.
 *
 * @param strong hash of the key that decides alone, null when the row has none
 * @param weak hash of the key that decides while one side has no strong one, null when there is none
 * @param traits what never joins but contradicts, by position, separated by {@value #BETWEEN}; blank where nothing is said
 * @param verified the row proves its strong key
 */
public record Mention(
        String reporter, @Nullable String strong, @Nullable String weak, String traits, boolean verified) {

    public static final String BETWEEN = "/";

    public static Mention of(Report r) {
        return new Mention(r.reporter, r.strongKey, r.weakKey, r.traits, r.verified);
    }

    public boolean sameNumber(Mention other) {
        return strong != null && strong.equals(other.strong);
    }

    public boolean otherNumber(Mention other) {
        return strong != null && other.strong != null && !strong.equals(other.strong);
    }

    /** The weak keys are the same, and nothing speaks against it. */
    public boolean sameKeys(Mention other) {
        return weak != null && weak.equals(other.weak) && !otherNumber(other) && !contradict(traits, other.traits);
    }

    /** Whether both say something at a position, and not the same. */
    static boolean contradict(String a, String b) {
        boolean[] apart = {false};
        each(a, b, (one, two) -> {
            apart[0] |= !one.isEmpty() && !two.isEmpty() && !one.equals(two);
            return "";
        });
        return apart[0];
    }

    /** The newer traits, and what only the older ones say. */
    static String latest(String older, String newer) {
        return each(older, newer, (one, two) -> two.isEmpty() ? one : two);
    }

    private static String each(String a, String b, BiFunction<String, String, String> join) {
        if (a.equals(b)) {
            return a;
        }
        String[] one = a.split(BETWEEN, -1);
        String[] two = b.split(BETWEEN, -1);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Math.max(one.length, two.length); i++) {
            all.append(i == 0 ? "" : BETWEEN)
                    .append(join.apply(i < one.length ? one[i] : "", i < two.length ? two[i] : ""));
        }
        return all.toString();
    }
}
