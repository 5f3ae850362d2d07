package org.talenthub.importing;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.PreviewTrail;
import org.talenthub.importing.jobs.ImportRunner;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.reading.Readings;
import org.talenthub.importing.views.BatchViews;
import org.talenthub.security.Viewer;

/** A preview read anew as a person says. */
@Component
public class Rereading {

    private final BatchDoors doors;
    private final ReportableFeeds reportable;
    private final PreviewTrail trail;
    private final Readings readings;
    private final ImportRunner runner;
    private final BatchViews views;

    Rereading(
            BatchDoors doors,
            ReportableFeeds reportable,
            PreviewTrail trail,
            Readings readings,
            ImportRunner runner,
            BatchViews views) {
        this.doors = doors;
        this.reportable = reportable;
        this.trail = trail;
        this.readings = readings;
        this.runner = runner;
        this.views = views;
    }

    /**
     * Reads a preview's file anew as a person says; a further question is in the answer's {@code problem}.
     *
     * @throws Problem 403 for a feed that is not the viewer's to report, 409 unless it is a preview
     */
    public BatchView reread(long id, ReadingChoice choice, Viewer viewer) {
        ImportBatch batch = doors.owned(id, viewer);
        if (choice.feed() != null) {
            reportable.checked(choice.feed(), viewer);
        }
        trail.allow(viewer);
        try {
            trail.previewed(batch, viewer);
            if (readings.again(batch, choice, viewer.username())) {
                runner.look();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return views.now(id, viewer);
    }
}
