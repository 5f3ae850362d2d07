package org.talenthub.matching.pairs.life;

import java.util.Arrays;
import java.util.Optional;

/** Why a pair comes to nothing; counted and shown, and never part of a score. */
public enum PairReason {
    SKILLS,
    EXPERIENCE,
    EDUCATION,
    AGE,
    PLACE,
    SALARY,
    UNAVAILABLE,
    KNOWN_ALREADY,
    FILLED,
    OUTDATED,
    OTHER;

    public static Optional<PairReason> of(String name) {
        return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
    }
}
