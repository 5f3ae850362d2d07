package org.talenthub.assessment.life;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.assessment.rules.AssessmentRules.Columns;

/** How the four columns become one total, and how far apart they are. */
final class Totals {

    private Totals() {}

    /** Columns that are not there yet count as the others do; null when none is there that counts. */
    static @Nullable Double of(
            Columns weights,
            @Nullable Double self,
            @Nullable Double system,
            @Nullable Double city,
            @Nullable Double experts) {
        double sum = 0;
        double weight = 0;
        Double[] points = {self, system, city, experts};
        double[] of = {weights.self(), weights.system(), weights.city(), weights.experts()};
        for (int i = 0; i < points.length; i++) {
            Double p = points[i];
            if (p != null) {
                sum += p * of[i];
                weight += of[i];
            }
        }
        return weight == 0 ? null : Math.round(sum / weight * 10) / 10.0;
    }

    /** Most less least of what is there. */
    static double spread(@Nullable Double... columns) {
        List<Double> there = new ArrayList<>();
        for (Double c : columns) {
            if (c != null) {
                there.add(c);
            }
        }
        return there.isEmpty()
                ? 0
                : there.stream().mapToDouble(d -> d).max().orElse(0)
                        - there.stream().mapToDouble(d -> d).min().orElse(0);
    }
}
