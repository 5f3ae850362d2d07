package org.talenthub.indexing.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talenthub.records.RecordSnapshot;

/**
 * Records as this hub has just written them, kept until the relay asks for them, which else would read and parse them once more. Only
 * ever a shortcut: what is not here, or older than asked for, is read. Bounded, and emptied when nobody asks (another hub relays).
 */
public final class Written {

    /** Eight chunks of an import, some 40 MB. */
    static final int ROOM = 8_000;

    private static final long FORGOTTEN_NANOS = 10_000_000_000L;

    private final Map<Long, RecordSnapshot> records = new HashMap<>();
    private long asked = System.nanoTime();

    /** Keeps all of them, or none where there is no room: what waits longest is asked for first. */
    public synchronized void keep(List<RecordSnapshot> written) {
        if (records.size() + written.size() > ROOM) {
            if (System.nanoTime() - asked < FORGOTTEN_NANOS) {
                return;
            }
            records.clear();
        }
        if (written.size() <= ROOM) {
            written.forEach(r -> records.put(r.id(), r));
        }
    }

    /**
     * Hands over what there is, and keeps it no longer.
     *
     * @param versions record id to the least version asked for
     */
    public synchronized Map<Long, RecordSnapshot> take(Map<Long, Long> versions) {
        asked = System.nanoTime();
        Map<Long, RecordSnapshot> taken = new HashMap<>();
        versions.forEach((id, version) -> {
            RecordSnapshot r = records.remove(id);
            if (r != null && r.version() >= version) {
                taken.put(id, r);
            }
        });
        return taken;
    }
}
