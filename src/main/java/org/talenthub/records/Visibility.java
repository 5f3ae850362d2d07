package org.talenthub.records;

import org.talenthub.reference.Privacy;

/** How much of a record a viewer sees; each level shows the privacy classes named. */
public enum Visibility {
    /** Does not exist for the viewer: 404. */
    NONE,
    /** PUBLIC columns. */
    PUBLIC,
    /** PUBLIC and INTERNAL; a person is 张先生 / 李女士 and the birth date only a year. */
    ANONYMISED,
    /** PUBLIC, INTERNAL and PERSONAL, no contact and no document number. */
    NO_CONTACT,
    /** Everything, sensitive values masked. */
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
}
