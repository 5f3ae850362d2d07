package org.talenthub.importing.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.files.ImportSettings;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Who looked at what a file would do, and how often without ever meaning it: previews are no way to ask around in the pool. */
@Component
public class PreviewTrail {

    private static final String PREVIEW = "import.preview";
    private static final String COMMIT = "import.commit";
    private static final String REVERT = "import.revert";

    private final Audit audit;
    private final ImportSettings settings;

    PreviewTrail(Audit audit, ImportSettings settings) {
        this.audit = audit;
        this.settings = settings;
    }

    /** @throws Problem 429 when the account has left too many previews of today uncommitted */
    public void allow(Viewer viewer) {
        Instant midnight = HubTime.today().atStartOfDay(HubTime.ZONE).toInstant();
        long left = audit.countWithout(viewer, PREVIEW, COMMIT, midnight);
        if (left >= settings.previewsADay()) {
            throw new Problem(429, "preview.many", Sentence.of("refused.preview.many", left));
        }
    }

    public void previewed(ImportBatch batch, Viewer viewer) {
        audit.record(viewer, PREVIEW, "import", Ids.text(batch.id), batch.feed);
    }

    /** @param reason as its reporter said */
    public void reverted(ImportBatch batch, @Nullable String reason, Viewer viewer) {
        audit.record(viewer, REVERT, "import", Ids.text(batch.id), reason == null ? batch.feed : reason);
    }

    public void committed(ImportBatch batch, Viewer viewer) {
        audit.record(viewer, COMMIT, "import", Ids.text(batch.id), batch.feed);
    }
}
