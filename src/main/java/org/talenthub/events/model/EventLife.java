package org.talenthub.events.model;

import static org.talenthub.events.model.EventLife.State.CLOSED;
import static org.talenthub.events.model.EventLife.State.DRAFT;
import static org.talenthub.events.model.EventLife.State.PLANNED;
import static org.talenthub.events.model.EventLife.State.PUBLISHED;
import static org.talenthub.events.model.EventLife.State.RUNNING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;

/** What may be done with an event, by whom and when. */
public final class EventLife {

    /** Where an event stands. */
    public enum State {
        DRAFT,
        OPEN,
        PLANNED,
        PUBLISHED,
        RUNNING,
        CLOSED;

        /** Everybody may know what, where and when. */
        public boolean isPublic() {
            return compareTo(PUBLISHED) >= 0;
        }
    }

    /** What is done. The first ones lead on; the others leave the event where it is. */
    public enum Action {
        OPEN,
        PLAN,
        PUBLISH,
        START,
        CLOSE,
        WITHDRAW,
        REPLAN,
        /** Changes what stands in the event itself. */
        EDIT,
        /** Adds, asks and changes participants and their wishes. */
        INVITE,
        /** Moves a meeting by hand, takes a slot away. */
        MOVE,
        CHECK_IN,
        /** Says what came of a meeting. */
        RECORD
    }

    /** Who acts. */
    public enum Hand {
        /** The matchmaker whose event it is. */
        ORGANISER,
        /** Province and city. */
        DEPARTMENT
    }

    private static final Set<Hand> BOTH = EnumSet.allOf(Hand.class);

    public static final Transitions<State, Action, Hand> TABLE = Transitions.of(
            "event",
            "action.not-now",
            row(Action.OPEN, State.OPEN, DRAFT),
            row(Action.PLAN, PLANNED, State.OPEN, PLANNED),
            row(Action.PLAN, PUBLISHED, PUBLISHED),
            row(Action.PUBLISH, PUBLISHED, PLANNED, PUBLISHED),
            row(Action.PUBLISH, RUNNING, RUNNING),
            row(Action.START, RUNNING, PUBLISHED),
            row(Action.CLOSE, CLOSED, RUNNING),
            row(Action.WITHDRAW, DRAFT, State.OPEN, PLANNED),
            row(Action.REPLAN, PUBLISHED, PUBLISHED),
            row(Action.REPLAN, RUNNING, RUNNING),
            stay(Action.EDIT, DRAFT),
            stay(Action.EDIT, State.OPEN),
            stay(Action.EDIT, PLANNED),
            stay(Action.EDIT, PUBLISHED),
            stay(Action.EDIT, RUNNING),
            stay(Action.INVITE, DRAFT),
            stay(Action.INVITE, State.OPEN),
            stay(Action.INVITE, PLANNED),
            stay(Action.INVITE, PUBLISHED),
            stay(Action.INVITE, RUNNING),
            stay(Action.MOVE, PLANNED),
            stay(Action.MOVE, PUBLISHED),
            stay(Action.MOVE, RUNNING),
            stay(Action.CHECK_IN, PUBLISHED),
            stay(Action.CHECK_IN, RUNNING),
            stay(Action.RECORD, RUNNING),
            stay(Action.RECORD, CLOSED));

    private EventLife() {}

    private static Row<State, Action, Hand> row(Action action, State to, State... from) {
        return new Row<>(action, BOTH, EnumSet.copyOf(List.of(from)), to);
    }

    private static Row<State, Action, Hand> stay(Action action, State in) {
        return row(action, in, in);
    }
}
