package org.talenthub.accounts.organisations;

import org.talenthub.access.Thing;
import org.talenthub.security.Role;

/** What accounts belong to. */
public enum OrganisationKind {
    PROVINCE,
    CITY,
    BASE,
    STATION,
    MATCHMAKER,
    /** Whoever keeps the hub. */
    HUB;

    public static OrganisationKind of(Role role) {
        return switch (role) {
            case PROVINCE -> PROVINCE;
            case CITY -> CITY;
            case BASE -> BASE;
            case STATION -> STATION;
            case MATCHMAKER -> MATCHMAKER;
            case ADMIN, SECURITY, AUDITOR, ANONYMOUS -> HUB;
        };
    }

    public boolean ofCarrier() {
        return this == BASE || this == STATION;
    }

    /** Which rules are its own: those of its accounts. */
    Thing thing() {
        return ofCarrier() ? Thing.CARRIER_ACCOUNT : Thing.ACCOUNT;
    }
}
