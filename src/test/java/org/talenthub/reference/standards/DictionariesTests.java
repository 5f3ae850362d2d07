package org.talenthub.reference.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Yaml;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                divisions: ["39"]        | divisions: ["00"]     | 6  | no GB/T 4754 division 00
                technologies: [a1, a2, a3, a4, a5] | technologies: [a1] | 8 | a node needs at least 5 key technologies
                code: A_3,               | code: B_3,            | 10 | a node's code starts with its chain's
                label: 环节四            | label: 环节五         | 12 | 环节五 already means another chain or node
                d1, d2                   | a1, d2                | 11 | a1 already means another chain or node
                replaces: [A_0]          | replaces: [A_2]       | 15 | A_2 is replaced, but still there
                stage: DOWN, label: 环节八 | stage: SIDE, label: 环节八 | 15 | Stage
                version: "1"             | version: ""           | 1  | source, version and chains are required
                """)
    void mistakesInChainsAreNamedWithFileAndLine(String right, String wrong, int line, String told) {
        StringBuilder nodes = new StringBuilder();
        String[] names = {"一", "二", "三", "四", "五", "六", "七", "八"};
        for (int i = 1; i <= 8; i++) {
            char c = (char) ('a' + i - 1);
            nodes.append(
                    "      - {code: A_%d, stage: DOWN, label: 环节%s, english: N, divisions: [\"39\"]%s, technologies: [%s1, %s2, %s3, %s4, %s5]}%n"
                            .formatted(i, names[i - 1], i == 8 ? ", replaces: [A_0]" : "", c, c, c, c, c));
        }
        String good = """
            name: industry
            title: 所属产业
            source: 本项目
            version: "1"
            chains:
              - {code: A, label: 甲, english: A, divisions: ["39"],
                 nodes: [
            """ + nodes.toString().replace("      - ", "      ").replace("]}\n", "]},\n") + "     ]}\n";
        Dictionary gb4754 = DICTIONARIES.get("gb4754");
        Industries read = Industries.check(Yaml.parse("chains.yml", good, Industries.File.class), gb4754);
        assertThat(read.current("A_0")).extracting(Industries.Node::code).containsExactly("A_8");
        assertThat(read.findNode("A_0")).isPresent();
        assertThat(good).contains(right);
        assertThatThrownBy(() -> Industries.check(
                        Yaml.parse(
                                "chains.yml",
                                good.replaceFirst(java.util.regex.Pattern.quote(right), wrong),
                                Industries.File.class),
                        gb4754))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("chains.yml:" + line + ": ")
                .hasMessageContaining(told);
    }

    private static Dictionary check(String yaml) {
        return DictionaryFile.check(Yaml.parse("sex.yml", yaml, DictionaryFile.class), "sex");
    }
}
