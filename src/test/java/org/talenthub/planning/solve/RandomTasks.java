package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Rules;
import org.talenthub.planning.Score;
import org.talenthub.planning.Task;

/** Tasks of every shape, many of them odd. */
final class RandomTasks {

    private RandomTasks() {}

    static Task any(Random random) {
        return task(random, 1 + random.nextInt(12), 1 + random.nextInt(6), 1 + random.nextInt(15), 40);
    }

    static Task tiny(Random random) {
        return task(random, 1 + random.nextInt(3), 1 + random.nextInt(2), 1 + random.nextInt(3), 0);
    }

    private static Task task(Random random, int slots, int hosts, int guests, int pinOneIn) {
        boolean always = random.nextInt(4) == 0;
        List<Host> all = new ArrayList<>();
        for (int h = 0; h < hosts; h++) {
            int desks = random.nextInt(3);
            all.add(new Host(
                    IntStream.range(0, slots)
                            .mapToObj(s -> always || random.nextInt(4) > 0 ? desks : random.nextInt(2))
                            .toList(),
                    random.nextInt(3)));
        }
        List<Guest> people = new ArrayList<>();
        for (int g = 0; g < guests; g++) {
            BitSet open = new BitSet();
            for (int s = 0; s < slots; s++) {
                open.set(s, always || random.nextInt(4) > 0);
            }
            people.add(new Guest(open, random.nextInt(5)));
        }
        List<Pair> pairs = new ArrayList<>();
        for (int h = 0; h < hosts; h++) {
            for (int g = 0; g < guests; g++) {
                if (random.nextInt(3) > 0) {
                    int pin = pinOneIn > 0 && random.nextInt(pinOneIn) == 0 ? random.nextInt(slots) : -1;
                    boolean never = random.nextInt(15) == 0;
                    pairs.add(
                            new Pair(h, g, random.nextInt(1001), random.nextInt(8) == 0, never && pin < 0, pin, false));
                }
            }
        }
        BitSet sessions = new BitSet();
        sessions.set(random.nextInt(slots));
        return new Task(
                slots,
                all,
                people,
                pairs,
                new Rules(always ? 0 : random.nextInt(3), random.nextInt(3) * 10, 200, 1500, sessions));
    }

    /** Every plan there is, the best of those that keep the rules. */
    static long best(Task task) {
        return best(task, 0, new ArrayList<>());
    }

    private static long best(Task task, int pair, List<Meeting> meetings) {
        if (pair == task.pairs().size()) {
            Plan plan = Plan.of(task, meetings);
            return Checker.violations(task, plan).isEmpty() ? Score.of(task, meetings) : Long.MIN_VALUE;
        }
        long best = best(task, pair + 1, meetings);
        for (int s = 0; s < task.slots(); s++) {
            for (int t = 0;
                    t < task.hosts().get(task.pairs().get(pair).host()).desks().get(s);
                    t++) {
                meetings.add(new Meeting(pair, s, t));
                best = Math.max(best, best(task, pair + 1, meetings));
                meetings.removeLast();
            }
        }
        return best;
    }
}
