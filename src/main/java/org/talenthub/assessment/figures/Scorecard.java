package org.talenthub.assessment.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's year in figures.
 *
 * @param kind BASE or STATION
 * @param region GB/T 2260 code
 * @param total the figures' points together
 * @param cases rows reported that count
 * @param size class of size, 0 the smallest
 * @param few too few cases to be ranked
 * @param rank within kind and size, 1 the best; null with few cases
 */
public record Scorecard(
        long carrier,
        String name,
        String kind,
        @Nullable String region,
        double total,
        long cases,
        int size,
        boolean few,
        @Nullable Integer rank,
        List<Figure> figures) {

    /** Whether there was anything of which a share could be counted. */
    public boolean measured() {
        return figures.stream().anyMatch(f -> f.all() != null && f.all() > 0);
    }

    Scorecard ranked(int place) {
        return new Scorecard(carrier, name, kind, region, total, cases, size, few, place, figures);
    }
}
