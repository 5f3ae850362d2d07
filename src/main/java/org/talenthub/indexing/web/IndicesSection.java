package org.talenthub.indexing.web;

import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** The indices, for who maintains the hub. */
@Component
class IndicesSection implements ShellSection {

    private final Rights rights;

    IndicesSection(Rights rights) {
        this.rights = rights;
    }

    @Override
    public String key() {
        return "indices";
    }

    @Override
    public String href() {
        return "/admin/indices";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return rights.may(Act.EDIT, Thing.HUB, viewer);
    }
}
