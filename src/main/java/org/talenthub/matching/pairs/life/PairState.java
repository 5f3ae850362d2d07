package org.talenthub.matching.pairs.life;

/** What people decided about a pair so far. */
public enum PairState {
    /** Found by the hub, looked at by nobody. */
    NEW,
    SEEN,
    SHORTLISTED,
    /** Contact was asked for. */
    ASKED,
    /** Handed on to the enterprise. */
    REFERRED,
    NOT_REFERRED,
    NOT_SELECTED,
    /** By the person. */
    DECLINED,
    DISMISSED
}
