package org.talenthub.planning.solve;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The plain way: the best pair first, in the first slot where it fits. The start of a search, and what one is measured against. */
final class Greedy {

    private Greedy() {}

    static void fill(Board board) {
        Layout at = board.at;
        fill(
                board,
                IntStream.range(0, at.pairs)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer p) -> -at.value[p])
                                .thenComparing(p -> p))
                        .mapToInt(p -> p)
                        .toArray());
    }

    static void fill(Board board, int[] order) {
        for (int p : order) {
            if (board.slot[p] != Board.NONE) {
                continue;
            }
            for (int s : board.at.open[p]) {
                if (board.fits(p, s)) {
                    board.place(p, s);
                    break;
                }
            }
        }
    }
}
