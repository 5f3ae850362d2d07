package org.talenthub.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.Reporter;

/** One uploaded file on its way; the job steps move it on by plain updates ({@link Batches}), so that no step holds a stale copy. */
@Entity
@Table(name = "import_batch")
@SuppressWarnings("NullAway.Init")
class ImportBatch {

    /** Where the batch stands; the contract's words. */
    enum Status {
        RECEIVED,
        READING,
        PREVIEWED,
        COMMITTING,
        COMMITTED,
        REVERTING,
        REVERTED,
        REJECTED,
        FAILED,
        CANCELLING
    }

    /** What is being done; kept while FAILED, so that the work goes on where it stopped. */
    enum Phase {
        WAITING,
        READING,
        CHECKING,
        PREVIEW,
        COMMITTING,
        INDEXING,
        REVERTING,
        DONE
    }

    @Id
    long id;

    String feed;
    String fileName;
    long fileSize;
    String sha256;
    String legalBasis;

    @Enumerated(EnumType.STRING)
    Status status;

    String reporter;
    String reporterName;

    @Nullable
    Long carrierId;

    @Nullable
    String region;

    String submittedBy;
    boolean commitWanted;

    @Nullable
    String layout;

    @Enumerated(EnumType.STRING)
    Phase phase;

    Instant phaseSince;
    int rowsRead;

    /** Rows done when the phase was entered last; the rate counts from there. */
    int rowsBefore;

    @Nullable
    Integer rowsTotal;

    @Nullable
    String counts;

    @Nullable
    String problem;

    /** The first upload of a chain of corrections; null outside of one. */
    @Nullable
    Long family;

    /** The batch whose correction workbook this is. */
    @Nullable
    Long corrects;

    @Nullable
    Instant forecastAt;

    @Nullable
    String issueGroups;

    @Nullable
    String overtaken;

    @Nullable
    String leaseOwner;

    @Nullable
    Instant leaseUntil;

    int attempts;
    int failures;

    @Nullable
    String failedAt;

    @Nullable
    String intakePath;

    Instant createdAt;
    Instant updatedAt;

    protected ImportBatch() {}

    static ImportBatch received(
            long id, String feed, String fileName, Reporter reporter, String submittedBy, Instant now) {
        ImportBatch b = new ImportBatch();
        b.id = id;
        b.feed = feed;
        b.fileName = fileName;
        b.status = Status.RECEIVED;
        b.phase = Phase.WAITING;
        b.phaseSince = now;
        b.reporter = reporter.key();
        b.reporterName = reporter.name();
        b.carrierId = reporter.carrier();
        b.region = reporter.region();
        b.submittedBy = submittedBy;
        b.createdAt = now;
        b.updatedAt = now;
        return b;
    }

    /** Whether a person still has to say how the file is to be read. */
    boolean asking() {
        return status == Status.PREVIEWED && problem != null;
    }

    Reporter reporter() {
        return new Reporter(reporter, reporterName, carrierId, region);
    }

    /** The status that the phase's work has; what a FAILED batch goes back to when it is taken up again. */
    Status working() {
        return switch (phase) {
            case WAITING -> Status.RECEIVED;
            case READING, CHECKING -> Status.READING;
            case COMMITTING, INDEXING -> Status.COMMITTING;
            case REVERTING -> Status.REVERTING;
            case PREVIEW, DONE -> status;
        };
    }
}
