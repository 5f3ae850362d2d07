package org.talenthub.editions.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.editions.needs.Need.Asked;
import org.talenthub.editions.needs.Need.Span;
import org.talenthub.editions.urgency.KeyListRules;
import org.talenthub.reference.standards.Dictionaries;

/** Which demands are one need, by the rules of batch-jobs. */
class ClusteringTests {

    private static final Clustering RULES =
            KeyListRules.load(Dictionaries.load()).clustering();

    private static Need need(long id, String post, String enterprise, String industry, String skills) {
        return new Need(
                id,
                enterprise,
                enterprise,
                post,
                post.endsWith("揭榜"),
                Set.of(industry),
                Arrays.asList(skills.split("、")),
                Asked.NOTHING,
                Map.of(),
                1,
                0,
                null,
                true,
                List.of(new Span(2026, 2026, true)));
    }

    private static Set<Set<Long>> groups(List<Need> needs, Verdict... verdicts) {
        return RULES.of(needs, List.of(verdicts)).stream()
                .map(c -> c.needs().stream().map(Need::demand).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the same name, whatever stands around it
                "光芯片设计工程师      | 光芯片设计工程师              | 甲 | 乙 | OPTO  | OPTO | 外延       | 封装     | true",
                "光芯片设计工程师      | 急聘光芯片设计工程师（2名）   | 甲 | 乙 | OPTO  | OPTO | 外延       | 外延     | true",
                "光芯片设计工程师      | 光芯片设计师                  | 甲 | 乙 | OPTO  | OPTO | 外延       | 外延     | true",
                "光模块研发工程师      | 光模块开发工程师              | 甲 | 乙 | OPTO  | OPTO | 外延       | 封装     | true",
                // in another industry it is something else
                "质量工程师            | 质量工程师                    | 甲 | 乙 | OPTO  | NEV  | 质量体系   | 质量体系 | false",
                // another rank, another thing done
                "光芯片设计工程师      | 高级光芯片设计工程师          | 甲 | 甲 | OPTO  | OPTO | 外延       | 外延     | false",
                "高级光芯片设计工程师  | 资深光芯片设计工程师          | 甲 | 乙 | OPTO  | OPTO | 外延       | 外延     | true",
                "光模块测试工程师      | 光模块设计工程师              | 甲 | 甲 | OPTO  | OPTO | 光模块     | 光模块   | false",
                "硬件工程师            | 软件工程师                    | 甲 | 甲 | AI    | AI   | 嵌入式     | 嵌入式   | false",
                // alike, and the skills tell
                "光电芯片设计工程师    | 光芯片设计工程师              | 甲 | 乙 | OPTO  | OPTO | 磷化铟外延 | 磷化铟外延 | true",
                "光电芯片设计工程师    | 光芯片设计工程师              | 甲 | 乙 | OPTO  | OPTO | 磷化铟外延 | 版图     | false",
                // a name that says little
                "项目经理              | 项目经理                      | 甲 | 乙 | NEV   | NEV  | 电池       | 底盘     | false",
                "项目经理              | 项目经理                      | 甲 | 乙 | NEV   | NEV  | 电池       | 电池     | true",
                "首席科学家（半导体激光方向） | 首席科学家（半导体激光方向） | 甲 | 乙 | OPTO | OPTO | 激光 | 外延 | true",
                "首席科学家（半导体激光方向） | 首席科学家（疫苗方向）     | 甲 | 乙 | OPTO  | OPTO | 激光       | 激光     | false",
                // a challenge is no post
                "光芯片攻关揭榜        | 光芯片攻关                    | 甲 | 甲 | OPTO  | OPTO | 外延       | 外延     | false"
            })
    void twoDemandsAreOneNeedOrTwo(
            String a,
            String b,
            String firm,
            String other,
            String industry,
            String another,
            String skills,
            String more,
            boolean one) {
        List<Need> both = List.of(need(1, a, firm, industry, skills), need(2, b, other, another, more));
        assertThat(groups(both)).hasSize(one ? 1 : 2);
    }

