package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;

/** The records a chunk's rows may mean, by key; learns the records and keys that the chunk's own rows add. */
class Known {

    final Set<PoolRecord> all = new LinkedHashSet<>();
    private final Map<String, PoolRecord> byStrong = new HashMap<>();
    private final Map<String, List<PoolRecord>> byWeak = new HashMap<>();

    private final Map<Long, PoolRecord> byId = new HashMap<>();
    private final Map<String, Long> separated;

    /** @param separated records of persons who were reported under somebody else's strong key, by {@link Report#claim} */
    Known(List<PoolRecord> records, Map<String, Long> separated) {
        this.separated = separated;
        records.forEach(this::add);
    }

    final void add(PoolRecord record) {
        all.add(record);
        byId.put(record.id, record);
        if (record.strongKey != null) {
            byStrong.put(record.strongKey, record);
        }
        if (record.weakKey != null) {
            byWeak.computeIfAbsent(record.weakKey, k -> new ArrayList<>()).add(record);
        }
    }

    /** The record that this one is part of by a decision, else itself. */
    PoolRecord root(PoolRecord record) {
        PoolRecord root = record;
        for (PoolRecord up = record; up != null; up = up.sameAs == null ? null : byId.get(up.sameAs)) {
            root = up;
        }
        return root;
    }

    /** Decided by people first, then: same strong key; else same weak key, unless both sides have strong keys, which then differ. */
    @Nullable
    PoolRecord match(Report row) {
        PoolRecord decided = decided(row);
        if (decided != null) {
            return decided;
        }
        PoolRecord strong = row.strongKey == null ? null : byStrong.get(row.strongKey);
        if (strong != null || row.weakKey == null) {
            return strong;
        }
        return byWeak.getOrDefault(row.weakKey, List.of()).stream()
                .filter(r -> row.strongKey == null || r.strongKey == null)
                .findFirst()
                .orElse(null);
    }

    /** Somebody else's strong key is set aside, so that the row's own record does not take it over. */
    private @Nullable PoolRecord decided(Report row) {
        String claim = Report.claim(row.strongKey, row.near);
        Long id = claim == null ? null : separated.get(claim);
        PoolRecord record = id == null ? null : byId.get(id);
        if (record != null) {
            row.setAside = row.strongKey;
            row.strongKey = null;
        }
        return record;
    }

    /**
     * The record now also answers to the row's keys.
     *
     * @return whether it learned a strong key
     */
    boolean learn(PoolRecord record, Report row) {
        boolean learned = row.strongKey != null && record.strongKey == null;
        if (learned) {
            record.strongKey = row.strongKey;
            byStrong.put(String.valueOf(row.strongKey), record);
        }
        if (row.weakKey != null) {
            List<PoolRecord> same = byWeak.computeIfAbsent(row.weakKey, k -> new ArrayList<>());
            if (!same.contains(record)) {
                same.add(record);
            }
        }
        return learned;
    }
}
