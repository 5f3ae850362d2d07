package org.talenthub.matching.candidates;

import java.util.Comparator;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.score.Score;

/**
 * A pair with its score, the best first.
 *
 * @param nearness orders those of one score: {@link org.talenthub.matching.scoring.Scorer#nearness}; 0 where nobody looks at the order
 */
public record Ranked(Need need, Person person, Score score, double nearness) {

    static final Comparator<Ranked> BEST = Comparator.comparingDouble(
                    (Ranked r) -> r.score().value())
            .thenComparingDouble(r -> r.score().confidence())
            .thenComparingDouble(Ranked::nearness)
            .reversed()
            .thenComparingLong(r -> r.need().id())
            .thenComparingLong(r -> r.person().id());
}
