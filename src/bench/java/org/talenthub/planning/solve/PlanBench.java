package org.talenthub.planning.solve;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Score;
import org.talenthub.planning.Task;

/**
 * Plans of seeded days beside the bound and the greedy way: {@code mvn -Pbench test -Dtest=PlanBench}, with {@code -Dplan.size=small|middle|large}
 * and {@code -Dplan.seconds=}, {@code -Dplan.seeds=}.
 */
class PlanBench {

    private static final int SEEDS = Integer.getInteger("plan.seeds", 5);

    @Test
    void run() {
        String size = System.getProperty("plan.size", "small");
        switch (size) {
            case "small" -> run(80, 20, 12, 10);
            case "middle" -> run(500, 120, 24, 60);
            case "large" -> run(2000, 400, 40, 300);
            default -> throw new IllegalArgumentException(size);
        }
    }

    /** Somebody away, somebody late, a desk closed for four slots: how long it takes, how many others move, who finds a place again. */
    @Test
    void mended() {
        System.out.println("seed changes worked-ms(median,most) moved(mean,most) displaced placedAgain added faults");
        for (int seed = 1; seed <= SEEDS; seed++) {
            Task task = Samples.windows(500, 120, 24, 1, seed);
            Plan now = new Planner().plan(task, seed, Duration.ofSeconds(10), p -> {}, () -> false, null);
            Random random = new Random(seed);
            BitSet past = new BitSet();
            past.set(0, 8);
            List<Long> times = new ArrayList<>();
            int[] sums = new int[6];
            for (int i = 0; i < 60; i++) {
                Task changed = Disturbances.next(task, random, i % 3);
                long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Plan then = new Replanner().propose(changed, now, past, 3);
                times.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1_000_000);
                count(changed, now, then, past, sums);
                sums[5] += Checker.violations(changed, then, past).size();
            }
            Collections.sort(times);
            System.out.printf(
                    "%d 60 (%d,%d) (%.2f,%d) %d %d %d %d%n",
                    seed, times.get(30), times.getLast(), sums[0] / 60.0, sums[1], sums[2], sums[3], sums[4], sums[5]);
        }
    }

    private static void count(Task changed, Plan now, Plan then, BitSet past, int[] sums) {
        Map<Integer, Integer> after = new HashMap<>();
        then.meetings().forEach(m -> after.put(m.pair(), m.slot()));
        int moved = 0;
        for (Meeting m : now.meetings()) {
            Integer slot = after.remove(m.pair());
            if (past.get(m.slot()) || changed.open(m.pair(), m.slot())) {
                moved += slot != null && slot == m.slot() ? 0 : 1;
            } else {
                sums[2]++;
                sums[3] += slot == null ? 0 : 1;
            }
        }
        sums[0] += moved;
        sums[1] = Math.max(sums[1], moved);
        sums[4] += after.size();
    }

    private static void run(int guests, int demands, int slots, int seconds) {
        Duration most = Duration.ofSeconds(Integer.getInteger("plan.seconds", seconds));
        System.out.println(
                "kind seed hosts pairs meetings score bound gap% greedy +% wait(median,max) least< seconds MB cut"
                        + " faults");
        for (int seed = 1; seed <= SEEDS; seed++) {
            line("always", seed, Samples.always(guests, demands, slots, 0, seed), most);
            line("gaps", seed, Samples.always(guests, demands, slots, 10, seed), most);
            line("windows", seed, Samples.windows(guests, demands, slots, 0, seed), most);
            line("walks", seed, Samples.windows(guests, demands, slots, 1, seed), most);
        }
    }

    private static void line(String kind, int seed, Task task, Duration most) {
        if (!System.getProperty("plan.kind", kind).equals(kind)) {
            return;
        }
        Board greedy = new Board(new Layout(task));
        Greedy.fill(greedy);
        long begin = System.nanoTime();
        Plan plan = new Planner().plan(task, seed, most, p -> {}, () -> false, null);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long memory = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        List<Integer> waits = waits(task, plan);
        int[] got = new int[task.hosts().size()];
        plan.meetings().forEach(m -> got[task.pairs().get(m.pair()).host()]++);
        int lacking = 0;
        for (int h = 0; h < got.length; h++) {
            lacking += got[h] < task.hosts().get(h).least() ? 1 : 0;
        }
        System.out.printf(
                "%s %d %d %d %d %d %d %.3f %d %.1f (%d,%d) %d %.1f %d %b %d%n",
                kind,
                seed,
                task.hosts().size(),
                task.pairs().size(),
                plan.meetings().size(),
                plan.score(),
                plan.bound(),
                100 * plan.gap(),
                greedy.score(),
                100.0 * (plan.score() - greedy.score()) / greedy.score(),
                waits.get(waits.size() / 2),
                waits.getLast(),
                lacking,
                seconds,
                memory,
                plan.cut(),
                Checker.violations(task, plan).size());
    }

    private static List<Integer> waits(Task task, Plan plan) {
        List<BitSet> days = new ArrayList<>();
        task.guests().forEach(g -> days.add(new BitSet()));
        for (Meeting m : plan.meetings()) {
            days.get(task.pairs().get(m.pair()).guest()).set(m.slot());
        }
        List<Integer> waits = new ArrayList<>();
        days.stream().filter(d -> !d.isEmpty()).forEach(d -> waits.add(Score.waiting(task.rules(), d)));
        Collections.sort(waits);
        return waits;
    }
}
