package org.talenthub.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.BatchView.BatchPage;
import org.talenthub.importing.BatchView.IssueGroup;
import org.talenthub.importing.BatchView.RowPage;
import org.talenthub.importing.BatchView.RowView;
import org.talenthub.importing.ImportBatch.Phase;
import org.talenthub.importing.ImportBatch.Status;
import org.talenthub.importing.sheet.Corrections;
import org.talenthub.importing.sheet.Layout;
import org.talenthub.importing.sheet.Templates;
import org.talenthub.importing.sheet.Undecided;
import org.talenthub.records.BatchRows;
import org.talenthub.records.Extent;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.Reporter;
import org.talenthub.reference.Dictionaries;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Uploads and what can be done with them. Every call checks that the viewer may. */
@Component
public class Imports {

    /** The problem's code when a preview no longer holds. */
    public static final String OVERTAKEN = "preview.overtaken";

    private static final int ROWS_A_PAGE = 50;

    private final ImportBatches store;
    private final Batches batches;
    private final BatchRows rows;
    private final ImportFiles files;
    private final ImportRunner runner;
    private final BatchViews views;
    private final Cancels cancels;
    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Records records;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Readings readings;
    private final Families families;
    private final CorrectedRows corrected;
    private final Previews previews;
    private final Marks marks;

    Imports(
            ImportBatches store,
            Batches batches,
            BatchRows rows,
            ImportFiles files,
            ImportRunner runner,
            BatchViews views,
            Cancels cancels,
            Feeds feeds,
            Dictionaries dictionaries,
            Records records,
            TransactionTemplate transaction,
            JsonMapper json,
            Readings readings,
            Families families,
            CorrectedRows corrected,
            Previews previews,
            Marks marks) {
        this.store = store;
        this.batches = batches;
        this.rows = rows;
        this.files = files;
        this.runner = runner;
        this.views = views;
        this.cancels = cancels;
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.records = records;
        this.transaction = transaction;
        this.json = json;
        this.readings = readings;
        this.families = families;
        this.corrected = corrected;
        this.previews = previews;
        this.marks = marks;
    }

    /** A batch, and whether this call made it (false: the same file was there already). */
    public record Submitted(BatchView batch, boolean fresh) {}

    /** The feeds this viewer may report. */
    public List<Feed> reportable(Viewer v) {
        return feeds.all().stream()
                .filter(f -> f.reporters().contains(v.role().name()))
                .toList();
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
        return submit(mayReport(feedName, viewer), fileName, file, commit, choice, false, reporterOf(viewer), viewer);
    }

    /** The same for a person who can be asked: a file that leaves a question open is kept, as a preview without rows. */
    public Submitted submitAsking(String feedName, String fileName, Path file, Viewer viewer) {
        Feed feed = mayReport(feedName, viewer);
        return submit(feed, fileName, file, false, ReadingChoice.NONE, true, reporterOf(viewer), viewer);
    }

    private Feed mayReport(String feedName, Viewer viewer) {
        Feed feed = feeds.get(feedName);
        if (!feed.reporters().contains(viewer.role().name())) {
            throw Problem.forbidden("“" + feed.title() + "”由" + reporters(feed) + "上报，您的账号不能上报。");
        }
        return feed;
    }

    /** Takes a file in on behalf of a reporter and commits it; the batch's id. */
    long submitAs(Feed feed, String fileName, Path file, Reporter reporter, Viewer viewer) {
        String id = submit(feed, fileName, file, true, ReadingChoice.NONE, false, reporter, viewer)
                .batch()
                .id();
        return Ids.parse(id).orElseThrow();
    }

