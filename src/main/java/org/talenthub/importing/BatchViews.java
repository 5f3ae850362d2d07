package org.talenthub.importing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.importing.BatchView.Counts;
import org.talenthub.importing.BatchView.ProblemView;
import org.talenthub.importing.BatchView.Progress;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** A batch as it is shown. */
@Component
class BatchViews {

    private final Feeds feeds;
    private final JsonMapper json;

    BatchViews(Feeds feeds, JsonMapper json) {
        this.feeds = feeds;
        this.json = json;
    }

    BatchView of(ImportBatch b, Viewer viewer) {
        return new BatchView(
                Ids.text(b.id),
                b.feed,
                feeds.get(b.feed).title(),
                b.fileName,
                b.fileSize,
                b.sha256,
                b.status.name(),
                b.submittedBy,
                b.reporterName,
                Imports.own(b, viewer),
                progress(b),
                counts(b),
                b.problem == null ? null : json.readValue(b.problem, ProblemView.class),
                b.createdAt,
                b.updatedAt);
    }

    private Counts counts(ImportBatch b) {
        if (b.counts != null) {
            return json.readValue(b.counts, Counts.class);
        }
        return b.phase == ImportBatch.Phase.READING ? new Counts(b.rowsRead, 0, 0, 0, 0, 0, 0) : Counts.NONE;
    }

    private static Progress progress(ImportBatch b) {
        boolean counting = switch (b.phase) {
            case READING, COMMITTING, REVERTING -> true;
            case WAITING, CHECKING, PREVIEW, INDEXING, DONE -> false;
        };
        long millis = Duration.between(b.phaseSince, Instant.now()).toMillis();
        Integer rate = counting && millis > 500 && b.rowsRead > 0 ? (int) (b.rowsRead * 1000L / millis) : null;
        return new Progress(b.phase.name(), b.rowsRead, b.rowsTotal, rate, secondsLeft(b, rate));
    }

    private static @Nullable Integer secondsLeft(ImportBatch b, @Nullable Integer rate) {
        return rate == null || rate == 0 || b.rowsTotal == null ? null : Math.max(0, (b.rowsTotal - b.rowsRead) / rate);
    }
}
