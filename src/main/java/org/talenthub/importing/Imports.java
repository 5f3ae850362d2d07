package org.talenthub.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.BatchFilter;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.BatchPage;
import org.talenthub.importing.batch.BatchViews;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.Cancels;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.PreviewTrail;
import org.talenthub.importing.batch.Previews;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.correction.Families;
import org.talenthub.importing.correction.Marks;
import org.talenthub.importing.jobs.ImportRunner;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.reading.Readings;
import org.talenthub.importing.sheet.correction.CorrectionWords;
import org.talenthub.importing.sheet.correction.Corrections;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.importing.sheet.template.Templates;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.security.Viewer;

/** Batches and what can be done with them. Every call checks that the viewer may. */
@Component
public class Imports {

    /** The problem's code when a preview no longer holds. */
    public static final String OVERTAKEN = "preview.overtaken";

    /** Longest reason of a revert, in characters. */
    public static final int REASON = 500;

    private final ImportBatches store;
    private final BatchDoors doors;
    private final Batches batches;
    private final BatchRows rows;
    private final ImportFiles files;
    private final ImportRunner runner;
    private final BatchViews views;
    private final Cancels cancels;
    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Readings readings;
    private final Families families;
    private final Previews previews;
    private final Marks marks;
    private final PreviewTrail trail;
    private final Corrections corrections;
    private final ReportableFeeds reportable;

    Imports(
            ImportBatches store,
            BatchDoors doors,
            Batches batches,
            BatchRows rows,
            ImportFiles files,
            ImportRunner runner,
            BatchViews views,
            Cancels cancels,
            Feeds feeds,
            Dictionaries dictionaries,
            Readings readings,
            Families families,
            Previews previews,
            Marks marks,
            Corrections corrections,
            PreviewTrail trail,
            ReportableFeeds reportable) {
        this.reportable = reportable;
        this.trail = trail;
        this.store = store;
        this.doors = doors;
        this.batches = batches;
        this.rows = rows;
        this.files = files;
        this.runner = runner;
        this.views = views;
        this.cancels = cancels;
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.readings = readings;
        this.families = families;
        this.previews = previews;
        this.marks = marks;
        this.corrections = corrections;
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
        return view(id, viewer);
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
        return view(id, viewer);
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
        return view(id, viewer);
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

    /** Writes the uploader's own workbook back with only the rows that need work. */
    public void correction(long id, Viewer viewer, Locale locale, OutputStream out) throws IOException {
        ImportBatch batch = doors.owned(id, viewer);
        if (batch.layout == null || batch.counts == null) {
            throw Problem.conflict("batch.status", Sentence.of("refused.batch.status"));
        }
        SortedMap<Integer, List<Issue>> issues = rows.issues(id);
        families.withoutCorrected(id, issues);
        Path file = files.restore(id);
        try {
            corrections.write(
                    file,
                    batch.fileName,
                    readings.layout(batch),
                    new CorrectionWords(feeds.get(batch.feed), locale),
                    issues,
                    row -> marks.of(id, row, batch.reporter),
                    out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes the feed's empty template. */
    public void template(String feed, Locale locale, OutputStream out) throws IOException {
        Templates.write(feeds.get(feed), dictionaries, locale, out);
    }

    private BatchView view(long id, Viewer viewer) {
        return views.of(store.findById(id).orElseThrow(Problem::notFound), viewer);
    }
}
