package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.FullTest;
import org.talenthub.PoolRows;
import org.talenthub.common.Ids;
import org.talenthub.indexing.IndexKeeper;
import org.talenthub.indexing.Relay;
import org.talenthub.indexing.rebuild.Reconciliation;
import org.talenthub.meaning.Enricher;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Search by meaning beside the words: on the real engines, with the real model. */
@FullTest
class MeaningTests {

    @Autowired
    Searches searches;

    @Autowired
    Relay relay;

    @Autowired
    Enricher enricher;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    private final PoolRows pool;

    MeaningTests(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
    }

    private final PoolRows.Row silicon = person("陈一", "420100", "硅光模块耦合工艺", "expertise", List.of("硅光模块耦合工艺"));
    private final PoolRows.Row literal =
            person("王二", "420500", "word", "expertise", List.of("光通信器件封装", "精益生产", "供应商管理"), "post", "生产经理");
    private final PoolRows.Row battery =
            person("李三", "420500", "battery", "expertise", List.of("动力电池热管理"), "post", "电池系统工程师");
    private final PoolRows.Row vaccine = person("张伟", "420100", "vaccine", "expertise", List.of("mRNA疫苗", "药品注册申报"));

    private static PoolRows.Row person(String name, String region, String employer, Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return new PoolRows.Row(
                Ids.next(),
                "talent",
                null,
                name,
                region,
                null,
                "示例单位" + employer.length(),
                null,
                null,
                "province",
                null,
                fields);
    }

    @BeforeEach
    void fill() throws Exception {
        eventually(keeper::ready);
        pool.clear();
        for (PoolRows.Row r : List.of(silicon, literal, battery, vaccine)) {
            pool.put(r, 1);
        }
        enriched();
    }

