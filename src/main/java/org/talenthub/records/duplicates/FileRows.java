package org.talenthub.records.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.NearKeys.Kind;

/**
 * The rows of one file that were looked at so far, found again by their near keys. Primitive tables, some 250 bytes a row, and
 * started over after 200,000 rows so that memory stays flat: what stands further apart meets in the pool, at the next report.
 */
public final class FileRows {

    /** Where more rows than this share a key it tells nothing. */
    static final int MOST = 100;

    private static final int WINDOW = 200_000;

    private final List<Earlier> rows = new ArrayList<>();
    private final Map<Kind, Chains> chains = new EnumMap<>(Kind.class);

    /**
     * @param number as Excel numbers it in the person's own file
     * @param record the record that it belongs to, or would make
     */
    record Earlier(long id, int number, String name, long record) {}

    void add(Earlier row, NearKeys keys) {
        if (rows.size() % WINDOW == 0) {
            rows.clear();
            chains.clear();
        }
        for (Kind kind : Kind.values()) {
            Long key = keys.get(kind);
            if (key != null) {
                chains.computeIfAbsent(kind, k -> new Chains()).add(key, rows.size());
            }
        }
        rows.add(row);
    }

    /** The earlier rows that share this key; none when more than {@code most} do. */
    List<Earlier> sharing(Kind kind, NearKeys keys, int most) {
        Long key = keys.get(kind);
        List<Earlier> found = new ArrayList<>();
        Chains known = chains.get(kind);
        if (key != null && known != null) {
            known.each(key, i -> found.add(rows.get(i)));
        }
        return found.size() > most ? List.of() : found;
    }

    /** A hash table from keys to the rows that have them, newest first; open addressing, next rows linked by number. */
    private static final class Chains {
        private long[] keys = new long[64];
        private int[] newest = filled(64);
        private int[] before = filled(64);
        private int used;

        void add(long key, int row) {
            if (2 * used > keys.length) {
                grow();
            }
            if (row >= before.length) {
                before = Arrays.copyOf(before, Math.max(row + 1, 2 * before.length));
            }
            int at = slot(key);
            if (newest[at] < 0) {
                used++;
            }
            keys[at] = key;
            before[row] = newest[at];
            newest[at] = row;
        }

        void each(long key, IntConsumer row) {
            for (int i = newest[slot(key)], n = 0; i >= 0 && n <= MOST; i = before[i], n++) {
                row.accept(i);
            }
        }

        private int slot(long key) {
            int at = (int) (key ^ key >>> 32) & keys.length - 1; // keys are hashes already
            while (newest[at] >= 0 && keys[at] != key) {
                at = at + 1 & keys.length - 1;
            }
            return at;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldNewest = newest;
            keys = new long[2 * oldKeys.length];
            newest = filled(2 * oldKeys.length);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldNewest[i] >= 0) {
                    int at = slot(oldKeys[i]);
                    keys[at] = oldKeys[i];
                    newest[at] = oldNewest[i];
                }
            }
        }

        private static int[] filled(int size) {
            int[] none = new int[size];
            Arrays.fill(none, -1);
            return none;
        }
    }
}
