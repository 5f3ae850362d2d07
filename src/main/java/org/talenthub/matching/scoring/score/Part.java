package org.talenthub.matching.scoring.score;

import org.jspecify.annotations.Nullable;

/**
 * One part of a score.
 *
 * @param name of an {@link Aspect}, or {@code cap}
 * @param aspect null for a cap
 * @param weight the most points it can give, of 100 for all parts; 0 for a cap
 * @param points what it gives; of a cap what it takes, negative
 * @param next what would help; null when nothing is to be done
 */
public record Part(
        String name,
        @Nullable Aspect aspect,
        Strength strength,
        double weight,
        double points,
        Verdict verdict,
        Reason reason,
        @Nullable Next next) {

    /** The name of the part that takes what a cap takes. */
    public static final String CAP = "cap";

    public boolean hard() {
        return strength.hard();
    }

    /** What can be done about a part. */
    public enum Next {
        /** The person or the reporter is asked for what is missing. */
        ASK,
        /** What a record says cannot be right, or cannot be compared. */
        CORRECT,
        /** The demand would have to ask for less. */
        RELAX
    }
}
