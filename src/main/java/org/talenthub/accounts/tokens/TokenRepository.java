package org.talenthub.accounts.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored tokens. */
interface TokenRepository extends Repository<PersonalToken, Long> {

    PersonalToken save(PersonalToken token);

    Optional<PersonalToken> findByTokenHash(String hash);

    List<PersonalToken> findByAccountOrderByIdDesc(long account);

    void delete(PersonalToken token);

    @Modifying
    @Transactional
    @Query("update PersonalToken t set t.lastUsedAt = :at where t.id = :id")
    void used(long id, Instant at);
}
