package org.talenthub.security;

/** What whoever signed in has to do before anything else. */
public enum Duty {
    /** Show a code of the second factor. */
    CODE,
    /** Choose a password of his own. */
    PASSWORD,
    /** Set up a second factor, which his role needs. */
    SECOND_FACTOR
}
