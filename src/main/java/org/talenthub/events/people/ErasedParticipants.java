package org.talenthub.events.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/** A person's part in events goes: wishes, meetings and what came of them. In plans a bare number of nobody stays. */
@Component
class ErasedParticipants implements PersonalData {

    private static final String THEIRS =
            "(select id from event_participant where kind = 'TALENT' and record_id in (:ids))";

    private final JdbcClient jdbc;

    ErasedParticipants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "events";
    }

    @Override
    public long erase(Person person) {
        on(person, "delete from event_wish where from_id in " + THEIRS + " or to_id in " + THEIRS);
        long gone = on(person, "delete from event_meeting where guest_id in " + THEIRS);
        return gone + on(person, "delete from event_participant where kind = 'TALENT' and record_id in (:ids)");
    }

    private int on(Person person, String sql) {
        return jdbc.sql(sql).param("ids", person.records()).update();
    }
}
