package org.talenthub.importing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.PreviewTrail;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.jobs.ImportRunner;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.sheet.OtherSheets;
import org.talenthub.importing.sheet.header.OtherFeed;
import org.talenthub.importing.views.BatchViews;
import org.talenthub.records.Reporter;
import org.talenthub.reference.Feed;
import org.talenthub.security.Viewer;

/** The ways in: takes a file, finds out how it is to be read, and lets the rest be done by itself. Every call checks that the viewer may. */
@Component
public class Uploads {

    private final KeptUploads kept;
    private final FirstReading reading;
    private final ImportRunner runner;
    private final BatchViews views;
    private final Batches batches;
    private final PreviewTrail trail;
    private final ReportableFeeds reportable;
    private final ReportingFor reporters;

    Uploads(
            KeptUploads kept,
            FirstReading reading,
            ImportRunner runner,
            BatchViews views,
            Batches batches,
            PreviewTrail trail,
            ReportableFeeds reportable,
            ReportingFor reporters) {
        this.kept = kept;
        this.reading = reading;
        this.runner = runner;
        this.views = views;
        this.batches = batches;
        this.trail = trail;
        this.reportable = reportable;
        this.reporters = reporters;
    }

    /**
     * What became of a file.
     *
     * @param fresh this call made the batch (false: the same file was there already)
     * @param recognised it was another feed than it was said to be, and is read as that
     * @param others what became of the workbook's sheets that are other feeds
     */
    public record Submitted(BatchView batch, boolean fresh, boolean recognised, List<Other> others) {

        private Submitted(BatchView batch, boolean fresh) {
            this(batch, fresh, false, List.of());
        }
    }

    /**
     * A further sheet of the same workbook.
     *
     * @param batch null when it could not be taken in
     * @param refused why not
     */
    public record Other(
            String fileName,
            @Nullable BatchView batch,
            boolean fresh,
            @Nullable Problem refused) {}

    /** The feeds this viewer may report. */
    public List<Feed> reportable(Viewer v) {
        return reportable.of(v);
    }

    /**
     * Takes a file in. A file that cannot be used is refused here and leaves nothing; the rest is read by itself afterwards.
     *
     * @param commit the good rows are to be committed without waiting for a look at the preview
     * @throws Problem 403 not this viewer's feed, 413/415/422 the file
     */
    public Submitted submit(String feedName, String fileName, Path file, boolean commit, Viewer viewer) {
        return submit(feedName, fileName, file, commit, ReadingChoice.NONE, viewer);
    }

    /** The same where sheet or columns are said beforehand. */
    public Submitted submit(
            String feedName, String fileName, Path file, boolean commit, ReadingChoice choice, Viewer viewer) {
        Feed feed = reportable.checked(feedName, viewer);
        Way way = new Way(commit, false, reporters.of(viewer), viewer);
        Submitted first = submit(feed, fileName, file, choice, false, way);
        return choice.equals(ReadingChoice.NONE) ? withOthers(first, file, way) : first;
    }

    /**
     * The same for a person who can be asked: a file that leaves a question open is kept, as a preview without rows, and one that is
     * another feed than was said is read as that.
     */
    public Submitted submitAsking(String feedName, String fileName, Path file, Viewer viewer) {
        Feed feed = reportable.checked(feedName, viewer);
        Way way = new Way(false, true, reporters.of(viewer), viewer);
        try {
            return withOthers(submit(feed, fileName, file, ReadingChoice.NONE, false, way), file, way);
        } catch (OtherFeed other) {
            if (!reportable.may(other.feed(), viewer)) {
                throw other;
            }
            Feed meant = reportable.checked(other.feed(), viewer);
            Submitted found = submit(meant, fileName, file, ReadingChoice.NONE, false, way);
            Submitted whole = withOthers(found, file, way);
            return new Submitted(whole.batch(), whole.fresh(), true, whole.others());
        }
    }

    /** The further sheets of a workbook, each as a batch of its own. */
    private Submitted withOthers(Submitted first, Path file, Way way) {
        ImportBatch batch = kept.get(first.batch().id());
        if (batch.layout == null) {
            return first;
        }
        List<Other> others = reading.others(file, batch, reportable.of(way.viewer())).stream()
                .map(sheet -> other(sheet, batch.fileName, file, way))
                .toList();
        return new Submitted(first.batch(), first.fresh(), first.recognised(), others);
    }

    private Other other(OtherSheets.Other sheet, String fileName, Path file, Way way) {
        String name = fileName.replaceFirst("(\\.[^.]*)?$", "（" + Matcher.quoteReplacement(sheet.sheet()) + "）$1");
        try {
            ReadingChoice choice = new ReadingChoice(sheet.sheet(), Map.of());
            Submitted s = submit(sheet.feed(), name, file, choice, true, way);
            return new Other(name, s.batch(), s.fresh(), null);
        } catch (Problem refused) {
            return new Other(name, null, false, refused);
        }
    }

    /** Takes a file in on behalf of a reporter and commits it; the batch's id. */
    public long submitAs(Feed feed, String fileName, Path file, Reporter reporter, Viewer viewer) {
        Way way = new Way(true, false, reporter, viewer);
        String id = submit(feed, fileName, file, ReadingChoice.NONE, false, way)
                .batch()
                .id();
        return Ids.parse(id).orElseThrow();
    }

    /**
     * How a file comes in.
     *
     * @param asks there is a person who can be asked
     */
    private record Way(boolean commit, boolean asks, Reporter reporter, Viewer viewer) {}

    /** @param further a sheet that is no choice of somebody but the workbook's only one of that feed: the same file is the same batch */
    private Submitted submit(Feed feed, String fileName, Path file, ReadingChoice choice, boolean further, Way way) {
        Reporter reporter = way.reporter();
        Viewer viewer = way.viewer();
        boolean commit = way.commit();
        String sha256 = ImportFiles.sha256(file);
        ReadingChoice said = further ? ReadingChoice.NONE : choice;
        Optional<ImportBatch> same = kept.same(sha256, feed, reporter, said);
        if (same.isPresent()) {
            return again(same.get(), commit, viewer);
        }
        if (!commit) {
            trail.allow(viewer);
        }
        ImportBatch batch = ImportBatch.received(
                Ids.next(), feed.name(), shortened(fileName), reporter, viewer.username(), Instant.now());
        batch.fileSize = ImportFiles.size(file);
        batch.sha256 = sha256;
        batch.legalBasis = feed.legalBasis();
        batch.commitWanted = commit;
        reading.read(batch, feed, file, choice, way.asks(), viewer);
        Optional<ImportBatch> meanwhile = kept.keep(batch, feed, said, file, () -> {
            if (!commit) {
                trail.previewed(batch, viewer);
            }
        });
        if (meanwhile.isPresent()) {
            return again(meanwhile.get(), commit, viewer);
        }
        runner.look();
        return new Submitted(views.now(batch.id, viewer), true);
    }

    private Submitted again(ImportBatch batch, boolean commit, Viewer viewer) {
        if (commit && batch.allowed().contains(Action.COMMIT)) {
            batches.commit(batch);
            runner.look();
        }
        return new Submitted(views.now(batch.id, viewer), false);
    }

    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }
}
