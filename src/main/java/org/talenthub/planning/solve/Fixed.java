package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.planning.Contradiction;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Task;
import org.talenthub.planning.Violation;

/** What stands before any search begins: pins, and frozen meetings of the plan one starts from. */
final class Fixed {

    private final Board board;
    private final Task task;
    private final List<Violation> wrong = new ArrayList<>();

    private Fixed(Board board) {
        this.board = board;
        this.task = board.at.task;
    }

    /** @return which pairs are fixed; they stand on the board then */
    static boolean[] place(Board board, @Nullable Plan start) {
        Fixed fixed = new Fixed(board);
        boolean[] is = new boolean[board.at.pairs];
        for (int p = 0; p < is.length; p++) {
            int pin = fixed.task.pairs().get(p).pin();
            if (pin >= 0) {
                is[p] = true;
                fixed.put(p, pin);
            }
        }
        for (Meeting m : start == null ? List.<Meeting>of() : start.meetings()) {
            if (m.pair() >= 0 && m.pair() < is.length && !is[m.pair()] && fixed.frozen(m.pair())) {
                is[m.pair()] = true;
                fixed.put(m.pair(), m.slot());
            }
        }
        if (!fixed.wrong.isEmpty()) {
            throw new Contradiction(fixed.wrong);
        }
        return is;
    }

    private boolean frozen(int p) {
        return task.pairs().get(p).frozen();
    }

    private void put(int p, int s) {
        Pair pair = task.pairs().get(p);
        Layout at = board.at;
        if (pair.never()) {
            wrong.add(new Violation(Violation.Kind.NEVER, p, -1, s));
        } else if (!task.guests().get(pair.guest()).open(s)) {
            wrong.add(new Violation(Violation.Kind.GUEST_AWAY, p, -1, s));
        } else if (at.desks(pair.host(), s) == 0) {
            wrong.add(new Violation(Violation.Kind.DESK_CLOSED, p, -1, s));
        } else if (!board.guestFree(pair.guest(), s)) {
            int other = beside(pair.guest(), s);
            boolean same = board.slot[other] == s;
            wrong.add(new Violation(same ? Violation.Kind.GUEST_TWICE : Violation.Kind.GUEST_WALKS, p, other, s));
        } else if (board.full(pair.host(), s)) {
            wrong.add(new Violation(Violation.Kind.DESK_TWICE, p, board.atDesk(pair.host(), s, 0), s));
        } else if (board.guestHas[pair.guest()] >= at.most[pair.guest()]) {
            wrong.add(new Violation(Violation.Kind.GUEST_MOST, p, -1, s));
        } else {
            board.place(p, s);
        }
    }

    private int beside(int guest, int s) {
        Layout at = board.at;
        if (board.busy(guest, s) != Board.NONE) {
            return board.busy(guest, s);
        }
        for (int i = Math.max(0, s - at.buffer); i <= Math.min(at.slots - 1, s + at.buffer); i++) {
            if (board.busy(guest, i) != Board.NONE && at.session[i] == at.session[s]) {
                return board.busy(guest, i);
            }
        }
        throw new IllegalStateException("nobody beside");
    }
}
