package org.talenthub.matching.pairs;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The pairs that the hub knows of. */
interface MatchPairs extends Repository<MatchPair, Long> {

    Optional<MatchPair> findByDemandAndTalent(long demand, long talent);

    MatchPair save(MatchPair pair);
}
