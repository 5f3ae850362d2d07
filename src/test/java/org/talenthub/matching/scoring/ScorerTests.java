package org.talenthub.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Band;
import org.talenthub.matching.scoring.score.Part;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.matching.scoring.score.Verdict;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Dictionaries;

/** What a pair's score is, and what it never depends on. */
class ScorerTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Weights WEIGHTS = Weights.load(DICTIONARIES);

    private final Scorer scorer = new Scorer(WEIGHTS, new Scales(DICTIONARIES));

    private Score score(RecordSnapshot demand, RecordSnapshot person) {
        return score(demand, person, Need.Wishes.NONE);
    }

    private Score score(RecordSnapshot demand, RecordSnapshot person, Need.Wishes wishes) {
        return scorer.score(Need.of(demand, wishes), Person.of(person), DAY, Kinship.NONE);
    }

    @Test
    void aNodeOfTheChainIsASoftPartOfItsOwn() {
        RecordSnapshot demand = demand(WRITTEN);
        RecordSnapshot person = person("expertise", List.of("磷化铟光芯片工艺"), "industries", List.of("OPTO"));
        List<String> chip = List.of("OPTO_OPTICAL_CHIP");
        Need need = Need.of(demand, Need.Wishes.NONE, chip);
        Score shared = scorer.score(need, Person.of(person, chip), DAY, Kinship.NONE);
        Score near = scorer.score(need, Person.of(person, List.of("OPTO_MEMORY")), DAY, Kinship.NONE);
        Score other = scorer.score(need, Person.of(person, List.of("AI_MODEL")), DAY, Kinship.NONE);
        Score unplaced = scorer.score(need, Person.of(person), DAY, Kinship.NONE);
        assertThat(List.of(shared, near, other, unplaced))
                .extracting(s -> s.part(Aspect.NODE).orElseThrow().verdict())
                .containsExactly(Verdict.MET, Verdict.NEAR, Verdict.UNMET, Verdict.UNKNOWN);
        assertThat(shared.value()).isGreaterThan(near.value());
        assertThat(near.value()).isGreaterThan(other.value());
        assertThat(unplaced.confidence()).isLessThan(shared.confidence());
        assertThat(other.hardUnmet()).isEqualTo(shared.hardUnmet());
        assertThat(score(demand, person).part(Aspect.NODE)).isEmpty();
        assertThat(shared.parts().stream().mapToDouble(Part::points).sum()).isCloseTo(shared.value(), within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "计算机系统结构, 计算机科学与技术, MET",
        "计算机科学与技术, 计算机系统结构, NEAR",
        "机电一体化技术, 数控技术, NEAR",
        "光学工程, 光学工程, MET",
        "会计学, 光学工程, UNMET",
    })
    void aMajorIsKnownByItsDiscipline(String has, String asked, Verdict verdict) {
        assertThat(score(demand("majors", List.of(asked)), person("major", has))
                        .part(Aspect.MAJOR)
                        .map(Part::verdict))
                .contains(verdict);
    }

    @Test
    void withoutTheWordsOnlyWhatIsMeantCounts() {
        RecordSnapshot demand = demand(WRITTEN);
        RecordSnapshot worded = person("expertise", List.of("磷化铟光芯片工艺技术", "高速调制器设计优化"));
        RecordSnapshot meant = person("expertise", List.of("InP激光器流片", "铌酸锂电光器件"));
        Kinship kinship =
                (a, b) -> a.contains("InP") || b.contains("InP") || a.contains("铌酸锂") || b.contains("铌酸锂") ? 0.9 : 0;
        Need need = Need.of(demand, Need.Wishes.NONE);
        assertThat(skills(need, worded, Kinship.NONE)).isGreaterThan(skills(need, meant, Kinship.NONE));
        assertThat(skills(need, worded, kinship.alone())).isLessThan(skills(need, meant, kinship.alone()));
        RecordSnapshot same = person("expertise", List.of("磷化铟光芯片工艺", "高速调制器设计"));
        assertThat(skills(need, same, kinship.alone())).isEqualTo(skills(need, same, Kinship.NONE));
    }

    private double skills(Need need, RecordSnapshot person, Kinship kinship) {
        return scorer.score(need, Person.of(person), DAY, kinship)
                .part(Aspect.SKILLS)
                .orElseThrow()
                .points();
    }

    private static RecordSnapshot demand(Object... fields) {
        return Pairs.record("demand", map(fields), null);
    }

    private static RecordSnapshot person(Object... fields) {
        return Pairs.record("talent", map(fields), "2026-11-01");
    }

    private static Map<String, Object> map(Object... fields) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return map;
    }

    private static final Object[] WRITTEN = {
        "skills",
        List.of("磷化铟光芯片工艺", "高速调制器设计"),
        "education",
        "14",
        "degree",
        "3",
        "ageMax",
        45,
        "majors",
        List.of("光学工程"),
        "industries",
        List.of("OPTO"),
        "placeRegion",
        "420111",
        "mode",
        "FULL_TIME"
    };

    private static final Object[] FITTING = {
        "expertise",
        List.of("磷化铟光芯片工艺", "高速调制器设计"),
        "education",
        "11",
        "degree",
        "2",
        "birth",
        "1985-03",
        "major",
        "光学工程",
        "industries",
        List.of("OPTO"),
        "placeRegion",
        "420106",
        "availability",
        "OPEN"
    };

    @Test
    void whoeverFulfilsEverythingHasTheWholeScore() {
        Score s = score(demand(WRITTEN), person(FITTING));
        assertThat(s.value()).isEqualTo(100);
        assertThat(s.confidence()).isEqualTo(1);
        assertThat(s.band()).isEqualTo(Band.STRONG);
        assertThat(s.parts()).extracting(Part::verdict).containsOnly(Verdict.MET);
        assertThat(s.hardMet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // the limit is 45; asked for are a master's education and degree
        "birth, 1981-11, MET",
        "birth, 1981-12, MET",
        "birth, 1980-11, NEAR",
        "birth, 1978-01, NEAR",
        "birth, 1977-11, UNMET",
        "birth, , UNKNOWN",
        "education, 14, MET",
        "education, 11, MET",
        "education, 21, UNMET",
        "education, , UNKNOWN",
        "degree, 4, UNMET",
    })
    void aHardConditionIsJudgedWhereBothSidesSaySomething(String field, @Nullable String value, Verdict expected) {
        Pairs p = new Pairs(1);
        Score s = score(demand(WRITTEN), p.with(person(FITTING), field, value));
        Part part = s.parts().stream()
                .filter(x -> x.aspect() != null && x.aspect().talentFields().contains(field))
                .findFirst()
                .orElseThrow();
        assertThat(part.verdict()).isEqualTo(expected);
        assertThat(part.hard()).isTrue();
        assertThat(s.value()).isLessThanOrEqualTo(expected == Verdict.UNMET ? 40 : expected == Verdict.NEAR ? 80 : 100);
        if (expected == Verdict.UNKNOWN) {
            assertThat(part.points()).isZero();
            assertThat(s.confidence()).isLessThan(1);
        }
    }

    @Test
    void aCapIsAPartOfItsOwnWithNegativePoints() {
        Score s = score(demand(WRITTEN), new Pairs(1).with(person(FITTING), "education", "31"));
        assertThat(s.value()).isEqualTo(40);
        Part cap = s.parts().getLast();
        assertThat(cap.name()).isEqualTo("cap");
        assertThat(cap.points()).isNegative();
    }

    @Test
    void anExcludedWordCapsToo() {
        Need.Wishes wishes = new Need.Wishes(Map.of(), List.of("调制器"));
        assertThat(score(demand(WRITTEN), person(FITTING), wishes).value()).isEqualTo(40);
    }

    @Test
    void theOwnerSaysWhatBinds() {
        RecordSnapshot old = new Pairs(1).with(person(FITTING), "birth", "1960-01");
        assertThat(score(demand(WRITTEN), old).value()).isEqualTo(40);
        assertThat(score(demand(WRITTEN), old, new Need.Wishes(Map.of(Aspect.AGE, Strength.NICE), List.of()))
                        .value())
                .isGreaterThan(80);
    }

    @Test
    void aDemandWithAtMostTwoConditionsIsTooBroadForTheTopBand() {
        Score s = score(
                demand("skills", List.of("光芯片"), "education", "21", "industries", List.of("OPTO")),
                person(
                        "expertise",
                        List.of("光芯片"),
                        "education",
                        "11",
                        "industries",
                        List.of("OPTO"),
                        "availability",
                        "OPEN"));
        assertThat(s.broad()).isTrue();
        assertThat(s.band()).isNotEqualTo(Band.STRONG);
    }

    @Test
    void partsAlwaysAddUpAndUnknownGivesNothing() {
        Pairs p = new Pairs(2);
        for (int i = 0; i < 10_000; i++) {
            Score s = score(p.demand(), p.person());
            double sum = s.parts().stream().mapToDouble(Part::points).sum();
            assertThat(sum).isCloseTo(s.value(), within(0.5));
            assertThat(s.value()).isBetween(0.0, 100.0);
            assertThat(s.parts())
                    .filteredOn(x -> x.aspect() != null && x.verdict() == Verdict.UNKNOWN)
                    .allMatch(x -> x.points() == 0);
            if (s.hardUnmet()) {
                assertThat(s.value()).isLessThanOrEqualTo(40);
            }
        }
    }

    /** From the demand's side the person is read anew, and the other way round; the words of both are compared in either direction. */
    @Test
    void tenThousandPairsHaveOneScore() {
        Pairs p = new Pairs(3);
        for (int i = 0; i < 10_000; i++) {
            RecordSnapshot demand = p.demand();
            RecordSnapshot person = p.person();
            Need need = Need.of(demand, Need.Wishes.NONE);
            Person one = Person.of(person);
            Score ofDemand = scorer.score(need, Person.of(person), DAY, Kinship.NONE);
            Score ofPerson = scorer.score(Need.of(demand, Need.Wishes.NONE), one, DAY, (a, b) -> 0);
            assertThat(ofPerson).isEqualTo(ofDemand);
        }
    }

    @Test
    void alikenessIsTheSameInBothDirections() {
        Words words = new Words(WEIGHTS.general());
        Pairs p = new Pairs(4);
        for (int i = 0; i < 2_000; i++) {
            Person a = Person.of(p.person());
            Person b = Person.of(p.person());
            a.told()
                    .forEach(x ->
                            b.told().forEach(y -> assertThat(words.alike(x, y)).isEqualTo(words.alike(y, x))));
        }
    }

    /** Whatever is left out on either side: nothing that was not unmet before is unmet then. */
    @Test
    void leavingAFieldOutMakesNothingUnmet() {
        Pairs p = new Pairs(5);
        for (int i = 0; i < 5_000; i++) {
            RecordSnapshot demand = p.demand();
            RecordSnapshot person = p.person();
            Set<String> before = unmet(score(demand, person));
            String ofPerson = p.field(person);
            assertThat(before)
                    .as("without %s", ofPerson)
                    .containsAll(unmet(score(demand, p.with(person, ofPerson, null))));
            String ofDemand = p.field(demand);
            assertThat(before)
                    .as("without %s", ofDemand)
                    .containsAll(unmet(score(p.with(demand, ofDemand, null), person)));
        }
    }

    private static Set<String> unmet(Score s) {
        return s.parts().stream()
                .filter(x -> x.aspect() != null && x.verdict() == Verdict.UNMET)
                .map(Part::name)
                .collect(Collectors.toSet());
    }

    @Test
    void whoSomebodyIsNeverCounts() {
        Pairs p = new Pairs(6);
        Map<String, List<String>> others = Map.of(
                "sex", List.of("1", "2", "9"),
                "ethnicity", List.of("汉族", "土家族", "苗族"),
                "nationality", List.of("中国", "德国"),
                "name", List.of("张示例", "李示例"),
                "school", List.of("清华大学", "某职业技术学院"),
                "politics", List.of("中共党员", "群众"),
                "birthplace", List.of("湖北武汉", "广东深圳"),
                "marriage", List.of("已婚", "未婚"),
                "honours", List.of("湖北省楚天学者"),
                "employerName", List.of("某某公司"));
        for (int i = 0; i < 5_000; i++) {
            RecordSnapshot demand = p.demand();
            RecordSnapshot person = p.person();
            String field = p.one(List.copyOf(others.keySet()));
            RecordSnapshot flipped = p.with(person, field, p.one(others.getOrDefault(field, List.of(""))));
            assertThat(score(demand, flipped)).as(field).isEqualTo(score(demand, person));
            if (!demand.fields().has("ageMax")) {
                assertThat(score(demand, p.with(person, "birth", "1961-01"))).isEqualTo(score(demand, person));
            }
        }
    }
}
