package org.talenthub.importing.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.importing.correction.Marks;
import org.talenthub.importing.correction.Marks.Origin;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.records.intake.Staging;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.contacts.Contacts;

/** From a row of a sheet to a staged row of its batch. */
@Component
class RowStaging {

    private static final Logger log = LoggerFactory.getLogger(RowStaging.class);

    private final BatchWork work;
    private final RowChecks checks;
    private final Staging staging;
    private final Marks marks;
    private final CorrectedRows corrected;

    RowStaging(BatchWork work, RowChecks checks, Staging staging, Marks marks, CorrectedRows corrected) {
        this.work = work;
        this.checks = checks;
        this.staging = staging;
        this.marks = marks;
        this.corrected = corrected;
    }

    /** The last row that is staged, 0 when none is. */
    int last(ImportBatch batch) {
        return staging.lastRow(batch.id);
    }

    void stage(ImportBatch batch, List<? extends Checked> chunk) {
        List<Staging.Staged> staged = chunk.stream().map(Checked::staged).toList();
        if (batch.corrects == null) {
            staging.stage(staged);
        } else {
            staging.stageCorrections(staged);
        }
        work.advance(batch.id, chunk.size());
        Map<Integer, Origin> origins = new HashMap<>();
        chunk.forEach(c -> {
            if (c.corrects() != null) {
                origins.put(c.row(), c.corrects());
            }
        });
        corrected.note(batch.id, origins);
    }

    /** A row ready to be written, and the row of an earlier batch that it corrects. */
    record Checked(int row, Staging.Staged staged, @Nullable Origin corrects) {}

    /** One row never stops a batch: whatever it holds ends in its own report. */
    Checked check(ImportBatch batch, Feed feed, SheetRow row) {
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
        Parsed parsed = checks.parse(feed, row.cells());
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
}
