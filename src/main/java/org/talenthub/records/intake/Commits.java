package org.talenthub.records.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.duplicates.Proofs;
import org.talenthub.records.duplicates.Suspicions;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.Report;

/**
 * Makes staged reports live, or withdraws live ones, a chunk at a time. A chunk is one transaction: reports, the records derived
 * from them and their outbox entries stand or fall together, so a crash at any moment leaves whole chunks and repeating is harmless.
 * Chunks of one type take turns over all hubs ({@code record_turn}).
 */
@Component
public class Commits {

    private final Bulk bulk;
    private final ChunkLookup lookup;
    private final RowStates states;
    private final DerivedRecords records;
    private final Proofs proofs;
    private final Suspicions suspicions;
    private final Repetitions repetitions;
    private final Bounds bounds;

    Commits(
            Bulk bulk,
            ChunkLookup lookup,
            RowStates states,
            DerivedRecords records,
            Proofs proofs,
            Suspicions suspicions,
            Repetitions repetitions,
            Bounds bounds) {
        this.bulk = bulk;
        this.lookup = lookup;
        this.states = states;
        this.records = records;
        this.proofs = proofs;
        this.suspicions = suspicions;
        this.repetitions = repetitions;
        this.bounds = bounds;
    }

    /**
     * What one call did.
     *
     * @param rows how many rows; 0 when none was left
     * @param last the last one's number, where the next call goes on
     */
    public record Chunk(int rows, int last) {}

    /** Commits the batch's next staged rows behind a row, in row order; behind the last one, suspects become pairs to decide. */
    @Transactional
    public Chunk commitNext(long batch, String type, int after, int limit) {
        records.takeTurn(type);
        List<Integer> next = states.staged(batch, after, limit);
        if (next.isEmpty()) {
            suspicions.settle(batch, type);
            return new Chunk(0, after);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        bounds.reject(batch, type, after, next.getLast());
        repetitions.settle(batch, after, next.getLast(), now);
        return bulk.with(session -> {
            List<Report> rows = batchRows(session, batch, List.of(Report.State.STAGED), after, next.getLast(), limit);
            if (!rows.isEmpty()) {
                commit(session, type, rows, now);
            }
            return new Chunk(next.size(), next.getLast());
        });
    }

    /**
     * Withdraws the batch's next rows behind a row; the records behind them become what the other reports say. Rows of other batches
     * that merely repeated a withdrawn one take its place, as if it had never been.
     */
    @Transactional
    public Chunk withdrawNext(long batch, String type, int after, int limit) {
        records.takeTurn(type);
        return bulk.with(session -> {
            List<Report> rows = batchRows(
                    session,
                    batch,
                    List.of(Report.State.LIVE, Report.State.SAME, Report.State.REPLACED),
                    after,
                    Integer.MAX_VALUE,
                    limit);
            if (!rows.isEmpty()) {
                withdraw(type, rows);
            }
            return new Chunk(rows.size(), rows.isEmpty() ? after : rows.getLast().rowNo);
        });
    }

    private void withdraw(String type, List<Report> rows) {
        // replaced ones too, lest reverting the correction later brings them back
        states.change(
                rows, "state = 'WITHDRAWN'", EnumSet.of(Report.State.LIVE, Report.State.SAME, Report.State.REPLACED));
        List<Long> touched = rows.stream()
                .filter(r -> r.state == Report.State.LIVE)
                .map(r -> r.recordId)
                .distinct()
                .toList();
        if (touched.isEmpty()) {
            return;
        }
        states.revive(touched, rows.getFirst().reporter, rows.getFirst().batchId);
        records.rederive(type, touched);
    }

    private static List<Report> batchRows(
            StatelessSession session, long batch, List<Report.State> states, int after, int last, int limit) {
        return session.createSelectionQuery(
                        "from Report where batchId = :batch and rowNo > :after and rowNo <= :last and state in (:states)"
                                + " order by rowNo",
                        Report.class)
                .setParameter("after", after)
                .setParameter("last", last)
                .setParameter("batch", batch)
                .setParameterList("states", states)
                .setMaxResults(limit)
                .getResultList();
    }

    private void commit(StatelessSession session, String type, List<Report> rows, Instant now) {
        Committing work = lookup.committing(session, type, rows, now);
        rows.forEach(work::commit);
        states.save(rows, work.creators(), now);
        records.save(type, work.created(), work.changed(), work.live());
        proofs.keep(rows.getFirst().batchId, type, work.proofs());
        suspicions.ask(type, work.questions());
    }
}
