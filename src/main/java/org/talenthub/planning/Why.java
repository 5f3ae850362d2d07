package org.talenthub.planning;

/**
 * Why a pair does not meet.
 *
 * @param by the pair of the plan that stands in the way, −1 where it is none in particular
 */
public record Why(Reason reason, int by) {

    public enum Reason {
        /** It does: there is nothing to explain. */
        PLACED,
        NOT_A_PAIR,
        WISH_NOT,
        /** The guest is there in no slot in which the host has a desk. */
        NO_COMMON_SLOT,
        /** The guest has as many meetings as one may have; {@code by} is the least of them. */
        OWN_MAXIMUM,
        /** The guest would be free but every desk is taken; {@code by} is the least of those meetings, worth less than the pair. */
        DESK_FULL,
        /** Something worth as much or more stands in the only places that would do. */
        DISPLACED,
        /** A free place is there: the pair can simply be added. */
        POSSIBLE
    }
}
