package org.talenthub.importing.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Transitions;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * One uploaded file and what became of it, as the site and the API show it.
 *
 * @param allowed what the viewer may do with it now, as the API's addresses call it
 * @param submittedBy account that uploaded it
 * @param carrier name of the reporting carrier or department
 * @param problem why the file was refused (REJECTED), or why the work stands still (FAILED); of a preview, what has to be said first
 *     (sheet, columns)
 * @param attempts how often the work was taken up
 * @param nextTryAt when a FAILED batch goes on by itself
 * @param corrects the batch whose correction workbook this is
 * @param open rows that need work and that no correction has taken up; of a first upload with those of its corrections
 * @param openOwn of these the batch's own
 * @param revertReason why it was taken back, as its reporter said
 * @param overtaken rows whose record changed after the preview, which was made anew since; null when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        String id,
        String feed,
        String feedTitle,
        String fileName,
        long fileSize,
        String sha256,
        Status status,
        List<String> allowed,
        String submittedBy,
        String carrier,
        boolean own,
        Progress progress,
        Counts counts,
        @JsonIgnore int open,
        @JsonIgnore int openOwn,
        @Nullable ProblemView problem,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String corrects,
        @Nullable List<Integer> overtaken,
        @Nullable String revertReason,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether a person has to say how the file is to be read before there is anything to submit. */
    public boolean asking() {
        return previewed() && problem != null;
    }

    public boolean previewed() {
        return status == Status.PREVIEWED;
    }

    public boolean committed() {
        return status == Status.COMMITTED;
    }

    /** Whether the viewer may do that now. */
    public boolean may(Action action) {
        return allowed.contains(Transitions.word(action));
    }

    /** Whether work goes on and the page should look again. */
    public boolean working() {
        return status.working();
    }

    /** What the site calls its status: a preview with a question to be answered first is nothing that could be submitted. */
    public String state() {
        return asking() ? "ASKING" : status.name();
    }

    /**
     * How far the work is.
     *
     * @param rowsTotal null while unknown
     * @param rowsPerSecond in this phase, null until measurable
     * @param secondsLeft in this phase, null until measurable
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            Phase phase,
            int rowsRead,
            @Nullable Integer rowsTotal,
            @Nullable Integer rowsPerSecond,
            @Nullable Integer secondsLeft) {}

    /** Rows by what they do or did; read = created + updated + unchanged + rejected once the reading is over. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counts(
            int read,
            int created,
            int updated,
            int unchanged,
            int rejected,
            int warnings,
            int suspects,
            @Nullable Doubled doubled) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, null);

        /** Rows that a commit would write and that are not another row of the file once more. */
        public int updatedOnce() {
            return updated - (doubled == null ? 0 : doubled.updated());
        }

        public int unchangedOnce() {
            return unchanged - (doubled == null ? 0 : doubled.unchanged());
        }

        /** Rows about what an earlier row of the file is about. */
        public int twice() {
            return doubled == null ? 0 : doubled.updated() + doubled.unchanged();
        }

        /** Rows that a commit would write, or wrote. */
        public int effective() {
            return created + updated;
        }
    }

    /** Rows among the updated and the unchanged that are about what an earlier row of the same file is about. */
    public record Doubled(int updated, int unchanged) {}

    /**
     * Why a batch cannot go on, as in {@code application/problem+json}; of a preview, the question that a person has to answer first.
     *
     * @param reference where to find it in the log, null when the file itself is to blame
     * @param choices sheets to choose from, when that is the question
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ProblemView(
            int status,
            String code,
            String detail,
            @Nullable String reference,
            @Nullable List<String> choices) {

        public ProblemView(int status, String code, String detail, @Nullable String reference) {
            this(status, code, detail, reference, null);
        }
    }

    /**
     * One row of the person's sheet; key is what the preview calls it.
     *
     * @param origin in a correction, the row's number in the upload that it corrects
     * @param record id of what the row is about, once there is one
     * @param corrected a later upload has taken the row up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            int row,
            String key,
            String status,
            List<IssueView> issues,
            @Nullable Integer origin,
            @Nullable String record,
            @JsonIgnore boolean corrected) {}

    /**
     * An issue as the uploader sees it.
     *
     * @param column the column's title in the person's own sheet; empty for the whole row
     * @param title the same column's title as the feed names it
     * @param cell as a spreadsheet program names it (C12); null for the whole row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IssueView(
            String column,
            String title,
            @Nullable String cell,
            String code,
            String level,
            String message,
            @Nullable String value) {}

    /**
     * Rows with one kind of issue.
     *
     * @param column the column's title in the person's own sheet, title as the feed names it; empty for the whole row
     * @param message an example, of the first such row
     * @param count how many rows
     * @param value what stands in these rows, where rows with other values are a group of their own; else null
     * @param rows where to find them in the API
     */
    public record IssueGroup(
            String column,
            String title,
            String code,
            String level,
            String message,
            int firstRow,
            int count,
            @Nullable String value,
            String rows) {}

    /** A page of rows. */
    public record RowPage(long total, int page, int size, List<RowView> items) {}

    /** A page of batches, newest first. */
    public record BatchPage(long total, int page, int size, List<BatchView> items) {}
}
