package org.talenthub.importing.batch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.Imports;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.records.intake.BatchRows;
import org.talenthub.records.intake.Overtaken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a preview says, and that it still holds when somebody acts on it. */
@Component
public class Previews {

    static final String NOT_A_PREVIEW = "只有核对中的批次可以提交；本批当前是“%s”。";

    private static final TypeReference<List<BatchRows.Group>> GROUPS = new TypeReference<>() {};
    private static final int NAMED = 10;

    private final Batches batches;
    private final BatchRows rows;
    private final Overtaken overtaken;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Previews(Batches batches, BatchRows rows, Overtaken overtaken, TransactionTemplate transaction, JsonMapper json) {
        this.batches = batches;
        this.rows = rows;
        this.overtaken = overtaken;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Sends the batch on to be committed if the preview still holds; else to be forecast anew.
     *
     * @return the rows whose record changed since the preview; empty when the commit goes on
     * @throws Problem 409 unless it is a preview
     */
    public List<Integer> commit(ImportBatch batch) {
        return transaction.execute(status -> {
            Instant forecast = batch.forecastAt == null ? batch.createdAt : batch.forecastAt;
            List<Integer> changed =
                    batch.status == Status.PREVIEWED ? overtaken.rows(batch.id, batch.feed, batch.reporter, forecast) : List.of();
            Status to = changed.isEmpty() ? Status.COMMITTING : Status.READING;
            Phase phase = changed.isEmpty() ? Phase.COMMITTING : Phase.CHECKING;
            if (batch.status != Status.PREVIEWED || !batches.move(batch.id, Status.PREVIEWED, to, phase)) {
                throw Problem.conflict("batch.status", String.format(Locale.ROOT, NOT_A_PREVIEW, batch.status));
            }
            batches.overtaken(batch.id, changed.isEmpty() ? null : json.writeValueAsString(changed));
            return changed;
        });
    }

    /** Sends on a preview that nobody asked to look at. @throws Problem 409 unless it is one */
    public void commitUnseen(ImportBatch batch) {
        if (!batches.move(batch.id, Status.PREVIEWED, Status.COMMITTING, Phase.COMMITTING)) {
            throw Problem.conflict("batch.status", String.format(Locale.ROOT, NOT_A_PREVIEW, batch.status));
        }
    }

    public static Problem overtaken(List<Integer> changed) {
        String named = changed.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining("、"));
        String which = changed.size() <= NAMED ? "第 " + named + " 行" : "第 " + named + " 等 " + changed.size() + " 行";
        List<Issue> errors = changed.stream()
                .map(row ->
                        Issue.error("", "row.overtaken", "第 " + row + " 行涉及的记录在核对之后有了变化，已重新核对。", String.valueOf(row)))
                .toList();
        return new Problem(409, Imports.OVERTAKEN, "核对之后，" + which + "涉及的记录被别的批次改动，没有提交。已重新核对，看过新的结果再提交。", errors);
    }

    /** Like problems counted; kept with the batch once it rests, since a large one takes a while to count. */
    List<BatchRows.Group> groups(ImportBatch batch) {
        if (batch.issueGroups != null) {
            return json.readValue(batch.issueGroups, GROUPS);
        }
        List<BatchRows.Group> groups = rows.grouped(batch.id);
        if (batch.phase == Phase.PREVIEW || batch.phase == Phase.DONE) {
            batches.grouped(batch.id, batch.phaseSince, json.writeValueAsString(groups));
        }
        return groups;
    }
}
