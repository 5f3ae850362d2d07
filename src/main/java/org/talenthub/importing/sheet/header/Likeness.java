package org.talenthub.importing.sheet.header;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Headers;

/** Which column of a feed an unknown title resembles: a proposal for a person to confirm, never taken by itself. */
public final class Likeness {

    private static final double ENOUGH = 0.6;

    private Likeness() {}

    /** The column most like the title among those not yet found; empty when nothing is like it, or two are equally so. */
    public static Optional<Column> of(Feed feed, String title, Set<String> taken) {
        String key = Headers.key(title);
        Column best = null;
        double highest = 0;
        boolean tie = false;
        for (Column column : feed.columns()) {
            if (taken.contains(column.field())) {
                continue;
            }
            double score = Stream.concat(Stream.of(column.title()), column.aliases().stream())
                    .mapToDouble(name -> score(key, Headers.key(name)))
                    .max()
                    .orElse(0);
            tie = score > highest ? false : tie || (score == highest && score > 0);
            if (score > highest) {
                highest = score;
                best = column;
            }
        }
        return best == null || highest < ENOUGH || tie ? Optional.empty() : Optional.of(best);
    }

    /** 1 for equal, 0 for nothing in common; one title within the other counts more than scattered characters. */
    static double score(String a, String b) {
        if (a.length() < 2 || b.length() < 2) {
            return a.equals(b) ? 1 : 0;
        }
        double shared = 2.0 * common(a, b) / (a.length() + b.length());
        return a.contains(b) || b.contains(a) ? Math.max(shared, 0.7 + 0.3 * shared) : shared;
    }

    /** Length of the longest common subsequence. */
    private static int common(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = a.charAt(i) == b.charAt(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
