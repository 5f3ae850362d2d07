package org.talenthub.events.plans;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Everybody who meets somebody at an event. */
public interface EventMeetings extends Repository<EventMeeting, Long> {

    EventMeeting save(EventMeeting meeting);

    Optional<EventMeeting> findById(long id);

    List<EventMeeting> findByEvent(long event);
}
