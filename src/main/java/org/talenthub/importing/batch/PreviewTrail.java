package org.talenthub.importing.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
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
            throw new Problem(
                    429, "preview.many", "今天核对后没有提交的文件已有 " + left + " 个，达到每天的上限。先提交已核对好的批次，或明天再上传；确有需要请联系上级组织部门。");
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
