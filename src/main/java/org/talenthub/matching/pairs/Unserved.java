package org.talenthub.matching.pairs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.talenthub.matching.pairs.life.PairStates;

/**
 * The best people that were met for each demand. Of one person only the best demands are told; a demand whose people all fit others better
 * still is told its own best, so that none goes without because its people are good.
 */
final class Unserved {

    private static final Comparator<PairWriter.Found> BEST_LAST = Comparator.comparingDouble(
                    (PairWriter.Found f) -> f.score().value())
            .thenComparing(f -> f.person().id(), Comparator.reverseOrder());

    private final int most;
    private final Map<Long, PriorityQueue<PairWriter.Found>> best = new HashMap<>();

    Unserved(int most) {
        this.most = most;
    }

    void met(PairWriter.Found found) {
        PriorityQueue<PairWriter.Found> queue =
                best.computeIfAbsent(found.demand().id(), d -> new PriorityQueue<>(BEST_LAST));
        queue.add(found);
        if (queue.size() > most) {
            queue.remove();
        }
    }

    /**
     * What is to be told besides, so that each demand has its people.
     *
     * @param told what is told anyway
     * @param known pairs that are told of already, by demand
     */
    List<PairWriter.Found> besides(
            Collection<PairWriter.Found> told, Function<Collection<Long>, Map<Long, Integer>> known) {
        Map<Long, Integer> has = new HashMap<>();
        Set<PairStates.Key> keys = new HashSet<>();
        told.forEach(f -> {
            if (keys.add(f.key())) {
                has.merge(f.demand().id(), 1, Integer::sum);
            }
        });
        List<Long> wanting = best.keySet().stream()
                .filter(d -> has.getOrDefault(d, 0) < most)
                .sorted()
                .toList();
        Map<Long, Integer> before = known.apply(wanting);
        List<PairWriter.Found> besides = new ArrayList<>();
        for (long demand : wanting) {
            int room = most - Math.max(has.getOrDefault(demand, 0), before.getOrDefault(demand, 0));
            List<PairWriter.Found> own = new ArrayList<>(best.getOrDefault(demand, new PriorityQueue<>()));
            own.sort(BEST_LAST.reversed());
            own.stream()
                    .filter(f -> !keys.contains(f.key()))
                    .limit(Math.max(0, room))
                    .forEach(besides::add);
        }
        return besides;
    }
}
