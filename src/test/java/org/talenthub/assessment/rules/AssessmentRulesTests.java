package org.talenthub.assessment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Yaml;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;

/** The rules that officials read hold, and a mistake in them is told with its line. */
class AssessmentRulesTests {

    private static final Feeds FEEDS = Feeds.load(Dictionaries.load());
    private static final Set<String> COUNTED = Set.of(
            "on-time",
            "complete",
            "first-pass",
            "corrected",
            "fresh",
            "duplicates",
            "agreement",
            "placed",
            "answered",
            "signed",
            "stayed",
            "needs",
            "events",
            "showcase",
            "collected",
            "reverted");

    private static String text() {
        try {
            return Files.readString(Path.of(AssessmentRules.PATH));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static AssessmentRules read(String text) {
        return AssessmentRules.check(Yaml.parse("a.yml", text, AssessmentRules.File.class), FEEDS, COUNTED);
    }

    @Test
    void aHundredPointsAndFiveMore() {
        AssessmentRules rules = read(text());
        assertThat(rules.measures().stream()
                        .filter(m -> m.kind() != Measure.Kind.LOSS)
                        .mapToDouble(Measure::most)
                        .sum())
                .isEqualTo(105);
        assertThat(new HashSet<>(rules.measures().stream().map(Measure::name).toList()))
                .isEqualTo(COUNTED);
        assertThat(rules.few(4)).isTrue();
        assertThat(rules.few(5)).isFalse();
        assertThat(rules.size(49)).isZero();
        assertThat(rules.size(50)).isOne();
        assertThat(rules.size(900)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: RATIO, most: 10}|kind: RATIO, most: 11}|name: collecting|add up to 31",
                "points: 35|points: 36|name: results|add up to 35",
                "self: 0, system: 60|self: 0, system: 61|columns|do not add up to 100",
                "name: fresh|name: freshness|name: freshness|nothing counts",
                "sizes: [50, 200]|sizes: [200, 50]|sizes|grow",
                "limit: 0.1|limit: 0|name: duplicates|limit is more than 0",
                "talent: [name, sex|talent: [nome, sex|talent:|no column nome"
            })
    void aMistakeIsToldWithItsLine(String right, String wrong, String at, String what) {
        String text = text();
        assertThat(text).contains(right);
        String bad = text.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        int line = 1 + (int) bad.substring(0, bad.indexOf(at)).lines().count();
        String before = bad.substring(0, bad.indexOf(at));
        int n = before.endsWith("\n") ? line : line - 1;
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.yml:" + n + ":")
                .hasMessageContaining(what);
    }
}
