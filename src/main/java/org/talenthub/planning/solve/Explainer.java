package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.More;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;
import org.talenthub.planning.Why;
import org.talenthub.planning.solve.graphs.Flow;

/** Says why a pair does not meet, and what one more desk or slot would bring. */
@Component("meetingExplainer")
public final class Explainer {

    /** @param pair −1 for two who are no pair of the task */
    public Why why(Task task, Plan plan, int pair) {
        if (pair < 0 || pair >= task.pairs().size()) {
            return new Why(Why.Reason.NOT_A_PAIR, -1);
        }
        Layout at = new Layout(task);
        Board board = board(at, plan);
        if (board.slot[pair] != Board.NONE) {
            return new Why(Why.Reason.PLACED, -1);
        }
        if (task.pairs().get(pair).never()) {
            return new Why(Why.Reason.WISH_NOT, -1);
        }
        if (at.open[pair].length == 0) {
            return new Why(Why.Reason.NO_COMMON_SLOT, -1);
        }
        if (board.guestHas[at.guest[pair]] >= at.most[at.guest[pair]]) {
            return new Why(Why.Reason.OWN_MAXIMUM, leastOf(board, own(board, pair, 0, at.slots - 1)));
        }
        return amongOthers(board, pair);
    }

    private static Why amongOthers(Board board, int pair) {
        Layout at = board.at;
        int h = at.host[pair];
        List<Integer> neighbours = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        for (int s : at.open[pair]) {
            if (board.fits(pair, s)) {
                return new Why(Why.Reason.POSSIBLE, -1);
            }
            if (board.guestFree(at.guest[pair], s)) {
                for (int t = 0; t < at.desks(h, s); t++) {
                    neighbours.add(board.atDesk(h, s, t));
                }
            } else {
                own.addAll(own(board, pair, Math.max(0, s - at.buffer), Math.min(at.slots - 1, s + at.buffer)));
            }
        }
        int by = leastOf(board, neighbours.isEmpty() ? own : neighbours);
        boolean weaker = !neighbours.isEmpty() && at.value[by] < at.value[pair];
        return new Why(weaker ? Why.Reason.DESK_FULL : Why.Reason.DISPLACED, by);
    }

    private static List<Integer> own(Board board, int pair, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .map(s -> board.busy(board.at.guest[pair], s))
                .filter(q -> q != Board.NONE)
                .boxed()
                .toList();
    }

    private static int leastOf(Board board, List<Integer> pairs) {
        int least = Board.NONE;
        for (int q : pairs) {
            least = least == Board.NONE || board.at.value[q] < board.at.value[least] ? q : least;
        }
        return least;
    }

    /** One more desk of the host in every slot in which it has one. */
    public More oneMoreDesk(Task task, Plan plan, int host) {
        List<Host> hosts = new ArrayList<>(task.hosts());
        Host before = hosts.get(host);
        hosts.set(
                host,
                new Host(before.desks().stream().map(d -> d == 0 ? 0 : d + 1).toList(), before.least()));
        return more(new Task(task.slots(), hosts, task.guests(), task.pairs(), task.rules()), plan, host, -1);
    }

    /** One more slot at the end, for everybody who is there in the last one. */
    public More oneMoreSlot(Task task, Plan plan) {
        int last = task.slots() - 1;
        List<Host> hosts = new ArrayList<>();
        for (Host h : task.hosts()) {
            List<Integer> desks = new ArrayList<>(h.desks());
            desks.add(desks.get(last));
            hosts.add(new Host(desks, h.least()));
        }
        List<Guest> guests = new ArrayList<>();
        for (Guest g : task.guests()) {
            BitSet open = g.open();
            open.set(last + 1, g.open(last));
            guests.add(new Guest(open, g.most()));
        }
        return more(new Task(task.slots() + 1, hosts, guests, task.pairs(), task.rules()), plan, -1, last + 1);
    }

    /** The best way to add pairs of one host, or in one slot: each guest comes in question once, so it is a flow. */
    private static More more(Task task, Plan plan, int host, int slot) {
        Layout at = new Layout(task);
        Board board = board(at, plan);
        int places = at.hosts * at.slots;
        int source = places + at.guests;
        Flow flow = new Flow(source + 2);
        for (int k = 0; k < places; k++) {
            boolean asked = (host < 0 || k / at.slots == host) && (slot < 0 || k % at.slots == slot);
            flow.arc(source, k, asked ? free(board, k / at.slots, k % at.slots) : 0, 0);
        }
        List<int[]> arcs = new ArrayList<>();
        for (int p = 0; p < at.pairs; p++) {
            for (int s : at.open[p]) {
                if (board.slot[p] == Board.NONE
                        && (host < 0 || at.host[p] == host)
                        && (slot < 0 || s == slot)
                        && board.fits(p, s)) {
                    long gain = gain(board, p, s);
                    arcs.add(new int[] {flow.arc(at.host[p] * at.slots + s, places + at.guest[p], 1, -gain), p, s});
                }
            }
        }
        for (int g = 0; g < at.guests; g++) {
            flow.arc(places + g, source + 1, 1, 0);
        }
        flow.run(source, source + 1);
        long before = board.score();
        List<Integer> pairs = new ArrayList<>();
        for (int[] arc : arcs) {
            if (flow.through(arc[0]) > 0) {
                board.place(arc[1], arc[2]);
                pairs.add(arc[1]);
            }
        }
        Collections.sort(pairs);
        return new More(pairs, board.score() - before);
    }

    private static int free(Board board, int host, int slot) {
        int n = 0;
        for (int t = 0; t < board.at.desks(host, slot); t++) {
            n += board.atDesk(host, slot, t) == Board.NONE ? 1 : 0;
        }
        return n;
    }

    private static long gain(Board board, int pair, int s) {
        long before = board.score();
        board.place(pair, s);
        long gain = board.score() - before;
        board.remove(pair);
        return gain;
    }

    private static Board board(Layout at, Plan plan) {
        Board board = new Board(at);
        for (Meeting m : plan.meetings()) {
            if (m.pair() >= 0
                    && m.pair() < at.pairs
                    && m.slot() >= 0
                    && m.slot() < at.slots
                    && !board.full(at.host[m.pair()], m.slot())
                    && board.slot[m.pair()] == Board.NONE
                    && board.busy(at.guest[m.pair()], m.slot()) == Board.NONE) {
                board.place(m.pair(), m.slot());
            }
        }
        return board;
    }
}
