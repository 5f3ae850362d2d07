package org.talenthub.events.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All who take part in events. */
interface Participants extends Repository<Participant, Long> {

    Participant save(Participant participant);

    Optional<Participant> findById(long id);

    Optional<Participant> findByEventAndKindAndRecord(long event, Participant.Kind kind, long record);

    Optional<Participant> findByToken(String token);

    List<Participant> findByEventOrderByKindAscNumberAsc(long event);

    List<Participant> findByIdIn(Collection<Long> ids);

    void delete(Participant participant);
}
