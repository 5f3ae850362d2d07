package org.talenthub.records.duplicates;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.duplicates.Suspects.State;

/** What people decided about a pair; its row is found and scored by the intake. */
@Entity
@Table(name = "suspect")
@SuppressWarnings("NullAway.Init")
class PairVerdict {

    /** Characters of a note at most. */
    private static final int NOTE = 500;

    @Id
    public long id;

    @Enumerated(EnumType.STRING)
    public State state;

    @Nullable
    public Long moved;

    @Nullable
    public String decidedBy;

    @Nullable
    public Instant decidedAt;

    @Nullable
    public String note;

    protected PairVerdict() {}

    /** @param part the record that became part of the other */
    void decided(State verdict, @Nullable Long part, String by, @Nullable String why) {
        state = verdict;
        moved = part;
        decidedBy = by;
        decidedAt = Instant.now();
        note = why == null || why.isBlank() ? null : why.substring(0, Math.min(NOTE, why.length()));
    }

    /** As if nothing had been decided. */
    void takenBack() {
        state = State.OPEN;
        moved = null;
        decidedBy = null;
        decidedAt = null;
        note = null;
    }
}
