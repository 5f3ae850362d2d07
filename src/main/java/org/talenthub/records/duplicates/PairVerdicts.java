package org.talenthub.records.duplicates;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All verdicts on pairs. */
interface PairVerdicts extends Repository<PairVerdict, Long> {

    Optional<PairVerdict> findById(long id);

    PairVerdict saveAndFlush(PairVerdict verdict);
}
