package org.talenthub.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.records.Reporter;
import org.talenthub.reference.Feed;

/** Uploads as they are kept: one file of one reporter for one feed is one batch. */
@Component
class KeptUploads {

    private final ImportBatches store;
    private final ImportFiles files;
    private final TransactionTemplate transaction;

    KeptUploads(ImportBatches store, ImportFiles files, TransactionTemplate transaction) {
        this.store = store;
        this.files = files;
        this.transaction = transaction;
    }

    /** @throws Problem 404 when there is none any more */
    ImportBatch get(String id) {
        return Ids.parse(id).flatMap(store::findById).orElseThrow(Problem::notFound);
    }

    /**
     * Keeps batch and file, unless the same came in meanwhile.
     *
     * @param also done in the same transaction
     * @return the batch that was quicker
     */
    Optional<ImportBatch> keep(ImportBatch batch, Feed feed, ReadingChoice choice, Path file, Runnable also) {
        String sha256 = Objects.requireNonNull(batch.sha256);
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lockTurn(Integer.parseInt(sha256, 0, 2, 16) % 64);
            Optional<ImportBatch> other = same(sha256, feed, batch.reporter(), choice);
            if (other.isEmpty()) {
                keep(batch, file);
                also.run();
            }
            return other;
        }));
    }

    /** The batch that this very file is already; none where it is to be read in another way. */
    Optional<ImportBatch> same(String sha256, Feed feed, Reporter reporter, ReadingChoice choice) {
        return choice.equals(ReadingChoice.NONE)
                ? store.findSame(sha256, feed.name(), reporter.key())
                : Optional.empty();
    }

    private void keep(ImportBatch batch, Path file) {
        store.save(batch);
        try {
            files.store(batch.id, file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
