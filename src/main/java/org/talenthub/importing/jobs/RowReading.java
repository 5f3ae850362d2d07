package org.talenthub.importing.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.batch.core.step.Step;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.sheet.SheetFile;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import tools.jackson.databind.json.JsonMapper;

/** Reads a batch's file into staged rows. */
@Component
class RowReading {

    private final BatchSteps steps;
    private final ImportFiles files;
    private final Feeds feeds;
    private final SheetFile sheets;
    private final RowStaging rows;
    private final JsonMapper json;

    RowReading(BatchSteps steps, ImportFiles files, Feeds feeds, SheetFile sheets, RowStaging rows, JsonMapper json) {
        this.steps = steps;
        this.files = files;
        this.feeds = feeds;
        this.sheets = sheets;
        this.rows = rows;
        this.json = json;
    }

    /** A batch's file, unsealed for as long as it is read. */
    record File(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    File open(ImportBatch batch) throws IOException {
        return new File(files.restore(batch.id));
    }

    /** Whether no row of it is staged yet. */
    boolean afresh(ImportBatch batch) {
        return rows.last(batch) == 0;
    }

    Step step(ImportBatch batch, File file) {
        Feed feed = feeds.get(batch.feed);
        Layout layout = json.readValue(Objects.requireNonNull(batch.layout), Layout.class);
        SheetItemReader reader = new SheetItemReader(sheets, file.path, layout, feed, () -> rows.last(batch));
        return steps.chunks(
                "read",
                ImportJobs.CHUNK,
                new Ahead<>(reader, row -> rows.check(batch, feed, row)),
                chunk -> rows.stage(batch, chunk.getItems()));
    }
}
