package org.talenthub.importing.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.importing.correction.Marks;
import org.talenthub.importing.correction.Marks.Origin;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.SheetRow;
import org.talenthub.importing.sheet.header.Layout;
import org.talenthub.indexing.Relay;
import org.talenthub.records.intake.Commits;
import org.talenthub.records.intake.Forecast;
import org.talenthub.records.intake.Staging;
import org.talenthub.records.reverts.Replacements;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.Values;
import org.talenthub.reference.contacts.Contacts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three jobs of a batch: read (rows, then forecast), commit (chunks, then wait for the index) and revert. Every step finds out
 * from the rows themselves what is left to do, so after a crash a fresh run of the same job goes on exactly there; Spring Batch's
 * own restart data is not relied on, and a run is a new job instance ({@code attempt}).
 */
@Component
class ImportJobs {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

    /** Rows a transaction: big enough for batched statements, small enough for a lively progress bar. */
    static final int CHUNK = 1000;

    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(30);

    private static final Duration INDEX_LOOK = Duration.ofSeconds(1);

    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;
    private final BatchWork work;
    private final ImportBatches store;
    private final ImportFiles files;
    private final Feeds feeds;
    private final Values values;
    private final SheetFile sheets;
    private final Staging staging;
    private final Forecast forecast;
    private final Commits commits;
    private final BatchRows rows;
    private final Relay relay;
    private final JsonMapper json;
    private final Marks marks;
    private final CorrectedRows corrected;
    private final Replacements replacements;

    ImportJobs(
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions,
            BatchWork work,
            ImportBatches store,
            ImportFiles files,
            Feeds feeds,
            Values values,
            SheetFile sheets,
            Staging staging,
            Forecast forecast,
            Commits commits,
            BatchRows rows,
            Relay relay,
            JsonMapper json,
            Marks marks,
            CorrectedRows corrected,
            Replacements replacements) {
        this.repository = repository;
        this.operator = operator;
        this.transactions = transactions;
        this.work = work;
        this.store = store;
        this.files = files;
        this.feeds = feeds;
        this.values = values;
        this.sheets = sheets;
        this.staging = staging;
        this.forecast = forecast;
        this.commits = commits;
        this.rows = rows;
        this.relay = relay;
        this.json = json;
        this.marks = marks;
        this.corrected = corrected;
        this.replacements = replacements;
    }

