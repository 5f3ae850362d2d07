package org.talenthub.events.timetable;

import org.talenthub.planning.Violation;

/**
 * What speaks against a plan as it stands.
 *
 * @param kind name of what is wrong, for programs and the message bundles
 * @param text in words
 */
public record Conflict(Level level, String kind, String text) {

    /** How much it blocks. */
    public enum Level {
        /** Cannot even be kept: two things in one place. */
        BLOCK_PLAN,
        /** Cannot be put in force. */
        BLOCK_PUBLISH,
        WARN
    }

    static Level level(Violation.Kind kind) {
        return switch (kind) {
            case UNKNOWN, TWICE, GUEST_TWICE, DESK_TWICE -> Level.BLOCK_PLAN;
            case NEVER, GUEST_AWAY, DESK_CLOSED, PIN_MOVED -> Level.BLOCK_PUBLISH;
            case GUEST_WALKS, GUEST_MOST -> Level.WARN;
        };
    }
}
