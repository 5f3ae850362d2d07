package org.talenthub.planning.solve;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talenthub.planning.Host;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Score;
import org.talenthub.planning.Task;

/**
 * The same day (500 people, 120 demands, 24 slots, windows, waiting) by Timefold's local search, from the exact start and from nothing, and by
 * our own: {@code mvn -Pbench test -Dtest=TimefoldBench}. Why the hub has a search of its own: docs/adr/0016.
 */
class TimefoldBench {

    private static final int SECONDS = 60;
    private static final Task TASK = Samples.windows(500, 120, 24, 0, 1);

    /** A pair, with the slot in which it meets, or none. */
    @PlanningEntity
    static class Cell {
        @PlanningId
        int id;

        int host;
        int guest;
        int value;
        List<Integer> open = List.of();

        @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "open")
        @Nullable
        Integer slot;

        @ValueRangeProvider(id = "open")
        List<Integer> getOpen() {
            return open;
        }
    }

    @PlanningSolution
    static class Day {
        @PlanningEntityCollectionProperty
        List<Cell> cells = new ArrayList<>();

        @PlanningScore
        @Nullable
        HardSoftLongScore score;
    }

    /** The rules of the checker and the costs of {@link Score}. */
    static class Rulebook implements ConstraintProvider {

        @Override
        public Constraint[] defineConstraints(ConstraintFactory f) {
            HardSoftLongScore hard = HardSoftLongScore.ONE_HARD;
            HardSoftLongScore soft = HardSoftLongScore.ONE_SOFT;
            return new Constraint[] {
                f.forEach(Cell.class)
                        .groupBy(c -> c.host * TASK.slots() + c.slot, ConstraintCollectors.count())
                        .filter((k, n) -> n > desks(k))
                        .penalizeLong(hard, (k, n) -> n - desks(k))
                        .asConstraint("desks"),
                f.forEachUniquePair(Cell.class, Joiners.equal(c -> c.guest), Joiners.equal(c -> c.slot))
                        .penalizeLong(hard, (a, b) -> 1L)
                        .asConstraint("guest twice"),
                f.forEach(Cell.class)
                        .groupBy(c -> c.guest, ConstraintCollectors.count())
                        .filter((g, n) -> n > TASK.guests().get(g).most())
                        .penalizeLong(hard, (g, n) -> n - TASK.guests().get(g).most())
                        .asConstraint("most"),
                f.forEach(Cell.class).rewardLong(soft, c -> c.value).asConstraint("value"),
                f.forEach(Cell.class)
                        .groupBy(c -> c.host, ConstraintCollectors.count())
                        .rewardLong(
                                soft,
                                (h, n) -> (long) TASK.rules().leastCost()
                                        * Math.min(n, TASK.hosts().get(h).least()))
                        .asConstraint("least"),
                f.forEach(Cell.class)
                        .groupBy(c -> c.guest, ConstraintCollectors.toList(c -> c.slot))
                        .penalizeLong(soft, (g, slots) -> {
                            BitSet taken = new BitSet();
                            slots.forEach(taken::set);
                            return (long) TASK.rules().gapCost() * Score.waiting(TASK.rules(), taken);
                        })
                        .asConstraint("waiting"),
            };
        }

        private static int desks(int place) {
            return TASK.hosts().get(place / TASK.slots()).desks().get(place % TASK.slots());
        }
    }

    @Test
    void beside() {
        Plan start = new Planner().plan(TASK, 1, Duration.ofSeconds(60), p -> {}, () -> true, null);
        System.out.printf("exact start: %d, bound %d%n", start.score(), start.bound());
        System.out.printf("Timefold from there, %d s: %s%n", SECONDS, timefold(start));
        System.out.printf("Timefold from nothing, %d s: %s%n", SECONDS, timefold(null));
        for (int seconds : new int[] {10, SECONDS}) {
            long begin = System.nanoTime();
            Plan own = new Planner().plan(TASK, 1, Duration.ofSeconds(seconds), p -> {}, () -> false, null);
            System.out.printf(
                    "own, told %d s: %d in %.1f s%n", seconds, own.score(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private static String timefold(@Nullable Plan start) {
        Layout at = new Layout(TASK);
        Day day = new Day();
        for (int p = 0; p < at.pairs; p++) {
            if (at.open[p].length > 0) {
                Cell c = new Cell();
                c.id = p;
                c.host = at.host[p];
                c.guest = at.guest[p];
                c.value = at.value[p];
                c.open = Arrays.stream(at.open[p]).boxed().toList();
                day.cells.add(c);
            }
        }
        if (start != null) {
            start.meetings()
                    .forEach(m ->
                            day.cells.stream().filter(c -> c.id == m.pair()).forEach(c -> c.slot = m.slot()));
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Day.class)
                .withEntityClasses(Cell.class)
                .withConstraintProviderClass(Rulebook.class)
                .withRandomSeed(1L)
                .withTerminationSpentLimit(Duration.ofSeconds(SECONDS));
        Day best = SolverFactory.<Day>create(config).buildSolver().solve(day);
        HardSoftLongScore score = best.score;
        long lack = 0;
        for (Host h : TASK.hosts()) {
            lack += (long) TASK.rules().leastCost() * h.least();
        }
        return score == null ? "none" : score.hardScore() + " hard, " + (score.softScore() - lack);
    }
}
