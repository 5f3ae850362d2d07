package org.talenthub.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a plan. Shares no code with what makes plans, so that a mistake there does not excuse itself here. */
public final class Checker {

    private final Task task;
    private final BitSet past;
    private final List<Violation> found = new ArrayList<>();

    private Checker(Task task, BitSet past) {
        this.task = task;
        this.past = past;
    }

    public static List<Violation> violations(Task task, Plan plan) {
        return violations(task, plan, new BitSet());
    }

    /** @param past slots that nobody can change any more: who was away or closed there is no fault of the plan */
    public static List<Violation> violations(Task task, Plan plan, BitSet past) {
        Checker checker = new Checker(task, past);
        checker.check(plan.meetings());
        return checker.found;
    }

    private void check(List<Meeting> meetings) {
        List<Meeting> known = new ArrayList<>();
        for (Meeting m : meetings) {
            if (m.pair() < 0 || m.pair() >= task.pairs().size() || m.slot() < 0 || m.slot() >= task.slots()) {
                add(Violation.Kind.UNKNOWN, m, null);
            } else {
                known.add(m);
            }
        }
        Map<Integer, Meeting> byPair = new HashMap<>();
        Map<List<Integer>, Meeting> byDesk = new HashMap<>();
        Map<Integer, List<Meeting>> byGuest = new HashMap<>();
        for (Meeting m : known) {
            Meeting twin = byPair.put(m.pair(), m);
            if (twin != null) {
                add(Violation.Kind.TWICE, m, twin);
            }
            Pair p = task.pairs().get(m.pair());
            Meeting neighbour = byDesk.put(List.of(p.host(), m.slot(), m.table()), m);
            if (neighbour != null) {
                add(Violation.Kind.DESK_TWICE, m, neighbour);
            }
            byGuest.computeIfAbsent(p.guest(), g -> new ArrayList<>()).add(m);
            alone(m, p);
        }
        byGuest.forEach(this::day);
        for (int i = 0; i < task.pairs().size(); i++) {
            int pin = task.pairs().get(i).pin();
            Meeting m = byPair.get(i);
            if (pin >= 0 && (m == null || m.slot() != pin)) {
                found.add(new Violation(Violation.Kind.PIN_MOVED, i, -1, pin));
            }
        }
    }

    private void alone(Meeting m, Pair p) {
        if (past.get(m.slot())) {
            return;
        }
        if (p.never()) {
            add(Violation.Kind.NEVER, m, null);
        }
        int desks = task.hosts().get(p.host()).desks().get(m.slot());
        if (m.table() < 0 || m.table() >= desks) {
            add(Violation.Kind.DESK_CLOSED, m, null);
        }
        if (!task.guests().get(p.guest()).open().get(m.slot())) {
            add(Violation.Kind.GUEST_AWAY, m, null);
        }
    }

    private void day(int guest, List<Meeting> meetings) {
        meetings.sort(Comparator.comparingInt(Meeting::slot));
        if (meetings.size() > task.guests().get(guest).most()) {
            add(Violation.Kind.GUEST_MOST, meetings.getLast(), null);
        }
        for (int i = 1; i < meetings.size(); i++) {
            Meeting before = meetings.get(i - 1);
            Meeting m = meetings.get(i);
            boolean sameSession = true;
            for (int s = before.slot() + 1; s <= m.slot(); s++) {
                sameSession &= !task.rules().sessions().get(s);
            }
            if (before.slot() == m.slot()) {
                add(Violation.Kind.GUEST_TWICE, m, before);
            } else if (sameSession
                    && m.slot() - before.slot() <= task.rules().buffer()
                    && !(past.get(m.slot()) && past.get(before.slot()))) {
                add(Violation.Kind.GUEST_WALKS, m, before);
            }
        }
    }

    private void add(Violation.Kind kind, Meeting m, @Nullable Meeting other) {
        found.add(new Violation(kind, m.pair(), other == null ? -1 : other.pair(), m.slot()));
    }
}
