package org.talenthub.review;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.records.duplicates.Suspects;
import org.talenthub.records.merge.OpenDisputes;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** Pairs and disagreements. */
@Component
class ReviewWaits implements Waits {

    private final Suspects suspects;
    private final OpenDisputes disputes;
    private final Texts texts;

    ReviewWaits(Suspects suspects, OpenDisputes disputes, Texts texts) {
        this.suspects = suspects;
        this.disputes = disputes;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Wait> of(Viewer viewer) {
        List<Wait> waits = new ArrayList<>();
        if (suspects.mayDecide(viewer)) {
            int pairs = suspects.waiting(viewer);
            waits.add(new Wait(texts.text("waits.pairs"), Texts.number(pairs), "/suspects", false));
        }
        if (disputes.mayDecide(viewer)) {
            waits.add(new Wait(texts.text("waits.disputes"), Texts.number(disputes.count(viewer)), "/disputes", false));
        }
        return waits;
    }
}
