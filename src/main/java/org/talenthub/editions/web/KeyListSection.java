package org.talenthub.editions.web;

import org.springframework.stereotype.Component;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** 重点引才清单: for everybody. */
@Component
class KeyListSection implements ShellSection {

    static final String KEY = "keylist";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String href() {
        return "/key-list";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return true;
    }
}
