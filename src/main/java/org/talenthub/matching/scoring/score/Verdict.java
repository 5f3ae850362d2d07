package org.talenthub.matching.scoring.score;

/** What is found where a condition and a person's record are compared. */
public enum Verdict {
    MET,
    NEAR,
    UNMET,
    /** One of the two sides says nothing: no points, and the score is less certain. */
    UNKNOWN
}
