package org.talenthub.planning.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.talenthub.planning.Guest;
import org.talenthub.planning.Host;
import org.talenthub.planning.Pair;
import org.talenthub.planning.Rules;
import org.talenthub.planning.Task;

/** Days of meetings as they might be: people good at one or two fields, posts in one, the best of whom everybody wants. */
final class Samples {

    private static final int FIELDS = 8;
    private static final int TOP = 30;

    private final Random random;
    private final int slots;

    private Samples(int slots, long seed) {
        this.slots = slots;
        random = new Random(seed);
    }

    /** Everybody there all the time, one desk each. */
    static Task always(int guests, int demands, int slots, int gapCost, long seed) {
        Samples s = new Samples(slots, seed);
        int[] owner = s.owners(demands);
        List<Host> all = new ArrayList<>();
        for (int h = 0; h <= owner[demands - 1]; h++) {
            all.add(Host.always(slots, 1, 4));
        }
        List<Guest> people = new ArrayList<>();
        for (int g = 0; g < guests; g++) {
            people.add(Guest.always(slots, 8));
        }
        return new Task(slots, all, people, s.pairs(guests, owner, 0), new Rules(0, gapCost, 300));
    }

    /** Some come late or leave early, some desks open half the day, there is a midday, wishes, a walk where asked for. */
    static Task windows(int guests, int demands, int slots, int buffer, long seed) {
        Samples s = new Samples(slots, seed);
        int[] owner = s.owners(demands);
        List<Host> all = new ArrayList<>();
        for (int h = 0; h <= owner[demands - 1]; h++) {
            all.add(s.host());
        }
        List<Guest> people = new ArrayList<>();
        for (int g = 0; g < guests; g++) {
            people.add(new Guest(s.window(), 8));
        }
        BitSet sessions = new BitSet();
        for (int i = 12; i < slots; i += 12) {
            sessions.set(i);
        }
        return new Task(
                slots, all, people, s.pairs(guests, owner, 10), new Rules(buffer, 10, 300, Rules.LEAST_COST, sessions));
    }

    private Host host() {
        int desks = random.nextInt(6) == 0 ? 2 : 1;
        BitSet open = random.nextInt(5) == 0 ? window() : null;
        List<Integer> row = new ArrayList<>(Collections.nCopies(slots, desks));
        for (int i = 0; i < slots && open != null; i++) {
            row.set(i, open.get(i) ? desks : 0);
        }
        return new Host(row, 4);
    }

    private BitSet window() {
        BitSet open = new BitSet();
        int kind = random.nextInt(10);
        int from = kind < 3 ? random.nextInt(slots / 2) : 0;
        int to = kind >= 3 && kind < 6 ? slots / 2 + random.nextInt(slots / 2) : slots;
        open.set(from, Math.max(from + 1, to));
        return open;
    }

    /** One to three demands of each host. */
    private int[] owners(int demands) {
        int[] owner = new int[demands];
        for (int d = 1; d < demands; d++) {
            boolean same = (d < 3 || owner[d - 3] != owner[d - 1]) && random.nextInt(2) == 0;
            owner[d] = owner[d - 1] + (same ? 0 : 1);
        }
        return owner;
    }

    private List<Pair> pairs(int guests, int[] owner, int wishes) {
        int[] field =
                IntStream.range(0, guests).map(g -> random.nextInt(FIELDS)).toArray();
        int[] second =
                IntStream.range(0, guests).map(g -> random.nextInt(FIELDS)).toArray();
        double[] fame = IntStream.range(0, guests)
                .mapToDouble(g -> random.nextGaussian())
                .toArray();
        Map<List<Integer>, Double> best = new LinkedHashMap<>();
        for (int host : owner) {
            int wanted = random.nextInt(FIELDS);
            double[] fit = new double[guests];
            for (int g = 0; g < guests; g++) {
                double base = field[g] == wanted ? 650 : second[g] == wanted ? 500 : 300;
                fit[g] = Math.clamp(base + 80 * fame[g] + 90 * random.nextGaussian(), 0, 1000);
            }
            IntStream.range(0, guests)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer g) -> -fit[g]).thenComparing(g -> g))
                    .limit(Math.min(TOP, guests))
                    .forEach(g -> best.merge(List.of(host, g), fit[g], Math::max));
        }
        List<Pair> all = new ArrayList<>();
        best.forEach((who, fit) -> {
            int wish = wishes == 0 ? 99 : random.nextInt(100);
            all.add(new Pair(
                    who.get(0), who.get(1), fit.intValue(), wish < wishes, wish >= 97 && wish < 99, -1, false));
        });
        return all;
    }
}
