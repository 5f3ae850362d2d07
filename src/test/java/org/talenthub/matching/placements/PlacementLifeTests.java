package org.talenthub.matching.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Problem;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;
import org.talenthub.matching.placements.PlacementLife.Action;

/** What may happen to a placement, cell by cell, written down a second time; all hands but the hub's may the same. */
class PlacementLifeTests {

    private static final String TABLE = """
            from      INTENT SIGN   ARRIVE  RETAIN   CLOSE  UNDO
            CONTACTED INTENT -      -       -        CLOSED -
            INTENT    -      SIGNED -       -        CLOSED CONTACTED
            SIGNED    -      -      ARRIVED -        CLOSED CONTACTED
            ARRIVED   -      -      -       RETAINED CLOSED CONTACTED
            RETAINED  -      -      -       RETAINED CLOSED CONTACTED
            CLOSED    -      -      -       -        -      CONTACTED
            """;

    @Test
    void everyCellIsAsWrittenAndEveryOtherIsRefused() {
        List<String[]> lines = TABLE.lines().map(l -> l.split("\\s+")).toList();
        int cells = 0;
        for (String[] line : lines.subList(1, lines.size())) {
            PlacementState from = PlacementState.valueOf(line[0]);
            for (int i = 1; i < line.length; i++) {
                Action action = Action.valueOf(lines.getFirst()[i]);
                for (Hand hand : Hand.values()) {
                    cells++;
                    if (hand != Hand.HUB && !line[i].equals("-")) {
                        assertThat(PairLife.step(PlacementLife.TABLE, from, action, Set.of(hand)))
                                .isEqualTo(PlacementState.valueOf(line[i]));
                    } else {
                        Problem p = catchThrowableOfType(
                                Problem.class, () -> PairLife.step(PlacementLife.TABLE, from, action, Set.of(hand)));
                        assertThat(p).as("%s %s %s", from, action, hand).isNotNull();
                        assertThat(p.status()).isEqualTo(hand == Hand.HUB ? 403 : 409);
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(PlacementState.values().length * Action.values().length * Hand.values().length);
    }
}
