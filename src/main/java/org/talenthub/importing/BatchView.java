package org.talenthub.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Issue;

/**
 * One uploaded file and what became of it, as the site and the API show it.
 *
 * @param status RECEIVED READING PREVIEWED COMMITTING COMMITTED REVERTING REVERTED REJECTED FAILED CANCELLING
 * @param submittedBy account that uploaded it
 * @param carrier name of the reporting carrier or department
 * @param problem why the file was refused (REJECTED), or why the work stands still (FAILED)
 * @param attempts how often the work was taken up
 * @param nextTryAt when a FAILED batch goes on by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        String id,
        String feed,
        String feedTitle,
        String fileName,
        long fileSize,
        String sha256,
        String status,
        String submittedBy,
        String carrier,
        boolean own,
        Progress progress,
        Counts counts,
        @Nullable ProblemView problem,
        int attempts,
        @Nullable Instant nextTryAt,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * How far the work is.
     *
     * @param phase WAITING READING CHECKING PREVIEW COMMITTING INDEXING REVERTING DONE
     * @param rowsTotal null while unknown
     * @param rowsPerSecond in this phase, null until measurable
     * @param secondsLeft in this phase, null until measurable
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            String phase,
            int rowsRead,
            @Nullable Integer rowsTotal,
            @Nullable Integer rowsPerSecond,
            @Nullable Integer secondsLeft) {}

    /** Rows by what they do or did; read = created + updated + unchanged + rejected once the reading is over. */
    public record Counts(int read, int created, int updated, int unchanged, int rejected, int warnings, int suspects) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        /** Rows that a commit would write, or wrote. */
        public int effective() {
            return created + updated;
        }
    }

    /**
     * Why a batch cannot go on, as in {@code application/problem+json}.
     *
     * @param reference where to find it in the log, null when the file itself is to blame
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProblemView(
            int status,
            String code,
            String detail,
            @Nullable String reference) {}

    /** One row of the person's sheet; key is what the preview calls it. */
    public record RowView(int row, String key, String status, java.util.List<Issue> issues) {}

    /** Rejected or doubtful rows of one kind. */
    public record IssueGroup(String column, String code, String level, String message, int count) {}

    /** A page of rows. */
    public record RowPage(long total, int page, int size, java.util.List<RowView> items) {}

    /** A page of batches, newest first. */
    public record BatchPage(long total, int page, int size, java.util.List<BatchView> items) {}

    /** Whether work goes on and the page should look again. */
    public boolean working() {
        return switch (status) {
            case "RECEIVED", "READING", "COMMITTING", "REVERTING", "CANCELLING", "FAILED" -> true;
            default -> false;
        };
    }
}
