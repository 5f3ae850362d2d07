package org.talenthub.records.merge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;

/** Notes of which records fields wait for a decision, in the transaction that derives them, so that nobody has to look at all for it. */
@Component
class DisputeNotes {

    private static final int LUMP = 1_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final Contradictions contradictions;

    DisputeNotes(NamedParameterJdbcTemplate jdbc, Contradictions contradictions) {
        this.jdbc = jdbc;
        this.contradictions = contradictions;
    }

    /**
     * @param known ids of records of which something may be noted already
     * @param records those as they are now, and new ones
     */
    void note(
            String type,
            Collection<Long> known,
            Collection<PoolRecord> records,
            Map<Long, List<Report>> live,
            Background background) {
        Map<Long, List<String>> open = new LinkedHashMap<>();
        for (PoolRecord r : records) {
            List<String> fields = contradictions.open(r, live.getOrDefault(r.id, List.of()), background);
            if (!fields.isEmpty()) {
                open.put(r.id, fields);
            }
        }
        List<Long> all = List.copyOf(known);
        for (int i = 0; i < all.size(); i += LUMP) {
            jdbc.update(
                    "delete from record_dispute where record_id in (:ids)",
                    Map.of("ids", all.subList(i, Math.min(all.size(), i + LUMP))));
        }
        if (!open.isEmpty()) {
            jdbc.getJdbcTemplate()
                    .batchUpdate(
                            "insert into record_dispute (record_id, type, fields) values (?, ?, ?)",
                            open.entrySet().stream()
                                    .map(e -> new Object[] {e.getKey(), type, String.join(" ", e.getValue())})
                                    .toList());
        }
    }
}