    private Submitted submit(
            Feed feed,
            String fileName,
            Path file,
            boolean commit,
            ReadingChoice choice,
            boolean asks,
            Reporter reporter,
            Viewer viewer) {
        String sha256 = sha256(file);
        Optional<ImportBatch> same = store.findSame(sha256, feed.name(), reporter.key());
        if (same.isPresent() && choice.equals(ReadingChoice.NONE)) {
            ImportBatch batch = same.get();
            if (commit && batch.status == Status.PREVIEWED && !batch.asking()) {
                commit(batch);
            }
            return new Submitted(view(batch.id, viewer), false);
        }
        ImportBatch batch = ImportBatch.received(
                Ids.next(), feed.name(), shortened(fileName), reporter, viewer.username(), Instant.now());
        batch.fileSize = size(file);
        batch.sha256 = sha256;
        batch.legalBasis = feed.legalBasis();
        batch.commitWanted = commit;
        inspect(batch, feed, file, choice, asks, viewer);
        transaction.executeWithoutResult(status -> {
            store.save(batch);
            try {
                files.store(batch.id, file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        runner.look();
        return new Submitted(view(batch.id, viewer), true);
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
            batch.layout = json.writeValueAsString(question.draft());
            batch.problem = readings.problem(question);
            batch.status = Status.PREVIEWED;
            batch.phase = Phase.PREVIEW;
        }
    }

    private static String reporters(Feed feed) {
        return feed.reporters().contains(Role.STATION.name()) ? "人才驿站和人才基地" : "省、市组织部门";
    }

    /** The organisation that a viewer reports for. */
    private Reporter reporterOf(Viewer v) {
        if (v.carrier() == null) {
            return Reporter.department(v.region(), v.displayName());
        }
        RecordSnapshot carrier = records.snapshots(List.of(v.carrier())).get(v.carrier());
        if (carrier == null || !carrier.live()) {
            throw Problem.conflict("carrier.gone", "您的载体不在名录中，暂不能上报。请联系上级组织部门。");
        }
        return Reporter.carrier(v.carrier(), carrier.name(), carrier.region());
    }

    /** @throws Problem 404 unless the viewer may read it */
    public BatchView get(long id, Viewer viewer) {
        return views.of(readable(id, viewer), viewer);
    }

    public BatchPage list(Viewer viewer, int page, int size) {
        PageRequest request = PageRequest.of(Math.max(page, 0), Math.clamp(size, 1, 100));
        Page<ImportBatch> found = switch (viewer.role()) {
            case PROVINCE -> store.findAllByOrderByIdDesc(request);
            case CITY -> store.findByRegionStem(stem(viewer), request);
            case BASE, STATION -> store.findByReporterOrderByIdDesc(Reporter.keyOf(viewer), request);
            case MATCHMAKER, ADMIN, ANONYMOUS -> Page.empty(request);
        };
        return new BatchPage(
                found.getTotalElements(),
                request.getPageNumber(),
                request.getPageSize(),
                found.map(b -> views.of(b, viewer)).getContent());
    }

    /**
     * @param column with code, only rows with that issue: the column's title, the person's own or the feed's, empty for whole rows
     * @param code null for whatever issues
     */
    public RowPage rows(
            long id, BatchRows.Filter filter, String column, @Nullable String code, int page, Viewer viewer) {
        ImportBatch batch = readable(id, viewer);
        boolean names = viewer.is(Role.PROVINCE, Role.CITY) || own(batch, viewer);
        OwnTitles titles = titles(batch);
        BatchRows.Only only = code == null ? null : new BatchRows.Only(titles.feedTitle(column), code);
        List<BatchRows.Row> found = rows.page(id, filter, only, Math.max(page, 0), ROWS_A_PAGE, !viewer.is(Role.BASE));
        Map<Integer, Integer> origins = batch.corrects == null
                ? Map.of()
                : corrected.origins(
                        id, found.stream().map(BatchRows.Row::number).toList());
        List<RowView> items = found.stream()
                .map(r -> new RowView(
                        r.number(),
                        names ? r.title() : "",
                        r.status(),
                        r.issues().stream().map(i -> titles.view(i, r.number())).toList(),
                        origins.get(r.number())))
                .toList();
        return new RowPage(rows.count(id, filter, only), Math.max(page, 0), ROWS_A_PAGE, items);
    }

    /** The columns of the upload by its author's titles. */
    public OwnTitles titles(long id, Viewer viewer) {
        return titles(readable(id, viewer));
    }

    private OwnTitles titles(ImportBatch batch) {
        return new OwnTitles(feeds.get(batch.feed), batch.layout == null ? null : readings.layout(batch));
    }

    /** How the sheet's titles were understood. @throws Problem 409 while the file is not looked at yet */
    public MappingView mapping(long id, Viewer viewer) {
        ImportBatch batch = readable(id, viewer);
        if (batch.layout == null) {
            throw Problem.conflict("batch.status", "文件还没有读到表头，稍后再看。");
        }
        return readings.view(batch);
    }

    /**
     * Reads a preview's file anew as a person says; a further question is in the answer's {@code problem}.
     *
     * @throws Problem 409 unless it is a preview
     */
    public BatchView reread(long id, ReadingChoice choice, Viewer viewer) {
        ImportBatch batch = owned(id, viewer);
        try {
            if (readings.again(batch, choice, viewer.username())) {
                runner.look();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return view(id, viewer);
    }

    /** The uploads that correct one another; null when this one stands alone. */
    public @Nullable FamilyView family(long id, Viewer viewer) {
        return families.of(readable(id, viewer));
    }

    /** What was read from these rows, by row number; sensitive values are not among it. */
    public Map<Integer, Fields> values(long id, List<Integer> numbers, Viewer viewer) {
        readable(id, viewer);
        return rows.values(id, numbers);
    }

    /** Like problems counted, errors first; of any number of rows. */
    public List<IssueGroup> issues(long id, Viewer viewer) {
        ImportBatch batch = readable(id, viewer);
        OwnTitles titles = titles(batch);
        return previews.groups(batch).stream()
                .map(g -> new IssueGroup(
                        titles.of(g.example().column()),
                        g.example().column(),
                        g.example().code(),
                        g.example().level().name().toLowerCase(Locale.ROOT),
                        titles.message(g.example()),
                        g.firstRow(),
                        g.rows(),
                        "/api/v1/imports/" + Ids.text(id) + "/rows?column="
                                + URLEncoder.encode(g.example().column(), StandardCharsets.UTF_8) + "&code="
                                + g.example().code()))
                .toList();
    }

    /**
     * Commits what the preview shows.
     *
     * @throws Problem 409 unless it is a preview that still holds; when records changed meanwhile, the preview is made anew
     */
    public BatchView commit(long id, Viewer viewer) {
        ImportBatch batch = owned(id, viewer);
        if (batch.asking()) {
            throw Problem.conflict("batch.question", "先说明读哪一张表、各列对应什么，再提交。");
        }
        List<Integer> overtaken = previews.commit(batch);
        runner.look();
        if (!overtaken.isEmpty()) {
            throw Previews.overtaken(overtaken);
        }
        return view(id, viewer);
    }

    private void commit(ImportBatch batch) {
        move(batch, Status.PREVIEWED, Status.COMMITTING, Phase.COMMITTING, Previews.NOT_A_PREVIEW);
    }

    /** @throws Problem 409 unless it is committed */
    public BatchView revert(long id, Viewer viewer) {
        ImportBatch batch = owned(id, viewer);
        move(batch, Status.COMMITTED, Status.REVERTING, Phase.REVERTING, "只有已提交的批次可以撤销；本批当前是“%s”。");
        return view(id, viewer);
    }

    private void move(ImportBatch batch, Status from, Status to, Phase phase, String otherwise) {
        if (batch.status == to || !batches.move(batch.id, from, to, phase)) {
            throw Problem.conflict("batch.status", String.format(Locale.ROOT, otherwise, batch.status));
        }
        runner.look();
    }

    /**
     * Drops a preview; stops a batch that is being read and forgets it; stops a commit and withdraws what it did so far.
     *
     * @return true when nothing is left, false when a worker goes on with it in the background
     * @throws Problem 409 once it is committed, or when it is being taken back already
     */
    public boolean drop(long id, Viewer viewer) {
        ImportBatch batch = owned(id, viewer);
        if (cancels.preview(id)) {
            return true;
        }
        if (cancels.reading(id) || cancels.committing(id)) {
            runner.look();
        } else if (batch.status == Status.COMMITTED) {
            throw Problem.conflict("batch.status", "本批已经提交，不能取消；可以整批撤销。");
        } else if (batch.status != Status.CANCELLING) {
            throw Problem.conflict("batch.status", "本批刚进入下一步，或已在撤销中。刷新后再看。");
        }
        return false;
    }

    /** Writes the uploader's own workbook back with only the rows that need work. */
    public void correction(long id, Viewer viewer, OutputStream out) throws IOException {
        ImportBatch batch = owned(id, viewer);
        if (batch.layout == null || batch.counts == null) {
            throw Problem.conflict("batch.status", "文件还在读取，读完后可下载更正表。");
        }
        SortedMap<Integer, List<Issue>> issues = rows.issues(id);
        families.withoutCorrected(id, issues);
        Path file = files.restore(id);
        try {
            Corrections.write(
                    file,
                    batch.fileName,
                    readings.layout(batch),
                    feeds.get(batch.feed),
                    issues,
                    row -> marks.of(id, row, batch.reporter),
                    out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes the feed's empty template. */
    public void template(String feed, OutputStream out) throws IOException {
        Templates.write(feeds.get(feed), dictionaries, out);
    }

    private BatchView view(long id, Viewer viewer) {
        return views.of(store.findById(id).orElseThrow(Problem::notFound), viewer);
    }

    private ImportBatch readable(long id, Viewer viewer) {
        return store.findById(id).filter(b -> readable(b, viewer)).orElseThrow(Problem::notFound);
    }

    static boolean readable(ImportBatch b, Viewer viewer) {
        return switch (viewer.role()) {
            case PROVINCE -> true;
            case CITY -> own(b, viewer) || (b.region != null && b.region.startsWith(stem(viewer)));
            case BASE, STATION -> own(b, viewer);
            case MATCHMAKER, ADMIN, ANONYMOUS -> false;
        };
    }

    ImportBatch owned(long id, Viewer viewer) {
        ImportBatch batch = readable(id, viewer);
        if (!own(batch, viewer)) {
            throw Problem.forbidden("这一批由“" + batch.reporterName + "”上报，只有上报单位可以提交、撤销或更正。");
        }
        return batch;
    }

    static boolean own(ImportBatch b, Viewer v) {
        return b.reporter.equals(Reporter.keyOf(v));
    }

    private static String stem(Viewer v) {
        String region = Objects.requireNonNull(v.region(), "a CITY account has a region");
        return new Extent.InRegion(region).stem();
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

    static String sha256(Path file) {
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
}
