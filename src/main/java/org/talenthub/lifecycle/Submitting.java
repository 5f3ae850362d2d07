package org.talenthub.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.Versions;

/** What has to be there before an application is submitted, and what it said then. */
@Component
class Submitting {

    private final Applying applying;
    private final Evidence evidence;
    private final Versions versions;

    Submitting(Applying applying, Evidence evidence, Versions versions) {
        this.applying = applying;
        this.evidence = evidence;
        this.versions = versions;
    }

    /** Ids of the papers that are there. */
    List<String> papers(Application a) {
        return evidence.of(a).stream().map(Evidence.Paper::id).toList();
    }

    /** @param by who hands it in or on @throws Problem 422 with what is missing */
    void take(Application a, String by) {
        List<Issue> missing = new ArrayList<>(applying.missing(a));
        missing.addAll(evidence.missing(a));
        if (!missing.isEmpty()) {
            throw new Problem(
                    422,
                    "application.incomplete",
                    Sentence.of("refused.application.incomplete.complete", missing.size()),
                    missing);
        }
        versions.keep(a, applying.outline(a), by);
    }
}
