package org.talenthub.records.duplicates;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All verdicts on pairs. */
interface Verdicts extends Repository<Verdict, Long> {

    Optional<Verdict> findById(long id);

    Verdict saveAndFlush(Verdict verdict);
}
