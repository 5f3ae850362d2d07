package org.talenthub.planning;

/**
 * What a plan may not do.
 *
 * @param pair a pair concerned
 * @param other the second pair concerned, −1 for none
 * @param slot where, −1 for nowhere
 */
public record Violation(Kind kind, int pair, int other, int slot) {

    public enum Kind {
        /** The pair or slot is none of the task, or a pair meets twice. */
        UNKNOWN,
        TWICE,
        /** A pair that one side does not wish. */
        NEVER,
        GUEST_AWAY,
        GUEST_TWICE,
        GUEST_WALKS,
        GUEST_MOST,
        DESK_CLOSED,
        DESK_TWICE,
        /** A pinned pair that stands elsewhere or nowhere. */
        PIN_MOVED
    }
}
