package org.talenthub.planning.solve;

import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.planning.Contradiction;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;

/**
 * Makes the best plan it can in the time given: who should meet at all is chosen exactly ({@link Choice}); where everybody is there all
 * the time that choice can be placed as a whole ({@link Exact}), otherwise, and to shorten waiting, a search goes on from it
 * ({@link Annealing}). How good it is, is told against a bound ({@link Relaxation}).
 */
@Component
public final class Planner {

    /** Steps a second that any machine of ours does; the real ones are several times that. */
    private static final long RATE = 60_000;

    /** Steps for each pair and slot after which more bring next to nothing, and the least for a small day. */
    private static final long ENOUGH = 40;

    private static final long FEWEST = 1_000_000;

    private static final int ROUNDS = 1500;
    private static final long TELL = 500_000_000L;

    /**
     * @param most the time it may take; how many steps are searched follows from it and the task, so that the same task, seed and
     *     time give the same plan unless the machine is too slow for them (then {@link Plan#cut})
     * @param better hears of better plans, at most twice a second; called on the calling thread
     * @param stop asked often; true ends the search with the best plan so far
     * @param start a plan to go on from: of an earlier run that was ended, or what frozen pairs must keep
     * @throws Contradiction when pins or frozen meetings cannot all be kept
     */
    public Plan plan(
            Task task, long seed, Duration most, Consumer<Plan> better, BooleanSupplier stop, @Nullable Plan start) {
        long end = System.nanoTime() + most.toNanos();
        Layout at = new Layout(task);
        Board first = new Board(at);
        boolean[] fixed = Fixed.place(first, start);
        Choice choice = new Choice(at);
        BitSet shared = Exact.shared(at);
        Board board = shared != null ? exact(first, choice, shared, start) : begun(first, choice, start);
        long bound = choice.score;
        if (shared == null) {
            better.accept(new Plan(board.meetings(), board.score(), bound, true));
            bound = new Relaxation(at, choice).bound(board.score(), ROUNDS);
        }
        if (board.score() >= bound) {
            return new Plan(board.meetings(), board.score(), bound, false);
        }
        long told = bound;
        better.accept(new Plan(board.meetings(), board.score(), bound, true));
        Annealing search = new Annealing(board, fixed, seed);
        long steps = Math.min(Math.max(FEWEST, at.pairs * (long) at.slots * ENOUGH), most.toMillis() * RATE / 1000);
        long[] last = {System.nanoTime()};
        search.run(
                steps,
                shared != null ? Math.max(2, 2.0 * at.gapCost) : warmth(at),
                bound,
                () -> stop.getAsBoolean() || System.nanoTime() > end,
                score -> {
                    if (System.nanoTime() - last[0] > TELL) {
                        last[0] = System.nanoTime();
                        better.accept(new Plan(board.meetings(), score, told, true));
                    }
                });
        return new Plan(board.meetings(), board.score(), bound, search.cut);
    }

    private static double warmth(Layout at) {
        double sum = 0;
        for (int v : at.value) {
            sum += v;
        }
        return Math.max(2, 0.1 * sum / Math.max(1, at.pairs));
    }

    /** What stood before where it still can, then what was chosen, then whatever fits. */
    private static Board begun(Board board, Choice choice, @Nullable Plan start) {
        Layout at = board.at;
        if (start != null) {
            resume(board, start);
        }
        Greedy.fill(
                board,
                IntStream.range(0, at.pairs)
                        .filter(p -> choice.chosen[p])
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer p) -> at.open[p].length)
                                .thenComparingInt(p -> -at.value[p])
                                .thenComparing(p -> p))
                        .mapToInt(p -> p)
                        .toArray());
        Greedy.fill(board);
        return board;
    }

    private static void resume(Board board, Plan start) {
        Layout at = board.at;
        for (Meeting m : start.meetings()) {
            boolean known = m.pair() >= 0 && m.pair() < at.pairs && m.slot() >= 0 && m.slot() < at.slots;
            if (known
                    && board.slot[m.pair()] == Board.NONE
                    && at.task.open(m.pair(), m.slot())
                    && board.fits(m.pair(), m.slot())) {
                board.place(m.pair(), m.slot());
            }
        }
    }

    /** The choice placed as a whole, or what an earlier run came to where people wait less. */
    private static Board exact(Board board, Choice choice, BitSet shared, @Nullable Plan start) {
        Exact.place(board, choice, shared);
        if (start == null) {
            return board;
        }
        Board before = new Board(board.at);
        resume(before, start);
        return before.score() > board.score() ? before : board;
    }
}
