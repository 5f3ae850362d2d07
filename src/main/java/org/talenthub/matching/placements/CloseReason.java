package org.talenthub.matching.placements;

import java.util.Arrays;
import java.util.Optional;

/** Why a placement ended. */
public enum CloseReason {
    NOT_SELECTED,
    DECLINED,
    SALARY,
    PLACE,
    NO_ANSWER,
    FILLED,
    LEFT,
    PROJECT_DONE,
    OTHER;

    static Optional<CloseReason> of(String name) {
        return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
    }
}
