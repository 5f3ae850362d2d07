package org.talenthub.accounts;

/** Whether somebody can sign in, and why not. */
public enum AccountState {
    /** Nobody has chosen a password yet. */
    INVITED,
    ACTIVE,
    /** Not used for too long; a new invitation opens it. */
    STALE,
    /** Switched off by who keeps the accounts. */
    DISABLED
}
