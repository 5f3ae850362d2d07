package org.talenthub.security;

/** Whose eyes an account has; the table of the contract says what each may do. */
public enum Role {
    PROVINCE,
    CITY,
    BASE,
    STATION,
    MATCHMAKER,
    ADMIN,
    /** Accounts and nothing else, where administration is separated. */
    SECURITY,
    /** The trail and nothing else, where administration is separated. */
    AUDITOR,
    ANONYMOUS;

    /** Belongs to a carrier. */
    public boolean ofCarrier() {
        return this == BASE || this == STATION;
    }

    /** Keeps the hub itself and sees no person. */
    public boolean keepsTheHub() {
        return this == ADMIN || this == SECURITY || this == AUDITOR;
    }
}
