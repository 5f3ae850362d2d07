package org.talenthub.talent.unmask;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was shown to whom. */
interface UnmaskingRepository extends Repository<Unmasking, Long> {

    Unmasking save(Unmasking unmasking);

    /** What an account is still shown of a person. */
    @Query("from Unmasking u where u.account = :account and u.person = :person and u.until > :now order by u.id")
    List<Unmasking> open(long account, long person, Instant now);
}
