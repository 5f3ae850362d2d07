package org.talenthub.editions.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of wordings on sentences with a known truth, half of which were not looked at when its rules were written. */
class WordingTests {

    private static final double LEAST = 0.95;

    private record Sentence(String set, Set<Ground> expected, String text) {

        Set<Ground> found() {
            return Wording.check(text, false, List.of()).stream()
                    .map(Finding::ground)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class)));
        }
    }

    /** How often each ground was told rightly, told wrongly, and missed. */
    private static final class Tally {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    private static List<Sentence> sentences() throws IOException {
        try (InputStream in = WordingTests.class.getResourceAsStream("/editions/wording.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.split("\t"))
                    .map(c -> new Sentence(
                            c[0],
                            c[1].equals("-")
                                    ? EnumSet.noneOf(Ground.class)
                                    : Arrays.stream(c[1].split(","))
                                            .map(Ground::valueOf)
                                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class))),
                            c[2]))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "held"})
    void findsWhatLeavesPeopleOutAndNothingElse(String set) throws IOException {
        List<Sentence> all =
                sentences().stream().filter(s -> s.set().equals(set)).toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(150);
        Map<Ground, Tally> byGround = new EnumMap<>(Ground.class);
        Tally whole = new Tally();
        List<String> faults = new ArrayList<>();
        for (Sentence s : all) {
            Set<Ground> found = s.found();
            for (Ground g : EnumSet.range(Ground.SEX, Ground.HOUSEHOLD)) {
                Tally t = byGround.computeIfAbsent(g, x -> new Tally());
                boolean told = found.contains(g);
                boolean truth = s.expected().contains(g);
                for (Tally each : List.of(t, whole)) {
                    each.right += told && truth ? 1 : 0;
                    each.wrong += told && !truth ? 1 : 0;
                    each.missed += !told && truth ? 1 : 0;
                }
                if (told != truth) {
                    faults.add((told ? "told " : "missed ") + g + ": " + s.text());
                }
            }
        }
        byGround.forEach(
                (g, t) -> System.out.printf("%s %s right %d wrong %d missed %d%n", set, g, t.right, t.wrong, t.missed));
        System.out.printf("%s all precision %.3f recall %.3f%n", set, whole.precision(), whole.recall());
        assertThat(whole.precision()).as("%s", faults).isGreaterThanOrEqualTo(LEAST);
        assertThat(whole.recall()).as("%s", faults).isGreaterThanOrEqualTo(LEAST);
    }

    /** What is proposed in the place of a finding can be published. */
    @Test
    void suggestionsWork() throws IOException {
        for (Sentence s : sentences()) {
            for (Finding f : Wording.check(s.text(), false, List.of())) {
                assertThat(Wording.check(f.suggestion(), false, List.of()))
                        .as("%s → %s", s.text(), f.suggestion())
                        .isEmpty();
                assertThat(s.text().substring(f.from(), f.to())).isEqualTo(f.quote());
            }
        }
    }

    @Test
    void theRestOfTheTextStays() {
        String text = "博士学位，限男性，5 年以上经验。";
        assertThat(Wording.check(text, false, List.of())).singleElement().satisfies(f -> {
            assertThat(f.quote()).startsWith("限男");
            assertThat(f.suggestion()).isEqualTo("博士学位，性别不限，5 年以上经验。");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "年龄 45 岁以下, true",
        "35周岁以内, true",
        "不超过四十五岁, true",
        "年龄不超过50, true",
        "1985 年以后出生, true",
        "90后团队, true",
        "年龄不限, false",
        "负责 0-3 岁婴幼儿用品研发, false",
        "5 年以上工作经验, false",
        "面向 60 岁老年人群的康养设备, false",
        "2025 年后投产的产线, false"
    })
    void ageNeedsAGround(String text, boolean told) {
        assertThat(Wording.check(text, false, List.of()).stream().anyMatch(f -> f.ground() == Ground.AGE))
                .isEqualTo(told);
        assertThat(Wording.check(text, true, List.of())).noneMatch(f -> f.ground() == Ground.AGE);
    }

    @ParameterizedTest
    @CsvSource({
        "联系电话 13800138000, CONTACT",
        "简历发 hr@example.com, CONTACT",
        "联系人：王晓明, NAME",
        "请联系张经理, NAME",
        "咨询李女士, NAME",
        "联系人才办, ",
        "联系单位人事部门, ",
        "王工程中心技术路线, ",
        "光学工程博士, ",
        "项目经理, ",
        "张江实验室合作项目, "
    })
    void nobodyIsNamed(String text, Ground ground) {
        Set<Ground> found = Wording.check(text, false, List.of()).stream()
                .map(Finding::ground)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class)));
        assertThat(found).isEqualTo(ground == null ? EnumSet.noneOf(Ground.class) : EnumSet.of(ground));
    }

    @Test
    void aKnownNameIsFoundAnywhere() {
        assertThat(Wording.check("由欧阳若水团队负责", false, List.of("欧阳若水")))
                .extracting(Finding::ground)
                .containsExactly(Ground.NAME);
    }
}
