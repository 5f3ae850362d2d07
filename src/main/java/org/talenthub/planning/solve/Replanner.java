package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.talenthub.planning.Contradiction;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;

/** Mends a plan when somebody is late or away or a desk closes, moving as few others as possible. */
@Component
public final class Replanner {

    /**
     * @param task as things are now: who is away is open nowhere, a closed desk is 0, pins of those away are lifted
     * @param now the plan in force
     * @param frozen slots that are past or about to begin: nothing is moved into or out of them
     * @param budget how many meetings that could have stayed may be moved to another slot, usually 3
     * @return the meetings that had to go are placed anew where that is possible, and free places are filled; none that could
     *     stay is dropped
     * @throws Contradiction when pins cannot all be kept
     */
    public Plan propose(Task task, Plan now, BitSet frozen, int budget) {
        Layout at = new Layout(withPast(task, now, frozen));
        Board board = new Board(at);
        boolean[] held = Fixed.place(board, null);
        for (int p = 0; p < at.pairs; p++) {
            held[p] |= task.pairs().get(p).frozen();
        }
        for (Meeting m : now.meetings()) {
            if (m.pair() >= 0 && m.pair() < at.pairs && board.slot[m.pair()] == m.slot()) {
                board.remove(m.pair());
            }
        }
        List<Integer> displaced = keep(board, held, now, frozen);
        displaced.sort(Comparator.comparingInt((Integer p) -> -at.value[p]).thenComparing(p -> p));
        Insertion insertion = new Insertion(board, held, frozen);
        int left = budget;
        for (int p : displaced) {
            left -= Math.max(0, insertion.place(p, left));
        }
        IntStream.range(0, at.pairs)
                .filter(p -> board.slot[p] == Board.NONE)
                .boxed()
                .sorted(Comparator.comparingInt((Integer p) -> -at.value[p]).thenComparing(p -> p))
                .forEach(insertion::add);
        return new Plan(board.meetings(), board.score(), new Choice(at).score, false);
    }

    /** What could stay stays, each at its own desk before others come; the rest is what must go. */
    private static List<Integer> keep(Board board, boolean[] held, Plan now, BitSet frozen) {
        Layout at = board.at;
        List<Meeting> known = now.meetings().stream()
                .filter(m -> m.pair() >= 0 && m.pair() < at.pairs && m.slot() >= 0 && m.slot() < at.slots)
                .sorted(Comparator.comparing((Meeting m) -> !frozen.get(m.slot()))
                        .thenComparing(m -> at.task.pairs().get(m.pair()).pin() < 0)
                        .thenComparing(m -> m.table() >= at.desks(at.host[m.pair()], m.slot()))
                        .thenComparing(m -> !held[m.pair()])
                        .thenComparingInt(m -> -at.value[m.pair()])
                        .thenComparingInt(Meeting::pair))
                .toList();
        List<Integer> displaced = new ArrayList<>();
        for (Meeting m : known) {
            int p = m.pair();
            if (board.slot[p] != Board.NONE) {
                continue;
            }
            if (!at.task.open(p, m.slot()) || !board.fits(p, m.slot())) {
                displaced.add(p);
            } else if (m.table() < at.desks(at.host[p], m.slot())
                    && board.atDesk(at.host[p], m.slot(), m.table()) == Board.NONE) {
                board.place(p, m.slot(), m.table());
            } else {
                board.place(p, m.slot());
            }
        }
        return displaced;
    }

    /** The past as it was: who met there was there, whatever is known of the rest of the day. */
    private static Task withPast(Task task, Plan now, BitSet frozen) {
        List<BitSet> open = task.guests().stream().map(Guest::open).toList();
        List<int[]> desks = task.hosts().stream()
                .map(h -> h.desks().stream().mapToInt(d -> d).toArray())
                .toList();
        List<Pair> pairs = new ArrayList<>(task.pairs());
        for (Meeting m : now.meetings()) {
            if (frozen.get(m.slot()) && m.pair() >= 0 && m.pair() < pairs.size()) {
                Pair p = pairs.get(m.pair());
                open.get(p.guest()).set(m.slot());
                int[] row = desks.get(p.host());
                row[m.slot()] = Math.max(row[m.slot()], m.table() + 1);
                pairs.set(m.pair(), new Pair(p.host(), p.guest(), p.weight(), p.must(), false, m.slot(), true));
            }
        }
        List<Host> hosts = new ArrayList<>();
        List<Guest> guests = new ArrayList<>();
        for (int h = 0; h < desks.size(); h++) {
            hosts.add(new Host(
                    IntStream.of(desks.get(h)).boxed().toList(),
                    task.hosts().get(h).least()));
        }
        for (int g = 0; g < open.size(); g++) {
            guests.add(new Guest(open.get(g), task.guests().get(g).most()));
        }
        return new Task(task.slots(), hosts, guests, pairs, task.rules());
    }
}
