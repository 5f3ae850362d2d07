package org.talenthub.editions.model;

import java.util.Set;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;

/** The life of an edition: what may be done to it when, and by whom. What is published never changes; corrections stand beside it. */
public final class EditionLife {

    public static final Transitions<State, Action, Hand> TABLE = Transitions.of(
            "edition",
            "action.not-now",
            row(Action.EDIT, Hand.OFFICE, State.DRAFT, State.DRAFT),
            row(Action.PUBLISH, Hand.OFFICE, State.PUBLISHED, State.DRAFT),
            row(Action.SUPERSEDE, Hand.HUB, State.SUPERSEDED, State.PUBLISHED),
            row(Action.ERRATA, Hand.OFFICE, State.PUBLISHED, State.PUBLISHED),
            row(Action.ERRATA, Hand.OFFICE, State.SUPERSEDED, State.SUPERSEDED));

    private EditionLife() {}

    public enum State {
        DRAFT,
        PUBLISHED,
        /** A later one of its kind was published. */
        SUPERSEDED;

        /** It is out, and public. */
        public boolean published() {
            return this != DRAFT;
        }
    }

    public enum Action {
        /** Lines are taken, worded, ordered, dropped. */
        EDIT,
        PUBLISH,
        /** A later one takes its place. */
        SUPERSEDE,
        /** A correction is put beside it. */
        ERRATA
    }

    /** Who does it. */
    public enum Hand {
        /** The province's talent office. */
        OFFICE,
        /** The hub, where it follows from something else. */
        HUB
    }

    private static Row<State, Action, Hand> row(Action action, Hand by, State to, State... from) {
        return new Row<>(action, Set.of(by), Set.of(from), to);
    }
}
