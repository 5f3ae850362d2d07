package org.talenthub.matching.scoring.score;

import java.util.List;

/**
 * Why, as a key of the message bundles and what stands in its gaps: numbers, texts, {@link Coded} values and lists of them.
 *
 * @param quotes whether it tells what the person's record holds in other words than the verdict; who may not read that gets {@code key + ".masked"}
 */
public record Reason(String key, List<Object> gaps, boolean quotes) {

    public Reason {
        gaps = List.copyOf(gaps);
    }

    /** A code, shown by its name. */
    public record Coded(String dictionary, String code) {}

    public static Reason plain(String key, Object... gaps) {
        return new Reason(key, List.of(gaps), false);
    }

    public static Reason quoting(String key, Object... gaps) {
        return new Reason(key, List.of(gaps), true);
    }
}
