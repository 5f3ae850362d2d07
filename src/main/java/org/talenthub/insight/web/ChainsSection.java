package org.talenthub.insight.web;

import org.springframework.stereotype.Component;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** Industries and their chains, which everybody may read. */
@Component
class ChainsSection implements ShellSection {

    @Override
    public String key() {
        return "chains";
    }

    @Override
    public String href() {
        return "/chains";
    }

    @Override
    public int order() {
        return 9;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return true;
    }
}
