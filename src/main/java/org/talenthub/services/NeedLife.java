package org.talenthub.services;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;

/** What may happen to a service need; all of it is the person's carrier's to do. */
final class NeedLife {

    /** Where a need stands. */
    enum State {
        ASKED,
        ACCEPTED,
        SETTLED,
        DECLINED
    }

    /** What is done. */
    enum Action {
        ACCEPT,
        SETTLE,
        /** With a reason. */
        DECLINE,
        REOPEN
    }

    /** Who acts. */
    enum Hand {
        CARRIER
    }

    static final Transitions<State, Action, Hand> TABLE = Transitions.of(
            "need",
            "action.not-now",
            row(Action.ACCEPT, State.ACCEPTED, State.ASKED),
            row(Action.SETTLE, State.SETTLED, State.ACCEPTED),
            row(Action.DECLINE, State.DECLINED, State.ASKED, State.ACCEPTED),
            row(Action.REOPEN, State.ASKED, State.SETTLED, State.DECLINED));

    private NeedLife() {}

    private static Row<State, Action, Hand> row(Action action, State to, State... from) {
        return new Row<>(action, Set.of(Hand.CARRIER), EnumSet.copyOf(List.of(from)), to);
    }
}
