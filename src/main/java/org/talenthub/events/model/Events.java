package org.talenthub.events.model;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All events. */
interface Events extends Repository<RecruitmentEvent, Long> {

    RecruitmentEvent save(RecruitmentEvent event);

    Optional<RecruitmentEvent> findById(long id);

    List<RecruitmentEvent> findAllByOrderByStartsDescIdDesc();
}
