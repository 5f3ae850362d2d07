package org.talenthub.matching.placements;

/** How far a pair has come. */
public enum PlacementState {
    CONTACTED,
    INTENT,
    SIGNED,
    ARRIVED,
    RETAINED,
    CLOSED
}
