package org.talenthub.matching.contact;

/** Where a request for contact stands. */
public enum ContactState {
    ASKED,
    YES,
    NO,
    /** Nobody answered in time, or it was taken back. */
    CLOSED
}
