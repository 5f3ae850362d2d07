package org.talenthub.importing.batch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * Writes the transitions of batches, and nothing else does: each one update that holds only while the batch is in a state which
 * {@link BatchLife} allows it from. Several hubs and persons may try at once; one of them moves it.
 */
@Component
public class BatchMoves {

    /** A hub that has not renewed its lease for this long is taken for dead. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;

    BatchMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Further columns that a transition writes. */
    public static final class Columns {

        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        public Columns with(String column, @Nullable Object value) {
            values.put(column, value instanceof Instant at ? Timestamp.from(at) : value);
            return this;
        }

        /** Rows done in the phase so far; its rate counts from there. */
        public Columns rows(int done) {
            return with("rows_read", done).with("rows_before", done);
        }
    }

    /** By the worker of the hub that holds the batch's lease; false when the hub does not, or the batch is elsewhere in its life. */
    public boolean work(long id, Action action, String hub, Columns columns) {
        return write(id, action, new Columns().with("problem", null), columns, hub);
    }

    /** By the reporter, or by the hub for him: whatever a worker does with the batch ends there, and what comes begins from nothing. */
    public boolean act(long id, Action action, Columns columns) {
        Columns afresh = new Columns()
                .rows(0)
                .with("problem", null)
                .with("attempts", 0)
                .with("failures", 0)
                .with("failed_at", null)
                .with("lease_owner", null)
                .with("lease_until", null);
        return write(id, action, afresh, columns, null);
    }

    private boolean write(long id, Action action, Columns first, Columns more, @Nullable String hub) {
        Instant now = Instant.now();
        Set<Status> from = EnumSet.noneOf(Status.class);
        for (Status s : Status.values()) {
            BatchLife.TABLE.to(s, action).ifPresent(to -> {
                from.add(s);
                first.with("status", to.name());
            });
        }
        if (action.phase != null) {
            first.with("phase", action.phase.name()).with("phase_since", now);
        }
        first.with("updated_at", now).values.putAll(more.values);
        String sets = first.values.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        String where = " where id = :id and (status in (:from) or (status = :failed and phase in (:stopped)))";
        String held = hub == null ? "" : " and lease_owner = :hub";
        return jdbc.sql("update import_batch set " + sets + where + held)
                        .params(first.values)
                        .param("id", id)
                        .param("from", from.stream().map(Status::name).toList())
                        .param("failed", Status.FAILED.name())
                        .param("stopped", phases(from))
                        .param("hub", hub)
                        .update()
                == 1;
    }

    /** Where a batch that FAILED may have stopped to count as being in one of these states. */
    private static List<String> phases(Set<Status> states) {
        List<String> phases = Stream.of(Phase.values())
                .filter(p -> p.work != null && states.contains(p.work))
                .map(Phase::name)
                .toList();
        return phases.isEmpty() ? List.of("") : phases;
    }
}
