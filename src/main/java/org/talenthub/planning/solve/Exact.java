package org.talenthub.planning.solve;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.talenthub.planning.solve.graphs.Colouring;

/** The best plan where everybody is there all the time and nothing is fixed: what is chosen can all be placed. */
final class Exact {

    private Exact() {}

    /** The slots that all share, or null when somebody is away in one of them, has changing desks, walks, or is fixed. */
    static @Nullable BitSet shared(Layout at) {
        BitSet shared = new BitSet();
        for (int h = 0; h < at.hosts; h++) {
            for (int s = 0; s < at.slots; s++) {
                if (at.desks(h, s) > 0) {
                    shared.set(s);
                }
            }
        }
        if (at.buffer > 0 || shared.isEmpty() || at.task.pairs().stream().anyMatch(p -> p.pin() >= 0 || p.frozen())) {
            return null;
        }
        int first = shared.nextSetBit(0);
        for (int h = 0; h < at.hosts; h++) {
            for (int s = first; s >= 0; s = shared.nextSetBit(s + 1)) {
                if (at.desks(h, s) != at.desks(h, first)) {
                    return null;
                }
            }
        }
        for (int p = 0; p < at.pairs; p++) {
            boolean everywhere = at.open[p].length == shared.cardinality();
            boolean nowhere = at.task.pairs().get(p).never() || at.desks(at.host[p], first) == 0;
            if (!everywhere && !nowhere) {
                return null;
            }
        }
        return shared;
    }

    static void place(Board board, Choice choice, BitSet shared) {
        Layout at = board.at;
        int[] slotOf = shared.stream().toArray();
        int n = 0;
        for (boolean c : choice.chosen) {
            n += c ? 1 : 0;
        }
        int[] pair = new int[n];
        int[] desk = new int[n];
        int[] guest = new int[n];
        int[] had = new int[at.hosts];
        int[] first = new int[at.hosts + 1];
        for (int h = 0; h < at.hosts; h++) {
            first[h + 1] = first[h] + at.desks(h, slotOf[0]);
        }
        n = 0;
        for (int p = 0; p < at.pairs; p++) {
            if (choice.chosen[p]) {
                int h = at.host[p];
                pair[n] = p;
                guest[n] = at.guest[p];
                desk[n++] = first[h] + had[h]++ % (first[h + 1] - first[h]);
            }
        }
        Colouring colouring = new Colouring(desk, first[at.hosts], guest, at.guests, slotOf.length);
        for (int e = 0; e < n; e++) {
            board.place(pair[e], slotOf[colouring.colour[e]], desk[e] - first[at.host[pair[e]]]);
        }
    }
}
