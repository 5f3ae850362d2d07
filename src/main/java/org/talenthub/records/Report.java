package org.talenthub.records;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row that an organisation submitted; immutable but for what became of it. */
@Entity
@Table(name = "report")
@SuppressWarnings("NullAway.Init")
class Report {

    /**
     * What became of the row. SAME: repeats what this reporter said before, so nothing was to be done. REPLACED: a correction of it
     * took its place.
     */
    enum State {
        STAGED,
        REJECTED,
        LIVE,
        SAME,
        REPLACED,
        WITHDRAWN
    }

    /** What the row does, or did, to the pool. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED,
        REPLACED
    }

    @Id
    long id;

    long batchId;
    int rowNo;
    String type;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome outcome;

    String reporter;

    @Nullable
    Long recordId;

    @Nullable
    String strongKey;

    @Nullable
    String weakKey;

    @Nullable
    @Embedded
    NearKeys near;

    /** The record its own keys led to, when a decision moved it to {@link #recordId}. */
    @Nullable
    Long ownRecord;

    /** A strong key that a decision does not let count: it belongs to somebody else. */
    @Nullable
    String setAside;

    @Nullable
    Long suspectOf;

    @Nullable
    Integer duplicateOf;

    String title;
    String payload;
    String payloadHash;

    byte @Nullable [] sealed;

    @Nullable
    String issues;

    @Nullable
    String worst;

    @Nullable
    Instant liveAt;

    protected Report() {}

    /** The record its own keys led to; before the commit none. */
    @Nullable
    Long own() {
        return ownRecord == null ? recordId : ownRecord;
    }

    /** What a decision about one document number under two names is remembered by. */
    static @Nullable String claim(@Nullable String strong, @Nullable NearKeys near) {
        return strong == null || near == null || near.alikeKey == null ? null : strong + '/' + near.alikeKey;
    }
}
