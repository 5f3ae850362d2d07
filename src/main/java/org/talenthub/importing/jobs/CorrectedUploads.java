package org.talenthub.importing.jobs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.records.reverts.Replacements;

/** The rows of earlier uploads whose place a correction takes, and that come back with it. */
@Component
class CorrectedUploads {

    private final ImportBatches store;
    private final CorrectedRows corrected;
    private final Replacements replacements;
    private final RowCounts counts;

    CorrectedUploads(ImportBatches store, CorrectedRows corrected, Replacements replacements, RowCounts counts) {
        this.store = store;
        this.corrected = corrected;
        this.replacements = replacements;
        this.counts = counts;
    }

    /** @param reverting the correction goes, and what it replaced comes back */
    void settle(ImportBatch batch, boolean reverting) {
        if (batch.corrects == null) {
            return;
        }
        List<Long> touched = reverting
                ? replacements.restore(batch.id, batch.feed, previews(batch))
                : replacements.replace(batch.id, batch.feed);
        touched.forEach(counts::count);
    }

    /** Those of the uploads that this one corrects whose rows still wait to be committed. */
    private Set<Long> previews(ImportBatch batch) {
        return store.findAllById(corrected.corrects(batch.id)).stream()
                .filter(b -> b.status() == Status.PREVIEWED)
                .map(b -> b.id)
                .collect(Collectors.toSet());
    }
}
