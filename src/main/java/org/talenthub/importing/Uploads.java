package org.talenthub.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchViews;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.PreviewTrail;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.correction.Families;
import org.talenthub.importing.jobs.ImportRunner;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.reading.Readings;
import org.talenthub.importing.sheet.header.Layout;
import org.talenthub.importing.sheet.header.OtherFeed;
import org.talenthub.importing.sheet.header.OtherSheets;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.Reporter;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** The ways in: takes a file, finds out how it is to be read, and lets the rest be done by itself. Every call checks that the viewer may. */
@Component
public class Uploads {

    private final ImportBatches store;
    private final ImportFiles files;
    private final ImportRunner runner;
    private final BatchViews views;
    private final Feeds feeds;
    private final Records records;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Readings readings;
    private final Families families;
    private final PreviewTrail trail;
    private final Batches batches;
    private final ReportableFeeds reportable;

    Uploads(
            ImportBatches store,
            ImportFiles files,
            ImportRunner runner,
            BatchViews views,
            Feeds feeds,
            Records records,
            TransactionTemplate transaction,
            JsonMapper json,
            Readings readings,
            Families families,
            Batches batches,
            PreviewTrail trail,
            ReportableFeeds reportable) {
        this.trail = trail;
        this.store = store;
        this.files = files;
        this.runner = runner;
        this.views = views;
        this.feeds = feeds;
        this.records = records;
        this.transaction = transaction;
        this.json = json;
        this.readings = readings;
        this.families = families;
        this.batches = batches;
        this.reportable = reportable;
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
        Way way = new Way(commit, false, reporterOf(viewer), viewer);
        Submitted first = submit(feed, fileName, file, choice, false, way);
        return choice.equals(ReadingChoice.NONE) ? withOthers(first, file, way) : first;
    }

    /**
     * The same for a person who can be asked: a file that leaves a question open is kept, as a preview without rows, and one that is
     * another feed than was said is read as that.
     */
    public Submitted submitAsking(String feedName, String fileName, Path file, Viewer viewer) {
        Feed feed = reportable.checked(feedName, viewer);
        Way way = new Way(false, true, reporterOf(viewer), viewer);
        try {
            return withOthers(submit(feed, fileName, file, ReadingChoice.NONE, false, way), file, way);
        } catch (OtherFeed other) {
            if (!reportable.may(other.feed(), viewer)) {
                throw other;
            }
            Submitted found = submit(feeds.get(other.feed()), fileName, file, ReadingChoice.NONE, false, way);
            Submitted whole = withOthers(found, file, way);
            return new Submitted(whole.batch(), whole.fresh(), true, whole.others());
        }
    }

    /** The further sheets of a workbook, each as a batch of its own. */
    private Submitted withOthers(Submitted first, Path file, Way way) {
        ImportBatch batch =
                Ids.parse(first.batch().id()).flatMap(store::findById).orElseThrow(Problem::notFound);
        if (batch.layout == null) {
            return first;
        }
        List<Other> others = readings.others(file, batch, reportable.of(way.viewer())).stream()
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
        String sha256 = sha256(file);
        ReadingChoice said = further ? ReadingChoice.NONE : choice;
        Optional<ImportBatch> same = same(sha256, feed, reporter, said);
        if (same.isPresent()) {
            return again(same.get(), commit, viewer);
        }
        if (!commit) {
            trail.allow(viewer);
        }
        ImportBatch batch = ImportBatch.received(
                Ids.next(), feed.name(), shortened(fileName), reporter, viewer.username(), Instant.now());
        batch.fileSize = size(file);
        batch.sha256 = sha256;
        batch.legalBasis = feed.legalBasis();
        batch.commitWanted = commit;
        inspect(batch, feed, file, choice, way.asks(), viewer);
        Optional<ImportBatch> meanwhile = Objects.requireNonNull(transaction.execute(status -> {
            store.lockTurn(Integer.parseInt(sha256, 0, 2, 16) % 64);
            Optional<ImportBatch> other = same(sha256, feed, reporter, said);
            if (other.isEmpty()) {
                keep(batch, file);
                if (!commit) {
                    trail.previewed(batch, viewer);
                }
            }
            return other;
        }));
        if (meanwhile.isPresent()) {
            return again(meanwhile.get(), commit, viewer);
        }
        runner.look();
        return new Submitted(view(batch.id, viewer), true);
    }

    /** The batch that this very file is already; none where it is to be read in another way. */
    private Optional<ImportBatch> same(String sha256, Feed feed, Reporter reporter, ReadingChoice choice) {
        return choice.equals(ReadingChoice.NONE)
                ? store.findSame(sha256, feed.name(), reporter.key())
                : Optional.empty();
    }

    private Submitted again(ImportBatch batch, boolean commit, Viewer viewer) {
        if (commit && batch.allowed().contains(Action.COMMIT)) {
            batches.commit(batch);
            runner.look();
        }
        return new Submitted(view(batch.id, viewer), false);
    }

    private void keep(ImportBatch batch, Path file) {
        store.save(batch);
        try {
            files.store(batch.id, file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void inspect(ImportBatch batch, Feed feed, Path file, ReadingChoice choice, boolean asks, Viewer viewer) {
        try {
            Layout layout = readings.first(file, batch.fileName, feed, batch.reporter, choice, viewer.username());
            batch.layout = json.writeValueAsString(layout);
            batch.rowsTotal = layout.rowsTotal() > 0 ? (int) layout.rowsTotal() : null;
            families.join(batch, layout.mark());
        } catch (Undecided question) {
            if (!asks) {
                throw question;
            }
            batch.ask(json.writeValueAsString(question.draft()), readings.problem(question));
        }
    }

    /** The organisation that a viewer reports for. */
    private Reporter reporterOf(Viewer v) {
        String own = Organisation.of(v);
        if (Reporter.isDepartment(own)) {
            return Reporter.department(v.region(), v.displayName());
        }
        Long id = Organisation.carrierOf(own);
        RecordSnapshot carrier =
                id == null ? null : records.snapshots(List.of(id)).get(id);
        if (carrier == null || !carrier.live()) {
            throw Problem.conflict("carrier.gone", Sentence.of("refused.carrier.gone"));
        }
        return Reporter.carrier(carrier.id(), carrier.name(), carrier.region());
    }

    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private BatchView view(long id, Viewer viewer) {
        return views.of(store.findById(id).orElseThrow(Problem::notFound), viewer);
    }
}
