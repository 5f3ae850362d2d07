package org.talenthub.importing.jobs;

import java.util.function.IntFunction;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.records.intake.Commits;
import org.talenthub.records.intake.Forecast;

/**
 * The three jobs of a batch: read (rows, then forecast), commit (chunks, then wait for the index) and revert. Every step finds out
 * from the rows themselves what is left to do, so after a crash a fresh run of the same job goes on exactly there; Spring Batch's
 * own restart data is not relied on, and a run is a new job instance ({@code attempt}).
 */
@Component
class ImportJobs {

    /** Rows a transaction: big enough for batched statements, small enough for a lively progress bar. */
    static final int CHUNK = 1000;

    private final BatchSteps steps;
    private final BatchWork work;
    private final RowReading reading;
    private final Forecast forecast;
    private final Commits commits;
    private final CorrectedUploads uploads;
    private final Publishing publishing;
    private final RowCounts counts;

    ImportJobs(
            BatchSteps steps,
            BatchWork work,
            RowReading reading,
            Forecast forecast,
            Commits commits,
            CorrectedUploads uploads,
            Publishing publishing,
            RowCounts counts) {
        this.steps = steps;
        this.work = work;
        this.reading = reading;
        this.forecast = forecast;
        this.commits = commits;
        this.uploads = uploads;
        this.publishing = publishing;
        this.counts = counts;
    }

    /** Reads the batch's file into staged rows and forecasts what they would do. */
    void read(ImportBatch batch) throws Exception {
        try (RowReading.File file = reading.open(batch)) {
            boolean afresh = reading.afresh(batch);
            steps.run(
                    "read",
                    batch,
                    reading.step(batch, file),
                    steps.step("forecast", () -> forecast(batch, afresh), false));
        }
    }

    void commit(ImportBatch batch) throws Exception {
        steps.run(
                "commit",
                batch,
                steps.step(
                        "commit",
                        chunks(batch, false, after -> commits.commitNext(batch.id, batch.feed, after, CHUNK)),
                        true),
                steps.step("publish", () -> publishing.publish(batch, true), false));
    }

    void revert(ImportBatch batch) throws Exception {
        steps.run(
                "revert",
                batch,
                steps.step(
                        "withdraw",
                        chunks(batch, true, after -> commits.withdrawNext(batch.id, batch.feed, after, CHUNK)),
                        true),
                steps.step("publish", () -> publishing.publish(batch, false), false));
    }

    /** Forgets the runs that a killed hub left. */
    void sweep() {
        steps.sweep();
    }

    /** @param afresh no row had been staged before this run */
    private RepeatStatus forecast(ImportBatch batch, boolean afresh) {
        work.check(batch.id);
        forecast.run(batch.id, batch.feed, afresh, rows -> work.advance(batch.id, rows));
        counts.count(batch.id);
        return RepeatStatus.FINISHED;
    }

    /** Work that does a chunk a call until none is left; starts over at the first row, where what is done is passed over. */
    private BatchSteps.Work chunks(ImportBatch batch, boolean reverting, IntFunction<Commits.Chunk> next) {
        int[] last = {0};
        return () -> {
            Commits.Chunk done = next.apply(last[0]);
            last[0] = done.last();
            work.advance(batch.id, done.rows());
            if (done.rows() > 0) {
                return RepeatStatus.CONTINUABLE;
            }
            uploads.settle(batch, reverting);
            counts.count(batch.id);
            return RepeatStatus.FINISHED;
        };
    }
}
