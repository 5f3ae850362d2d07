package org.talenthub.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.BatchFilter;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.BatchPage;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.PreviewTrail;
import org.talenthub.importing.batch.Previews;
import org.talenthub.importing.jobs.Cancels;
import org.talenthub.importing.jobs.ImportRunner;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.views.BatchViews;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Viewer;

/** Batches and what can be done with them. Every call checks that the viewer may. */
@Component
public class Imports {

    /** Longest reason of a revert, in characters. */
    public static final int REASON = 500;

    private final BatchDoors doors;
    private final Batches batches;
    private final ImportRunner runner;
    private final BatchViews views;
    private final Cancels cancels;
    private final Previews previews;
    private final PreviewTrail trail;
    private final ReportableFeeds reportable;

    Imports(
            BatchDoors doors,
            Batches batches,
            ImportRunner runner,
            BatchViews views,
            Cancels cancels,
            Previews previews,
            PreviewTrail trail,
            ReportableFeeds reportable) {
        this.doors = doors;
        this.batches = batches;
        this.runner = runner;
        this.views = views;
        this.cancels = cancels;
        this.previews = previews;
        this.trail = trail;
        this.reportable = reportable;
    }

    /** @throws Problem 404 unless the viewer may read it */
    public BatchView get(long id, Viewer viewer) {
        return views.of(doors.readable(id, viewer), viewer);
    }

    /** The newest of all. */
    public BatchPage list(Viewer viewer, int page, int size) {
        return list(viewer, BatchFilter.NONE, page, size);
    }

    /** @throws Problem 400 for a page that does not exist */
    public BatchPage list(Viewer viewer, BatchFilter filter, int page, int size) {
        Paging asked = new Paging(page, size);
        PageRequest request = PageRequest.of(asked.page(), asked.size());
        Page<ImportBatch> found = doors.page(viewer, filter, request);
        return new BatchPage(
                found.getTotalElements(),
                request.getPageNumber(),
                request.getPageSize(),
                views.of(found.getContent(), viewer));
    }

    /**
     * Commits what the preview shows.
     *
     * @throws Problem 409 unless it is a preview that still holds; when records changed meanwhile, the preview is made anew
     */
    public BatchView commit(long id, Viewer viewer) {
        ImportBatch batch = doors.owned(id, viewer);
        if (batch.asking()) {
            throw Problem.conflict("batch.question", Sentence.of("refused.batch.question"));
        }
        reportable.requireListed(viewer);
        List<Integer> overtaken = previews.commit(batch);
        runner.look();
        if (!overtaken.isEmpty()) {
            throw Previews.overtaken(overtaken);
        }
        trail.committed(batch, viewer);
        return views.now(id, viewer);
    }

    /**
     * @param reason why, in the reporter's words; null where nobody was asked
     * @throws Problem 409 unless it is committed
     */
    public BatchView revert(long id, @Nullable String reason, Viewer viewer) {
        ImportBatch batch = doors.owned(id, viewer);
        String why = reason == null || reason.isBlank() ? null : Contacts.mask(Text.clip(reason.strip(), REASON));
        batches.revert(batch, why);
        trail.reverted(batch, why, viewer);
        runner.look();
        return views.now(id, viewer);
    }

    /**
     * Drops a preview; stops a batch that is being read and forgets it; stops a commit and withdraws what it did so far.
     *
     * @return true when nothing is left, false when a worker goes on with it in the background
     * @throws Problem 409 once it is committed, or when it is being taken back already
     */
    public boolean drop(long id, Viewer viewer) {
        boolean gone = cancels.drop(doors.owned(id, viewer));
        runner.look();
        return gone;
    }
}
