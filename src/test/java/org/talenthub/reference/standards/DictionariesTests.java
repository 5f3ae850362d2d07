package org.talenthub.reference.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.reference.Yaml;

class DictionariesTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();

    @ParameterizedTest
    @CsvSource({
        "education,博士,11",
        "education,博士研究生,11",
        "education,硕士研究生毕业,14",
        "education,大学本科,21",
        "education,本科及以上学历,21",
        "education,'大专（在职）',31",
        "education,１１,11",
        "degree,工学博士,2",
        "degree,MBA,3",
        "title-level,正高,FULL_SENIOR",
        "title-level,'副 高 级',DEPUTY_SENIOR",
        "skill-level,一级/高级技师,SENIOR_TECHNICIAN",
        "enterprise-kind,国家级专精特新“小巨人”企业,LITTLE_GIANT",
        "talent-category,OUTSTANDING_ENGINEER,OUTSTANDING_ENGINEER",
        "recruitment-mode,柔性引进,FLEXIBLE",
        "industry,光电子信息产业,OPTO",
        "industry,光芯片,OPTO",
        "industry,新能源汽车,NEV",
        "gb4754,汽车制造业,36",
        "gb4754,房地产业,K",
        "sex,男性,1"
    })
    void everydayWordsAreUnderstood(String dictionary, String text, String code) {
        assertThat(DICTIONARIES.get(dictionary).find(text))
                .map(Dictionary.Entry::code)
                .contains(code);
    }

    @Test
    void ambiguousWordsAreReadWithDoubt() {
        assertThat(DICTIONARIES.get("title-level").match("高级"))
                .isEqualTo(new Dictionary.Match(
                        DICTIONARIES.get("title-level").entry("DEPUTY_SENIOR").orElseThrow(), false));
        assertThat(DICTIONARIES.get("education").find("博仕")).isEmpty();
    }

    @Test
    void gb4754IsComplete() {
        var entries = DICTIONARIES.get("gb4754").entries();
        assertThat(entries).filteredOn(e -> e.parent() == null).hasSize(20);
        assertThat(entries).filteredOn(e -> e.parent() != null).hasSize(97);
    }

    @Test
    void chainsHaveNodesOnEveryStage() {
        Industries industries = DICTIONARIES.industries();
        assertThat(industries.chains())
                .hasSize(7)
                .allSatisfy(chain -> assertThat(chain.nodes())
                        .extracting(Industries.Node::stage)
                        .contains(Industries.Stage.values()));
        assertThat(industries.findNode("动力电池")).map(Industries.Node::code).contains("NEV_POWER_BATTERY");
        assertThat(industries.chainOf("NEV_POWER_BATTERY"))
                .map(Industries.Chain::code)
                .contains("NEV");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                label: 女|label: 男|6
                code: "2"|code: "1"|6
                english: Female|englisch: Female|6
                aliases: [女性]|aliases: [男]|6
                """)
    void mistakesAreNamedWithFileAndLine(String right, String wrong, int line) {
        String good = """
            name: sex
            title: 性别
            source: GB
            version: "1"
            entries:
              - {code: "1", label: 男, english: Male}
              - {code: "2", label: 女, english: Female, aliases: [女性]}
            """;
        assertThat(check(good).entries()).hasSize(2);
        assertThatThrownBy(() -> check(good.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sex.yml:" + (line + 1) + ": ");
    }

    private static Dictionary check(String yaml) {
        return DictionaryFile.check(Yaml.parse("sex.yml", yaml, DictionaryFile.class), "sex");
    }
}
