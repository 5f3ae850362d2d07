package org.talenthub.planning.solve;

import java.util.Arrays;

/**
 * One compound change of a board: a pair is put into a slot, whoever stands in the way goes elsewhere if there is a place (first the one
 * just left, so that two exchange), pushing others a few times at most, or out. Can be taken back as a whole.
 */
final class Moves {

    private static final int DEEPEST = 3;

    private final Board board;
    private final Layout at;
    private final boolean[] fixed;
    private final Chance chance;

    private int[] pair = new int[64];
    private int[] slot = new int[64];
    private int[] table = new int[64];
    private boolean[] placed = new boolean[64];
    private int done;

    Moves(Board board, boolean[] fixed, Chance chance) {
        this.board = board;
        this.at = board.at;
        this.fixed = fixed;
        this.chance = chance;
    }

    void begin() {
        done = 0;
    }

    void back() {
        back(0);
    }

    private void back(int mark) {
        while (done > mark) {
            done--;
            if (placed[done]) {
                board.remove(pair[done]);
            } else {
                board.place(pair[done], slot[done], table[done]);
            }
        }
    }

    private void note(int p, boolean in) {
        if (done == pair.length) {
            pair = Arrays.copyOf(pair, 2 * done);
            slot = Arrays.copyOf(slot, 2 * done);
            table = Arrays.copyOf(table, 2 * done);
            placed = Arrays.copyOf(placed, 2 * done);
        }
        pair[done] = p;
        slot[done] = board.slot[p];
        table[done] = board.table(p);
        placed[done++] = in;
    }

    private void place(int p, int s) {
        board.place(p, s);
        note(p, true);
    }

    private void remove(int p) {
        note(p, false);
        board.remove(p);
    }

    /** @return whether the pair stands there now; if not, the change must be taken back */
    boolean put(int p, int s) {
        return put(p, s, DEEPEST);
    }

    private boolean put(int p, int s, int deeper) {
        int from = board.slot[p];
        if (from == s) {
            return false;
        }
        int h = at.host[p];
        int g = at.guest[p];
        if (from != Board.NONE) {
            remove(p);
        }
        int neighbour = Board.NONE;
        if (board.full(h, s)) {
            neighbour = board.atDesk(h, s, chance.below(at.desks(h, s)));
            if (fixed[neighbour]) {
                return false;
            }
            remove(neighbour);
        }
        int first = Math.max(0, s - at.buffer);
        int last = Math.min(at.slots - 1, s + at.buffer);
        int[] own = new int[last - first + 1];
        int n = 0;
        for (int i = first; i <= last; i++) {
            int q = board.busy(g, i);
            if (q != Board.NONE && at.session[i] == at.session[s]) {
                if (fixed[q]) {
                    return false;
                }
                own[n++] = q;
                remove(q);
            }
        }
        if (board.guestHas[g] >= at.most[g]) {
            int q = one(g);
            if (q == Board.NONE) {
                return false;
            }
            remove(q);
        }
        place(p, s);
        for (int i = 0; i < n; i++) {
            elsewhere(own[i], from, deeper);
        }
        if (neighbour != Board.NONE) {
            elsewhere(neighbour, from, deeper);
        }
        return true;
    }

    /** The least of a guest's meetings, or any: one that is not fixed. */
    private int one(int g) {
        boolean least = chance.below(2) == 0;
        int found = Board.NONE;
        int from = chance.below(at.slots);
        for (int i = 0; i < at.slots; i++) {
            int q = board.busy(g, (from + i) % at.slots);
            if (q != Board.NONE && !fixed[q] && (found == Board.NONE || at.value[q] < at.value[found])) {
                found = q;
                if (!least) {
                    return found;
                }
            }
        }
        return found;
    }

    private void elsewhere(int p, int before, int deeper) {
        int[] open = at.open[p];
        if (board.guestHas[at.guest[p]] >= at.most[at.guest[p]]) {
            return;
        }
        if (before != Board.NONE && at.task.open(p, before) && board.fits(p, before)) {
            place(p, before);
            return;
        }
        int from = chance.below(open.length);
        for (int i = 0; i < open.length; i++) {
            int s = open[(from + i) % open.length];
            if (board.fits(p, s)) {
                place(p, s);
                return;
            }
        }
        if (deeper > 0) {
            int mark = done;
            if (!put(p, open[from], deeper - 1)) {
                back(mark);
            }
        }
    }
}
