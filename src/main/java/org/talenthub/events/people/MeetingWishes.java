package org.talenthub.events.people;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All wishes of participants. */
interface MeetingWishes extends Repository<MeetingWish, Long> {

    MeetingWish save(MeetingWish wish);

    List<MeetingWish> findByEvent(long event);

    List<MeetingWish> findByFrom(long from);

    void delete(MeetingWish wish);
}
