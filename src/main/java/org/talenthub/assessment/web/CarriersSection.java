package org.talenthub.assessment.web;

import org.springframework.stereotype.Component;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** 载体建设: named carriers and outcomes for everybody, cases and assessments for those they concern. */
@Component
class CarriersSection implements ShellSection {

    static final String KEY = "carriers";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String href() {
        return "/carriers";
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return true;
    }
}
