package org.talenthub.matching.pairs.life;

/** Who acts on a pair. */
public enum Hand {
    /** Whoever reports the demand, the base of its area and the departments of its region. */
    DEMAND,
    /** Whoever reports the person. */
    SOURCE,
    /** The province, and the city of the person. */
    DEPARTMENT,
    MATCHMAKER,
    /** The hub itself, by time or because records changed. */
    HUB
}
