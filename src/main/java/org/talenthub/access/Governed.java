package org.talenthub.access;

/** A type of record says which rules are its own. */
public interface Governed {

    /** The record type, which is also its feed: {@code talent}. */
    String feed();

    /** PERSON, DEMAND or DIRECTORY. */
    Thing thing();
}
