package org.talenthub.accounts.organisations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;

/** A department, a carrier or another body whose people have accounts. */
@Entity
@Table(name = "organisation")
class HubOrganisation {

    @Id
    private Long id;

    @Version
    private @Nullable Integer version;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    @Column(nullable = false)
    private String name;

    private @Nullable String region;

    private @Nullable Long carrierId;

    private boolean enabled;

    @Column(nullable = false)
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected HubOrganisation() {}

    HubOrganisation(OrganisationKind kind, String name, @Nullable String region, @Nullable Long carrier) {
        this.id = Ids.next();
        this.kind = kind;
        this.name = name;
        this.region = region;
        this.carrierId = carrier;
        this.enabled = true;
        this.createdAt = Instant.now();
    }

    void rename(String given) {
        this.name = given;
    }

    void enable(boolean whether) {
        this.enabled = whether;
    }

    OrganisationView view() {
        return new OrganisationView(id, kind, name, region, carrierId, enabled, createdAt);
    }
}
