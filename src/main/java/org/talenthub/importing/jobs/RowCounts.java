package org.talenthub.importing.jobs;

import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.records.rows.BatchRows;
import tools.jackson.databind.json.JsonMapper;

/** Counts a batch's rows anew by what became of them. */
@Component
class RowCounts {

    private final BatchRows rows;
    private final BatchWork work;
    private final JsonMapper json;

    RowCounts(BatchRows rows, BatchWork work, JsonMapper json) {
        this.rows = rows;
        this.work = work;
        this.json = json;
    }

    void count(long batch) {
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
}
