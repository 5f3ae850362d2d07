package org.talenthub.access;

/** What somebody does with a thing. */
public enum Act {
    /** Knows of it and sees it, as far as the {@link Visibility} says. */
    READ,
    /** Sends in its sheets. */
    REPORT,
    /** Makes or changes it, by a report or by hand. */
    EDIT,
    /** Decides which of several reports holds. */
    DECIDE,
    /** Decides whether two are the same. */
    REVIEW,
    /** Takes it away as a file. */
    EXPORT,
    /** Has everything that is kept of it deleted. */
    ERASE,
    /** Sees a sensitive value of it as it is, one at a time and for a purpose. */
    UNMASK
}
