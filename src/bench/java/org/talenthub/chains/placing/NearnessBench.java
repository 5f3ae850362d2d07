package org.talenthub.chains.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.meaning.RecordSpace;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Industries;

/**
 * Fits how sure a node can be that only the meaning of a record's texts says, on the half of the generated records that may be adjusted to, and
 * tells on the other half how true that is; what the hub uses ({@code NodeMeanings}) is set by hand and more cautious. {@code mvn -Pbench test -Dtest=NearnessBench}.
 */
class NearnessBench {

    private static final int PER_NODE = 300;
    private static final int STEPS = 20_000;
    private static final double SURE = 0.5;

    private final Industries industries = industries();
    private final RecordSpace space = new RecordSpace();
    private final Map<String, float[]> nodes = new LinkedHashMap<>();

    private record Seen(double best, double other, boolean right, boolean chain, boolean words) {}

    private static Industries industries() {
        return Dictionaries.load().industries();
    }

    @Test
    void confidenceIsHowOftenItIsRight() {
        industries
                .chains()
                .forEach(c -> c.nodes()
                        .forEach(n -> nodes.put(
                                n.code(),
                                space.mean(
                                        Stream.of(Stream.of(n.label()), n.aliases().stream(), n.technologies().stream())
                                                .flatMap(s -> s)
                                                .toList()))));
        List<Seen> adjusted = seen(new PlacingMeasure(industries, false));
        List<Seen> held = seen(new PlacingMeasure(industries, true));
        // only those are asked about by their meaning, and they are the harder ones
        List<Seen> asked = adjusted.stream().filter(s -> !s.words).toList();
        List<Seen> unseen = held.stream().filter(s -> !s.words).toList();
        Nearness fitted = fit(asked);
        System.out.printf(
                Locale.ROOT,
                "fitted on %d of %d records, whose words say too little: bias %.2f, near %.2f, clear %.2f%n",
                asked.size(),
                adjusted.size(),
                fitted.bias(),
                fitted.near(),
                fitted.clear());
        told("adjusted half, as fitted", asked, fitted);
        told("held-out half, as fitted", unseen, fitted);
        told("held-out half, all records, as fitted to all", held, fit(adjusted));
        assertThat(error(unseen, fitted)).isLessThanOrEqualTo(0.1);
    }

    private List<Seen> seen(PlacingMeasure measure) {
        Placer placer = new Placer(industries);
        List<Seen> all = new ArrayList<>();
        for (PlacingMeasure.Case c : measure.cases(PER_NODE)) {
            RecordSnapshot r = c.record();
            Set<String> named = Set.copyOf(r.fields().list("industries"));
            float[] vector = space.of(r);
            String best = "";
            double most = -1;
            Map<String, Double> ofChain = new LinkedHashMap<>();
            for (Map.Entry<String, float[]> n : nodes.entrySet()) {
                String chain = chain(n.getKey());
                if (named.contains(chain)) {
                    double cosine = dot(vector, n.getValue());
                    ofChain.merge(chain, cosine, Math::max);
                    if (cosine > most) {
                        most = cosine;
                        best = n.getKey();
                    }
                }
            }
            String of = best.isEmpty() ? "" : chain(best);
            double other = ofChain.entrySet().stream()
                    .filter(e -> !e.getKey().equals(of))
                    .mapToDouble(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            all.add(new Seen(
                    most,
                    other,
                    best.equals(c.node()),
                    of.equals(chain(c.node())),
                    placer.place(r).stream().anyMatch(Place::sure)));
        }
        return all;
    }

    private String chain(String node) {
        return industries.chainOf(node).orElseThrow().code();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Logistic regression by plain gradient descent. */
    private static Nearness fit(List<Seen> seen) {
        Nearness now = new Nearness(0, 0, 0);
        for (int i = 0; i < STEPS; i++) {
            double bias = 0;
            double near = 0;
            double clear = 0;
            for (Seen s : seen) {
                double off = (s.right ? 1 : 0) - now.confidence(s.best, s.other);
                bias += off;
                near += off * 10 * s.best;
                clear += off * 10 * Math.min(0.3, Math.max(0, s.best - s.other));
            }
            double rate = 0.05 / seen.size();
            now = new Nearness(now.bias() + rate * bias, now.near() + rate * near, now.clear() + rate * clear);
        }
        return now;
    }

    private static void told(String what, List<Seen> seen, Nearness by) {
        System.out.println(what + ": " + seen.size() + " records");
        System.out.println("| confidence | records | right |\n|---|---|---|");
        for (int b = 0; b < 10; b++) {
            int from = b;
            List<Seen> bin = seen.stream()
                    .filter(s -> (int) Math.min(9, by.confidence(s.best, s.other) * 10) == from)
                    .toList();
            if (!bin.isEmpty()) {
                System.out.printf(
                        Locale.ROOT,
                        "| %.1f–%.1f | %d | %.2f |%n",
                        b / 10.0,
                        (b + 1) / 10.0,
                        bin.size(),
                        bin.stream().filter(Seen::right).count() / (double) bin.size());
            }
        }
        List<Seen> sure = seen.stream()
                .filter(s -> by.confidence(s.best, s.other) >= SURE)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "expected calibration error %.3f; sure of %d, of these right node %.3f, wrong chain %.3f%n",
                error(seen, by),
                sure.size(),
                sure.stream().filter(Seen::right).count() / (double) Math.max(1, sure.size()),
                sure.stream().filter(s -> !s.chain).count() / (double) Math.max(1, sure.size()));
    }

    private static double error(List<Seen> seen, Nearness by) {
        double error = 0;
        for (int b = 0; b < 10; b++) {
            int from = b;
            List<Seen> bin = seen.stream()
                    .filter(s -> (int) Math.min(9, by.confidence(s.best, s.other) * 10) == from)
                    .toList();
            double said = bin.stream()
                    .mapToDouble(s -> by.confidence(s.best, s.other))
                    .sum();
            double came = bin.stream().filter(Seen::right).count();
            error += Math.abs(said - came);
        }
        return error / seen.size();
    }
}
