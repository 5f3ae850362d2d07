package org.talenthub.planning.solve;

import java.util.BitSet;

/** Puts one pair into a plan with the fewest others moved: first into a free place, then with one moved, then with two, and so on. */
final class Insertion {

    /** Places looked at for one pair before it is given up: far more than a day has, but a bound on the time. */
    private static final int MOST_TRIES = 200_000;

    private final Board board;
    private final Layout at;
    private final boolean[] held;
    private final BitSet frozen;
    /** Pairs that have been moved before: to move them again costs nothing more, but they are left in peace. */
    private final BitSet moved = new BitSet();

    private int tries;

    Insertion(Board board, boolean[] held, BitSet frozen) {
        this.board = board;
        this.at = board.at;
        this.held = held;
        this.frozen = frozen;
    }

    /** @return how many others were moved, or −1 when there is no way within the budget */
    int place(int pair, int budget) {
        if (board.guestHas[at.guest[pair]] >= at.most[at.guest[pair]]) {
            return -1;
        }
        moved.set(pair);
        tries = MOST_TRIES;
        if (add(pair)) {
            return 0;
        }
        for (int k = 1; k <= budget; k++) {
            if (push(pair, Board.NONE, k)) {
                return k;
            }
        }
        return -1;
    }

    /** Into the free place that is best for the score, if one is there that does not lower it. */
    boolean add(int pair) {
        int best = Board.NONE;
        long most = board.score();
        for (int s : at.open[pair]) {
            if (!frozen.get(s) && board.fits(pair, s)) {
                board.place(pair, s);
                if (board.score() > most) {
                    most = board.score();
                    best = s;
                }
                board.remove(pair);
            }
        }
        if (best != Board.NONE) {
            board.place(pair, best);
        }
        return best != Board.NONE;
    }

    private boolean push(int pair, int notBack, int budget) {
        for (int s : at.open[pair]) {
            if (s != notBack && !frozen.get(s) && make(pair, s, budget)) {
                return true;
            }
        }
        return false;
    }

    /** With at most so many moved: the guest's own meetings there, and one at the desk if all are taken. */
    private boolean make(int pair, int s, int budget) {
        if (--tries < 0) {
            return false;
        }
        int h = at.host[pair];
        int g = at.guest[pair];
        int[] way = new int[2 * at.buffer + 2];
        int n = 0;
        for (int i = Math.max(0, s - at.buffer); i <= Math.min(at.slots - 1, s + at.buffer); i++) {
            int q = board.busy(g, i);
            if (q != Board.NONE && at.session[i] == at.session[s]) {
                way[n++] = q;
            }
        }
        boolean full = board.full(h, s);
        int needed = n + (full ? 1 : 0);
        if (needed > budget || !movable(way, n)) {
            return false;
        }
        for (int t = 0; t < (full ? at.desks(h, s) : 1); t++) {
            int count = n;
            if (full) {
                int q = board.atDesk(h, s, t);
                way[count++] = q;
                if (!movable(way, count)) {
                    continue;
                }
            }
            if (exchange(pair, s, way, count, budget)) {
                return true;
            }
        }
        return false;
    }

    private boolean movable(int[] way, int n) {
        for (int i = 0; i < n; i++) {
            int q = way[i];
            if (held[q] || moved.get(q) || frozen.get(board.slot[q])) {
                return false;
            }
        }
        return true;
    }

    private boolean exchange(int pair, int s, int[] way, int n, int budget) {
        int[] slots = new int[n];
        int[] tables = new int[n];
        for (int i = 0; i < n; i++) {
            slots[i] = board.slot[way[i]];
            tables[i] = board.table(way[i]);
        }
        for (int i = 0; i < n; i++) {
            board.remove(way[i]);
            moved.set(way[i]);
        }
        board.place(pair, s);
        int left = budget - n;
        int settled = 0;
        while (settled < n && settle(way[settled], slots[settled], n - settled == 1 ? left : 0)) {
            settled++;
        }
        if (settled == n) {
            return true;
        }
        for (int i = 0; i < settled; i++) {
            board.remove(way[i]);
        }
        board.remove(pair);
        for (int i = 0; i < n; i++) {
            board.place(way[i], slots[i], tables[i]);
            moved.clear(way[i]);
        }
        return false;
    }

    /** A new place for one pushed away; the last of several may push others in turn. */
    private boolean settle(int pair, int before, int budget) {
        for (int s : at.open[pair]) {
            if (s != before && !frozen.get(s) && board.fits(pair, s)) {
                board.place(pair, s);
                return true;
            }
        }
        return budget > 0 && push(pair, before, budget);
    }
}
