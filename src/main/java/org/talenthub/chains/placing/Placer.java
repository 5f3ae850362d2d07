package org.talenthub.chains.placing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.talenthub.chains.placing.Place.Evidence;
import org.talenthub.chains.placing.Terms.Term;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Industries;

/**
 * Places records by their own words. A word of a node counts by how much it tells (its name more than a technology, a long word more than a
 * short one) and by its column (what somebody is expert in more than what he studied); words of a chain that the record does not name as its
 * industry count little. How sure that is grows with the words of the node and falls with the words of other chains.
 */
public final class Placer {

    /** Part of every version: other rules place all records anew. */
    public static final String RULES = "1";

    /** A column, and how much a word in it says of the profession. Only such as everybody may read who may search the record. */
    private record Column(String field, double weight) {}

    private static final String NAME = "name";

    private static final Map<String, List<Column>> COLUMNS = Map.of(
            "talent",
            List.of(
                    new Column("expertise", 1),
                    new Column("research", 1),
                    new Column("post", 0.8),
                    new Column("major", 0.35)),
            "demand",
            List.of(
                    new Column("post", 1),
                    new Column("skills", 1),
                    new Column("duties", 0.6),
                    new Column("majors", 0.3)),
            "enterprise",
            List.of(new Column("products", 1), new Column(NAME, 0.7), new Column("profile", 0.6)),
            "platform",
            List.of(new Column(NAME, 1), new Column("research", 1)),
            "carrier",
            List.of(new Column(NAME, 0.8), new Column("profile", 0.6)));

    private static final double NAMES_IT = 1.25;
    private static final double EVERYDAY = 1.05;
    private static final double TECHNOLOGY = 1;

    /** The industry itself was written as the node. */
    private static final double CELL = 1.6;

    /** The same word once more. */
    private static final double AGAIN = 0.25;

    /** A word of a chain that the record does not name. */
    private static final double ELSEWHERE = 0.33;

    /** The enterprise's activity is one that the node draws on. */
    private static final double ACTIVITY = 1.1;

    /** At this score a node is half sure. */
    private static final double HALF = 0.45;

    /** How much words of other chains take away. */
    private static final double DOUBT = 0.8;

    /** Nodes with less of the first one's score are by the way. */
    private static final double BESIDE = 0.5;

    private static final int MOST = 3;
    private static final int MOST_EVIDENCE = 6;

    private final List<String> nodes = new ArrayList<>();
    private final List<Integer> chainOf = new ArrayList<>();
    private final List<String> chains = new ArrayList<>();
    private final List<Set<String>> divisions = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Terms terms;

    public Placer(Industries industries) {
        List<Term> all = new ArrayList<>();
        for (Industries.Chain chain : industries.chains()) {
            chains.add(chain.code());
            for (Industries.Node node : chain.nodes()) {
                int number = nodes.size();
                numbers.put(node.code(), number);
                nodes.add(node.code());
                chainOf.add(chains.size() - 1);
                divisions.add(Set.copyOf(node.divisions()));
                add(all, Stream.of(node.label()), number, NAMES_IT);
                add(all, node.aliases().stream(), number, EVERYDAY);
                add(all, node.technologies().stream(), number, TECHNOLOGY);
            }
        }
        terms = new Terms(all);
    }

    private static void add(List<Term> all, Stream<String> words, int node, double weight) {
        words.forEach(word -> {
            String key = Terms.key(word);
            double w = weight * telling(key);
            all.add(new Term(key, word, node, w));
            if (key.indexOf(' ') >= 0) {
                all.add(new Term(key.replace(" ", ""), word, node, w));
            }
        });
    }

    /** Two characters are often part of something else; six are hardly ever. */
    private static double telling(String key) {
        double length = 0;
        for (int i = 0; i < key.length(); i++) {
            length += key.charAt(i) < 0x80 ? 0.7 : 1;
        }
        return Math.min(1.3, 0.35 + 0.19 * length);
    }

    /** Every node that something speaks for, the likeliest first, at most three; empty when nothing does. */
    public List<Place> place(RecordSnapshot r) {
        double[] score = new double[nodes.size()];
        Map<Integer, Set<Evidence>> evidence = new HashMap<>();
        boolean[] written = new boolean[nodes.size()];
        for (String code : r.fields().list("nodes")) {
            Integer n = numbers.get(code);
            if (n != null) {
                written[n] = true;
                score[n] += CELL;
                evidence.computeIfAbsent(n, k -> new LinkedHashSet<>()).add(new Evidence("industries", code));
            }
        }
        Set<Term> seen = new LinkedHashSet<>();
        for (Column c : COLUMNS.getOrDefault(r.type(), List.of())) {
            List<String> texts =
                    c.field().equals(NAME) ? List.of(r.name()) : r.fields().list(c.field());
            for (String text : texts) {
                terms.in(text, (t, at) -> {
                    score[t.node()] += t.weight() * c.weight() * (seen.add(t) ? 1 : AGAIN);
                    evidence.computeIfAbsent(t.node(), k -> new LinkedHashSet<>())
                            .add(new Evidence(c.field(), t.word()));
                });
            }
        }
        if (evidence.isEmpty()) {
            return List.of();
        }
        weigh(r, score, written);
        return places(score, evidence, written);
    }

    private void weigh(RecordSnapshot r, double[] score, boolean[] written) {
        Set<String> named = Set.copyOf(r.fields().list("industries"));
        String activity = r.fields().text("economicActivity").orElse("");
        for (int n = 0; n < score.length; n++) {
            if (!named.isEmpty() && !written[n] && !named.contains(chains.get(chainOf.get(n)))) {
                score[n] *= ELSEWHERE;
            }
            if (activity.length() >= 2 && divisions.get(n).contains(activity.substring(0, 2))) {
                score[n] *= ACTIVITY;
            }
        }
    }

    private List<Place> places(double[] score, Map<Integer, Set<Evidence>> evidence, boolean[] written) {
        double[] ofChain = new double[chains.size()];
        for (int n = 0; n < score.length; n++) {
            ofChain[chainOf.get(n)] += score[n];
        }
        double all = Arrays.stream(ofChain).sum();
        List<Integer> likely = evidence.keySet().stream()
                .sorted(Comparator.comparingDouble((Integer n) -> -score[n]).thenComparing(n -> n))
                .limit(MOST)
                .toList();
        double best = score[likely.getFirst()];
        return likely.stream()
                .filter(n -> score[n] >= BESIDE * best)
                .map(n -> {
                    double share = ofChain[chainOf.get(n)] / all;
                    double confidence = score[n] / (score[n] + HALF) * Math.pow(share, DOUBT);
                    return new Place(
                            nodes.get(n),
                            confidence,
                            written[n] ? Way.CELL : Way.WORDS,
                            evidence.getOrDefault(n, Set.of()).stream()
                                    .limit(MOST_EVIDENCE)
                                    .toList());
                })
                .sorted(Comparator.comparingDouble((Place p) -> -p.confidence()))
                .toList();
    }
}
