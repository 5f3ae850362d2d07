package org.talenthub.talent.unmask;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.talenthub.common.Ids;

/** That somebody was shown one value of one person, and until when it stays shown to him. */
@Entity
class Unmasking {

    static final Duration LASTS = Duration.ofMinutes(15);

    @Id
    private long id;

    @Column(name = "account_id")
    private long account;

    @Column(name = "record_id")
    private long person;

    private String field;

    @SuppressWarnings("UnusedVariable") // kept for who asks why
    private String purpose;

    @SuppressWarnings("UnusedVariable") // kept for who asks when
    private Instant at;

    @Column(name = "ends_at")
    private Instant until;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Unmasking() {}

    Unmasking(long account, long person, String field, String purpose) {
        this.id = Ids.next();
        this.account = account;
        this.person = person;
        this.field = field;
        this.purpose = purpose;
        // as exactly as a database keeps it
        this.at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        this.until = at.plus(LASTS);
    }

    String field() {
        return field;
    }

    Instant until() {
        return until;
    }
}
