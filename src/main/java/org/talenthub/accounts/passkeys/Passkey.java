package org.talenthub.accounts.passkeys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.talenthub.common.Ids;

/** One passkey of an account. */
@Entity
class Passkey {

    @Id
    private long id;

    @Column(name = "account_id")
    private long account;

    private byte[] credentialId;

    private byte[] publicKey;

    private byte[] attestation;

    private long signatures;

    private boolean verified;

    private boolean backupEligible;

    private boolean backedUp;

    private String transports;

    private String label;

    private Instant createdAt;

    private @Nullable Instant lastUsedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Passkey() {}

    Passkey(CredentialRecord registered) {
        this.id = Ids.next();
        this.account = account(registered.getUserEntityUserId());
        this.credentialId = registered.getCredentialId().getBytes();
        this.publicKey = registered.getPublicKey().getBytes();
        Bytes said = registered.getAttestationObject();
        this.attestation = said == null ? new byte[0] : said.getBytes();
        this.signatures = registered.getSignatureCount();
        this.verified = registered.isUvInitialized();
        this.backupEligible = registered.isBackupEligible();
        this.backedUp = registered.isBackupState();
        this.transports = registered.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
        this.label = registered.getLabel();
        this.createdAt = Instant.now();
    }

    /** The account as authenticators know it: its number, which says nothing of its owner. */
    static Bytes handle(long account) {
        return new Bytes(ByteBuffer.allocate(Long.BYTES).putLong(account).array());
    }

    /** The account of that handle; 0, which is nobody's, when it is none. */
    static long account(@Nullable Bytes handle) {
        byte[] bytes = handle == null ? new byte[0] : handle.getBytes();
        return bytes.length == Long.BYTES ? ByteBuffer.wrap(bytes).getLong() : 0;
    }

    CredentialRecord credential() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(credentialId))
                .userEntityUserId(handle(account))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .attestationObject(new Bytes(attestation))
                .signatureCount(signatures)
                .uvInitialized(verified)
                .backupEligible(backupEligible)
                .backupState(backedUp)
                .transports(transports())
                .label(label)
                .created(createdAt)
                .lastUsed(lastUsedAt == null ? createdAt : lastUsedAt)
                .build();
    }

    private Set<AuthenticatorTransport> transports() {
        return Arrays.stream(transports.split(" "))
                .filter(t -> !t.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    long id() {
        return id;
    }

    String label() {
        return label;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
