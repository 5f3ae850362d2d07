package org.talenthub.accounts.invitations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;

/** One link that opens an account to its owner, once. */
@Entity
class Invitation {

    @Id
    private long id;

    @Column(name = "account_id")
    private long account;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private String tokenHash;

    @Column(name = "ends_at")
    private Instant until;

    private @Nullable Instant usedAt;

    @SuppressWarnings("UnusedVariable") // kept for who asks
    private String createdBy;

    @SuppressWarnings("UnusedVariable") // kept for who asks
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(long account, String tokenHash, Instant until, String createdBy) {
        this.id = Ids.next();
        this.account = account;
        this.tokenHash = tokenHash;
        this.until = until;
        this.createdBy = createdBy;
        this.createdAt = Instant.now();
    }

    boolean open(Instant now) {
        return usedAt == null && now.isBefore(until);
    }

    /** Opens nothing any more. */
    void close(Instant now) {
        if (usedAt == null) {
            usedAt = now;
        }
    }

    long account() {
        return account;
    }
}
