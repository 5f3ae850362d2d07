package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.talenthub.planning.Meeting;

/** A plan in the making: who sits where, and its score, kept up to date with each meeting that comes or goes. */
final class Board {

    static final int NONE = -1;

    final Layout at;
    /** Slot of each pair, or none. */
    final int[] slot;

    private final int[] table;
    /** Pair of a guest in a slot, or none. */
    private final int[] busy;
    /** Pair at a desk, or none. */
    private final int[] desks;

    private final int[] taken;
    final int[] guestHas;
    final int[] hostHas;
    private final int[] waits;
    private long score;

    Board(Layout at) {
        this.at = at;
        slot = filled(at.pairs);
        table = filled(at.pairs);
        busy = filled(at.guests * at.slots);
        desks = filled(at.desk[at.hosts * at.slots]);
        taken = new int[at.hosts * at.slots];
        guestHas = new int[at.guests];
        hostHas = new int[at.hosts];
        waits = new int[at.guests];
        for (int h = 0; h < at.hosts; h++) {
            score -= (long) at.leastCost * at.least[h];
        }
    }

    private static int[] filled(int n) {
        int[] row = new int[n];
        Arrays.fill(row, NONE);
        return row;
    }

    long score() {
        return score;
    }

    int busy(int guest, int s) {
        return busy[guest * at.slots + s];
    }

    boolean full(int host, int s) {
        return taken[host * at.slots + s] >= at.desks(host, s);
    }

    int atDesk(int host, int s, int t) {
        return desks[at.desk[host * at.slots + s] + t];
    }

    int table(int pair) {
        return table[pair];
    }

    /** Whether an unplaced pair could be put there as things are; that the slot is open for it the caller knows. */
    boolean fits(int pair, int s) {
        return guestHas[at.guest[pair]] < at.most[at.guest[pair]]
                && !full(at.host[pair], s)
                && guestFree(at.guest[pair], s);
    }

    boolean guestFree(int guest, int s) {
        for (int i = Math.max(0, s - at.buffer); i <= Math.min(at.slots - 1, s + at.buffer); i++) {
            if (busy[guest * at.slots + i] != NONE && at.session[i] == at.session[s]) {
                return false;
            }
        }
        return true;
    }

    void place(int pair, int s) {
        int first = at.desk[at.host[pair] * at.slots + s];
        int t = 0;
        while (desks[first + t] != NONE) {
            t++;
        }
        place(pair, s, t);
    }

    void place(int pair, int s, int t) {
        int h = at.host[pair];
        int g = at.guest[pair];
        slot[pair] = s;
        table[pair] = t;
        busy[g * at.slots + s] = pair;
        desks[at.desk[h * at.slots + s] + t] = pair;
        taken[h * at.slots + s]++;
        guestHas[g]++;
        if (hostHas[h]++ < at.least[h]) {
            score += at.leastCost;
        }
        score += at.value[pair];
        waited(g);
    }

    void remove(int pair) {
        int h = at.host[pair];
        int g = at.guest[pair];
        int s = slot[pair];
        busy[g * at.slots + s] = NONE;
        desks[at.desk[h * at.slots + s] + table[pair]] = NONE;
        taken[h * at.slots + s]--;
        guestHas[g]--;
        if (--hostHas[h] < at.least[h]) {
            score -= at.leastCost;
        }
        score -= at.value[pair];
        slot[pair] = NONE;
        table[pair] = NONE;
        waited(g);
    }

    private void waited(int g) {
        if (at.gapCost == 0) {
            return;
        }
        int now = waits(g);
        score -= (long) at.gapCost * (now - waits[g]);
        waits[g] = now;
    }

    private int waits(int g) {
        int sum = 0;
        int before = NONE;
        int row = g * at.slots;
        for (int s = 0; s < at.slots; s++) {
            if (busy[row + s] != NONE) {
                if (before != NONE && at.session[before] == at.session[s]) {
                    sum += Math.max(0, s - before - 1 - at.buffer);
                }
                before = s;
            }
        }
        return sum;
    }

    List<Meeting> meetings() {
        List<Meeting> all = new ArrayList<>();
        for (int p = 0; p < at.pairs; p++) {
            if (slot[p] != NONE) {
                all.add(new Meeting(p, slot[p], table[p]));
            }
        }
        return all;
    }
}
