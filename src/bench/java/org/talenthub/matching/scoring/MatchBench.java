package org.talenthub.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talenthub.matching.scoring.TrueFits.Known;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.matching.scoring.score.Verdict;
import org.talenthub.meaning.TextCosines;
import org.talenthub.reference.standards.Dictionaries;

/**
 * How well the scorer finds who truly fits, against a search by words (BM25 over the same texts), on a seed that nothing was tuned with; how
 * far its scores tell what comes of them; and how many pairs it judges in a second. {@code mvn -Pbench test -Dtest=MatchBench}.
 */
class MatchBench {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final int PEOPLE = 2_000;
    private static final int DEMANDS = 60;

    private final Dictionaries dictionaries = Dictionaries.load();
    private final Weights weights = Weights.load(dictionaries);
    private final Scorer scorer = new Scorer(weights, new Scales(dictionaries));
    private final Kinship kinship = kinship();

    /** As in a hub whose texts have their vectors. */
    private Kinship kinship() {
        return new Meant(TextCosines.of(TrueFits.texts()), weights);
    }

    private record Scored(Known person, Score score, double words) {}

    @Test
    void findsWhoFits() {
        TrueFits held = new TrueFits(Long.getLong("bench.seed", 20261129), PEOPLE, DEMANDS);
        Bm25 bm25 = new Bm25(held.people);
        double ours = 0;
        double plain = 0;
        double recall = 0;
        double ceiling = 0;
        Limit limit = new Limit();
        for (Known demand : held.demands) {
            List<Scored> all = scored(held, demand, bm25);
            List<Integer> ideal = all.stream()
                    .map(s -> held.grade(demand, s.person))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            List<Scored> byScore = new ArrayList<>(all);
            byScore.sort(
                    Comparator.comparingDouble((Scored s) -> s.score.value()).reversed());
            List<Scored> byWords = new ArrayList<>(all);
            byWords.sort(Comparator.comparingDouble((Scored s) -> s.words).reversed());
            ours += ndcg(byScore.stream().map(s -> held.grade(demand, s.person)).toList(), ideal);
            plain +=
                    ndcg(byWords.stream().map(s -> held.grade(demand, s.person)).toList(), ideal);
            long best = Math.min(
                    50,
                    all.stream().filter(s -> held.grade(demand, s.person) >= 2).count());
            long found = byScore.stream()
                    .limit(50)
                    .filter(s -> held.grade(demand, s.person) >= 2)
                    .count();
            recall += best == 0 ? 1 : Math.min(1.0, (double) found / best);
            List<Scored> byWhatShows = new ArrayList<>(all);
            byWhatShows.sort(Comparator.comparingDouble((Scored s) -> -limit.of(held, demand, s.person)));
            long most = byWhatShows.stream()
                    .limit(50)
                    .filter(s -> held.grade(demand, s.person) >= 2)
                    .count();
            ceiling += best == 0 ? 1 : Math.min(1.0, (double) most / best);
            double worstFull = all.stream()
                    .filter(s -> s.score.parts().stream().allMatch(p -> p.verdict() == Verdict.MET))
                    .mapToDouble(s -> s.score.value())
                    .min()
                    .orElse(100);
            assertThat(all).filteredOn(s -> s.score.hardUnmet()).allMatch(s -> s.score.value() < worstFull);
        }
        int n = held.demands.size();
        System.out.printf(
                "nDCG@10 %.3f, by words %.3f (+%.3f); recall@50 %.3f, of at most %.3f by all that a sheet shows%n",
                ours / n, plain / n, (ours - plain) / n, recall / n, ceiling / n);
        assertThat((ours - plain) / n).isGreaterThanOrEqualTo(0.10);
    }

    /**
     * How likely a person fits as far as anybody can tell who knows for certain which words mean the same, and weighs everything that the
     * sheets show as it turned out for 20,000 other people: no order by the sheets can be much better.
     */
    private static final class Limit {

        private final Map<String, double[]> cells = new HashMap<>();

        Limit() {
            for (int seed = 100; seed < 110; seed++) {
                TrueFits other = new TrueFits(seed, PEOPLE, DEMANDS);
                for (Known demand : other.demands) {
                    for (Known person : other.people) {
                        double[] cell = cells.computeIfAbsent(cell(demand, person), c -> new double[2]);
                        cell[0]++;
                        cell[1] += other.grade(demand, person) >= 2 ? 1 : 0;
                    }
                }
            }
        }

        double of(TrueFits fits, Known demand, Known person) {
            double[] cell = cells.getOrDefault(cell(demand, person), new double[2]);
            return cell[0] == 0 ? 0 : cell[1] / cell[0];
        }

