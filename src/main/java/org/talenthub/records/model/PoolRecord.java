package org.talenthub.records.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Reporter;

/** One thing of the pool, derived from its live reports; kept as GONE for its version when the last one is withdrawn. */
@Entity
@Table(name = "pool_record")
@SuppressWarnings("NullAway.Init")
public class PoolRecord {

    public enum State {
        LIVE,
        GONE
    }

    @Id
    public long id;

    public String type;

    @Nullable
    public String subtype;

    @Enumerated(EnumType.STRING)
    public State state;

    public long version;

    public String name;

    @Nullable
    public String region;

    @Nullable
    public String enterpriseCode;

    @Nullable
    public String enterpriseName;

    @Nullable
    public String area;

    @Nullable
    public Long carrierId;

    public String reporters;
    public String payload;
    public String provenance;

    public byte @Nullable [] sealed;

    /** Of several reporters, carriers' keys with the fields of which the record holds what they say themselves: {@link Agreed}. */
    @Nullable
    public String agreed;

    @Nullable
    public String confirmedOn;

    /** The record it was found to be by a decision; its own reports are behind that one then. */
    @Nullable
    public Long sameAs;

    Instant createdAt;
    public Instant updatedAt;

    protected PoolRecord() {}

    /** A record nobody has reported yet; {@link org.talenthub.records.merge.Derivation} fills it. */
    public static PoolRecord blank(long id, String type, Instant now) {
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
    public RecordSnapshot snapshot(Fields fields) {
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
                updatedAt,
                agreed == null ? Map.of() : Agreed.read(agreed));
    }

    public boolean live() {
        return state == State.LIVE;
    }
}
