package org.talenthub.importing.reading;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.reference.Feed;
import tools.jackson.databind.json.JsonMapper;

/** A batch that is read from its beginning: what was staged is forgotten, or a question stands before it. */
@Component
public class StartOver {

    private final Batches batches;
    private final BatchRows rows;
    private final CorrectedRows corrected;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    StartOver(
            Batches batches,
            BatchRows rows,
            CorrectedRows corrected,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.batches = batches;
        this.rows = rows;
        this.corrected = corrected;
        this.transaction = transaction;
        this.json = json;
    }

    /** @throws Problem 409 unless the batch is a preview */
    void allow(ImportBatch batch) {
        batches.allow(batch, Action.REREAD);
    }

    /** What another feed said of the rows is forgotten. */
    void ask(ImportBatch batch, Feed feed, Undecided question) {
        transaction.executeWithoutResult(status -> {
            batches.ask(batch, feed, json.writeValueAsString(question.draft()), problem(question));
            if (!feed.name().equals(batch.feed)) {
                rows.drop(batch.id);
                corrected.drop(batch.id);
            }
        });
    }

    void start(ImportBatch batch, Feed feed, Layout layout) {
        Integer total = layout.rowsTotal() > 0 ? (int) layout.rowsTotal() : null;
        transaction.executeWithoutResult(status -> {
            batches.reread(batch, feed, json.writeValueAsString(layout), total);
            rows.drop(batch.id);
            corrected.drop(batch.id);
        });
    }

    /** The question as it is kept with the batch. */
    public String problem(Undecided question) {
        return json.writeValueAsString(Impediment.of(question, question.sheets()));
    }
}
