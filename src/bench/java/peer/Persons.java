package peer;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The peer's repository. */
interface Persons extends JpaRepository<Person, Long> {

    /** What is known of a row: enough to tell whether it says anything new. */
    record Known(Long id, String identity, String hash) {}

    @Query("select new peer.Persons$Known(p.id, p.identity, p.hash) from Person p where p.identity in (:identities)")
    List<Known> known(Collection<String> identities);
}
