package org.talenthub.importing.batch;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** Every uploaded file that was not refused at the door. */
public interface ImportBatches extends JpaRepository<ImportBatch, Long>, JpaSpecificationExecutor<ImportBatch> {

    /** The batch that made the same file's rows known already, if it still stands. */
    default Optional<ImportBatch> findSame(String sha256, String feed, String reporter) {
        return findBySha256AndFeedAndReporterOrderByIdDesc(sha256, feed, reporter).stream()
                .filter(b -> b.status().stands())
                .findFirst();
    }

    List<ImportBatch> findBySha256AndFeedAndReporterOrderByIdDesc(String sha256, String feed, String reporter);

    /** Within a transaction: whoever takes the same turn waits for its end. */
    @Query(value = "select stripe from upload_turn where stripe = :stripe for update", nativeQuery = true)
    int lockTurn(int stripe);

    List<ImportBatch> findByIntakePathNotNull();

    /** The batches of a chain of corrections, oldest first. */
    @Query("from ImportBatch b where b.id = :root or b.family = :root order by b.id")
    List<ImportBatch> findFamily(long root);

    /** The batches of several such chains, by the first of each. */
    @Query("from ImportBatch b where b.id in (:roots) or b.family in (:roots) order by b.id")
    List<ImportBatch> findFamilies(Collection<Long> roots);
}
