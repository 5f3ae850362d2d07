package org.talenthub.importing.batch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchLife.Hand;
import org.talenthub.records.Reporter;

/** One uploaded file on its way. It is read here; {@link BatchMoves} moves it on, so that nobody holds a stale copy. */
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
        /** Stands still until it is tried again. */
        FAILED,
        CANCELLING;

        private static final Set<Status> WORKING =
                EnumSet.of(RECEIVED, READING, COMMITTING, REVERTING, FAILED, CANCELLING);
        private static final Set<Status> VOID = EnumSet.of(REJECTED, REVERTING, REVERTED, CANCELLING);

        /** There is work to be done, by whichever hub comes first. */
        public boolean working() {
            return WORKING.contains(this);
        }

        /** What the file said counts, or will once it is committed. */
        public boolean stands() {
            return !VOID.contains(this);
        }

        /** The names of some, as the database holds them. */
        public static List<String> names(Predicate<Status> which) {
            return Stream.of(values()).filter(which).map(Status::name).toList();
        }
    }

    /** What is being done; kept while FAILED, so that the work goes on where it stopped. */
    public enum Phase {
        WAITING(Status.RECEIVED),
        READING(Status.READING),
        CHECKING(Status.READING),
        PREVIEW(Status.PREVIEWED),
        COMMITTING(Status.COMMITTING),
        INDEXING(Status.COMMITTING),
        REVERTING(Status.REVERTING),
        CANCELLING(Status.CANCELLING),
        DONE(null);

        /** The status that goes with the phase; null for the end, which there are several of. */
        final @Nullable Status work;

        Phase(@Nullable Status work) {
            this.work = work;
        }

        /** Whether rows are counted as they are done, so that there is a rate. */
        public boolean rows() {
            return switch (this) {
                case READING, COMMITTING, INDEXING, REVERTING -> true;
                case WAITING, CHECKING, PREVIEW, CANCELLING, DONE -> false;
            };
        }
    }

    @Id
    public long id;

    public String feed;
    public String fileName;
    public long fileSize;
    public String sha256;
    public String legalBasis;

    @Enumerated(EnumType.STRING)
    private Status status;

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
    private Phase phase;

    public Instant phaseSince;
    public int rowsRead;

    /** Rows done when the phase was entered last; the rate counts from there. */
    public int rowsBefore;

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
    public String overtaken;

    @Nullable
    String leaseOwner;

    @Nullable
    public Instant leaseUntil;

    public int attempts;
    int failures;

    @Nullable
    String failedAt;

    @Nullable
    public String intakePath;

    /** Why it was taken back, as its reporter said. */
    @Nullable
    public String revertReason;

    public Instant createdAt;
    public Instant updatedAt;

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

    /** Makes a batch that was just received wait for what a person has to say first. */
    public void ask(String draft, String question) {
        status = BatchLife.TABLE.step(status, Action.ASK, Hand.HUB);
        phase = Phase.PREVIEW;
        layout = draft;
        problem = question;
    }

    /** Where it stands. */
    public Status status() {
        return status;
    }

    public Phase phase() {
        return phase;
    }

    /** Whether a person still has to say how the file is to be read. */
    public boolean asking() {
        return status == Status.PREVIEWED && problem != null;
    }

    /** What can be done with it now by its reporter. */
    public List<Action> allowed() {
        return BatchLife.TABLE.allowed(doing(), Hand.REPORTER).stream()
                .filter(a -> a != Action.COMMIT || !asking())
                .toList();
    }

    /** Its status, or while it is FAILED the one of the work that goes on then. */
    public Status doing() {
        return status == Status.FAILED && phase.work != null ? phase.work : status;
    }

    public Reporter reporter() {
        return new Reporter(reporter, reporterName, carrierId, region);
    }
}
