package org.talenthub.matching.scoring;

/** How near two texts are in what they mean, where that is known. */
@FunctionalInterface
public interface Kinship {

    /** Nothing is known: texts are compared by their words only. */
    Kinship NONE = (a, b) -> 0;

    /** @return 0 to 1, the same in both directions */
    double of(String a, String b);

    /** The same without rounding, for the order among those of one score; 0 where nothing is known. */
    default double finely(String a, String b) {
        return of(a, b);
    }

    /** Whether it is known how near these are, so that {@link #of} being nothing says that they are far. */
    default boolean knows(String a, String b) {
        return false;
    }

    /** How much it counts that texts are alike by their words, and not word for word the same. */
    default double literally(double alike) {
        return alike;
    }

    /** The same nearness, without the words. */
    default Kinship alone() {
        Kinship meant = this;
        return new Kinship() {
            @Override
            public double of(String a, String b) {
                return meant.of(a, b);
            }

            @Override
            public double finely(String a, String b) {
                return meant.finely(a, b);
            }

            @Override
            public boolean knows(String a, String b) {
                return meant.knows(a, b);
            }

            @Override
            public double literally(double alike) {
                return alike < 1 ? 0 : alike;
            }
        };
    }
}
