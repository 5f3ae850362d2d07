package org.talenthub.assessment.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.assessment.rules.Measure;

/** Points and ranks, from counted rows alone. */
final class Scoring {

    private Scoring() {}

    /** What was counted for one figure; {@code all} is null where the figure is a number only. */
    record Tally(long count, long all) {}

    /**
     * Where there was nothing to be counted nothing is judged: the figure takes the share of points that the carrier's other ratios reached,
     * so that nobody gains or loses by it.
     */
    static List<Figure> figures(AssessmentRules rules, Map<String, Tally> tallies) {
        double reached = 0;
        double most = 0;
        for (Measure m : rules.measures()) {
            Tally t = tallies.getOrDefault(m.name(), new Tally(0, 0));
            if (m.ofSome() && t.all > 0) {
                reached += m.points(Math.min(t.count, t.all), t.all);
                most += m.most();
            }
        }
        double share = most == 0 ? 0 : reached / most;
        List<Figure> figures = new ArrayList<>();
        for (Measure m : rules.measures()) {
            Tally t = tallies.getOrDefault(m.name(), new Tally(0, 0));
            boolean judged = !m.ofSome() || t.all > 0;
            double points =
                    judged ? m.points(m.ofSome() ? Math.min(t.count, t.all) : t.count, t.all) : m.most() * share;
            Double value = !judged ? null : m.ofSome() ? round((double) t.count / t.all, 1000) : (double) t.count;
            figures.add(new Figure(
                    m.name(), round(points, 10), m.most(), value, t.count, m.ofSome() ? (Long) t.all : null));
        }
        return figures;
    }

    static double total(List<Figure> figures) {
        return round(figures.stream().mapToDouble(Figure::points).sum(), 10);
    }

    /** Best first; equals share a place, carriers with few cases have none. */
    static List<Scorecard> ranked(List<Scorecard> cards) {
        Map<String, List<Scorecard>> classes = new HashMap<>();
        cards.stream()
                .filter(c -> !c.few())
                .forEach(c -> classes.computeIfAbsent(c.kind() + c.size(), k -> new ArrayList<>())
                        .add(c));
        Map<Long, Integer> places = new HashMap<>();
        for (List<Scorecard> of : classes.values()) {
            of.forEach(c -> places.put(
                    c.carrier(),
                    1 + (int) of.stream().filter(o -> o.total() > c.total()).count()));
        }
        return cards.stream()
                .map(c -> places.containsKey(c.carrier()) ? c.ranked(places.get(c.carrier())) : c)
                .sorted(Comparator.comparing(Scorecard::kind)
                        .thenComparing(Scorecard::few)
                        .thenComparingInt(Scorecard::size)
                        .thenComparing(
                                Comparator.comparingDouble(Scorecard::total).reversed())
                        .thenComparing(Scorecard::name))
                .toList();
    }

    static double round(double x, double parts) {
        return Math.round(x * parts) / parts;
    }
}
