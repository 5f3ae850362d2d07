package org.talenthub.audit;

import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** The trail, for who may read it. */
@Component
class TrailSection implements ShellSection {

    private final Rights rights;

    TrailSection(Rights rights) {
        this.rights = rights;
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
        return 0;
    }
}
