package org.talenthub.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.talenthub.meaning.Cosines;
import org.talenthub.meaning.TextCosines;
import org.talenthub.reference.standards.Dictionaries;

/**
 * Job titles through the scorer, as {@code QualityBench} asks them of the search: a question is a demand with that title as its skill, a
 * title is a person's post, and what equals the question is left out unless it was judged relevant. {@code mvn -Pbench test
 * -Dtest=TitleMatchBench [-Dhub.material=../shared/material]}.
 */
class TitleMatchBench {

    private static final Path FOLDER =
            Path.of(System.getProperty("hub.material", "../shared/material"), "title-matching-zh");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    /** What the search reaches with words and vectors, as it is shown to people (ADR 10): aimed at, not reached (ADR 23). */
    private static final double MAP_OF_SEARCH = 0.482;

    private static final double NDCG_OF_SEARCH = 0.688;

    /** What was reached before is not to be lost. */
    private static final double LEAST_MAP = 0.36;

    private static final double LEAST_NDCG = 0.62;

    /** As many as a list of candidates has. */
    private static final int MOST = 300;

    /** In the order of a list of candidates. */
    private record Listed(String id, double score, double nearness) {

        static final Comparator<Listed> BEST = Comparator.comparingDouble(Listed::score)
                .thenComparingDouble(Listed::nearness)
                .reversed()
                .thenComparing(Listed::id);
    }

    private record Question(String text, Set<String> relevant) {}

    @Test
    void titles() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "there is no " + FOLDER);
        Map<String, String> corpus = new LinkedHashMap<>();
        table("corpus.tsv").forEach(c -> corpus.put(c[0], c[1]));
        Map<String, Set<String>> judged = new HashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("qrels.tsv"))) {
            String[] c = line.split("\\s+");
            if (corpus.containsKey(c[2]) && !c[3].equals("0")) {
                judged.computeIfAbsent(c[0], k -> new HashSet<>()).add(c[2]);
            }
        }
        List<Question> questions = new ArrayList<>();
        table("queries.tsv").forEach(q -> questions.add(new Question(q[1], judged.getOrDefault(q[0], Set.of()))));

        Dictionaries dictionaries = Dictionaries.load();
        Weights weights = Weights.load(dictionaries);
        Scorer scorer = new Scorer(weights, new Scales(dictionaries));
        Map<String, Person> people = new LinkedHashMap<>();
        corpus.forEach((id, title) -> people.put(id, Person.of(Pairs.record("talent", Map.of("post", title), null))));
        List<String> texts = new ArrayList<>(corpus.values());
        questions.forEach(q -> texts.add(q.text));
        Cosines cosines = TextCosines.of(texts);
        Kinship kinship = new Meant(cosines, weights);
        System.out.println("| titles | MAP | nDCG@10 |\n|---|---|---|");
        double[] words = measured(scorer, questions, people, Kinship.NONE);
        told("words only", words);
        told("meaning only", measured(scorer, questions, people, kinship.alone()));
        double[] both = measured(scorer, questions, people, kinship);
        told("words and meaning, as scored", both);
        told("the search, for comparison", new double[] {MAP_OF_SEARCH, NDCG_OF_SEARCH});
        assertThat(both[0]).isGreaterThanOrEqualTo(LEAST_MAP);
        assertThat(both[1]).isGreaterThanOrEqualTo(LEAST_NDCG);
    }

    private static void told(String how, double[] f) {
        System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f |%n", how, f[0], f[1]);
    }

    private static double[] measured(
            Scorer scorer, List<Question> questions, Map<String, Person> people, Kinship kinship) {
        double map = 0;
        double ndcg = 0;
        for (Question q : questions) {
            Need need = Need.of(Pairs.record("demand", Map.of("skills", List.of(q.text)), null), Need.Wishes.NONE);
            List<Listed> all = new ArrayList<>();
            people.forEach((id, p) -> {
                boolean same = p.post().getFirst().text().equalsIgnoreCase(q.text);
                if (!same || q.relevant.contains(id)) {
                    all.add(new Listed(
                            id, scorer.score(need, p, DAY, kinship).value(), scorer.nearness(need, p, kinship)));
                }
            });
            List<String> order =
                    all.stream().sorted(Listed.BEST).limit(MOST).map(Listed::id).toList();
            map += averagePrecision(order, q.relevant);
            ndcg += ndcg(order, q.relevant);
        }
        return new double[] {map / questions.size(), ndcg / questions.size()};
    }

    private static double averagePrecision(List<String> order, Set<String> relevant) {
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < order.size(); i++) {
            if (relevant.contains(order.get(i))) {
                sum += (double) ++hits / (i + 1);
            }
        }
        return relevant.isEmpty() ? 0 : sum / relevant.size();
    }

    private static double ndcg(List<String> order, Set<String> relevant) {
        double gained = 0;
        double most = 0;
        for (int i = 0; i < 10; i++) {
            double gain = Math.log(2) / Math.log(i + 2);
            gained += i < order.size() && relevant.contains(order.get(i)) ? gain : 0;
            most += i < relevant.size() ? gain : 0;
        }
        return most == 0 ? 0 : gained / most;
    }

    private static List<String[]> table(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .skip(1)
                .map(l -> l.split("\t"))
                .filter(c -> c.length > 1)
                .toList();
    }
}
