package org.talenthub.matching.candidates;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What owners say of their demands' conditions. */
interface DemandWishes extends Repository<DemandWish, Long> {

    Optional<DemandWish> findById(long demand);

    List<DemandWish> findAllByDemandIdIn(Collection<Long> demands);

    DemandWish save(DemandWish wish);
}
