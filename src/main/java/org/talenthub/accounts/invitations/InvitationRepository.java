package org.talenthub.accounts.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored links. */
interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findByTokenHash(String hash);

    /** One if it was open; of two who use it in the same moment one does. */
    @Modifying
    @Query("update Invitation i set i.usedAt = :now where i.tokenHash = :hash and i.usedAt is null and i.until > :now")
    int use(String hash, Instant now);

    List<Invitation> findByAccountAndUsedAtIsNull(long account);
}
