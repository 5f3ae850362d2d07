package org.talenthub.planning.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Contradiction;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Rules;
import org.talenthub.planning.Score;
import org.talenthub.planning.Task;
import org.talenthub.planning.Violation;

/** Plans are as good as they can be, keep every rule, and come out the same again. */
class PlannerTests {

    private final Planner planner = new Planner();

    private Plan plan(Task task, long seed, long millis) {
        return plan(task, seed, millis, null);
    }

    private Plan plan(Task task, long seed, long millis, @Nullable Plan start) {
        return planner.plan(task, seed, Duration.ofMillis(millis), p -> {}, () -> false, start);
    }

    @Test
    void everybodyThereIsExact() {
        for (int seed = 1; seed <= 3; seed++) {
            Task task = Samples.always(500, 120, 24, 0, seed);
            Plan plan = plan(task, seed, 10_000);
            assertThat(plan.score()).isEqualTo(plan.bound()).isEqualTo(Score.of(task, plan.meetings()));
            assertThat(plan.gap()).isZero();
            assertThat(Checker.violations(task, plan)).isEmpty();
            int[] busy = new int[24];
            plan.meetings().forEach(m -> busy[m.slot()]++);
            java.util.Arrays.sort(busy);
            assertThat(busy[23] - busy[0]).as("slots are even").isLessThanOrEqualTo(1);
        }
    }

    /** Against the best of all plans, found by trying every one. */
    @Test
    void smallDaysAreAsGoodAsTheBest() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            Task task = RandomTasks.tiny(random);
            Plan plan = plan(task, i, 150);
            long best = RandomTasks.best(task);
            assertThat(plan.score()).as("task %d", i).isEqualTo(best);
            assertThat(plan.bound()).as("task %d", i).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void aThousandRandomPlansBreakNoRule() {
        Random random = new Random(11);
        int wrong = 0;
        int contradictory = 0;
        for (int i = 0; i < 1000; i++) {
            Task task = RandomTasks.any(random);
            try {
                Plan plan = plan(task, i, 60);
                assertThat(plan.score()).isEqualTo(Score.of(task, plan.meetings()));
                assertThat(plan.bound()).isGreaterThanOrEqualTo(plan.score());
                wrong += Checker.violations(task, plan).size();
            } catch (Contradiction e) {
                assertThat(e.between()).isNotEmpty();
                contradictory++;
            }
        }
        assertThat(wrong).isZero();
        assertThat(contradictory).isLessThan(300);
    }

    @Test
    void windowsWalksAndWaiting() {
        Task task = Samples.windows(200, 50, 24, 1, 3);
        Board greedy = new Board(new Layout(task));
        Greedy.fill(greedy);
        Plan plan = plan(task, 3, 8_000);
        assertThat(Checker.violations(task, plan)).isEmpty();
        assertThat(plan.gap()).isLessThan(0.01);
        assertThat(plan.score()).isGreaterThan(greedy.score());
        List<Integer> waits = new ArrayList<>();
        for (int g = 0; g < task.guests().size(); g++) {
            BitSet day = new BitSet();
            for (Meeting m : plan.meetings()) {
                if (task.pairs().get(m.pair()).guest() == g) {
                    day.set(m.slot());
                }
            }
            waits.add(Score.waiting(task.rules(), day));
        }
        Collections.sort(waits);
        assertThat(waits.get(waits.size() / 2)).isLessThanOrEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Task task = Samples.windows(80, 20, 12, 1, 5);
        Plan one = plan(task, 9, 3000);
        assertThat(one.cut()).isFalse();
        assertThat(plan(task, 9, 3000)).isEqualTo(one);
    }

    @Test
    void stoppedItKeepsTheBestAndGoesOnFromThere() {
        Task task = Samples.windows(80, 20, 12, 1, 5);
        List<Plan> told = new ArrayList<>();
        Plan stopped = planner.plan(task, 1, Duration.ofSeconds(20), told::add, () -> true, null);
        assertThat(stopped.cut()).isTrue();
        assertThat(told).isNotEmpty();
        assertThat(Checker.violations(task, stopped)).isEmpty();
        Plan further = planner.plan(task, 2, Duration.ofSeconds(20), p -> {}, () -> true, stopped);
        assertThat(further.score()).isGreaterThanOrEqualTo(stopped.score());
    }

    @Test
    void whereEverybodyIsThereItGoesOnToo() {
        Task task = Samples.always(80, 20, 12, 10, 5);
        Plan some = plan(task, 1, 1000);
        Plan further = planner.plan(task, 2, Duration.ofSeconds(20), p -> {}, () -> true, some);
        assertThat(further.score()).isGreaterThanOrEqualTo(some.score());
        assertThat(Checker.violations(task, further)).isEmpty();
    }

    @Test
    void pinsHoldAndTwoOnOneSlotAreNamed() {
        List<Host> hosts = List.of(Host.always(3, 1, 0), Host.always(3, 1, 0));
        List<Guest> guests = List.of(Guest.always(3, 2), Guest.always(3, 2));
        Task good = new Task(
                3,
                hosts,
                guests,
                List.of(Pair.of(0, 0, 10).pinned(2), Pair.of(1, 0, 900), Pair.of(0, 1, 900)),
                new Rules(0, 5, 0));
        Plan plan = plan(good, 1, 200);
        assertThat(plan.meetings()).contains(new Meeting(0, 2, 0)).hasSize(3);
        Task bad = new Task(
                3,
                hosts,
                guests,
                List.of(
                        Pair.of(0, 0, 10).pinned(2),
                        Pair.of(1, 0, 10).pinned(2),
                        Pair.of(0, 1, 10).pinned(2)),
                new Rules(0, 5, 0));
        assertThatThrownBy(() -> plan(bad, 1, 200))
                .isInstanceOfSatisfying(
                        Contradiction.class,
                        c -> assertThat(c.between())
                                .containsExactly(
                                        new Violation(Violation.Kind.GUEST_TWICE, 1, 0, 2),
                                        new Violation(Violation.Kind.DESK_TWICE, 2, 0, 2)));
    }

    @Test
    void everyHostGetsItsLeastBeforeOthersGetMore() {
        List<Host> hosts = List.of(Host.always(4, 1, 0), Host.always(4, 1, 2));
        List<Guest> guests = List.of(Guest.always(4, 1), Guest.always(4, 1), Guest.always(4, 1));
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < 3; g++) {
            pairs.add(Pair.of(0, g, 1000));
            pairs.add(Pair.of(1, g, 10));
        }
        Task task = new Task(4, hosts, guests, pairs, new Rules(0, 0, 0));
        Plan plan = plan(task, 1, 200);
        assertThat(plan.score()).isEqualTo(1020).isEqualTo(plan.bound());
        assertThat(plan.meetings().stream().filter(m -> m.pair() % 2 == 1)).hasSize(2);
    }
}
