package org.talenthub.chains;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What departments chose. */
interface NodeChoices extends Repository<NodeChoice, Long> {

    Optional<NodeChoice> findById(long recordId);

    NodeChoice save(NodeChoice choice);

    void delete(NodeChoice choice);
}
