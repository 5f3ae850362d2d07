package org.talenthub.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records a chunk's rows may mean, by key; learns the records and keys that the chunk's own rows add. */
class Known {

    final Set<PoolRecord> all = new LinkedHashSet<>();
    private final Map<String, PoolRecord> byStrong = new HashMap<>();
    private final Map<String, List<PoolRecord>> byWeak = new HashMap<>();

    Known(List<PoolRecord> records) {
        records.forEach(this::add);
    }

    final void add(PoolRecord record) {
        all.add(record);
        if (record.strongKey != null) {
            byStrong.put(record.strongKey, record);
        }
        if (record.weakKey != null) {
            byWeak.computeIfAbsent(record.weakKey, k -> new ArrayList<>()).add(record);
        }
    }

    /** Same strong key; else same weak key, unless both sides have strong keys, which then differ. */
    @Nullable
    PoolRecord match(Report row) {
        PoolRecord strong = row.strongKey == null ? null : byStrong.get(row.strongKey);
        if (strong != null || row.weakKey == null) {
            return strong;
        }
        return byWeak.getOrDefault(row.weakKey, List.of()).stream()
                .filter(r -> row.strongKey == null || r.strongKey == null)
                .findFirst()
                .orElse(null);
    }

    /** The record now also answers to the row's keys. */
    void learn(PoolRecord record, Report row) {
        if (row.strongKey != null && record.strongKey == null) {
            record.strongKey = row.strongKey;
            byStrong.put(row.strongKey, record);
        }
        if (row.weakKey != null) {
            List<PoolRecord> same = byWeak.computeIfAbsent(row.weakKey, k -> new ArrayList<>());
            if (!same.contains(record)) {
                same.add(record);
            }
        }
    }
}
