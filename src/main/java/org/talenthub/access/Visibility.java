package org.talenthub.access;

import org.talenthub.reference.Privacy;

/** How much of a record a viewer sees, from nothing to everything; each level shows the privacy classes named. */
public enum Visibility {
    /** Does not exist for the viewer: 404. */
    NONE,
    /** PUBLIC columns. */
    PUBLIC,
    /** PUBLIC and INTERNAL; a person is 张先生 / 李女士 and the birth date only a year. */
    ANONYMISED,
    /** PUBLIC, INTERNAL and PERSONAL, no contact and no document number. */
    NO_CONTACT,
    /** Everything, sensitive values masked; and who reported what. */
    FULL;

    /** Whether a record seen like this shows columns of a privacy class; sensitive ones never stand among the fields. */
    public boolean shows(Privacy p) {
        return switch (p) {
            case PUBLIC -> this != NONE;
            case INTERNAL -> compareTo(ANONYMISED) >= 0;
            case PERSONAL -> compareTo(NO_CONTACT) >= 0;
            case SENSITIVE -> false;
        };
    }

    /** Sensitive values are shown, masked. */
    public boolean masks() {
        return this == FULL;
    }

    /** Who reported what of the record, and where they disagree, is shown. */
    public boolean sources() {
        return this == FULL;
    }
}
