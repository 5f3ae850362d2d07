package org.talenthub.insight.web;

import org.springframework.stereotype.Component;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** The boards. */
@Component
class BoardsSection implements ShellSection {

    @Override
    public String key() {
        return "boards";
    }

    @Override
    public String href() {
        return "/boards";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return !viewer.anonymous();
    }
}
