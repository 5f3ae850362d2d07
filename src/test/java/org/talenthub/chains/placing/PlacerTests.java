package org.talenthub.chains.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Fields;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Industries;

/** Where words place a record, and how well that goes on the half of the truth that nothing was adjusted to. */
class PlacerTests {

    private static final Industries INDUSTRIES = Dictionaries.load().industries();
    private static final Placer PLACER = new Placer(INDUSTRIES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            talent | OPTO   | expertise | 磷化铟光芯片工艺     | OPTO_OPTICAL_CHIP
            talent | OPTO   | expertise | 半导体激光器设计     | OPTO_OPTICAL_CHIP
            talent | OPTO   | expertise | Mini LED 背光        | OPTO_DISPLAY
            talent | OPTO   | post      | 光纤拉丝工           | OPTO_FIBRE_CABLE
            demand | NEV    | skills    | 动力电池热管理       | NEV_POWER_BATTERY
            demand | NEV    | post      | 智能驾驶算法工程师   | NEV_AUTONOMOUS
            demand | AI     | duties    | 负责GIS与logistics   | BEIDOU_GEO_INFORMATION?
            talent | HEALTH | expertise | ＣＡＲ－Ｔ 工艺      | HEALTH_GENE_TECHNOLOGY
            talent | HEALTH | major     | 临床医学             | HEALTH_HEALTH_SERVICE?
            talent | OPTO   | expertise | 工业机器人           | EQUIPMENT_ROBOT
            talent | OPTO   | expertise | 谐波减速器           | EQUIPMENT_BASIC_PART?
            talent | OPTO   | expertise | 项目管理             |
            platform | QUANTUM | research | 原子干涉重力测量   | QUANTUM_SENSING
            enterprise | BEIDOU | products | 高精度接收机      | BEIDOU_TERMINAL
            """)
    void wordsPlace(String type, String chain, String field, String text, String expected) {
        List<Place> places = PLACER.place(record(type, Map.of("industries", List.of(chain), field, text)));
        if (expected == null) {
            assertThat(places).isEmpty();
        } else {
            assertThat(places.getFirst().node()).isEqualTo(expected.replace("?", ""));
            assertThat(places.getFirst().sure()).as("%s", places).isEqualTo(!expected.endsWith("?"));
            assertThat(places.getFirst().evidence()).isNotEmpty();
        }
    }

    @Test
    void anIndustryWrittenAsItsNodeIsTheNode() {
        List<Place> places = PLACER.place(record(
                "talent",
                Map.of("industries", List.of("NEV"), "nodes", List.of("NEV_POWER_BATTERY"), "expertise", "项目管理")));
        assertThat(places).singleElement().satisfies(p -> {
            assertThat(p.way()).isEqualTo(Way.CELL);
            assertThat(p.confidence()).isGreaterThan(0.7);
        });
    }

    @Test
    void latinWordsAreWholeWords() {
        assertThat(PLACER.place(record("talent", Map.of("expertise", List.of("logistics", "director", "email")))))
                .isEmpty();
    }

    @Test
    void theLongestWordCountsAndNothingWithinIt() {
        assertThat(PLACER.place(record("talent", Map.of("expertise", "半导体激光器"))))
                .extracting(Place::node)
                .containsExactly("OPTO_OPTICAL_CHIP");
    }

    @Test
    void everyNodeIsReachedByItsNameAndByEachTechnology() {
        for (Industries.Chain chain : INDUSTRIES.chains()) {
            for (Industries.Node node : chain.nodes()) {
                for (String word : node.technologies()) {
                    assertThat(PLACER.place(record("talent", Map.of("expertise", word))))
                            .as(word)
                            .first()
                            .extracting(Place::node)
                            .isEqualTo(node.code());
                }
                assertThat(PLACER.place(record("talent", Map.of("expertise", node.label()))))
                        .first()
                        .extracting(Place::node)
                        .isEqualTo(node.code());
            }
        }
    }

    @Test
    void theHeldOutHalfOfTheTruthIsPlacedRight() {
        PlacingMeasure.Outcome development = new PlacingMeasure(INDUSTRIES, false).run(20);
        PlacingMeasure measure = new PlacingMeasure(INDUSTRIES, true);
        PlacingMeasure.Outcome heldOut = measure.run(20);
        System.out.println("development " + development + System.lineSeparator() + "held out " + heldOut);
        assertThat(measure.nodes()).hasSize(76);
        assertThat(heldOut.rightOfPlaced()).isGreaterThanOrEqualTo(0.85);
        assertThat(heldOut.share(heldOut.wrongChain())).isLessThanOrEqualTo(0.03);
        assertThat(heldOut.share(heldOut.abstained())).isLessThanOrEqualTo(0.10);
    }

    private static RecordSnapshot record(String type, Map<String, Object> values) {
        Map<String, Object> fields = new TreeMap<>(values);
        Instant now = Instant.now();
        return new RecordSnapshot(
                1,
                type,
                null,
                true,
                1,
                "某某",
                "420100",
                null,
                null,
                null,
                null,
                Set.of(),
                new Fields(fields),
                null,
                now,
                now,
                Map.of());
    }

    /** Prints what went wrong, to improve the dictionary by: only ever of the half that it may be adjusted to. */
    public static void main(String[] args) {
        PlacingMeasure.Outcome o = new PlacingMeasure(INDUSTRIES, false).run(8);
        System.out.println(o);
        o.faults().stream()
                .distinct()
                .limit(Arrays.asList(args).isEmpty() ? 80 : 400)
                .forEach(System.out::println);
    }
}