    @Test
    void theOrderDoesNotMatter() {
        List<Need> all = new ArrayList<>();
        Random dice = new Random(7);
        List<String> posts = List.of("光芯片设计工程师", "光电芯片设计工程师", "光芯片版图设计工程师", "激光器测试工程师", "激光测试工程师", "项目经理");
        for (int i = 1; i <= 60; i++) {
            all.add(need(
                    i,
                    posts.get(dice.nextInt(posts.size())),
                    "企业" + dice.nextInt(8),
                    dice.nextBoolean() ? "OPTO" : "AI",
                    "技能" + dice.nextInt(4) + "、技能" + dice.nextInt(4)));
        }
        Set<Set<Long>> first = groups(all);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, dice);
            assertThat(groups(all)).isEqualTo(first);
        }
        assertThat(first.stream().flatMap(Set::stream)).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void whatOfficialsDecidedHolds() {
        List<Need> same = List.of(
                need(1, "光芯片设计工程师", "甲", "OPTO", "外延"),
                need(2, "光芯片设计工程师", "乙", "OPTO", "外延"),
                need(3, "光芯片设计工程师", "丙", "OPTO", "外延"),
                need(9, "数控编程技师", "丁", "EQUIPMENT", "五轴"));
        assertThat(groups(same)).containsExactlyInAnyOrder(Set.of(1L, 2L, 3L), Set.of(9L));
        assertThat(groups(same, new Verdict(1, 2, false), new Verdict(2, 3, false)))
                .containsExactlyInAnyOrder(Set.of(1L, 3L), Set.of(2L), Set.of(9L));
        assertThat(groups(same, new Verdict(1, 9, true))).containsExactly(Set.of(1L, 2L, 3L, 9L));
        // whom neither of two that are apart may lose stays with the first of them
        assertThat(groups(same, new Verdict(1, 2, false)))
                .containsExactlyInAnyOrder(Set.of(1L, 3L), Set.of(2L), Set.of(9L));
        // a demand that is gone decides nothing
        assertThat(groups(same, new Verdict(1, 77, false), new Verdict(77, 9, true)))
                .containsExactlyInAnyOrder(Set.of(1L, 2L, 3L), Set.of(9L));
    }

    @Test
    void yearsCountBackWithoutAGap() {
        Need met = new Need(
                1,
                "甲",
                "甲",
                "岗",
                false,
                Set.of(),
                List.of(),
                Asked.NOTHING,
                Map.of(),
                2,
                2,
                null,
                false,
                List.of(new Span(2023, 2023, true), new Span(2024, 2024, false)));
        Need open = new Need(
                2,
                "甲",
                "甲",
                "岗",
                false,
                Set.of(),
                List.of(),
                Asked.NOTHING,
                Map.of(),
                2,
                0,
                null,
                true,
                List.of(new Span(2025, 2026, true)));
        Cluster both = new Cluster(List.of(open, met));
        assertThat(both.yearsUnmet(2026)).isEqualTo(2);
        assertThat(both.yearsUnmet(2024)).isZero();
        assertThat(both.yearsUnmet(2023)).isEqualTo(1);
        assertThat(both.id()).isEqualTo(1);
        assertThat(both.heads()).isEqualTo(2);
    }

    @Test
    void manyDemandsTakeAMoment() {
        Random dice = new Random(3);
        List<Need> all = new ArrayList<>();
        Map<Integer, String> posts = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            String post = posts.computeIfAbsent(
                    dice.nextInt(3_000),
                    n -> "" + (char) ('一' + n % 400) + (char) ('一' + n / 7) + (char) ('一' + n % 97) + "工程师");
            all.add(need(i + 1, post, "企业" + dice.nextInt(3_000), "OPTO", "技能" + dice.nextInt(2_000)));
        }
        long start = System.nanoTime();
        Set<Long> ids = new HashSet<>();
        RULES.of(all, List.of()).forEach(c -> c.needs().forEach(n -> ids.add(n.demand())));
        assertThat(ids).hasSize(100_000);
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(20);
    }
}
