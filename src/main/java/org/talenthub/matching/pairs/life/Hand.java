package org.talenthub.matching.pairs.life;

/** Who acts on a pair. */
public enum Hand {
    /** Whoever reports the demand, and the base of its area. */
    DEMAND,
    /** Whoever reports the person. */
    SOURCE,
    /** Province and city. */
    DEPARTMENT,
    MATCHMAKER,
    /** The hub itself, by time or because records changed. */
    HUB
}
