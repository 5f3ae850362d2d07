package org.talenthub.editions.publishing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.talenthub.access.Extent;
import org.talenthub.demand.Headcount;
import org.talenthub.records.RecordSnapshot;

/** What has become of the demands behind a line; beside a published edition, never in it. */
public enum LineState {
    /** Somebody is still looked for. */
    OPEN,
    /** All that are left have arrived. */
    FILLED,
    /** The time is over. */
    LAPSED,
    /** The stations took the demands back. */
    WITHDRAWN;

    /**
     * @param demands as they are; those that are gone for good may be absent
     * @param arrived heads that somebody has arrived for, by demand
     */
    static LineState of(Collection<RecordSnapshot> demands, Map<Long, Integer> arrived, LocalDate day) {
        List<RecordSnapshot> live =
                demands.stream().filter(RecordSnapshot::live).toList();
        if (live.isEmpty()) {
            return WITHDRAWN;
        }
        Extent.Open lasting = new Extent.Open(day);
        if (live.stream().anyMatch(r -> !filled(r, arrived) && lasting.contains(r))) {
            return OPEN;
        }
        return live.stream().anyMatch(r -> filled(r, arrived)) ? FILLED : LAPSED;
    }

    private static boolean filled(RecordSnapshot r, Map<Long, Integer> arrived) {
        return Headcount.filled(r.fields(), arrived.getOrDefault(r.id(), 0)) >= Headcount.asked(r.fields());
    }
}
