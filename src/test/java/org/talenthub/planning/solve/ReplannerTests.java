package org.talenthub.planning.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Rules;
import org.talenthub.planning.Task;

/** A plan is mended with few moved, quickly, and never in the past. */
class ReplannerTests {

    private final Planner planner = new Planner();
    private final Replanner replanner = new Replanner();

    @Test
    void lateAwayAndClosedOnADayOfFiveHundred() {
        Task task = Samples.windows(500, 120, 24, 1, 4);
        Plan now = planner.plan(task, 4, Duration.ofSeconds(4), p -> {}, () -> false, null);
        BitSet past = new BitSet();
        past.set(0, 9);
        Random random = new Random(2);
        for (int i = 0; i < 12; i++) {
            Task changed = Disturbances.next(task, random, i % 3);
            long begin = working();
            Plan then = replanner.propose(changed, now, past, 3);
            assertThat(Duration.ofNanos(working() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(Checker.violations(changed, then, past)).isEmpty();
            Map<Integer, Meeting> after = new HashMap<>();
            then.meetings().forEach(m -> after.put(m.pair(), m));
            int moved = 0;
            int dropped = 0;
            for (Meeting m : now.meetings()) {
                Meeting n = after.get(m.pair());
                if (past.get(m.slot())) {
                    assertThat(n).isEqualTo(m);
                } else if (changed.open(m.pair(), m.slot())) {
                    dropped += n == null ? 1 : 0;
                    moved += n != null && n.slot() != m.slot() ? 1 : 0;
                }
            }
            assertThat(moved).isLessThanOrEqualTo(3);
            assertThat(dropped).as("none that could stay is dropped").isZero();
        }
    }

    /** What this thread has worked, whatever else the machine does meanwhile. */
    private static long working() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void oneIsMovedToMakeRoomAndNoneWithoutABudget() {
        BitSet late = new BitSet();
        late.set(1);
        Task task = new Task(
                3,
                List.of(new Host(List.of(1, 1, 1), 0)),
                List.of(new Guest(late, 2), Guest.always(3, 2)),
                List.of(Pair.of(0, 0, 900), Pair.of(0, 1, 500)),
                new Rules(0, 0, 0));
        Plan now = Plan.of(task, List.of(new Meeting(0, 0, 0), new Meeting(1, 1, 0)));
        Plan then = replanner.propose(task, now, new BitSet(), 1);
        assertThat(then.meetings()).containsExactly(new Meeting(1, 0, 0), new Meeting(0, 1, 0));
        assertThat(replanner.propose(task, now, new BitSet(), 0).meetings()).containsExactly(new Meeting(1, 1, 0));
        BitSet past = new BitSet();
        past.set(0);
        assertThat(replanner.propose(task, now, past, 1).meetings())
                .as("the past stays, though nobody would be there now")
                .containsExactly(new Meeting(0, 0, 0), new Meeting(1, 1, 0));
    }

    @Test
    void frozenPairsAreNotPushed() {
        BitSet late = new BitSet();
        late.set(1);
        Task task = new Task(
                3,
                List.of(new Host(List.of(1, 1, 1), 0)),
                List.of(new Guest(late, 2), Guest.always(3, 2)),
                List.of(Pair.of(0, 0, 900), new Pair(0, 1, 500, false, false, -1, true)),
                new Rules(0, 0, 0));
        Plan now = Plan.of(task, List.of(new Meeting(0, 0, 0), new Meeting(1, 1, 0)));
        assertThat(replanner.propose(task, now, new BitSet(), 3).meetings()).containsExactly(new Meeting(1, 1, 0));
    }
}
