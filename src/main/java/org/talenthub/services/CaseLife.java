package org.talenthub.services;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;
import org.talenthub.services.TypicalCase.State;

/** What may happen to a typical case, and who does it. */
final class CaseLife {

    /** Who acts. */
    enum Hand {
        CARRIER,
        CITY,
        PROVINCE
    }

    /** What is done. */
    enum Action {
        OFFER(Hand.CARRIER),
        RETURN(Hand.CITY),
        RELEASE(Hand.CITY),
        RETRACT(Hand.CITY),
        COLLECT(Hand.PROVINCE);

        private final Hand hand;

        Action(Hand hand) {
            this.hand = hand;
        }

        Hand hand() {
            return hand;
        }
    }

    static final Transitions<State, Action, Hand> TABLE = Transitions.of(
            "typical",
            "action.not-now",
            row(Action.OFFER, State.OFFERED, State.DRAFT),
            row(Action.RETURN, State.DRAFT, State.OFFERED),
            row(Action.RELEASE, State.RELEASED, State.OFFERED),
            row(Action.RETRACT, State.DRAFT, State.RELEASED),
            row(Action.COLLECT, State.RELEASED, State.RELEASED));

    private CaseLife() {}

    private static Row<State, Action, Hand> row(Action action, State to, State... from) {
        return new Row<>(action, Set.of(action.hand()), EnumSet.copyOf(List.of(from)), to);
    }
}
