package org.talenthub.search.filters;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The word of several that a wrongly written one is most like. */
public final class Likeness {

    private Likeness() {}

    /** Empty when none shares at least half of its characters with the text. */
    public static Optional<String> nearest(String typed, Stream<String> words) {
        String key = typed.strip().toLowerCase(Locale.ROOT);
        return words.distinct()
                .filter(w -> 2 * distance(key, w) <= Math.max(key.length(), w.length()))
                .min(Comparator.comparingInt(w -> distance(key, w)));
    }

    /** How many letters to add, drop, change or swap with the next. */
    private static int distance(String typed, String word) {
        return distance(typed, word.toLowerCase(Locale.ROOT), Integer.MAX_VALUE - 1);
    }

    /** How many letters to add, drop, change or swap with the next, at most; more than {@code most} for more. */
    public static int distance(String a, String b, int most) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int least = Integer.MAX_VALUE;
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                } else {
                    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                    }
                }
                least = Math.min(least, d[i][j]);
            }
            if (least > most) {
                return most + 1;
            }
        }
        return d[a.length()][b.length()];
    }
}
