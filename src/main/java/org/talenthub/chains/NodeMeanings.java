package org.talenthub.chains;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.chains.placing.Place;
import org.talenthub.chains.placing.Way;
import org.talenthub.meaning.Meaning;
import org.talenthub.meaning.RecordVectors;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Industries;

/**
 * For records whose words say too little: which node's technologies are near to what their texts mean. Takes the vectors that the search has
 * anyway and computes none for a record; until the nodes' own are there it says nothing.
 */
@Component
class NodeMeanings {

    /** Under this cosine a text is near to nothing; what is this much nearer is half sure. */
    private static final double FAR = 0.36;

    private static final double HALF = 0.12;

    /** So much nearer than the best node of another chain is as sure as the nearness allows. */
    private static final double CLEAR = 0.08;

    /** What only its meaning says is never surer. */
    private static final double MOST = 0.75;

    private final Industries industries;
    private final Meaning meaning;
    private final RecordVectors vectors;
    private volatile @Nullable Map<String, float[]> nodes;

    NodeMeanings(Industries industries, Meaning meaning, RecordVectors vectors) {
        this.industries = industries;
        this.meaning = meaning;
        this.vectors = vectors;
    }

    boolean ready() {
        return nodes != null;
    }

    /** Whether there is or will be something to ask. */
    boolean on() {
        return meaning.on();
    }

    /** Computes the nodes' vectors, some seconds of work; false while the model is away. */
    boolean prepare() throws InterruptedException {
        if (nodes != null) {
            return true;
        }
        if (!meaning.on() || !meaning.awaitReady()) {
            return false;
        }
        Map<String, float[]> made = new LinkedHashMap<>();
        for (Industries.Chain chain : industries.chains()) {
            for (Industries.Node node : chain.nodes()) {
                List<byte[]> words = Stream.of(
                                Stream.of(node.label()), node.aliases().stream(), node.technologies().stream())
                        .flatMap(s -> s)
                        .map(meaning::query)
                        .flatMap(Optional::stream)
                        .toList();
                made.put(node.code(), mean(words));
            }
        }
        nodes = made;
        return true;
    }

    private static float[] mean(List<byte[]> some) {
        float[] sum = new float[some.isEmpty() ? 0 : some.getFirst().length];
        some.forEach(v -> {
            float[] unit = unit(v);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += unit[i];
            }
        });
        return unit(sum);
    }

    /**
     * @param words what the words of the same records said
     * @return record id to its likeliest nodes; those whose vectors are not known yet are absent, and come again with them
     */
    Map<Long, List<Place>> of(Collection<RecordSnapshot> records, Map<Long, Placement> words) {
        Map<String, float[]> all = nodes;
        if (all == null) {
            return Map.of();
        }
        Map<Long, List<Place>> found = new HashMap<>();
        Map<Long, byte[]> known = vectors.of(records);
        for (RecordSnapshot r : records) {
            byte[] vector = known.get(r.id());
            if (vector != null) {
                Placement said = words.get(r.id());
                found.put(r.id(), nearest(unit(vector), r, all, said == null ? List.of() : said.places()));
            }
        }
        return found;
    }

    private record Near(String node, String chain, double cosine) {}

    private List<Place> nearest(float[] vector, RecordSnapshot r, Map<String, float[]> all, List<Place> words) {
        Set<String> named = Set.copyOf(r.fields().list("industries"));
        List<Near> near = new ArrayList<>();
        all.forEach((node, v) -> {
            String chain = industries.chainOf(node).map(Industries.Chain::code).orElse("");
            if (named.isEmpty() || named.contains(chain)) {
                near.add(new Near(node, chain, dot(vector, v)));
            }
        });
        near.sort(Comparator.comparingDouble(Near::cosine).reversed());
        if (near.isEmpty() || near.getFirst().cosine() <= FAR) {
            return List.of();
        }
        Near best = near.getFirst();
        double other = near.stream()
                .filter(n -> !n.chain().equals(best.chain()))
                .mapToDouble(Near::cosine)
                .findFirst()
                .orElse(0);
        double over = best.cosine() - FAR;
        double confidence =
                Math.min(MOST, over / (over + HALF)) * Math.min(1, Math.max(0, (best.cosine() - other) / CLEAR));
        // a word of the same node beside it is a second witness
        boolean agreed = words.stream().anyMatch(p -> p.node().equals(best.node()));
        return List.of(new Place(
                best.node(),
                agreed ? Math.min(MOST, confidence + 0.15) : confidence,
                Way.MEANING,
                words.stream()
                        .filter(p -> p.node().equals(best.node()))
                        .flatMap(p -> p.evidence().stream())
                        .toList()));
    }

    private static float[] unit(byte[] v) {
        float[] f = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            f[i] = v[i];
        }
        return unit(f);
    }

    private static float[] unit(float[] v) {
        double square = dot(v, v);
        if (square > 0) {
            float length = (float) Math.sqrt(square);
            for (int i = 0; i < v.length; i++) {
                v[i] /= length;
            }
        }
        return v;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
