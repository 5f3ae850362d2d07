package org.talenthub.planning.solve;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Search from a plan that is there: many small compound changes, worse ones taken the less the longer it lasts. */
final class Annealing {

    private static final int ROUND = 4096;

    private final Board board;
    private final Layout at;
    private final boolean[] fixed;
    private final Chance chance;
    private final Moves moves;
    private final int[] movable;

    private final int[] best;
    private final int[] bestTable;
    private long bestScore;
    boolean cut;

    Annealing(Board board, boolean[] fixed, long seed) {
        this.board = board;
        this.at = board.at;
        this.fixed = fixed;
        chance = new Chance(seed);
        moves = new Moves(board, fixed, chance);
        int[] found = new int[at.pairs];
        int n = 0;
        for (int p = 0; p < at.pairs; p++) {
            if (!fixed[p] && at.open[p].length > 0) {
                found[n++] = p;
            }
        }
        movable = java.util.Arrays.copyOf(found, n);
        best = board.slot.clone();
        bestTable = new int[at.pairs];
        keep();
    }

    /**
     * @param steps how many changes are tried
     * @param warm how much worse a change may be to be taken with a chance of one in e at the beginning; at the end it is about 1
     * @param goal a score that cannot be bettered
     */
    void run(long steps, double warm, long goal, BooleanSupplier stop, LongConsumer better) {
        if (movable.length == 0) {
            return;
        }
        double heat = warm;
        long rounds = Math.max(1, steps / ROUND);
        double cooling = Math.pow(1.0 / warm, 1.0 / rounds);
        for (long r = 0; r < rounds && bestScore < goal; r++) {
            if (stop.getAsBoolean()) {
                cut = true;
                break;
            }
            for (int i = 0; i < ROUND; i++) {
                step(heat);
            }
            if (board.score() > bestScore) {
                keep();
                better.accept(bestScore);
            }
            heat *= cooling;
        }
        restore();
    }

    private void step(double heat) {
        int p = movable[chance.below(movable.length)];
        int s = at.open[p][chance.below(at.open[p].length)];
        if (chance.below(2) == 0) {
            s = beside(p, s);
        }
        if (!at.task.open(p, s)) {
            return;
        }
        long before = board.score();
        moves.begin();
        boolean done = moves.put(p, s);
        long delta = board.score() - before;
        if (!done || (delta < 0 && chance.share() >= Math.exp(delta / heat))) {
            moves.back();
        }
    }

    /** A slot next to another meeting of the guest, so that days close up. */
    private int beside(int p, int otherwise) {
        int g = at.guest[p];
        int from = chance.below(at.slots);
        int way = chance.below(2) == 0 ? 1 + at.buffer : -1 - at.buffer;
        for (int i = 0; i < at.slots; i++) {
            int s = from + i < at.slots ? from + i : from + i - at.slots;
            int q = board.busy(g, s);
            if (q != Board.NONE && q != p && s + way >= 0 && s + way < at.slots) {
                return s + way;
            }
        }
        return otherwise;
    }

    private void keep() {
        bestScore = board.score();
        System.arraycopy(board.slot, 0, best, 0, best.length);
        for (int p = 0; p < best.length; p++) {
            bestTable[p] = board.table(p);
        }
    }

    private void restore() {
        for (int p = 0; p < best.length; p++) {
            if (board.slot[p] != Board.NONE && !fixed[p]) {
                board.remove(p);
            }
        }
        for (int p = 0; p < best.length; p++) {
            if (best[p] != Board.NONE && !fixed[p]) {
                board.place(p, best[p], bestTable[p]);
            }
        }
    }
}
