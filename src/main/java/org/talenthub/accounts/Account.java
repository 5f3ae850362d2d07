package org.talenthub.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.Formula;
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

    private @Nullable String carrierRegion;

    private @Nullable Long organisationId;

    private boolean enabled;

    private boolean demo;

    private boolean passwordSet;

    private boolean oneUse;

    private @Nullable Instant passwordAt;

    private @Nullable Instant lastSeenAt;

    private @Nullable String language;

    private byte @Nullable [] factor;

    private @Nullable Instant factorAt;

    private @Nullable Long factorStep;

    @Formula("(select count(*) from passkey p where p.account_id = id)")
    private long passkeys;

    @Column(nullable = false)
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** @param passwordSet false while its owner has not chosen one: the hash is of a text that nobody knows */
    Account(String username, String displayName, Seat seat, String passwordHash, boolean passwordSet, boolean demo) {
        this.id = Ids.next();
        this.username = username;
        this.passwordHash = passwordHash;
        this.passwordSet = passwordSet;
        this.displayName = displayName;
        this.role = seat.role();
        this.region = seat.region();
        this.carrierId = seat.carrier();
        this.carrierName = seat.carrierName();
        this.enabled = true;
        this.demo = demo;
        this.createdAt = Instant.now();
        this.passwordAt = passwordSet ? createdAt : null;
    }

    void bindCarrier(long carrier, String name) {
        this.carrierId = carrier;
        this.carrierName = name;
    }

    /** Gives the account other eyes. */
    void move(Seat seat) {
        this.role = seat.role();
        this.region = seat.region();
        this.carrierId = seat.carrier();
        this.carrierName = seat.carrierName();
        this.carrierRegion = null;
    }

    void placed(@Nullable String carrierIn, @Nullable Long organisation) {
        this.carrierRegion = carrierIn;
        this.organisationId = organisation;
    }

    void rename(String name) {
        this.displayName = name;
    }

    void enable(boolean whether) {
        this.enabled = whether;
    }

    /** Gives the account a password that has to be changed at once. */
    void takeOver(String newPasswordHash) {
        changePassword(newPasswordHash);
        this.oneUse = true;
        this.demo = false;
        this.enabled = true;
        dropFactor();
    }

    /** Its owner has chosen one; that counts as being seen. */
    void changePassword(String newPasswordHash) {
        renewHash(newPasswordHash);
        this.passwordSet = true;
        this.oneUse = false;
        this.passwordAt = Instant.now();
        this.lastSeenAt = passwordAt;
        if (!hasApp()) {
            dropFactor(); // a secret that waited was known to whoever knew the password before
        }
    }

    /** The same password, hashed anew. */
    void renewHash(String hash) {
        this.passwordHash = hash;
    }

    void seen(Instant now) {
        this.lastSeenAt = now;
    }

    void speak(String tag) {
        this.language = tag;
    }

    /** It is asked for from now on. A code of this time step was taken; none of it or an earlier one will be again. */
    void takeFactor(byte[] sealedSecret, long step) {
        this.factor = sealedSecret;
        this.factorStep = step;
        this.factorAt = Instant.now();
    }

    void dropFactor() {
        this.factor = null;
        this.factorAt = null;
        this.factorStep = null;
    }

    byte @Nullable [] factor() {
        return factor;
    }

    /** Of either kind. */
    boolean hasFactor() {
        return hasApp() || passkeys > 0;
    }

    /** An app that makes codes. */
    boolean hasApp() {
        return factorAt != null;
    }

    long factorStep() {
        return factorStep == null ? 0 : factorStep;
    }

    /** @param demoHub accounts with a published password work on a demo hub only */
    boolean usable(boolean demoHub, Duration staleAfter) {
        return (!demo || demoHub) && state(staleAfter) == AccountState.ACTIVE;
    }

    AccountState state(Duration staleAfter) {
        return !enabled
                ? AccountState.DISABLED
                : !passwordSet
                        ? AccountState.INVITED
                        : stale(Instant.now().minus(staleAfter)) ? AccountState.STALE : AccountState.ACTIVE;
    }

    private boolean stale(Instant since) {
        Instant seen = lastSeenAt == null ? passwordAt == null ? createdAt : passwordAt : lastSeenAt;
        return !demo && seen.isBefore(since);
    }

    boolean oneUse() {
        return oneUse;
    }

    boolean youngerThan(Duration age) {
        return createdAt.isAfter(Instant.now().minus(age));
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    @Nullable
    Instant lastSeenAt() {
        return lastSeenAt;
    }

    Viewer viewer() {
        return new Viewer(id, username, displayName, role, region, carrierId, carrierName);
    }

    AccountView view(Duration staleAfter) {
        return new AccountView(
                viewer(),
                carrierRegion,
                organisationId,
                state(staleAfter),
                hasFactor(),
                language,
                createdAt,
                lastSeenAt,
                passwordAt);
    }
}
