package org.talenthub.importing.batch;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every uploaded file that was not refused at the door. */
public interface ImportBatches extends JpaRepository<ImportBatch, Long> {

    /** The batch that made the same file's rows known already, if it still stands. */
    default Optional<ImportBatch> findSame(String sha256, String feed, String reporter) {
        return findBySha256AndFeedAndReporterOrderByIdDesc(sha256, feed, reporter).stream()
                .filter(b -> b.status().stands())
                .findFirst();
    }

    List<ImportBatch> findBySha256AndFeedAndReporterOrderByIdDesc(String sha256, String feed, String reporter);

    List<ImportBatch> findByIntakePathNotNull();

    /** The batches of a chain of corrections, oldest first. */
    @Query("from ImportBatch b where b.id = :root or b.family = :root order by b.id")
    List<ImportBatch> findFamily(long root);

    Page<ImportBatch> findByReporterOrderByIdDesc(String reporter, Pageable page);

    @Query("from ImportBatch b where b.region like concat(:stem, '%') order by b.id desc")
    Page<ImportBatch> findByRegionStem(String stem, Pageable page);

    Page<ImportBatch> findAllByOrderByIdDesc(Pageable page);
}
