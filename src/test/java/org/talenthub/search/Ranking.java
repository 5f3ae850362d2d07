package org.talenthub.search;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The usual measures of an order. */
final class Ranking {

    private static final int TEN = 10;

    private Ranking() {}

    /**
     * Normalised discounted cumulative gain of the first ten, gains 2^grade − 1.
     *
     * @param ideal the grades of all that is relevant
     */
    static <T> double ndcg(List<T> order, ToIntFunction<T> grade, List<Integer> ideal) {
        double gained = 0;
        for (int i = 0; i < Math.min(TEN, order.size()); i++) {
            gained += gain(grade.applyAsInt(order.get(i)), i);
        }
        List<Integer> best = ideal.stream().sorted((a, b) -> b - a).limit(TEN).toList();
        double most = 0;
        for (int i = 0; i < best.size(); i++) {
            most += gain(best.get(i), i);
        }
        return most == 0 ? 0 : gained / most;
    }

    private static double gain(int grade, int rank) {
        return ((1 << grade) - 1) / (Math.log(rank + 2) / Math.log(2));
    }

    /** One over the rank of the first relevant one; 0 without any. */
    static <T> double reciprocal(List<T> order, Set<T> relevant) {
        for (int i = 0; i < order.size(); i++) {
            if (relevant.contains(order.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** Mean of the precision at each relevant one; those not in the order count 0. */
    static <T> double averagePrecision(List<T> order, Set<T> relevant) {
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < order.size(); i++) {
            if (relevant.contains(order.get(i))) {
                sum += (double) ++hits / (i + 1);
            }
        }
        return relevant.isEmpty() ? 0 : sum / relevant.size();
    }
}
