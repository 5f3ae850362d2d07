package org.talenthub.search;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The word of several that a wrongly written one is most like. */
final class Likeness {

    private Likeness() {}

    /** Empty when none shares at least half of its characters with the text. */
    static Optional<String> nearest(String typed, Stream<String> words) {
        String key = typed.strip().toLowerCase(Locale.ROOT);
        return words.distinct()
                .filter(w -> 2 * distance(key, w) <= Math.max(key.length(), w.length()))
                .min(Comparator.comparingInt(w -> distance(key, w)));
    }

    private static int distance(String typed, String word) {
        return Spelling.distance(typed, word.toLowerCase(Locale.ROOT), Integer.MAX_VALUE - 1);
    }
}
