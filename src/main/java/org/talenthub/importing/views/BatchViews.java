package org.talenthub.importing.views;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Transitions;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.Counts;
import org.talenthub.importing.batch.BatchView.ProblemView;
import org.talenthub.importing.batch.BatchView.Progress;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.correction.Families;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A batch as it is shown. */
@Component
public class BatchViews {

    private static final TypeReference<List<Integer>> ROWS = new TypeReference<>() {};

    private final BatchDoors doors;
    private final Feeds feeds;
    private final JsonMapper json;
    private final Texts texts;
    private final Families families;

    BatchViews(BatchDoors doors, Feeds feeds, JsonMapper json, Texts texts, Families families) {
        this.families = families;
        this.doors = doors;
        this.feeds = feeds;
        this.json = json;
        this.texts = texts;
    }

    /** As it stands now, after whatever the viewer just did to it. */
    public BatchView now(long id, Viewer viewer) {
        return of(doors.present(id), viewer);
    }

    public BatchView of(ImportBatch b, Viewer viewer) {
        return of(List.of(b), viewer).getFirst();
    }

    /** In the order given. */
    public List<BatchView> of(List<ImportBatch> batches, Viewer viewer) {
        Map<Long, Families.Open> open = families.open(batches);
        return batches.stream().map(b -> of(b, open.get(b.id), viewer)).toList();
    }

    private BatchView of(ImportBatch b, Families.@Nullable Open open, Viewer viewer) {
        Counts counts = counts(b);
        return new BatchView(
                Ids.text(b.id),
                b.feed,
                feeds.get(b.feed).title(),
                b.fileName,
                b.fileSize,
                b.sha256,
                b.status(),
                doors.own(b, viewer)
                        ? b.allowed().stream().map(Transitions::word).toList()
                        : List.of(),
                b.submittedBy,
                b.reporterName,
                doors.own(b, viewer),
                progress(b),
                counts,
                open == null ? counts.rejected() : open.together(),
                open == null ? counts.rejected() : open.own(),
                problem(b),
                b.attempts,
                b.status() == Status.FAILED ? b.leaseUntil : null,
                b.corrects == null ? null : Ids.text(b.corrects),
                b.overtaken == null ? null : json.readValue(b.overtaken, ROWS),
                b.revertReason,
                b.createdAt,
                b.updatedAt);
    }

    private @Nullable ProblemView problem(ImportBatch b) {
        if (b.problem == null) {
            return null;
        }
        ProblemView p = json.readValue(b.problem, Impediment.class).in(texts.locale());
        return b.status() == Status.FAILED
                ? new ProblemView(p.status(), p.code(), setback(p, b.leaseUntil), p.reference())
                : p;
    }

    private String setback(ProblemView p, @Nullable Instant nextTry) {
        String at = Texts.clock(nextTry == null ? Instant.now() : nextTry);
        String reference = String.valueOf(p.reference());
        return switch (p.code()) {
            case "batch.database" -> texts.text("imports.setback.database", at, reference);
            case "batch.search" -> texts.text("imports.setback.search", at, reference);
            case "batch.storage" -> texts.text("imports.setback.storage", at, reference);
            case "batch.stuck" -> texts.text("imports.setback.stuck", at, reference);
            default -> texts.text("imports.setback.again", at, reference);
        };
    }

    private Counts counts(ImportBatch b) {
        if (b.counts != null) {
            return json.readValue(b.counts, Counts.class);
        }
        return b.phase() == Phase.READING ? new Counts(b.rowsRead, 0, 0, 0, 0, 0, 0, null) : Counts.NONE;
    }

    private static Progress progress(ImportBatch b) {
        boolean counting = b.status() != Status.FAILED && b.phase().rows();
        long millis = Duration.between(b.phaseSince, Instant.now()).toMillis();
        int done = b.rowsRead - b.rowsBefore;
        Integer rate = counting && millis > 500 && done > 0 ? (int) (done * 1000L / millis) : null;
        return new Progress(b.phase(), b.rowsRead, b.rowsTotal, rate, secondsLeft(b, rate));
    }

    private static @Nullable Integer secondsLeft(ImportBatch b, @Nullable Integer rate) {
        return rate == null || rate == 0 || b.rowsTotal == null
                ? null
                : Math.max(0, (b.rowsTotal - b.rowsRead + rate - 1) / rate);
    }
}
