package org.talenthub.review;

import org.springframework.stereotype.Component;
import org.talenthub.records.duplicates.Suspects;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** Pairs of records that may be one person. */
@Component
class SuspectsSection implements ShellSection {

    private final Suspects suspects;

    SuspectsSection(Suspects suspects) {
        this.suspects = suspects;
    }

    @Override
    public String key() {
        return "suspects";
    }

    @Override
    public String href() {
        return "/suspects";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return suspects.mayDecide(viewer);
    }

    @Override
    public int waiting(Viewer viewer) {
        return suspects.waiting(viewer);
    }
}
