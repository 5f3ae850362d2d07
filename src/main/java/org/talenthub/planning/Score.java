package org.talenthub.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a plan is worth, computed from nothing but the task and the meetings. */
public final class Score {

    private Score() {}

    public static long of(Task task, List<Meeting> meetings) {
        long score = 0;
        int[] got = new int[task.hosts().size()];
        List<BitSet> days = new ArrayList<>();
        task.guests().forEach(g -> days.add(new BitSet()));
        for (Meeting m : meetings) {
            Pair p = task.pairs().get(m.pair());
            score += task.value(m.pair());
            got[p.host()]++;
            days.get(p.guest()).set(m.slot());
        }
        for (int h = 0; h < got.length; h++) {
            score -= (long) task.rules().leastCost()
                    * Math.max(0, task.hosts().get(h).least() - got[h]);
        }
        for (BitSet day : days) {
            score -= (long) task.rules().gapCost() * waiting(task.rules(), day);
        }
        return score;
    }

    /** The slots a person waits between meetings, beyond the buffer and within a session. */
    public static int waiting(Rules rules, BitSet taken) {
        BitSet sessions = rules.sessions();
        int waits = 0;
        int before = -1;
        for (int s = taken.nextSetBit(0); s >= 0; s = taken.nextSetBit(s + 1)) {
            if (before >= 0 && sessions.get(before + 1, s + 1).isEmpty()) {
                waits += Math.max(0, s - before - 1 - rules.buffer());
            }
            before = s;
        }
        return waits;
    }
}
