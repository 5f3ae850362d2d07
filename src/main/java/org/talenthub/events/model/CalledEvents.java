package org.talenthub.events.model;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.matching.placements.EventNames;
import org.talenthub.security.Viewer;

/** What events are called, to whoever knows of them. */
@Component
class CalledEvents implements EventNames {

    private final EventDesk desk;

    CalledEvents(EventDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<String> of(String event, Viewer viewer) {
        return Ids.parse(event)
                .flatMap(desk::find)
                .filter(e -> e.state().isPublic() || desk.inside(e, viewer))
                .map(RecruitmentEvent::name);
    }
}
