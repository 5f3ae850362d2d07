package org.talenthub.matching.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Whether a list is ordered by the score, or leans to what stands in the records word for word, or to what it means. The score of a pair
 * stays what it is.
 *
 * @param percent 0 words only, 50 the score, 100 meaning only
 */
public record Lean(int percent) {

    public static final Lean BOTH = new Lean(50);

    private static final int HALF = 50;
    private static final int MOST = 100;

    public Lean {
        if (percent < 0 || percent > MOST) {
            throw new IllegalArgumentException("0 to 100, not " + percent);
        }
    }

    /** What the score is compared with; null when it alone orders. Where no meaning is known, there is none to lean to. */
    public @Nullable Kinship only(Kinship kinship) {
        if (percent == HALF || (percent > HALF && kinship.equals(Kinship.NONE))) {
            return null;
        }
        return percent < HALF ? Kinship.NONE : kinship.alone();
    }

    /** What orders those of one score. */
    public Kinship ordering(Kinship kinship) {
        return percent < HALF ? Kinship.NONE : kinship;
    }

    /** @param leaning the score of the one that it leans to */
    public double between(double score, double leaning) {
        double share = Math.abs(percent - HALF) / (double) HALF;
        return (1 - share) * score + share * leaning;
    }
}
