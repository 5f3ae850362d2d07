package org.talenthub.records.duplicates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.records.Likeness;
import org.talenthub.records.identity.Decided.Pair;

/**
 * Records whose own reporter gave the verified number of another's: they become part of it as by a decision, which stands in the queue
 * and can be taken back there. The caller holds the type's turn and derives both.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Proofs {

    /** In the place of the account that decided. */
    private static final String HUB = "hub";

    private static final Likeness PROVEN = new Likeness(100, Set.of(Likeness.Reason.NUMBER));

    private final JdbcTemplate batches;

    Proofs(JdbcTemplate batches) {
        this.batches = batches;
    }

    /** A record that becomes part of another, because of a row. */
    public record Proof(long moved, long into, int row) {}

    public void keep(long batch, String type, List<Proof> proofs) {
        if (proofs.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "update report set own_record = coalesce(own_record, record_id), record_id = ? where record_id = ?",
                proofs,
                proofs.size(),
                (ps, p) -> {
                    ps.setLong(1, p.into());
                    ps.setLong(2, p.moved());
                });
        batches.batchUpdate("update pool_record set same_as = ? where id = ?", proofs, proofs.size(), (ps, p) -> {
            ps.setLong(1, p.into());
            ps.setLong(2, p.moved());
        });
        Timestamp now = Timestamp.from(Instant.now());
        batches.batchUpdate(
                "insert into suspect (id, type, a, b, reasons, score, state, batch_id, row_no, found_at, hidden, moved, decided_by,"
                        + " decided_at) values (?, ?, ?, ?, ?, ?, 'SAME', ?, ?, ?, true, ?, ?, ?)"
                        + " on duplicate key update state = 'SAME', moved = values(moved), decided_by = values(decided_by),"
                        + " decided_at = values(decided_at)",
                proofs.stream()
                        .map(p -> {
                            Pair pair = Pair.of(p.moved(), p.into());
                            return new Object[] {
                                Ids.next(),
                                type,
                                pair.a(),
                                pair.b(),
                                PROVEN.written(),
                                PROVEN.score(),
                                batch,
                                p.row(),
                                now,
                                p.moved(),
                                HUB,
                                now
                            };
                        })
                        .toList());
    }
}
