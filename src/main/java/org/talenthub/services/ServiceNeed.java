package org.talenthub.services;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.services.NeedLife.Action;
import org.talenthub.services.NeedLife.Hand;
import org.talenthub.services.NeedLife.State;

/** One service that a person asked for, and what became of it. */
@Entity
@Table(name = "service_case")
class ServiceNeed {

    @Id
    private long id;

    @Column(name = "carrier_id")
    private long carrier;

    @SuppressWarnings("UnusedVariable") // counted by the database
    private @Nullable String region;

    @Column(name = "talent_id")
    private long talent;

    private String need = "";

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private @Nullable String note;
    private @Nullable String reason;
    private Instant askedAt = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private String changedBy = "";

    @Version
    private int version;

    protected ServiceNeed() {}

    ServiceNeed(long carrier, @Nullable String region, long talent, String need, @Nullable String note, String by) {
        this.id = Ids.next();
        this.carrier = carrier;
        this.region = region;
        this.talent = talent;
        this.need = need;
        this.note = note;
        this.askedAt = Instant.now();
        this.changedAt = askedAt;
        this.changedBy = by;
    }

    List<Action> allowed() {
        return NeedLife.TABLE.allowed(state, Hand.CARRIER);
    }

    /** @throws org.talenthub.common.Problem 409 as the table says */
    void move(Action action, @Nullable String why, String by) {
        state = NeedLife.TABLE.step(state, action, Hand.CARRIER);
        reason = action == Action.DECLINE ? why : null;
        changedAt = Instant.now();
        changedBy = by;
    }

    long id() {
        return id;
    }

    long carrier() {
        return carrier;
    }

    long talent() {
        return talent;
    }

    String need() {
        return need;
    }

    State state() {
        return state;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
