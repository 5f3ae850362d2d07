package org.talenthub.results.saved;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored searches. */
interface SavedSearchRepository extends Repository<SavedSearch, Long> {

    /** An account's own and those that its organisation shares, by name. */
    @Query(
            "from SavedSearch s where (not s.shared and s.account = :account) or (s.shared and s.organisation = :organisation)"
                    + " order by s.name, s.id")
    List<SavedSearch> visibleTo(long account, String organisation);

    List<SavedSearch> findAllByOrderById();

    long count();

    SavedSearch save(SavedSearch search);

    void delete(SavedSearch search);

    @Modifying
    @Transactional
    @Query("update SavedSearch s set s.complete = :complete where s.id = :id")
    void complete(long id, boolean complete);
}
