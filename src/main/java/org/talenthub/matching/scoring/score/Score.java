package org.talenthub.matching.scoring.score;

import java.util.List;
import java.util.Optional;

/**
 * How well one person fits one demand.
 *
 * @param value 0 to 100 in tenths: the sum of the parts' points
 * @param confidence 0 to 1 in hundredths: of all weight, how much stands on what both sides say
 * @param broad the demand has so few conditions that nearly everybody fits
 * @param version of the weights
 */
public record Score(double value, double confidence, Band band, boolean broad, String version, List<Part> parts) {

    public Score {
        parts = List.copyOf(parts);
    }

    public Optional<Part> part(Aspect aspect) {
        return parts.stream().filter(p -> p.aspect() == aspect).findFirst();
    }

    /** A condition that must hold does not. */
    public boolean hardUnmet() {
        return parts.stream().anyMatch(p -> p.aspect() != null && p.hard() && p.verdict() == Verdict.UNMET);
    }

    /** All conditions that must hold are known to. */
    public boolean hardMet() {
        return parts.stream().filter(p -> p.aspect() != null && p.hard()).allMatch(p -> p.verdict() == Verdict.MET);
    }
}
