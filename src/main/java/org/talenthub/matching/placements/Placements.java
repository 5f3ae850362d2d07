package org.talenthub.matching.placements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All placements. */
interface Placements extends Repository<Placement, Long> {

    Optional<Placement> findById(long id);

    List<Placement> findByDemandAndTalentOrderByIdDesc(long demand, long talent);

    long countByDemandAndStateIn(long demand, Collection<PlacementState> states);

    long countByTalentAndModeAndStateInAndIdNot(long talent, String mode, Collection<PlacementState> states, long id);

    Placement save(Placement placement);
}
