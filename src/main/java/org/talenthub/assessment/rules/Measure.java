package org.talenthub.assessment.rules;

/**
 * One figure of the assessment.
 *
 * @param name as addresses have it: {@code on-time}
 * @param most points at best
 * @param limit share of bad ones at which an {@link Kind#INVERSE} figure is worth nothing
 * @param target number at which a {@link Kind#COUNT} is worth all
 */
public record Measure(String name, String label, String english, Kind kind, double most, double limit, int target) {

    /** How points come of rows. */
    public enum Kind {
        /** Those that are as they should be, of all. */
        RATIO,
        /** Those that are not, of all: fewer are better. */
        INVERSE,
        /** How many there are. */
        COUNT,
        /** How many there are, each a loss. */
        LOSS
    }

    /** Whether it says something only where there was something to be done. */
    public boolean ofSome() {
        return kind == Kind.RATIO || kind == Kind.INVERSE;
    }

    /**
     * What so many rows are worth, exactly.
     *
     * @param count rows that it counts
     * @param of rows that there were to count; more than 0 where {@link #ofSome}
     * @return 0 to {@code most}; of a {@link Kind#LOSS} 0 to {@code -most}
     */
    public double points(long count, long of) {
        return switch (kind) {
            case RATIO -> most * count / of;
            case INVERSE -> most * (1 - Math.min(1, count / (limit * of)));
            case COUNT -> most * Math.min(1, (double) count / target);
            case LOSS -> -Math.min(most, count * limit);
        };
    }
}
