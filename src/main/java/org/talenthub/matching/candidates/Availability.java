package org.talenthub.matching.candidates;

/** Whether a person may be asked. */
public enum Availability {
    OPEN,
    /** Until a day, or until it is said otherwise. */
    PAUSED,
    /** Only after a word with whoever reported the person. */
    CONTACT_FIRST,
    /** Asked to be left out of matching. */
    LEFT_OUT;

    /** Contact with the person may be asked for. */
    public boolean askable() {
        return this == OPEN || this == CONTACT_FIRST;
    }
}
