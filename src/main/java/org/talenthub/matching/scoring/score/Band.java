package org.talenthub.matching.scoring.score;

/** A score as a word, from the best down. */
public enum Band {
    /** 强. */
    STRONG,
    /** 较强. */
    GOOD,
    /** 可考虑. */
    FAIR,
    /** 弱. */
    WEAK
}
