package org.talenthub.accounts.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored passkeys. */
interface PasskeyRepository extends Repository<Passkey, Long> {

    Passkey save(Passkey passkey);

    @Query("select p from Passkey p where p.credentialId = :credential")
    Optional<Passkey> findByCredentialId(byte[] credential);

    List<Passkey> findByAccountOrderById(long account);

    long countByAccount(long account);

    /** One when the authenticator's count has grown, or stays at 0 because it keeps none: else somebody has a copy of it. */
    @Modifying
    @Query("update Passkey p set p.signatures = :count, p.lastUsedAt = :now where p.credentialId = :credential"
            + " and (p.signatures < :count or (p.signatures = 0 and :count = 0))")
    int use(byte[] credential, long count, Instant now);

    @Modifying
    @Query("delete from Passkey p where p.id = :id and p.account = :account")
    int delete(long id, long account);
}
