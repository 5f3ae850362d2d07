package org.talenthub.matching.scoring;

/** How near two texts are in what they mean, where that is known. */
@FunctionalInterface
public interface Kinship {

    /** Nothing is known: texts are compared by their words only. */
    Kinship NONE = (a, b) -> 0;

    /** @return 0 to 1, the same in both directions */
    double of(String a, String b);
}
