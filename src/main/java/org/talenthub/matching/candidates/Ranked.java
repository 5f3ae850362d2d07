package org.talenthub.matching.candidates;

import java.util.Comparator;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.score.Score;

/** A pair with its score, the best first. */
public record Ranked(Need need, Person person, Score score) {

    static final Comparator<Ranked> BEST = Comparator.comparingDouble(
                    (Ranked r) -> r.score().value())
            .thenComparingDouble(r -> r.score().confidence())
            .reversed()
            .thenComparingLong(r -> r.need().id())
            .thenComparingLong(r -> r.person().id());
}
