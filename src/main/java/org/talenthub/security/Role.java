package org.talenthub.security;

/** Whose eyes an account has; the table of the contract says what each may do. */
public enum Role {
    PROVINCE,
    CITY,
    BASE,
    STATION,
    MATCHMAKER,
    ADMIN,
    ANONYMOUS
}
