package org.talenthub.matching.candidates;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Which people want to be asked, and which not. */
interface TalentWishes extends Repository<TalentWish, Long> {

    Optional<TalentWish> findById(long talent);

    List<TalentWish> findAllByTalentIdIn(Collection<Long> talents);

    TalentWish save(TalentWish wish);
}
