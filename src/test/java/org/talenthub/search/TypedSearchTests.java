package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.Relay;
import org.talenthub.search.advice.Suggestions;
import org.talenthub.search.kinds.Vocabulary;

/** What was typed is what is found, on the real engine: titles, lists of names, organisations, long texts, misspelt parameters. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedSearchTests {

    private static final String DESCRIPTION = """
            岗位名称：高级光芯片工程师
            岗位职责：
            1、负责高速光芯片（DFB、VCSEL）的设计、仿真与流片；
            2、参与硅光集成平台的工艺开发，配合封装测试团队完成失效分析；
            3、跟踪国内外光通信、激光雷达方向的最新进展，撰写技术报告。
            任职要求：
            1、硕士及以上学历，光学工程、微电子等相关专业；
            2、熟练使用仿真软件，具有良好的团队合作精神，年龄45岁以下；
            3、英语听说读写熟练，能够阅读英文文献。
            工作地点：武汉
            """;

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    Searches searches;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Relay relay;

    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        person("陈建国", "研究员", null, "11", "1985-03", "武汉测试光电科技有限公司", "光芯片设计", "垂直腔面发射激光器", "硅光集成");
        person("莫宏伟", "副研究员", null, "14", "1990-05", "武汉测试光电科技有限公司", "激光雷达系统");
        person("曾云飞", "教授", null, "11", "1960-01", "武汉测试光电子有限公司", "光芯片封装测试");
        person("周林龙", "高级工程师（光学）", null, "21", "1988-07", "宜昌测试化工有限公司", "USB3.0 控制器", "YOLOv8 检测");
        person("郑立新", "正高级工程师", null, "14", "1979-09", "宜昌测试化工有限公司", "10 μm 微加工", "0.13微米工艺");
        person("王长江", null, "高级工程师", "31", "1992-11", "荆州测试机械有限公司", "焊接工艺");
        person("秦悦", "工程师", "高级工艺工程师", "21", "1995-02", "荆州测试机械有限公司", "失效分析");
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private void person(
            String name,
            @Nullable String title,
            @Nullable String post,
            String education,
            String birth,
            String employer,
            String... expertise) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("name", name, "education", education, "birth", birth, "expertise", List.of(expertise)));
        if (title != null) {
            fields.put("title", title);
        }
        if (post != null) {
            fields.put("post", post);
        }
        if (pool != null) {
            pool.put(
                    new PoolRows.Row(
                            Ids.next(),
                            "talent",
                            null,
                            name,
                            employer.startsWith("武汉") ? "420100" : "420500",
                            null,
                            employer,
                            null,
                            null,
                            "province",
                            null,
                            fields),
                    1);
        }
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private SearchResult find(String q) {
        return find(q, Map.of());
    }

    private SearchResult find(String q, Map<String, List<String>> filters) {
        Map<String, List<String>> given = new HashMap<>(filters);
        given.put("q", List.of(q));
        given.put("size", List.of("100"));
        return searches.find(SearchParameters.read(Kind.TALENT, given), Sample.PROVINCE);
    }

    private static List<String> names(SearchResult r) {
        return r.items().stream()
                .filter(h -> !h.near())
                .map(h -> h.record().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "研究员~ 陈建国",
                "副研究员~ 莫宏伟",
                "教授~ 曾云飞",
                "高级工程师~ 周林龙 王长江",
                "高工~ 周林龙 王长江",
                "教授级高工~ 郑立新",
                "研究员 光芯片~ 陈建国",
                "陈建国和莫宏伟~ 陈建国 莫宏伟",
                "陈建国总~ 陈建国",
                "陈建国、高峰、郑立新~ 陈建国 郑立新",
                "王长江 光芯片~ -",
                "武汉测试光电科技有限公司~ 陈建国 莫宏伟",
                "武汉测试光电科技~ 陈建国 莫宏伟",
                "武汉测试光电科技有限公司（总部）~ 陈建国 莫宏伟",
                "USB 3.0~ 周林龙",
                "YOLO~ 周林龙",
                "yolo v8~ 周林龙",
                "10微米~ 郑立新",
                "10um~ 郑立新",
                "10 微米~ 郑立新",
                "0.13um~ 郑立新",
                "welding~ 王长江",
                "optical chip~ 陈建国 曾云飞",
                "关于 光芯片 的 人才~ 陈建国 曾云飞",
                "请问 有没有 光芯片 方面 的 专家~ 陈建国 曾云飞",
                "武汉以外 焊接工艺~ 王长江",
                "' OR 1=1 --~ -",
                "1' or '1'='1~ -"
            })
    void finds(String q, String expected) {
        List<String> names = expected.equals("-") ? List.of() : List.of(expected.split(" "));
        assertThat(names(find(q))).as(q).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aNameHoldsAmongWhatIsNearToo() {
        assertThat(find("王长江 光芯片").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "1=1", "😀", "“”", "- -", "1' or '1'='1"})
    void whatSaysNothingIsTold(String q) {
        SearchResult r = find(q);
        assertThat(r.total() + r.nearTotal()).isZero();
        assertThat(r.notices()).hasSize(1);
    }

    @Test
    void aDescriptionFindsWhoFitsTheBestFirst() {
        SearchResult r = find(DESCRIPTION);
        assertThat(r.named()).contains("光芯片", "DFB", "VCSEL", "失效分析", "激光雷达");
        assertThat(r.understood())
                .extracting(Understood::filter)
                .containsExactlyInAnyOrder("education", "ageMax", "region");
        assertThat(names(r)).containsExactly("陈建国", "莫宏伟");
        assertThat(r.notices()).hasSize(1).first().asString().contains("光芯片");
        assertThat(names(find(DESCRIPTION, Map.of("plain", List.of("true")))))
                .startsWith("陈建国")
                .contains("曾云飞", "秦悦");
    }

    @Test
    void moreThanTwelveWordsAreADescriptionToo() {
        SearchResult r = find("光芯片 硅光 激光雷达 外延 衬底 光刻 刻蚀 良率 射频 天线 传感器 存储器 毫米波");
        assertThat(names(r)).startsWith("陈建国").contains("莫宏伟", "曾云飞");
        assertThat(r.named()).hasSize(13);
        assertThat(r.notices()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"光", "负责", "x", "a b c ", "１、", "：", "\"", "专长:光芯片 "})
    void anyTextUpToTwoThousandCharactersIsAnswered(String part) {
        String text = part.repeat(2_000 / part.length());
        try {
            assertThat(find(text).total()).isGreaterThanOrEqualTo(0);
        } catch (Problem e) {
            assertThat(e.status()).as(e.getMessage()).isEqualTo(400);
        }
        assertThatThrownBy(() -> find("x".repeat(2_001))).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsNewIsAFilter() {
        LocalDate today = HubTime.today();
        for (String filter : List.of("since", "changedSince")) {
            assertThat(find("", Map.of(filter, List.of(today.toString()))).total())
                    .isEqualTo(7);
            assertThat(find("", Map.of(filter, List.of(today.toString().substring(0, 7))))
                            .total())
                    .isEqualTo(7);
            assertThat(find("", Map.of(filter, List.of(today.plusDays(1).toString())))
                            .total())
                    .isZero();
        }
        assertThat(find("", Map.of("unchangedSince", List.of(today.toString()))).total())
                .isZero();
        assertThat(find("", Map.of("unchangedSince", List.of(today.plusDays(1).toString())))
                        .total())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "plain, maybe",
        "meaning, perhaps",
        "node, 光芯骗",
        "region, 武汗",
        "education, 博仕",
        "since, 2026-13",
        "ageMin, 45x",
        "agemin, 45"
    })
    void whatIsMisspeltIsRefused(String name, String value) {
        assertThatThrownBy(() -> find("", Map.of(name, List.of(value))))
                .isInstanceOf(Problem.class)
                .satisfies(e -> assertThat(((Problem) e).status()).isEqualTo(400));
    }

    @Test
    void boundsThatCrossAreRefused() {
        assertThatThrownBy(() -> find("", Map.of("ageMin", List.of("50"), "ageMax", List.of("30"))))
                .hasMessageContaining("ageMin");
    }

    @Test
    void anEmployerIsFoundByItsShortName() {
        assertThat(find("", Map.of("employer", List.of("武汉测试光电科技"))).total()).isEqualTo(2);
        assertThat(find("", Map.of("title", List.of("高工"))).total()).isEqualTo(2);
        assertThat(find("", Map.of("employer", List.of("没有这个单位有限公司"))).notices())
                .singleElement()
                .asString()
                .contains("没有这个单位有限公司");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "?q=光芯片&region=420100; 2",
                "q=光芯片&education=11; 2",
                "http://127.0.0.1:8080/search?tab=talents&q=光芯片#x; 2",
                "localhost:8080/search?q=%E5%85%89%E8%8A%AF%E7%89%87; 2",
                "/api/v1/talents?education=31; 1"
            })
    void aPastedAddressIsReadAsOne(String q, int total) {
        assertThat(find(q).total()).isEqualTo(total);
    }

    @Test
    void completionsLookThroughSigns() {
        vocabulary.load();
        List<Suggestions.Suggestion> plain = suggestions.of("硅光", Sample.PROVINCE);
        assertThat(plain).isNotEmpty();
        for (String typed : List.of("-硅光", "“硅光", "专长:硅光", "硅光。")) {
            assertThat(suggestions.of(typed, Sample.PROVINCE)).as(typed).isEqualTo(plain);
        }
        assertThat(suggestions.of("陈建国（女）", Sample.PROVINCE))
                .extracting(Suggestions.Suggestion::text)
                .containsExactly("陈建国");
    }
}
