package org.talenthub.results.web;

import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** Lists of records. */
@Component
class ListsSection implements ShellSection {

    private final Rights rights;

    ListsSection(Rights rights) {
        this.rights = rights;
    }

    @Override
    public String key() {
        return "lists";
    }

    @Override
    public String href() {
        return "/lists";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return rights.may(Act.EDIT, Thing.LIST, viewer);
    }
}
