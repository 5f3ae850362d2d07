package org.talenthub.events.people;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.access.RowScope;
import org.talenthub.access.Scope;
import org.talenthub.access.Visibility;
import org.talenthub.common.HubTime;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * The people of a matchmaker's own events, until thirty days after the last day. Only whom a department let in:
 * adding somebody to an event opens no one to the matchmaker who adds.
 */
@Component
class PersonsGiven implements RowScope {

    static final int DAYS_AFTER = 30;

    private final JdbcClient jdbc;

    PersonsGiven(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Scope.Grade> of(String type, Viewer viewer) {
        if (viewer.role() != Role.MATCHMAKER || !type.equals("talent")) {
            return Optional.empty();
        }
        Set<Long> people = new HashSet<>(jdbc.sql("""
                        select p.record_id from event_participant p join recruitment_event e on e.id = p.event_id
                        where e.owner = ? and left(e.ends, 10) >= ? and p.kind = 'TALENT' and p.opened and p.state <> 'DECLINED'
                          and p.record_id is not null""")
                .params(viewer.account(), HubTime.today().minusDays(DAYS_AFTER).toString())
                .query(Long.class)
                .list());
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scope.Grade(new Extent.Among(people), Visibility.FULL));
    }
}
