package org.talenthub.planning.solve;

import java.util.BitSet;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Task;

/** A task as flat arrays, read a million times a second and never changed. */
final class Layout {

    final Task task;
    final int slots;
    final int hosts;
    final int guests;
    final int pairs;
    final int buffer;
    final int gapCost;
    final int leastCost;

    final int[] host;
    final int[] guest;
    final int[] value;
    /** The slots in which a pair could meet, were nobody else there. */
    final int[][] open;

    final int[] most;
    final int[] least;
    /** Number of the session that a slot belongs to. */
    final int[] session;
    /** Where the desks of a host in a slot begin, in one row of all desks; one entry more than there are. */
    final int[] desk;

    Layout(Task task) {
        this.task = task;
        slots = task.slots();
        hosts = task.hosts().size();
        guests = task.guests().size();
        pairs = task.pairs().size();
        buffer = task.rules().buffer();
        gapCost = task.rules().gapCost();
        leastCost = task.rules().leastCost();
        host = task.pairs().stream().mapToInt(Pair::host).toArray();
        guest = task.pairs().stream().mapToInt(Pair::guest).toArray();
        value = new int[pairs];
        open = new int[pairs][];
        most = task.guests().stream().mapToInt(g -> g.most()).toArray();
        least = task.hosts().stream().mapToInt(h -> h.least()).toArray();
        session = new int[slots];
        desk = new int[hosts * slots + 1];
        sessions(task.rules().sessions());
        desks();
        for (int p = 0; p < pairs; p++) {
            value[p] = Math.toIntExact(task.value(p));
            open[p] = openOf(p);
        }
    }

    private void sessions(BitSet begins) {
        for (int s = 1; s < slots; s++) {
            session[s] = session[s - 1] + (begins.get(s) ? 1 : 0);
        }
    }

    private void desks() {
        int n = 0;
        for (int h = 0; h < hosts; h++) {
            for (int s = 0; s < slots; s++) {
                desk[h * slots + s] = n;
                n += task.hosts().get(h).desks().get(s);
            }
        }
        desk[hosts * slots] = n;
    }

    private int[] openOf(int pair) {
        int[] found = new int[slots];
        int n = 0;
        for (int s = 0; s < slots; s++) {
            if (task.open(pair, s)) {
                found[n++] = s;
            }
        }
        return java.util.Arrays.copyOf(found, n);
    }

    int desks(int host, int slot) {
        return desk[host * slots + slot + 1] - desk[host * slots + slot];
    }

    int allDesks(int host) {
        return desk[(host + 1) * slots] - desk[host * slots];
    }

    /** How many meetings a guest can have at all: its most, or what fits into its slots with the walks between. */
    int room(int guest) {
        int n = 0;
        int last = -1;
        for (int s = 0; s < slots; s++) {
            boolean walked = last < 0 || session[last] != session[s] || s - last > buffer;
            if (walked && task.guests().get(guest).open(s)) {
                n++;
                last = s;
            }
        }
        return Math.min(n, most[guest]);
    }
}
