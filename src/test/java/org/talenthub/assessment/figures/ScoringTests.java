package org.talenthub.assessment.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.talenthub.assessment.figures.Scoring.Tally;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;

/** Points from counts, and who is ranked with whom. */
class ScoringTests {

    private static final AssessmentRules RULES =
            AssessmentRules.load(Feeds.load(Dictionaries.load()), new CountedFigures().names());

    private static Figure of(List<Figure> figures, String name) {
        return figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void allThatThereIsIsAHundredAndFive() {
        Map<String, Tally> all = new HashMap<>();
        RULES.measures().forEach(m -> all.put(m.name(), new Tally(10, 10)));
        all.put("duplicates", new Tally(0, 10));
        all.put("reverted", new Tally(0, 0));
        assertThat(Scoring.total(Scoring.figures(RULES, all))).isEqualTo(105);
        all.put("reverted", new Tally(3, 0));
        assertThat(Scoring.total(Scoring.figures(RULES, all))).isEqualTo(102);
        all.put("reverted", new Tally(30, 0));
        assertThat(Scoring.total(Scoring.figures(RULES, all))).isEqualTo(100);
    }

    @Test
    void whatThereWasNothingOfTakesTheShareOfTheOthers() {
        List<Figure> figures = Scoring.figures(RULES, Map.of("on-time", new Tally(6, 12)));
        assertThat(of(figures, "on-time").points()).isEqualTo(5);
        assertThat(of(figures, "on-time").value()).isEqualTo(0.5);
        assertThat(of(figures, "complete").points()).isEqualTo(4);
        assertThat(of(figures, "complete").value()).isNull();
        assertThat(of(figures, "events").points()).isZero();
        assertThat(Scoring.total(figures))
                .isEqualTo(
                        Math.round(figures.stream().mapToDouble(Figure::points).sum() * 10) / 10.0);
        assertThat(Scoring.total(Scoring.figures(RULES, Map.of()))).isZero();
    }

    @Test
    void rowsThatAreMissingOrTooManyNeverGiveMoreThanThereIs() {
        for (int count = 0; count <= 30; count++) {
            for (int all = 1; all <= 20; all++) {
                for (Figure f : Scoring.figures(RULES, tallies(count, all))) {
                    assertThat(f.points())
                            .as("%s %d of %d", f.name(), count, all)
                            .isBetween(-f.most(), f.most());
                }
            }
        }
    }

    private static Map<String, Tally> tallies(int count, int all) {
        Map<String, Tally> tallies = new HashMap<>();
        RULES.measures().forEach(m -> tallies.put(m.name(), new Tally(count, all)));
        return tallies;
    }

    @Test
    void onlyEnoughOfOneKindAndSizeAreRanked() {
        List<Scorecard> cards = Scoring.ranked(List.of(
                card(1, "STATION", 80, 60, false),
                card(2, "STATION", 90, 60, false),
                card(3, "STATION", 90, 60, false),
                card(4, "BASE", 10, 60, false),
                card(5, "STATION", 99, 3, true),
                card(6, "STATION", 20, 500, false)));
        assertThat(rank(cards, 1)).isEqualTo(3);
        assertThat(rank(cards, 2)).isOne();
        assertThat(rank(cards, 3)).isOne();
        assertThat(rank(cards, 4)).isOne();
        assertThat(rank(cards, 5)).isNull();
        assertThat(rank(cards, 6)).isOne();
    }

    private static @Nullable Integer rank(List<Scorecard> cards, long carrier) {
        return cards.stream()
                .filter(c -> c.carrier() == carrier)
                .findFirst()
                .orElseThrow()
                .rank();
    }

    private static Scorecard card(long id, String kind, double total, long cases, boolean few) {
        return new Scorecard(id, "示例" + id, kind, null, total, cases, RULES.size(cases), few, null, List.of());
    }
}