        private static String cell(Known demand, Known person) {
            var d = demand.record().fields();
            var p = person.record().fields();
            int limit = d.number("ageMax").orElse(99);
            int over = Math.max(
                    0, 2026 - Integer.parseInt(p.text("birth").orElse("1990-01").substring(0, 4)) - limit);
            Set<Integer> asked = TrueFits.abilities(d.list("skills"));
            Set<Integer> has = TrueFits.abilities(p.list("expertise"));
            p.text("research").ifPresent(r -> has.addAll(TrueFits.abilities(List.of(r.replace("及应用", "")))));
            long common = has.stream().filter(asked::contains).count();
            boolean industry = d.list("industries").equals(p.list("industries"));
            return asked.size() + " " + common + " " + Math.min(3, has.size() - common) + " " + industry + " "
                    + TrueFits.educated(demand, person) + " " + (over == 0 ? 0 : over <= 3 ? 1 : 2) + " "
                    + p.text("titleLevel").orElse("") + " "
                    + p.text("availability").orElse("");
        }
    }

    /** The share of a band, as learnt from one year's outcomes, holds for the next. */
    @Test
    void scoresTellWhatComesOfThem() {
        double[][] learnt = bins(new TrueFits(1, PEOPLE, DEMANDS));
        double[][] held = bins(new TrueFits(20261129, PEOPLE, DEMANDS));
        double all = 0;
        double error = 0;
        for (int i = 0; i < 10; i++) {
            System.out.printf(
                    "%3d-%3d: %6.0f pairs, learnt %.3f, came %.3f%n",
                    i * 10, i * 10 + 10, held[i][0], share(learnt[i]), share(held[i]));
            all += held[i][0];
            error += held[i][0] * Math.abs(share(held[i]) - share(learnt[i]));
        }
        System.out.printf("expected calibration error %.4f%n", error / all);
        assertThat(error / all).isLessThanOrEqualTo(0.05);
    }

    private static double share(double[] bin) {
        return bin[0] == 0 ? 0 : bin[1] / bin[0];
    }

    private double[][] bins(TrueFits fits) {
        double[][] bins = new double[10][2];
        Bm25 none = new Bm25(List.of());
        for (Known demand : fits.demands) {
            for (Scored s : scored(fits, demand, none)) {
                double[] bin = bins[(int) Math.min(9, s.score.value() / 10)];
                bin[0]++;
                bin[1] += fits.came(demand, s.person) ? 1 : 0;
            }
        }
        return bins;
    }

    @Test
    void judgesQuickly() {
        TrueFits fits = new TrueFits(7, 1_000, 100);
        List<Person> people =
                fits.people.stream().map(p -> Person.of(p.record())).toList();
        List<Need> needs = fits.demands.stream()
                .map(d -> Need.of(d.record(), Need.Wishes.NONE))
                .toList();
        double sum = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (Need n : needs) {
                for (Person p : people) {
                    sum += scorer.score(n, p, DAY, kinship).value();
                }
            }
            System.out.printf(
                    "%.0f pairs a second%n", needs.size() * people.size() / ((System.nanoTime() - start) / 1e9));
        }
        assertThat(sum).isPositive();
    }

    private List<Scored> scored(TrueFits fits, Known demand, Bm25 bm25) {
        Need need = Need.of(demand.record(), Need.Wishes.NONE);
        return fits.people.stream()
                .map(p -> new Scored(
                        p,
                        scorer.score(need, Person.of(p.record()), DAY, kinship),
                        bm25.of(need, Person.of(p.record()))))
                .toList();
    }

    private static double ndcg(List<Integer> ranked, List<Integer> ideal) {
        double best = dcg(ideal);
        return best == 0 ? 1 : dcg(ranked) / best;
    }

    private static double dcg(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(10, grades.size()); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    /** A plain search for a demand's skills in what people write. */
    private static final class Bm25 {

        private final Map<String, Integer> documents = new HashMap<>();
        private final int all;

        Bm25(List<Known> people) {
            all = people.size();
            people.forEach(p -> words(Person.of(p.record())).forEach(w -> documents.merge(w, 1, Integer::sum)));
        }

        private static Set<String> words(Person p) {
            Set<String> words = new HashSet<>();
            p.told().forEach(t -> words.addAll(t.all()));
            return words;
        }

        double of(Need need, Person person) {
            Set<String> has = words(person);
            Stream<String> asked =
                    need.skills().stream().flatMap(s -> s.all().stream()).distinct();
            return asked.filter(has::contains)
                    .mapToDouble(w -> {
                        int n = documents.getOrDefault(w, 0);
                        return Math.log(1 + (all - n + 0.5) / (n + 0.5));
                    })
                    .sum();
        }
    }
}
