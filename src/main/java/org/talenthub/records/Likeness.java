package org.talenthub.records;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why two records may be the same person.
 *
 * @param score 0 to 100, higher is more likely; orders the queue
 */
public record Likeness(int score, Set<Reason> reasons) {

    /** What was found alike. */
    public enum Reason {
        /** One document number, which is not proven, or whose reporter does not know the other. */
        NUMBER,
        /** Same name, birth month and employer, and nothing speaks against it; but the reporter does not know the other. */
        KEYS,
        /** Same name and birth month, at another employer or with another document number. */
        NAME_AND_BIRTH,
        PHONE,
        /** Same employer and birth month; the name in a variant, with a character of the same sound, or one character apart. */
        NAME_VARIANT,
        /** Same name and employer; the birth month differs. */
        BIRTH_VARIANT,
        /** Document numbers one character apart. */
        DOCUMENT,
        /** One document number under two names. */
        TWO_NAMES
    }

    public Likeness {
        reasons = Set.copyOf(reasons);
    }

    public String written() {
        return reasons.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    public static Set<Reason> read(String written) {
        return Arrays.stream(written.split(" "))
                .filter(r -> !r.isEmpty())
                .map(Reason::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    }

    /**
     * What two sides share, told apart from their fields since sensitive values are not among those.
     *
     * @param keys all that makes them the same where no number tells
     * @param number the number that does
     */
    public record Shared(
            boolean keys,
            boolean number,
            boolean alike,
            boolean peer,
            boolean desk,
            boolean phone,
            boolean phonesDiffer,
            boolean documentNear,
            boolean documentsDiffer) {}

    /** How two names stand to each other. */
    public enum Names {
        SAME,
        NEAR,
        OTHER
    }
}
