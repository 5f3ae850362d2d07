package org.talenthub.editions.urgency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Yaml;
import org.talenthub.editions.needs.Need.Asked;
import org.talenthub.editions.urgency.Bands.Standing;
import org.talenthub.editions.urgency.KeyListRules.File;
import org.talenthub.editions.urgency.Urgency.Situation;
import org.talenthub.reference.standards.Dictionaries;

/** The index and its parts, bands with ties, kinds of shortage, and a file of rules that is wrong. */
class UrgencyTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final KeyListRules RULES = KeyListRules.load(DICTIONARIES);

    @ParameterizedTest
    @CsvSource({
        // gap, supply, years, chain, difficulty, ratio, gap part, years part
        "1,   0, 1, 0.5, 0.5, 0.8,   0.176, 0",
        "1,   1, 1, 0.5, 0.5, 0.8,   0.176, 0",
        "1,   2, 1, 0.5, 0.5, 0.8,   0.176, 0",
        "1,   5, 1, 0.5, 0.5, 0,     0.176, 0",
        "10,  5, 2, 1,   1,   0.9,   0.61,  0.333",
        "50,  0, 4, 1,   1,   0.996, 1,     1",
        "500, 0, 9, 1,   1,   1,     1,     1",
        "0,   0, 0, 0,   0,   0.8,   0,     0"
    })
    void partsAreBetweenNothingAndAllAndAddUp(
            int gap,
            long supply,
            int years,
            double chain,
            double difficulty,
            double ratio,
            double heads,
            double long_) {
        Urgency u = RULES.index().urgency(new Situation(gap, supply, years, chain, difficulty));
        assertThat(u.parts()).extracting(Part::name).containsExactly("ratio", "gap", "years", "chain", "difficulty");
        assertThat(u.parts()).extracting(Part::value).containsExactly(ratio, heads, long_, chain, difficulty);
        assertThat(u.parts().stream().mapToDouble(Part::weight).sum()).isCloseTo(1, Offset.offset(1e-9));
        assertThat(u.parts().stream().mapToDouble(Part::points).sum()).isCloseTo(u.index(), Offset.offset(1e-9));
        assertThat(u.index()).isBetween(0.0, 1.0);
    }

    @Test
    void moreOfWhatMakesItUrgentMakesItMoreUrgent() {
        double before = index(new Situation(2, 10, 1, 0.5, 0.3));
        assertThat(index(new Situation(3, 10, 1, 0.5, 0.3))).isGreaterThan(before);
        assertThat(index(new Situation(2, 4, 1, 0.5, 0.3))).isGreaterThan(before);
        assertThat(index(new Situation(2, 10, 2, 0.5, 0.3))).isGreaterThan(before);
        assertThat(index(new Situation(2, 10, 1, 0.9, 0.3))).isGreaterThan(before);
        assertThat(index(new Situation(2, 10, 1, 0.5, 0.8))).isGreaterThan(before);
    }

    private static double index(Situation s) {
        return RULES.index().urgency(s).index();
    }

    @Test
    void whoIsHardToFind() {
        IndexRules.Difficulty d = RULES.index().difficulty();
        double nothing = d.of(Asked.NOTHING);
        double doctor = d.of(new Asked("11", "2", "FULL_SENIOR", null, 10, 200));
        assertThat(doctor).isCloseTo(1, Offset.offset(1e-9));
        assertThat(nothing).isBetween(0.0, 0.1);
        assertThat(d.of(new Asked(null, null, null, "CHIEF_TECHNICIAN", null, 30)))
                .isBetween(nothing, doctor);
        assertThat(d.of(new Asked("unheard-of", null, null, null, null, null))).isEqualTo(nothing);
    }

    private static String bands(double... index) {
        Map<Integer, Double> of = new TreeMap<>();
        for (int i = 0; i < index.length; i++) {
            of.put(i, index[i]);
        }
        Map<Integer, Standing> standings = new TreeMap<>(RULES.bands().of(of));
        StringBuilder text = new StringBuilder();
        standings
                .values()
                .forEach(s -> text.append(s.place())
                        .append('/')
                        .append(s.band().stars())
                        .append(' '));
        return text.toString().strip();
    }

    @Test
    void theTopHoldsATenthAndEqualOnesStayTogether() {
        assertThat(bands()).isEmpty();
        assertThat(bands(.9)).isEqualTo("1/2");
        // of nine nobody is among the first tenth
        assertThat(bands(.9, .8, .7, .6, .5, .4, .3, .2, .1)).isEqualTo("1/4 2/4 3/3 4/3 5/3 6/2 7/2 8/2 9/2");
        assertThat(bands(.9, .8, .7, .6, .5, .4, .3, .2, .1, 0)).startsWith("1/5 2/4 3/4 4/3 5/3 6/3 7/2");
        // two first ones are more than a tenth of ten
        assertThat(bands(.9, .9, .7, .6, .5, .4, .3, .2, .1, 0)).startsWith("1/4 1/4 3/4 4/3");
        assertThat(bands(.9, .9, .9, .9, .5, .4, .3, .2, .1, 0)).startsWith("1/3 1/3 1/3 1/3 5/3 6/3 7/2");
        // all alike are all the last
        assertThat(bands(.5, .5, .5)).isEqualTo("1/2 1/2 1/2");
        double[] many = new double[243];
        for (int i = 0; i < many.length; i++) {
            many[i] = (i % 60) / 60.0;
        }
        Map<Integer, Double> of = new TreeMap<>();
        for (int i = 0; i < many.length; i++) {
            of.put(i, many[i]);
        }
        Map<Integer, Standing> standings = RULES.bands().of(of);
        assertThat(standings.values().stream().filter(s -> s.band().stars() == 5))
                .hasSizeBetween(1, 24);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 0, SUPPLY",
        "2, 0, 0, SUPPLY",
        "2, 2, 0, ABILITY",
        "2, 50, 1, ABILITY",
        "2, 50, 2, QUANTITY",
        "2, 50, 9, QUANTITY",
        "2, 50, 10, DYNAMIC",
        "0, 50, 10, DYNAMIC"
    })
    void kindsOfShortage(int gap, long skilled, long fit, Shortage expected) {
        assertThat(Shortage.of(gap, skilled, fit, RULES.shortage())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upTo: 0.10}           | upTo: 0.2}             | the first band holds at most a tenth",
                "upTo: 0.30}           | upTo: 0.05}            | upTo grows from band to band",
                "upTo: 1.0}            | upTo: 0.9}             | the last band's upTo is 1",
                "ratio: 30             | ratio: -1              | weights are 0 or more",
                "OPTO: 1.0             | OPTIC: 1.0             | chains has no code OPTIC",
                "NEV: 1.0              | NEV: 1.5               | NEV is between 0 and 1",
                "enough: 5             | enough: 0              | enough is more than 0",
                "longYears: 4          | longYears: 1           | longYears is at least 2",
                "alike: 0.6            | alike: 6               | alike is between 0 and 1",
                "draft: 60             | draft: 0               | draft is between 1 and 500",
                "plenty: 5             | plenty: 0              | plenty is at least qualified",
                "FULL_SENIOR: 1.0      | PROFESSOR: 1.0         | titleLevel has no code PROFESSOR",
                "otherChain: 0.3       | otherChains: 0.3       | otherChains"
            })
    void aMistakeIsToldWithFileAndLine(String right, String wrong, String message) {
        Yaml<File> good = Yaml.read(KeyListRules.PATH, File.class);
        String text = String.join("\n", good.lines());
        assertThat(text).contains(right);
        assertThatThrownBy(() -> KeyListRules.check(
                        Yaml.parse(KeyListRules.PATH, text.replace(right, wrong), File.class), DICTIONARIES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("(?s)batch-jobs/key-list.yml:\\d+: .*");
    }
}
