package org.talenthub.security.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** One account; changes through methods that say what happens. */
@Entity
class Account {

    @Id
    private Long id;

    /** Null until stored, which is also how Spring Data tells a new account. */
    @Version
    private @Nullable Integer version;

    @Column(nullable = false)
    private String username;

    @Column(nullable = false)
    private String passwordHash;

    @Column(nullable = false)
    private String displayName;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String region;

    private @Nullable Long carrierId;

    private @Nullable String carrierName;

    private boolean enabled;

    private boolean demo;

    @Column(nullable = false)
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(NewAccount given, String passwordHash, boolean demo) {
        this.id = Ids.next();
        this.username = given.username();
        this.passwordHash = passwordHash;
        this.displayName = given.displayName();
        this.role = given.role();
        this.region = given.region();
        this.carrierId = given.carrier();
        this.carrierName = given.carrierName();
        this.enabled = true;
        this.demo = demo;
        this.createdAt = Instant.now();
    }

    void bindCarrier(long carrier, String name) {
        this.carrierId = carrier;
        this.carrierName = name;
    }

    /** Gives the account a password that nobody but its owner knows. */
    void takeOver(String newPasswordHash) {
        this.passwordHash = newPasswordHash;
        this.demo = false;
        this.enabled = true;
    }

    /** @param demoHub accounts with a published password work on a demo hub only */
    boolean usable(boolean demoHub) {
        return enabled && (!demo || demoHub);
    }

    String passwordHash() {
        return passwordHash;
    }

    Viewer viewer() {
        return new Viewer(id, username, displayName, role, region, carrierId, carrierName);
    }
}
