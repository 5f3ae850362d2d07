package org.talenthub.assessment.figures;

import java.util.Arrays;
import java.util.Optional;

/** Which rows of a figure. */
public enum Part {
    /** Those that it counts. */
    COUNTED,
    /** Those that there were to count. */
    ALL;

    public static Optional<Part> of(String word) {
        return Arrays.stream(values())
                .filter(p -> p.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
