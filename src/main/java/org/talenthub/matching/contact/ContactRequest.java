package org.talenthub.matching.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.matching.contact.ContactLife.Act;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairLife;

/** One organisation asks the one that reported a person whether it may get in touch. */
@Entity
public class ContactRequest {

    /** How long the asker sees the contact after a yes. */
    static final Duration VISIBLE = Duration.ofDays(15);

    @Id
    private long id;

    @Column(name = "demand_id")
    private long demand;

    @Column(name = "talent_id")
    private long talent;

    private String asker = "";
    private String askerName = "";
    private String purpose = "";
    private String owner = "";

    @Enumerated(EnumType.STRING)
    private ContactState state = ContactState.ASKED;

    private @Nullable String note;
    private Instant askedAt = Instant.EPOCH;
    private @Nullable Instant answeredAt;

    @SuppressWarnings("UnusedVariable") // kept for who asks later
    private @Nullable String answeredBy;

    private @Nullable Instant visibleTill;
    private @Nullable Instant remindedAt;

    @Version
    private int version;

    protected ContactRequest() {}

    ContactRequest(long demand, long talent, String asker, String askerName, String purpose, String owner) {
        this.id = Ids.next();
        this.demand = demand;
        this.talent = talent;
        this.asker = asker;
        this.askerName = askerName;
        this.purpose = purpose;
        this.owner = owner;
        this.askedAt = Instant.now();
    }

    public long id() {
        return id;
    }

    public long demand() {
        return demand;
    }

    public long talent() {
        return talent;
    }

    public String asker() {
        return asker;
    }

    public String askerName() {
        return askerName;
    }

    public String purpose() {
        return purpose;
    }

    public String owner() {
        return owner;
    }

    public ContactState state() {
        return state;
    }

    public @Nullable String note() {
        return note;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String answeredBy() {
        return answeredBy;
    }

    public @Nullable Instant visibleTill() {
        return visibleTill;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
    }

    /** The asker sees the contact now. */
    public boolean open(Instant now) {
        Instant till = visibleTill;
        return state == ContactState.YES && till != null && now.isBefore(till);
    }

    void answer(Act act, Set<Hand> hands, @Nullable String said, String by) {
        state = PairLife.step(ContactLife.TABLE, state, act, hands);
        answeredAt = Instant.now();
        answeredBy = by;
        note = said;
        visibleTill = state == ContactState.YES ? Instant.now().plus(VISIBLE) : null;
    }

    void remind() {
        remindedAt = Instant.now();
    }
}