    @AfterEach
    void leaveNothing() {
        pool.clear();
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private void enriched() throws Exception {
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        eventually(() -> enricher.status().waiting() == 0);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private static void eventually(java.util.function.BooleanSupplier condition) throws Exception {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private SearchResult find(String q, Viewer viewer, String... filters) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            map.put(filters[i], List.of(filters[i + 1]));
        }
        return searches.find(new SearchQuery(Kind.TALENT, q, map, "", 0, 20, null), viewer);
    }

    private static List<String> names(SearchResult r) {
        return r.items().stream().map(h -> h.record().name()).toList();
    }

    @Test
    void whatIsMeantIsFoundBelowWhatIsWritten() {
        SearchResult r = find("光通信器件封装", Sample.PROVINCE);
        assertThat(names(r)).containsExactly("王二", "陈一");
        assertThat(r.items().get(1).matched()).containsExactly("meaning");
        assertThat(r.items().get(1).highlights().get("meaning")).containsExactly("硅光模块耦合工艺");
        assertThat(r.items().get(0).matched()).contains("expertise");
    }

    @Test
    void aListTotalAndFacetsAgreeUnderEveryNarrowing() {
        SearchResult everywhere = find("光通信器件封装", Sample.PROVINCE);
        assertThat(everywhere.total()).isEqualTo(1);
        assertThat(everywhere.nearTotal()).isEqualTo(1);
        assertThat(everywhere.items()).extracting(SearchResult.Hit::near).containsExactly(false, true);
        SearchResult wuhan = find("光通信器件封装", Sample.PROVINCE, "region", "420100");
        assertThat(names(wuhan)).containsExactly("陈一");
        assertThat(wuhan.total()).isZero();
        assertThat(wuhan.nearTotal()).isEqualTo(1);
        assertThat(wuhan.facets().get("category"))
                .as("what is near is not counted")
                .noneMatch(v -> v.count() > 0);
        assertThat(searches.samples(
                                List.of(new SearchQuery(
                                        Kind.TALENT, "光通信器件封装", Map.of("region", List.of("420100")), "", 0, 1, null)),
                                1,
                                Sample.PROVINCE)
                        .getFirst()
                        .total())
                .isZero();
    }

    @Test
    void namesPlacesOrganisationsAndWhatIsMeantLiterallyBringNobodySimilar() {
        assertThat(names(find("张伟", Sample.PROVINCE))).containsExactly("张伟");
        for (String q : List.of("“光通信器件封装”", "武汉大学", "博士", "PyTorch", "zhangwei")) {
            assertThat(find(q, Sample.PROVINCE).items())
                    .as(q)
                    .allSatisfy(h -> assertThat(h.matched()).doesNotContain("meaning"));
        }
        assertThat(names(find("光通信器件封装", Sample.PROVINCE, "meaning", "off"))).containsExactly("王二");
    }

    @Test
    void theOtherWordsOfAMeantTopicStillHold() {
        assertThat(names(find("光通信器件封装 武汉", Sample.PROVINCE))).containsExactly("陈一");
        assertThat(names(find("光通信器件封装 -硅光", Sample.PROVINCE))).containsExactly("王二");
    }

    @Test
    void nearestIsWhatTheViewerMaySee() {
        PoolRows.Row ours = person("周七", "420100", "ours", "expertise", List.of("硅光集成"));
        PoolRows.Row mine = new PoolRows.Row(
                ours.id(),
                "talent",
                null,
                "周七",
                "420100",
                "91420100MA4K3333X3",
                "示例甲",
                "示例基地",
                null,
                "province",
                null,
                ours.fields());
        long base = Ids.next();
        pool.put(
                new PoolRows.Row(
                        base,
                        "carrier",
                        "BASE",
                        "示例基地",
                        "420100",
                        null,
                        "示例管委会",
                        null,
                        null,
                        "province",
                        null,
                        Map.of()),
                1);
        pool.put(
                new PoolRows.Row(
                        Ids.next(),
                        "enterprise",
                        null,
                        "示例甲",
                        "420100",
                        "91420100MA4K3333X3",
                        "示例甲",
                        "示例基地",
                        null,
                        "province",
                        null,
                        Map.of()),
                1);
        pool.put(mine, 1);
        assertThatNoException().isThrownBy(this::enriched);
        Viewer viewer = new Viewer(5, "base", "基地", Role.BASE, null, base, "示例基地");
        assertThat(names(find("光通信器件封装", viewer))).containsExactly("周七");
        assertThat(names(find("光通信器件封装", Sample.PROVINCE))).contains("陈一", "周七");
    }

    @Test
    void aChangedTextGetsANewVectorAndARebuildComputesNothing() throws Exception {
        PoolRows.Row changed = new PoolRows.Row(
                silicon.id(),
                "talent",
                null,
                "陈一",
                "420100",
                null,
                "示例单位",
                null,
                null,
                "province",
                null,
                Map.of("expertise", List.of("新能源汽车电驱动")));
        pool.put(changed, 2);
        enriched();
        assertThat(names(find("光通信器件封装", Sample.PROVINCE))).containsExactly("王二");
        assertThat(names(find("电机驱动系统", Sample.PROVINCE))).contains("陈一");
        long computed = enricher.status().computed();
        keeper.rebuild("talents");
        Thread.sleep(3_000);
        eventually(keeper::ready);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        assertThat(names(find("电机驱动系统", Sample.PROVINCE))).contains("陈一");
        assertThat(enricher.status().computed()).isEqualTo(computed);
        assertThat(enricher.status().waiting()).isZero();
        assertThat(reconciliation.compare()).allMatch(Reconciliation.Report::clean);
    }

    @Test
    void equalTextsAreOneAndWaitingRecordsLoseNothingWhenTheirTextsAreLost() throws Exception {
        long before = enricher.status().texts();
        PoolRows.Row twin = person("赵六", "420100", "x", "expertise", List.of("硅光模块耦合工艺"));
        pool.put(twin, 1);
        enriched();
        assertThat(enricher.status().texts()).isEqualTo(before);
        jdbc.sql("delete from embedding").update();
        for (PoolRows.Row r : Arrays.asList(silicon, twin)) {
            pool.tell("talent", r.id(), 1);
        }
        enriched();
        assertThat(names(find("光通信器件封装", Sample.PROVINCE))).contains("陈一", "赵六");
    }
}
