package org.talenthub.audit;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** The trail, for who may read it. */
@Component
class TrailSection implements ShellSection {

    /** So long those who were shown very much are told of. */
    static final Duration DAY = Duration.ofDays(1);

    private final Rights rights;
    private final Trail trail;

    TrailSection(Rights rights, Trail trail) {
        this.rights = rights;
        this.trail = trail;
    }

    @Override
    public String key() {
        return "audit";
    }

    @Override
    public String href() {
        return "/admin/audit";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return rights.may(Act.READ, Thing.TRAIL, viewer);
    }

    @Override
    public int waiting(Viewer viewer) {
        return trail.overdone(Instant.now().minus(DAY), viewer);
    }
}
