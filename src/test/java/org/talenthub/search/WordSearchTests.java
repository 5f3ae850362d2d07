package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;

/** Words, synonyms and foldings on the real engine: what is found, in which order, what is marked. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordSearchTests {

    @Autowired
    Searches searches;

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
        person("甲某", "工艺总监", "光子芯片工艺", "磷化铟外延");
        person("乙某", "高级工程师", "光芯片设计", "新能源汽车整车与电池，尤其热管理");
        person("丙某", "总工程师", "半導體雷射與ＧａＮ器件", "從事３Ｄ打印（８英寸）");
        person("丁某", "软件工程师", "C++；人工智能", "翀赟昉测试法");
        person("艾文", "焊工", "能源审计", "汽车史");
        person("戊某", "教授", "动力电池", "博士后科研工作站");
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private void person(String name, String post, String expertise, String research) {
        // the post of a senior engineer is the title too
        Map<String, Object> fields = post.equals("高级工程师")
                ? Map.of(
                        "name",
                        name,
                        "post",
                        post,
                        "expertise",
                        List.of(expertise),
                        "research",
                        research,
                        "titleLevel",
                        "DEPUTY_SENIOR")
                : Map.of("name", name, "post", post, "expertise", List.of(expertise), "research", research);
        if (pool != null) {
            pool.put(
                    new PoolRows.Row(
                            Ids.next(),
                            "talent",
                            null,
                            name,
                            "420100",
                            null,
                            null,
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
        return searches.find(new SearchQuery(Kind.TALENT, q, Map.of(), "", 0, 100, null), Sample.PROVINCE);
    }

    private static List<String> names(SearchResult r) {
        return r.items().stream().map(h -> h.record().name()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "光芯片, 乙某 甲某",
        "光子芯片, 甲某 乙某",
        "AI, 丁某 艾文",
        "高工, 乙某",
        "半导体, 丙某",
        "gan, 丙某",
        "3d打印, 丙某",
        "增材制造, 丙某",
        "8英寸, 丙某",
        "C++, 丁某",
        "c, 丁某",
        "新能源汽车热管理, 乙某",
        "新能源汽车高级工程师, 乙某",
        "翀赟昉, 丁某",
        "赟昉测试, 丁某",
        "博士后工作站, 戊某",
        "新能源, 乙某",
    })
    void isFoundInThisOrder(String q, String expected) {
        assertThat(names(find(q))).startsWith(expected.split(" ")).hasSize(expected.split(" ").length);
    }

    @Test
    void synonymsAreAlike() {
        assertThat(names(find("光电子芯片"))).containsExactlyInAnyOrder("甲某", "乙某");
    }

    @Test
    void onePairOfCharactersInCommonIsChance() {
        assertThat(names(find("电池回收利用技术"))).isEmpty();
        assertThat(names(find("能源汽车"))).as("the whole run, and both words").containsExactlyInAnyOrder("乙某", "艾文");
    }

    @Test
    void whatMatchedIsMarkedInTheOriginal() {
        assertThat(find("半导体").items().getFirst().highlights())
                .containsEntry("expertise", List.of("<mark>半導體</mark>雷射與ＧａＮ器件"));
        assertThat(find("GaN").items().getFirst().highlights())
                .containsEntry("expertise", List.of("半導體雷射與<mark>ＧａＮ</mark>器件"));
        assertThat(find("3D打印").items().getFirst().highlights())
                .containsEntry("research", List.of("從事<mark>３Ｄ打印</mark>（８英寸）"));
        assertThat(find("光芯片").items().get(1).highlights()).containsEntry("expertise", List.of("<mark>光子芯片</mark>工艺"));
        SearchResult.Hit scattered = find("新能源汽车高级工程师").items().getFirst();
        assertThat(scattered.highlights())
                .containsEntry("post", List.of("<mark>高级工程师</mark>"))
                .containsEntry("research", List.of("<mark>新能源汽车</mark>整车与电池，尤其热管理"));
        assertThat(scattered.matched()).containsExactlyInAnyOrder("post", "research");
    }
}
