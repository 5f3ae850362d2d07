package org.talenthub.editions.model;

import java.util.List;
import org.talenthub.editions.urgency.Part;
import org.talenthub.editions.urgency.Shortage;

/**
 * What a line's need came to when it was taken.
 *
 * @param heads asked for
 * @param gap of them, that were missing
 * @param enterprises that asked
 * @param years in a row, up to that of the edition, in which heads were missing
 * @param supply people of the pool who were fit; told to the public only where they are not a few
 * @param regions codes of the places of work
 */
public record Figures(
        int heads,
        int gap,
        int demands,
        int enterprises,
        double index,
        List<Part> parts,
        Shortage shortage,
        int years,
        long supply,
        List<String> industries,
        List<String> regions) {}
