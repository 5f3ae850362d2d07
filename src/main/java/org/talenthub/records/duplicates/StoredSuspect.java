package org.talenthub.records.duplicates;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.Likeness.Reason;

/** A pair as it is kept. */
record StoredSuspect(
        long id,
        String type,
        long a,
        long b,
        @Nullable String claim,
        Set<Reason> reasons,
        int score,
        Suspects.State state,
        long batch,
        int row,
        Instant foundAt,
        @Nullable Long moved,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {}
