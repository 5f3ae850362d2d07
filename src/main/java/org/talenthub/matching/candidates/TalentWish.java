package org.talenthub.matching.candidates;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.security.Viewer;

/** Whether a person wants to be asked at the moment, as said by the person or its owner. */
@Entity
class TalentWish {

    @Id
    private long talentId;

    @Enumerated(EnumType.STRING)
    private Availability state = Availability.OPEN;

    private @Nullable LocalDate untilDay;

    @SuppressWarnings("UnusedVariable") // kept for who has to answer for it
    private String changedBy = "";

    @SuppressWarnings("UnusedVariable") // the same
    private Instant changedAt = Instant.EPOCH;

    protected TalentWish() {}

    TalentWish(long talent) {
        this.talentId = talent;
    }

    long talent() {
        return talentId;
    }

    void change(Availability to, @Nullable LocalDate until, Viewer by) {
        state = to;
        untilDay = to == Availability.PAUSED ? until : null;
        changedBy = by.displayName();
        changedAt = Instant.now();
    }

    /** A pause ends by itself. */
    Availability on(LocalDate day) {
        LocalDate until = untilDay;
        return state == Availability.PAUSED && until != null && until.isBefore(day) ? Availability.OPEN : state;
    }

    @Nullable
    LocalDate until() {
        return untilDay;
    }
}
