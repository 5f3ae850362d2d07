package org.talenthub.importing.batch;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.records.intake.Overtaken;
import org.talenthub.records.rows.RowIssues;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a preview says, and that it still holds when somebody acts on it. */
@Component
public class Previews {

    private static final TypeReference<List<RowIssues.Group>> GROUPS = new TypeReference<>() {};
    private static final int NAMED = 10;

    /** The problem's code when a preview no longer holds. */
    public static final String OVERTAKEN = "preview.overtaken";

    private final Batches batches;
    private final RowIssues rows;
    private final Overtaken overtaken;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Previews(Batches batches, RowIssues rows, Overtaken overtaken, TransactionTemplate transaction, JsonMapper json) {
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
        batches.allow(batch, Action.COMMIT);
        return transaction.execute(status -> {
            Instant forecast = batch.forecastAt == null ? batch.createdAt : batch.forecastAt;
            List<Integer> changed = overtaken.rows(batch.id, batch.feed, batch.reporter, forecast);
            if (changed.isEmpty()) {
                batches.commit(batch);
            } else {
                batches.recheck(batch, json.writeValueAsString(changed));
            }
            return changed;
        });
    }

    public static Problem overtaken(List<Integer> changed) {
        Sentence named = Sentence.list(changed.stream().limit(NAMED).toList());
        Sentence which = changed.size() <= NAMED
                ? Sentence.of("refused.overtaken.rows", named)
                : Sentence.of("refused.overtaken.some", named, changed.size());
        List<Issue> errors = changed.stream()
                .map(row ->
                        Issue.error("", "row.overtaken", Sentence.of("check.row.overtaken", row), String.valueOf(row)))
                .toList();
        return new Problem(409, OVERTAKEN, Sentence.of("refused.preview.overtaken", which), errors);
    }

    /** Like problems counted; kept with the batch once it rests, since a large one takes a while to count. */
    public List<RowIssues.Group> groups(ImportBatch batch) {
        if (batch.issueGroups != null) {
            return json.readValue(batch.issueGroups, GROUPS);
        }
        List<RowIssues.Group> groups = rows.grouped(batch.id);
        if (!batch.status().working()) {
            batches.grouped(batch, json.writeValueAsString(groups));
        }
        return groups;
    }
}