    /** Reads the batch's file into staged rows and forecasts what they would do. */
    void read(ImportBatch batch) throws Exception {
        Path file = files.restore(batch.id);
        try {
            run("read", batch, readStep(batch, file), step("forecast", () -> forecast(batch), false));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    void commit(ImportBatch batch) throws Exception {
        run(
                "commit",
                batch,
                step(
                        "commit",
                        chunks(batch, false, after -> commits.commitNext(batch.id, batch.feed, after, CHUNK)),
                        true),
                step("publish", () -> publish(batch, true), false));
    }

    void revert(ImportBatch batch) throws Exception {
        run(
                "revert",
                batch,
                step(
                        "withdraw",
                        chunks(batch, true, after -> commits.withdrawNext(batch.id, batch.feed, after, CHUNK)),
                        true),
                step("publish", () -> publish(batch, false), false));
    }

    private void run(String action, ImportBatch batch, Step first, Step then) throws Exception {
        Job job = new JobBuilder("import-" + action, repository)
                .start(first)
                .next(then)
                .build();
        JobExecution execution = operator.start(
                job,
                new JobParametersBuilder()
                        .addLong("batch", batch.id)
                        .addString("attempt", batch.attempts + "@" + System.currentTimeMillis())
                        .toJobParameters());
        List<Throwable> failures = execution.getAllFailureExceptions();
        repository.deleteJobInstance(execution.getJobInstance());
        if (!failures.isEmpty()) {
            throw new ImportFailure(failures);
        }
    }

    /** Forgets the runs that a killed hub left; those that end are forgotten as they do. */
    void sweep() {
        LocalDateTime yesterday = LocalDateTime.now(ZoneId.systemDefault()).minusDays(1);
        for (String action : List.of("read", "commit", "revert")) {
            for (JobInstance run : repository.findJobInstances("import-" + action)) {
                if (repository.getJobExecutions(run).stream()
                        .allMatch(e -> e.getCreateTime().isBefore(yesterday))) {
                    repository.deleteJobInstance(run);
                }
            }
        }
    }

    private Step readStep(ImportBatch batch, Path file) {
        Feed feed = feeds.get(batch.feed);
        Layout layout = json.readValue(Objects.requireNonNull(batch.layout), Layout.class);
        SheetItemReader reader = new SheetItemReader(sheets, file, layout, feed, () -> staging.lastRow(batch.id));
        return new StepBuilder("read", repository)
                .<Checked, Checked>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(new Ahead<>(reader, row -> check(batch, feed, row)))
                .writer(chunk -> {
                    staging.stage(chunk.getItems().stream().map(Checked::staged).toList());
                    work.advance(batch.id, chunk.size());
                    Map<Integer, Origin> origins = new HashMap<>();
                    chunk.forEach(c -> {
                        if (c.corrects() != null) {
                            origins.put(c.row(), c.corrects());
                        }
                    });
                    corrected.note(batch.id, origins);
                })
                .build();
    }

    /** A row ready to be written, and the row of an earlier batch that it corrects. */
    private record Checked(
            int row, Staging.Staged staged, @Nullable Origin corrects) {}

    /** One row never stops a batch: whatever it holds ends in its own report. */
    private Checked check(ImportBatch batch, Feed feed, SheetRow row) {
        try {
            return checked(batch, feed, row);
        } catch (RuntimeException e) {
            // its message may quote the row
            log.error("row {} of batch {} cannot be checked", row.row(), batch.id, stack(e));
            return new Checked(row.row(), staging.unreadable(batch.id, batch.feed, batch.reporter(), row.row()), null);
        }
    }

    private static Exception stack(RuntimeException e) {
        Exception silent = new Exception(e.getClass().getName());
        silent.setStackTrace(e.getStackTrace());
        return silent;
    }

    private Checked checked(ImportBatch batch, Feed feed, SheetRow row) {
        Origin corrects = batch.corrects == null
                ? null
                : marks.read(row.mark(), batch.reporter).orElse(null);
        Parsed parsed = values.parse(feed, row.cells());
        Staging.Row read =
                new Staging.Row(row.row(), title(row), parsed.fields(), parsed.sealed(), row.with(parsed.issues()));
        return new Checked(row.row(), staging.prepare(batch.id, batch.feed, batch.reporter(), read), corrects);
    }

    /** What the preview calls a row: the person's or thing's name, and a demand by its post. */
    private static String title(SheetRow row) {
        String title = row.cells().getOrDefault("name", row.cells().getOrDefault("post", ""));
        String safe = Contacts.strict(title);
        return safe.length() > 100 ? safe.substring(0, 100) : safe;
    }

    private RepeatStatus forecast(ImportBatch batch) {
        work.check(batch.id);
        forecast.run(batch.id, batch.feed, rows -> work.advance(batch.id, rows));
        count(batch.id);
        return RepeatStatus.FINISHED;
    }

    /** Work that does a chunk a call until none is left; starts over at the first row, where what is done is passed over. */
    private Work chunks(ImportBatch batch, boolean reverting, IntFunction<Commits.Chunk> next) {
        int[] last = {0};
        return () -> {
            Commits.Chunk done = next.apply(last[0]);
            last[0] = done.last();
            work.advance(batch.id, done.rows());
            if (done.rows() > 0) {
                return RepeatStatus.CONTINUABLE;
            }
            if (batch.corrects != null) {
                List<Long> touched = reverting
                        ? replacements.restore(batch.id, batch.feed, previews(batch))
                        : replacements.replace(batch.id, batch.feed);
                touched.forEach(this::count);
            }
            count(batch.id);
            return RepeatStatus.FINISHED;
        };
    }

    /** Those of the uploads that this one corrects whose rows still wait to be committed. */
    private Set<Long> previews(ImportBatch batch) {
        return store.findAllById(corrected.corrects(batch.id)).stream()
                .filter(b -> b.status() == Status.PREVIEWED)
                .map(b -> b.id)
                .collect(Collectors.toSet());
    }

    /**
     * The end of a batch is when its rows can be found. An index that is behind is waited for while it comes nearer; one that is away is
     * not waited for long, it catches up by itself.
     *
     * @param showing rows that come into the index are counted; those that leave it are not
     */
    private RepeatStatus publish(ImportBatch batch, boolean showing) {
        long newest = relay.newest();
        long before = relay.lag(newest);
        long all = rows.count(batch.id, BatchRows.Filter.ALL);
        boolean mostlyOwn =
                before <= all; // what others have put before it is not waited for longer than an index that is away
        if (showing) {
            work.index(batch.id, (int) Math.max(0, all - before));
        }
        long impatient = System.nanoTime() + INDEX_PATIENCE.toNanos();
        while (!relay.awaitDrained(newest, INDEX_LOOK) && System.nanoTime() < impatient) {
            long lag = relay.lag(newest);
            if (mostlyOwn && lag < before) {
                impatient = System.nanoTime() + INDEX_PATIENCE.toNanos();
                if (showing) {
                    work.advance(batch.id, (int) (before - lag));
                }
                before = lag;
            }
        }
        return RepeatStatus.FINISHED;
    }

    private void count(long batch) {
        BatchRows.Tally t = rows.tally(batch);
        work.counted(
                batch,
                json.writeValueAsString(new BatchView.Counts(
                        t.read(),
                        t.created(),
                        t.updated(),
                        t.unchanged(),
                        t.rejected(),
                        t.warnings(),
                        t.suspects(),
                        t.doubledUpdated() + t.doubledUnchanged() == 0
                                ? null
                                : new BatchView.Doubled(t.doubledUpdated(), t.doubledUnchanged()))),
                t.read());
    }

    /** @param transactional each call in one transaction; the waiting step holds none */
    private Step step(String name, Work work, boolean transactional) {
        Tasklet tasklet = (contribution, context) -> work.go();
        DefaultTransactionAttribute attribute = new DefaultTransactionAttribute(
                transactional ? TransactionAttribute.PROPAGATION_REQUIRED : Propagation.NOT_SUPPORTED.value());
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(attribute)
                .build();
    }

    private interface Work {
        @Nullable
        RepeatStatus go();
    }

    /** What stopped a job; the first failure is the cause. */
    static final class ImportFailure extends IOException {
        private static final long serialVersionUID = 1L;

        ImportFailure(List<Throwable> failures) {
            super(failures.getFirst());
        }
    }
}
