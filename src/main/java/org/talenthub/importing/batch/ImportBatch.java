package org.talenthub.importing.batch;

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
public class ImportBatch {

    /** Where the batch stands; the contract's words. */
    public enum Status {
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
    public enum Phase {
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
    public long id;

    public String feed;
    public String fileName;
    public long fileSize;
    public String sha256;
    public String legalBasis;

    @Enumerated(EnumType.STRING)
    public Status status;

    public String reporter;
    public String reporterName;

    @Nullable
    public Long carrierId;

    @Nullable
    public String region;

    public String submittedBy;
    public boolean commitWanted;

    @Nullable
    public String layout;

    @Enumerated(EnumType.STRING)
    public Phase phase;

    Instant phaseSince;
    public int rowsRead;

    /** Rows done when the phase was entered last; the rate counts from there. */
    int rowsBefore;

    @Nullable
    public Integer rowsTotal;

    @Nullable
    public String counts;

    @Nullable
    public String problem;

    /** The first upload of a chain of corrections; null outside of one. */
    @Nullable
    public Long family;

    /** The batch whose correction workbook this is. */
    @Nullable
    public Long corrects;

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

    public int attempts;
    int failures;

    @Nullable
    String failedAt;

    @Nullable
    public String intakePath;

    public Instant createdAt;
    Instant updatedAt;

    protected ImportBatch() {}

    public static ImportBatch received(
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
    public boolean asking() {
        return status == Status.PREVIEWED && problem != null;
    }

    public Reporter reporter() {
        return new Reporter(reporter, reporterName, carrierId, region);
    }

    /** The status that the phase's work has; what a FAILED batch goes back to when it is taken up again. */
    public Status working() {
        return switch (phase) {
            case WAITING -> Status.RECEIVED;
            case READING, CHECKING -> Status.READING;
            case COMMITTING, INDEXING -> Status.COMMITTING;
            case REVERTING -> Status.REVERTING;
            case PREVIEW, DONE -> status;
        };
    }
}
