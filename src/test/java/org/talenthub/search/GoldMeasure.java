package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.talenthub.PoolRows.Row;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.meaning.Enricher;

/** Asks the hub the graded questions and measures its answers. */
final class GoldMeasure {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DEPTH = 20;

    private GoldMeasure() {}

    /** Waits until every record is in the index with its vector. */
    static void enriched(Relay relay, Enricher enricher) throws InterruptedException {
        assertThat(relay.awaitDrained(PATIENCE)).isTrue();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (enricher.status().waiting() > 0) {
            assertThat(System.nanoTime()).as("patience").isLessThan(until);
            Thread.sleep(100);
        }
        assertThat(relay.awaitDrained(PATIENCE)).isTrue();
    }

    /** @return class of questions to nDCG@10, mean reciprocal rank, number of questions; {@code all} is the mean of the questions */
    static Map<String, double[]> measure(
            Searches searches, List<Gold.Question> questions, List<Row> people, String meaning) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Gold.Question q : questions) {
            Map<String, Integer> grades = new HashMap<>();
            people.forEach(p -> {
                int grade = q.grade(p);
                if (grade > 0) {
                    grades.put(Ids.text(p.id()), grade);
                }
            });
            assertThat(grades).as("people for " + q.query()).isNotEmpty();
            List<String> order = searches
                    .find(
                            new SearchQuery(
                                    Kind.TALENT, q.query(), Map.of("meaning", List.of(meaning)), "", 0, DEPTH, null),
                            Sample.PROVINCE)
                    .items()
                    .stream()
                    .map(h -> h.record().id())
                    .toList();
            double ndcg = Ranking.ndcg(order, id -> grades.getOrDefault(id, 0), List.copyOf(grades.values()));
            Set<String> exact = new HashSet<>(grades.keySet());
            exact.removeIf(id -> grades.get(id) < 3);
            double rr = Ranking.reciprocal(order, exact);
            if (Boolean.getBoolean("gold.each")) {
                System.out.printf("%s %s %.2f %.2f (%d)%n", q.kind(), q.query(), ndcg, rr, grades.size());
            }
            for (String kind : List.of(q.kind(), "all")) {
                double[] sum = sums.computeIfAbsent(kind, k -> new double[3]);
                sum[0] += ndcg;
                sum[1] += rr;
                sum[2]++;
            }
        }
        sums.values().forEach(s -> {
            s[0] /= s[2];
            s[1] /= s[2];
        });
        return sums;
    }

    static String table(Map<String, double[]> words, Map<String, double[]> hybrid) {
        StringBuilder table = new StringBuilder(
                "| questions | number | words: nDCG@10 | MRR | words and meaning: nDCG@10 | MRR |\n|---|---|---|---|---|---|\n");
        hybrid.forEach((kind, h) -> {
            double[] w = words.get(kind);
            table.append("| %s | %.0f | %.3f | %.3f | %.3f | %.3f |%n".formatted(kind, h[2], w[0], w[1], h[0], h[1]));
        });
        return table.toString();
    }
}
