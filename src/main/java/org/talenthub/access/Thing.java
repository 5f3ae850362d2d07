package org.talenthub.access;

/** What the rules speak of; the first three are the families of records. */
public enum Thing {
    /** Talents: never public. */
    PERSON,
    /** Demands: open ones are public, contact only where the role reaches. */
    DEMAND,
    /** Enterprises, carriers, platforms: public. */
    DIRECTORY,
    /** An uploaded file and what became of it. */
    BATCH,
    /** Two records that may be one person. */
    PAIR,
    /** A demand and a person together: how they fit, what is decided, asked and came of it. */
    MATCH,
    /** An application for a base or a station, and what became of it. */
    CASE,
    /** Editions of the key recruitment list, and the needs that they are made of. */
    EDITION,
    /** A recruitment event with its people, its plans and what came of it; what, where and when of a published one is everybody's. */
    EVENT,
    /** Saved searches and lists of records. */
    LIST,
    /** The record of who did what. */
    TRAIL,
    /** The hub's own working: indices and settings. */
    HUB,
    /** Who may sign in: departments, matchmakers, those who keep the hub. */
    ACCOUNT,
    /** Who may sign in for a base or a station. */
    CARRIER_ACCOUNT
}
