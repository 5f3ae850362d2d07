package org.talenthub.matching.scoring.score;

/** How much a condition binds. */
public enum Strength {
    /** Missing it costs more than its weight: the score is capped. */
    MUST,
    SHOULD,
    NICE;

    public boolean hard() {
        return this == MUST;
    }
}
