package org.talenthub.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.talenthub.security.Role;

/** The stored accounts. */
interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByUsername(String username);

    List<Account> findByRole(Role role);

    List<Account> findByEnabledTrue();

    List<Account> findByOrganisationIdAndEnabledTrue(long organisation);

    long count();

    boolean existsByDemo(boolean demo);

    @Modifying
    @Query("update Account a set a.factorStep = :step where a.id = :id and coalesce(a.factorStep, 0) < :step")
    int useStep(long id, long step);

    @Modifying
    @Query("delete from Passkey p where p.account = :account")
    void dropPasskeys(long account);

    @Modifying
    @Query("delete from PersonalToken t where t.account = :account")
    void dropTokens(long account);
}
