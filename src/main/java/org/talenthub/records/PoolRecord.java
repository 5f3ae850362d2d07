package org.talenthub.records;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;

/** One thing of the pool, derived from its live reports; kept as GONE for its version when the last one is withdrawn. */
@Entity
@Table(name = "pool_record")
@SuppressWarnings("NullAway.Init")
class PoolRecord {

    enum State {
        LIVE,
        GONE
    }

    @Id
    long id;

    String type;

    @Nullable
    String subtype;

    @Enumerated(EnumType.STRING)
    State state;

    long version;

    @Nullable
    String strongKey;

    @Nullable
    String weakKey;

    @Nullable
    @Embedded
    NearKeys near;

    String name;

    @Nullable
    String region;

    @Nullable
    String enterpriseCode;

    @Nullable
    String enterpriseName;

    @Nullable
    String area;

    @Nullable
    Long carrierId;

    String reporters;
    String payload;
    String provenance;

    byte @Nullable [] sealed;

    @Nullable
    String confirmedOn;

    /** The record it was found to be by a decision; its own reports are behind that one then. */
    @Nullable
    Long sameAs;

    Instant createdAt;
    Instant updatedAt;

    protected PoolRecord() {}

    /** A record nobody has reported yet; {@link Derivation} fills it. */
    static PoolRecord blank(long id, String type, Instant now) {
        PoolRecord r = new PoolRecord();
        r.id = id;
        r.type = type;
        r.state = State.GONE;
        r.name = "";
        r.reporters = "";
        r.payload = "{}";
        r.provenance = "{}";
        r.createdAt = now;
        r.updatedAt = now;
        return r;
    }

    /** @param fields the payload's */
    RecordSnapshot snapshot(Fields fields) {
        return new RecordSnapshot(
                id,
                type,
                subtype,
                live(),
                version,
                name,
                region,
                enterpriseCode,
                enterpriseName,
                area,
                carrierId,
                Reporter.keys(reporters),
                fields,
                confirmedOn,
                createdAt,
                updatedAt);
    }

    boolean live() {
        return state == State.LIVE;
    }
}
