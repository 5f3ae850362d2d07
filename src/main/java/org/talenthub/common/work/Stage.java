package org.talenthub.common.work;

/**
 * In which order the hub's background work starts; it stops the other way round. All of it starts before the web server, so that whoever
 * reaches the hub finds it working, and stops after it.
 */
public enum Stage {
    /** The indices exist. */
    INDICES,
    /** Records go to the indices. */
    RELAY,
    /** What follows the changes of the indices. */
    FOLLOWERS,
    /** What waits for the relay: imports, vectors, housekeeping. */
    WORK,
    /** What fills the hub by importing, and waits for that. */
    FILLING,
    /** Ways in that need what the filling made. */
    WAYS_IN;

    private static final int FIRST = 700;
    private static final int STEP = 50;

    /** As Spring's lifecycle counts. */
    public int phase() {
        return FIRST + ordinal() * STEP;
    }
}
