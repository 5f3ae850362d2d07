package org.talenthub.reporting;

/** How a carrier stands to one month. */
public enum ReportingState {
    /** Came by the day that it was due. */
    IN,
    /** Came after it. */
    LATE,
    /** Has not come, and need not yet. */
    WAITING,
    /** Has not come, and should have. */
    OVERDUE;

    public boolean missing() {
        return this == WAITING || this == OVERDUE;
    }
}
