package org.talenthub.records.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One row that an organisation submitted; immutable but for what became of it. */
@Entity
@Table(name = "report")
@SuppressWarnings("NullAway.Init")
public class Report {

    /**
     * What became of the row. SAME: repeats what this reporter said before, so nothing was to be done. REPLACED: a correction of it
     * took its place.
     */
    public enum State {
        STAGED,
        REJECTED,
        LIVE,
        SAME,
        REPLACED,
        WITHDRAWN
    }

    /** What the row does, or did, to the pool. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED,
        REPLACED
    }

    /** By when it was committed; a later one is newer, and within one file the later row. */
    public static final Comparator<Report> OLDEST_FIRST = Comparator.comparing(
                    (Report r) -> r.liveAt == null ? Instant.EPOCH : r.liveAt)
            .thenComparingInt(r -> r.rowNo)
            .thenComparingLong(r -> r.id);

    @Id
    public long id;

    public long batchId;
    public int rowNo;
    public String type;

    @Enumerated(EnumType.STRING)
    public State state;

    @Nullable
    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    public String reporter;

    @Nullable
    public Long recordId;

    @Nullable
    public String strongKey;

    @Nullable
    public String weakKey;

    @Nullable
    @Embedded
    public NearKeys near;

    /** What contradicts another row of the same weak key: see {@link org.talenthub.records.Identity}. */
    public String traits = "";

    /** The row proves its strong key. */
    public boolean verified;

    /** The record its own keys led to, when a decision moved it to {@link #recordId}. */
    @Nullable
    public Long ownRecord;

    /** A strong key that a decision does not let count: it belongs to somebody else. */
    @Nullable
    public String setAside;

    @Nullable
    Long suspectOf;

    @Nullable
    Integer duplicateOf;

    public String title;
    public String payload;
    public String payloadHash;

    public byte @Nullable [] sealed;

    @Nullable
    public String issues;

    @Nullable
    public String worst;

    @Nullable
    public Instant liveAt;

    /** The record's version that the row was compared with; null where it was compared with none. */
    @Nullable
    public Long seenVersion;

    /** Its reporter's own report that it was compared with. */
    @Nullable
    public Long seenReport;

    public Report() {}

    /** The record its own keys led to; before the commit none. */
    @Nullable
    public Long own() {
        return ownRecord == null ? recordId : ownRecord;
    }

    /** What a decision about one document number under two names is remembered by. */
    public static @Nullable String claim(@Nullable String strong, @Nullable NearKeys near) {
        return strong == null || near == null || near.alikeKey == null ? null : strong + '/' + near.alikeKey;
    }
}
