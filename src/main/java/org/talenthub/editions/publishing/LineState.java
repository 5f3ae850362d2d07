package org.talenthub.editions.publishing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.talenthub.access.Extent;
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

    /** @param demands as they are; those that are gone for good may be absent */
    static LineState of(Collection<RecordSnapshot> demands, LocalDate day) {
        List<RecordSnapshot> live =
                demands.stream().filter(RecordSnapshot::live).toList();
        if (live.isEmpty()) {
            return WITHDRAWN;
        }
        Extent.Open lasting = new Extent.Open(day);
        if (live.stream().anyMatch(r -> !filled(r) && lasting.contains(r))) {
            return OPEN;
        }
        return live.stream().anyMatch(LineState::filled) ? FILLED : LAPSED;
    }

    private static boolean filled(RecordSnapshot r) {
        return r.fields().number("filled").orElse(0)
                >= Math.max(1, r.fields().number("headcount").orElse(1));
    }
}
