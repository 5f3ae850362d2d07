package org.talenthub.assessment.figures;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a carrier's year.
 *
 * @param points in tenths; of a figure that there was nothing for, what the carrier's others reached on average
 * @param most points at best
 * @param value share, 0 to 1, or number; null where there was nothing to be counted
 * @param count rows counted, the {@code total} of the list of {@link Part#COUNTED}
 * @param all rows that there were to count; null where the figure is a number only
 */
public record Figure(
        String name,
        double points,
        double most,
        @Nullable Double value,
        long count,
        @Nullable Long all) {}
