package org.talenthub.common.work;

/**
 * In which order the hub's background work starts; it stops the other way round. All of it starts before the web server, so that whoever
 * reaches the hub finds it working, and stops after it.
 */
public enum Stage {
    /** The indices exist. */
    INDICES(700),
    /** Records go to the indices. */
    RELAY(750),
    /** What follows the changes of the indices. */
    FOLLOWERS(800),
    /** What waits for the relay: imports, vectors, housekeeping. */
    WORK(850),
    /** What fills the hub by importing, and waits for that. */
    FILLING(900),
    /** Ways in that need what the filling made. */
    WAYS_IN(950);

    private final int phase;

    Stage(int phase) {
        this.phase = phase;
    }

    /** As Spring's lifecycle counts. */
    public int phase() {
        return phase;
    }
}
