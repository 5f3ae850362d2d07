package org.talenthub.lifecycle.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.HubTime;

/** That a city has asked an enterprise or a zone to fill an application in, by a link that is used up once it is handed in. */
@Entity
@Table(name = "carrier_form_invitation")
public class FormInvitation {

    @Id
    @Column(name = "application_id")
    private long application;

    private @Nullable String token;
    private LocalDate until = LocalDate.EPOCH;
    private String invitedBy = "";
    private Instant invitedAt = Instant.EPOCH;
    private @Nullable String filler;
    private @Nullable Instant handedAt;

    @Version
    private int version;

    protected FormInvitation() {}

    public FormInvitation(long application) {
        this.application = application;
    }

    /**
     * Asks, or asks again: an earlier link is worth nothing then.
     *
     * @param digest of the link's secret
     */
    public void ask(String digest, LocalDate last, String by) {
        token = digest;
        until = last;
        invitedBy = by;
        invitedAt = Instant.now();
        handedAt = null;
    }

    public void takeBack() {
        token = null;
    }

    public void handIn(String by) {
        token = null;
        filler = by;
        handedAt = Instant.now();
    }

    /** Whether the link opens anything. */
    public boolean open() {
        return token != null && !until.isBefore(HubTime.today());
    }

    public long application() {
        return application;
    }

    public LocalDate until() {
        return until;
    }

    public String invitedBy() {
        return invitedBy;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public @Nullable String filler() {
        return filler;
    }

    public @Nullable Instant handedAt() {
        return handedAt;
    }
}
