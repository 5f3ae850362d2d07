package org.talenthub.accounts.passkeys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.accounts.AccountView;
import org.talenthub.accounts.Accounts;
import org.talenthub.security.Viewer;

/** Passkeys and their owners as Spring Security asks for them. */
@Component
class KeptPasskeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final PasskeyRepository passkeys;
    private final Accounts accounts;

    KeptPasskeys(PasskeyRepository passkeys, Accounts accounts) {
        this.passkeys = passkeys;
        this.accounts = accounts;
    }

    /** @throws IllegalArgumentException when the authenticator's count went back */
    @Override
    @Transactional
    public void save(CredentialRecord credential) {
        byte[] id = credential.getCredentialId().getBytes();
        if (passkeys.findByCredentialId(id).isEmpty()) {
            passkeys.save(new Passkey(credential));
        } else if (passkeys.use(id, credential.getSignatureCount(), Instant.now()) == 0) {
            throw new IllegalArgumentException("its count of signatures went back");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.findByCredentialId(id.getBytes())
                .map(Passkey::credential)
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.findByAccountOrderById(Passkey.account(handle)).stream()
                .map(Passkey::credential)
                .toList();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accounts.view(Passkey.account(handle))
                .map(AccountView::viewer)
                .map(KeptPasskeys::owner)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.find(username).map(KeptPasskeys::owner).orElse(null);
    }

    private static PublicKeyCredentialUserEntity owner(Viewer who) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Passkey.handle(who.account()))
                .name(who.username())
                .displayName(who.displayName())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("accounts are made elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("passkeys are deleted by their owner");
    }
}
