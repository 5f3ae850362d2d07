package org.talenthub.chains.placing;

import java.util.List;

/**
 * One node that a record stands on, or may stand on.
 *
 * @param node its code
 * @param confidence 0 to 1; under {@link #ENOUGH} it waits for a department
 * @param evidence what it was found by, most telling first
 */
public record Place(String node, double confidence, Way way, List<Evidence> evidence) {

    public static final double ENOUGH = 0.5;

    /**
     * A word of the dictionary where it was found.
     *
     * @param field the column
     * @param text the dictionary's word
     */
    public record Evidence(String field, String text) {}

    public Place {
        confidence = Math.round(confidence * 1000) / 1000.0;
        evidence = List.copyOf(evidence);
    }

    public boolean sure() {
        return confidence >= ENOUGH;
    }
}
