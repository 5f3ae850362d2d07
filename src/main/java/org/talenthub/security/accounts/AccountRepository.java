package org.talenthub.security.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.talenthub.security.Role;

/** The stored accounts. */
interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    Optional<Account> findByUsername(String username);

    List<Account> findByRole(Role role);

    List<Account> findByEnabledTrue();

    long count();
}
