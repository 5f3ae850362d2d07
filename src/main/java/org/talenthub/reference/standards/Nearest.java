package org.talenthub.reference.standards;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.reference.chinese.Texts;

/** The word of a dictionary that a wrongly written one is most like. */
public final class Nearest {

    private record Candidate(String label, int longer, int distance) {}

    private Nearest() {}

    /** A label, never another word for it, since only labels are offered; empty when nothing shares at least half of its characters. */
    public static Optional<String> of(Dictionary dictionary, String typed) {
        String key = Texts.key(typed);
        if (key.length() < 2 || key.length() > 40) {
            return Optional.empty();
        }
        return dictionary.entries().stream()
                .flatMap(e -> Stream.concat(Stream.of(e.label()), e.aliases().stream())
                        .map(word -> new Candidate(
                                e.label(), Math.max(key.length(), word.length()), distance(key, Texts.key(word)))))
                .filter(c -> 2 * c.distance <= c.longer)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::label);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
