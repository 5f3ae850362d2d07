package org.talenthub.events.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.assessment.EventsOfCarriers;

/** Which bases and stations took part in events that were held, by the people and enterprises that are theirs and came. */
@Component
class CarriersAtEvents implements EventsOfCarriers {

    private final JdbcClient jdbc;

    CarriersAtEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, List<Long>> of(int year) {
        Map<Long, List<Long>> events = new HashMap<>();
        jdbc.sql("""
                        select distinct e.id, p.reporters from recruitment_event e join event_participant p on p.event_id = e.id
                        where e.state in ('RUNNING', 'CLOSED') and e.starts like ? and p.state = 'ACCEPTED' order by e.id""").param(year + "-%").query(rs -> {
            for (String key : rs.getString(2).split(" ", -1)) {
                Long carrier = Organisation.carrierOf(key);
                if (carrier != null) {
                    List<Long> own = events.computeIfAbsent(carrier, c -> new ArrayList<>());
                    if (!own.contains(rs.getLong(1))) {
                        own.add(rs.getLong(1));
                    }
                }
            }
        });
        return events;
    }
}
