package org.talenthub.results.lists;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored lists. */
interface StoredLists extends Repository<StoredList, Long> {

    /** An account's own and those that its organisation shares, by name. */
    @Query(
            "from StoredList l where (not l.shared and l.account = :account) or (l.shared and l.organisation = :organisation)"
                    + " order by l.name, l.id")
    List<StoredList> visibleTo(long account, String organisation);

    /** Within a transaction that changes it: whoever else wants to waits. */
    @Query(value = "select id from record_list where id = :id for update", nativeQuery = true)
    Optional<Long> lock(long id);

    Optional<StoredList> findById(long id);

    @Query("select l from StoredList l left join fetch l.entries where l.id = :id")
    Optional<StoredList> withEntries(long id);

    StoredList save(StoredList list);

    void delete(StoredList list);
}
