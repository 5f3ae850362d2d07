package org.talenthub.results.web;

import org.springframework.stereotype.Component;
import org.talenthub.results.saved.Alerts;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** Saved searches and what is new in them. */
@Component
class SavedSection implements ShellSection {

    private final Alerts alerts;

    SavedSection(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String key() {
        return "saved";
    }

    @Override
    public String href() {
        return "/saved";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return !viewer.anonymous();
    }

    @Override
    public int waiting(Viewer viewer) {
        return alerts.count(viewer);
    }

    @Override
    public boolean counted() {
        return true;
    }
}
