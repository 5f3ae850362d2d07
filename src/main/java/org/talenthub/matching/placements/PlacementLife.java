package org.talenthub.matching.placements;

import static org.talenthub.matching.placements.PlacementState.ARRIVED;
import static org.talenthub.matching.placements.PlacementState.CLOSED;
import static org.talenthub.matching.placements.PlacementState.CONTACTED;
import static org.talenthub.matching.placements.PlacementState.INTENT;
import static org.talenthub.matching.placements.PlacementState.RETAINED;
import static org.talenthub.matching.placements.PlacementState.SIGNED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;
import org.talenthub.matching.pairs.life.Hand;

/** What may happen to a placement, and by whom: both sides' reporters, the departments, the matchmaker. */
public final class PlacementLife {

    /** What is done; {@code UNDO} leads back to where it was before, which only the placement knows. */
    public enum Action {
        INTENT,
        SIGN,
        ARRIVE,
        RETAIN,
        CLOSE,
        UNDO
    }

    private static final Set<Hand> ALL = EnumSet.of(Hand.DEMAND, Hand.SOURCE, Hand.DEPARTMENT, Hand.MATCHMAKER);

    static final Transitions<PlacementState, Action, Hand> TABLE = Transitions.of(
            "placement",
            "action.not-now",
            row(Action.INTENT, PlacementState.INTENT, CONTACTED),
            row(Action.SIGN, SIGNED, PlacementState.INTENT),
            row(Action.ARRIVE, ARRIVED, SIGNED),
            row(Action.RETAIN, RETAINED, ARRIVED, RETAINED),
            row(Action.CLOSE, CLOSED, CONTACTED, INTENT, SIGNED, ARRIVED, RETAINED),
            row(Action.UNDO, CONTACTED, INTENT, SIGNED, ARRIVED, RETAINED, CLOSED));

    private PlacementLife() {}

    private static Row<PlacementState, Action, Hand> row(Action action, PlacementState to, PlacementState... from) {
        return new Row<>(action, ALL, EnumSet.copyOf(List.of(from)), to);
    }
}
