package org.talenthub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.talenthub.GivenRows;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Scope;
import org.talenthub.access.Visibility;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.Relay;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.search.SearchResult.FacetValue;
import org.talenthub.search.advice.Suggestions;
import org.talenthub.search.counting.KindTotals;
import org.talenthub.search.kinds.Vocabulary;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is found, in which order, by whom: on the real engines, over the small province of {@link Sample}. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchesTests {

    @Autowired
    Searches searches;

    @Autowired
    KindTotals totals;

    @Autowired
    Links links;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    Records records;

    @Autowired
    Rights rights;

    @Autowired
    Relay relay;

    @Autowired
    Rest5Client elasticsearch;

    private final Sample sample = new Sample();
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(sample.rows, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private SearchResult find(Kind kind, Viewer viewer, String address) {
        return searches.find(SearchParameters.read(kind, parameters(address)), viewer);
    }

    private static Map<String, List<String>> parameters(String address) {
        return Arrays.stream(address.split("&"))
                .filter(p -> p.contains("="))
                .map(p -> p.split("=", 2))
                .collect(Collectors.groupingBy(p -> p[0], Collectors.mapping(p -> p[1], Collectors.toList())));
    }

    private static List<String> names(SearchResult r) {
        return r.items().stream().map(h -> h.record().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "测赟翀昉   | 2",
                "翀         | 4",
                "翀昉甲     | 1",
                "赟翀测     | 1",
                "inp        | 1",
                "InP激光器外延 | 1",
                "光芯片     | 4",
                "光芯片 总监 | 1",
                "光电子信息 | 2",
                "博士       | 1",
                "洪山区     | 2",
                "武汉       | 2",
                "*          | 0",
                "翀*        | 4",
                "(翀 OR \"  | 4",
                "name:翀    | 4",
                "不存在的词 | 0",
                "91420100ma4k1111x1 | 1",
            })
    void findsExactlyWhatContainsTheWords(String q, int total) {
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=" + q).total()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "专长:光芯片   | 1",
                "skill:光芯片  | 1",
                "“光芯片”      | 4",
                "光芯片 -总监  | 3",
                "-光芯片       | 0",
                "-硅光         | 3",
                "硅光 OR 焊接  | 2",
                "硅光 或 焊接 或 动力电池 | 3",
                "岗位:工程师 硅光 OR 电池 | 2",
                "姓名:光芯片   | 0",
                "产业:光电子信息 | 2",
                "产业:光电子信息 -姓名:翀昉甲 | 1",
                "学历:博士     | 1",
                "学历:无此学历 | 0",
                "地区:武汉     | 2",
                "类别:高技能人才 | 1",
                "年龄:10-120   | 4",
                "年龄:>120     | 0",
                "年龄:老       | 0",
                "爱好:足球     | 0",
            })
    void whoWantsToAsksInTheLanguageOfTheBox(String q, int total) {
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=" + q).total()).isEqualTo(total);
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=" + q).notices())
                .hasSize(List.of("爱好:足球", "年龄:>120", "年龄:老").contains(q) ? 1 : 0);
    }

    @Test
    void aFieldThatIsHiddenIsNotLookedInByItsNameEither() {
        Viewer station = sample.station();
        assertThat(find(Kind.TALENT, station, "q=姓名:欧阳").total()).isZero();
        assertThat(names(find(Kind.TALENT, station, "q=姓名:翀"))).containsExactlyInAnyOrder("测赟翀昉甲", "测赟翀昉乙");
        assertThat(find(Kind.TALENT, station, "q=-姓名:欧阳").total())
                .as("excluding tells nothing either")
                .isEqualTo(4);
        assertThat(find(Kind.TALENT, station, "q=电话:13800138000").notices()).hasSize(1);
    }

    @Test
    void namesAndSkillsComeBeforeProse() {
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "q=光芯片")).subList(0, 2))
                .as("skill and post, then research, then achievements only")
                .containsExactly("测赟翀昉甲", "测赟翀昉乙");
        assertThat(names(find(Kind.DEMAND, Sample.PROVINCE, "q=焊"))).containsExactly("焊工");
        assertThat(names(find(Kind.ENTERPRISE, Sample.PROVINCE, "q=光模块"))).containsExactly(Sample.LIGHT);
    }

    @Test
    void marksAreHtmlAndNothingElseIs() {
        SearchResult r = find(Kind.TALENT, Sample.PROVINCE, "q=标准");
        assertThat(r.items()).singleElement().satisfies(h -> {
            assertThat(h.highlights()).containsEntry("research", List.of("工艺 &lt;b&gt;<mark>标准</mark>&lt;&#x2F;b&gt;"));
            assertThat(h.matched()).containsExactly("research");
            assertThat(h.score()).isPositive();
        });
    }

    @Test
    void valuesOfOneFacetAreAlternativesAndTheOthersKeepTheirCounts() {
        SearchResult all = find(Kind.TALENT, Sample.PROVINCE, "");
        assertThat(all.total()).isEqualTo(4);
        assertThat(counts(all, "category"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("OUTSTANDING_ENGINEER", 2L, "YOUNG_SCIENTIST", 1L, "SKILLED_WORKER", 1L));
        SearchResult two = find(Kind.TALENT, Sample.PROVINCE, "category=YOUNG_SCIENTIST&category=SKILLED_WORKER");
        assertThat(two.total()).isEqualTo(2);
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "industry=光电子信息").facets().get("industry"))
                .extracting(FacetValue::value, FacetValue::selected)
                .containsExactlyInAnyOrder(tuple("OPTO", true), tuple("NEV", false));
        assertThat(counts(two, "category")).isEqualTo(counts(all, "category"));
        assertThat(counts(two, "industry")).isEqualTo(Map.of("OPTO", 1L, "NEV", 1L));
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "category=SKILLED_WORKER&industry=OPTO")
                        .total())
                .isZero();
    }

    /** As the search engine itself counts what it is asked. */
    @Test
    void aSearchWithFacetsAndMarksIsOneRequestAndATotalBesideItIsNoFurtherOne() throws IOException {
        long before = asked();
        assertThat(find(
                                Kind.TALENT,
                                Sample.PROVINCE,
                                "category=OUTSTANDING_ENGINEER&category=SKILLED_WORKER&category=YOUNG_SCIENTIST")
                        .total())
                .isGreaterThan(3);
        assertThat(asked() - before).isOne();
        SearchQuery everybody = SearchParameters.read(Kind.TALENT, Map.of());
        searches.page(everybody, List.of(Searches.all(Kind.DEMAND, "光")), Sample.PROVINCE);
        assertThat(asked() - before).isEqualTo(2);
    }

    private long asked() throws IOException {
        try (InputStream answer = elasticsearch
                .performRequest(new Request("GET", "/_nodes/stats/http"))
                .getEntity()
                .getContent()) {
            JsonNode routes = JsonMapper.builder()
                    .build()
                    .readTree(answer)
                    .path("nodes")
                    .iterator()
                    .next()
                    .at("/http/routes");
            return routes.propertyStream()
                    .filter(route -> route.getKey().endsWith("search"))
                    .mapToLong(route -> route.getValue().at("/requests/count").longValue(0))
                    .sum();
        }
    }

    @Test
    void everyCountIsWhatItsSearchFinds() {
        for (Kind kind : Kind.values()) {
            find(kind, Sample.PROVINCE, "")
                    .facets()
                    .forEach((name, values) ->
                            values.forEach(v -> assertThat(find(kind, Sample.PROVINCE, name + "=" + v.value())
                                            .total())
                                    .as("%s %s=%s", kind, name, v.label())
                                    .isEqualTo(v.count())));
        }
    }

    @Test
    void whatIsFoundIsTheSameWhicheverFacetsAreCounted() {
        SearchResult all = find(Kind.TALENT, Sample.PROVINCE, "category=SKILLED_WORKER");
        SearchResult some = find(Kind.TALENT, Sample.PROVINCE, "category=SKILLED_WORKER&facets=region,mode");
        assertThat(some.facets()).containsOnlyKeys("region", "mode", "category");
        some.facets()
                .forEach((name, values) ->
                        assertThat(values).as(name).isEqualTo(all.facets().get(name)));
        SearchResult none = find(Kind.TALENT, Sample.PROVINCE, "facets=none");
        assertThat(none.facets()).isEmpty();
        assertThat(none.total()).isEqualTo(4);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> find(Kind.TALENT, Sample.PROVINCE, "facets=regoin"))
                .withMessageContaining("region");
    }

    private static Map<String, Long> counts(SearchResult r, String facet) {
        return r.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    @Test
    void regionsContainWhatLiesInThem() {
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "region=420000").total()).isEqualTo(4);
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "region=武汉").total()).isEqualTo(2);
        SearchResult county = find(Kind.TALENT, Sample.PROVINCE, "region=420111");
        assertThat(county.facets().get("region"))
                .extracting(FacetValue::label, FacetValue::count, FacetValue::selected)
                .contains(tuple("武汉市", 2L, false), tuple("洪山区", 2L, true));
    }

    @Test
    void nodesOfTheChainsAreFoundByTheirWords() {
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "node=OPTO_OPTICAL_CHIP")))
                .as("光芯片, and 硅光, an everyday word for it")
                .containsExactlyInAnyOrder("测赟翀昉甲", "测赟翀昉乙");
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "node=动力电池").total()).isEqualTo(1);
        assertThat(find(Kind.PLATFORM, Sample.PROVINCE, "node=OPTO_OPTICAL_CHIP")
                        .total())
                .as("光子集成 is one of its technologies")
                .isOne();
        assertThat(find(Kind.PLATFORM, Sample.PROVINCE, "node=OPTO_DISPLAY").total())
                .isZero();
    }

    @Test
    void enterprisesAndCarriersAreKnownByIdCodeAndName() {
        for (String e : List.of(Sample.LIGHT, Sample.LIGHT_CODE, Ids.text(sample.id(Sample.LIGHT)))) {
            assertThat(find(Kind.TALENT, Sample.PROVINCE, "employer=" + e).total())
                    .isEqualTo(2);
        }
        for (String c : List.of("示例光电人才驿站", Ids.text(sample.station), Ids.text(sample.base))) {
            assertThat(find(Kind.TALENT, Sample.PROVINCE, "carrier=" + c).total())
                    .isEqualTo(2);
        }
        assertThat(names(find(Kind.STATION, Viewer.ANONYMOUS, "base=示例光谷人才基地"))).containsExactly("示例光电人才驿站");
        assertThat(find(Kind.ENTERPRISE, Viewer.ANONYMOUS, "base=示例光谷人才基地").total())
                .isEqualTo(1);
    }

    @Test
    void demandsAreOpenUntilTheirDayAndPayWhatTheyReach() {
        assertThat(names(find(Kind.DEMAND, Sample.PROVINCE, "open=true&sort=name")))
                .containsExactlyInAnyOrder("光芯片工程师", "焊工");
        assertThat(names(find(Kind.DEMAND, Sample.PROVINCE, "salaryMin=40")))
                .as("30 to 50 reaches it, and so may one that is open upwards")
                .containsExactlyInAnyOrder("光芯片工程师", "电池工程师");
        assertThat(names(find(Kind.DEMAND, Viewer.ANONYMOUS, ""))).containsExactlyInAnyOrder("光芯片工程师", "焊工");
    }

    @Test
    void whatThereIsForAViewerIsTheSameInMemoryAndInQueries() {
        compareMemoryWithQueries();
    }

    /** The people of somebody's events, the candidates of somebody's demands: told by modules that come later. */
    @Test
    void whatAModuleOpensIsTheSameInMemoryAndInQueries() {
        Viewer matchmaker = new Viewer(6, "m", "承办", Role.MATCHMAKER, null, null, null);
        Extent two = new Extent.Among(Set.of(sample.id("欧阳翀"), sample.id("测赟翀昉乙")));
        GivenRows.talents(matchmaker, new Scope.Grade(two, Visibility.FULL), () -> {
            compareMemoryWithQueries();
            assertThat(names(find(Kind.TALENT, matchmaker, ""))).containsExactlyInAnyOrder("欧阳翀", "测赟翀昉乙");
            assertThat(names(find(Kind.TALENT, matchmaker, "q=欧阳"))).containsExactly("欧阳翀");
            assertThat(find(Kind.TALENT, matchmaker, "q=动力电池").total()).isZero();
        });
        assertThat(searches.kinds(matchmaker)).doesNotContain(Kind.TALENT);

        Viewer base = sample.base();
        Extent one = new Extent.Among(Set.of(sample.id("欧阳翀")));
        GivenRows.talents(base, new Scope.Grade(one, Visibility.ANONYMISED), () -> {
            compareMemoryWithQueries();
            assertThat(names(find(Kind.TALENT, base, ""))).containsExactlyInAnyOrder("测赟翀昉甲", "测赟翀昉乙", "欧阳先生");
            assertThat(find(Kind.TALENT, base, "q=欧阳").total())
                    .as("by no name that is not shown")
                    .isZero();
            assertThat(find(Kind.TALENT, base, "q=翀").total()).isEqualTo(2);
            assertThat(names(find(Kind.TALENT, base, "q=焊接"))).containsExactly("欧阳先生");
            assertThat(find(Kind.TALENT, base, "sort=name").items())
                    .as("an order by name would tell it")
                    .extracting(h -> h.record().name())
                    .isEqualTo(names(find(Kind.TALENT, base, "sort=newest")));
        });

        Viewer station = sample.station();
        GivenRows.talents(station, new Scope.Grade(one, Visibility.NO_CONTACT), () -> {
            compareMemoryWithQueries();
            assertThat(names(find(Kind.TALENT, station, "q=欧阳"))).containsExactly("欧阳翀");
            assertThat(names(find(Kind.TALENT, station, "q=翀"))).containsExactlyInAnyOrder("测赟翀昉甲", "测赟翀昉乙", "欧阳翀");
        });
    }

    private void compareMemoryWithQueries() {
        for (Viewer viewer : sample.everybody()) {
            for (Kind kind : Kind.values()) {
                Set<String> seen = sample.rows.stream()
                        .filter(r -> r.type().equals(kind.type())
                                && (kind.subtype() == null || kind.subtype().equals(r.subtype())))
                        .map(r -> records.find(kind.type(), Ids.text(r.id())).orElseThrow())
                        .filter(s -> rights.scope(kind.type(), viewer).of(s) != Visibility.NONE)
                        .map(RecordSnapshot::id)
                        .map(Ids::text)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (searches.kinds(viewer).contains(kind)) {
                    SearchResult r = find(kind, viewer, "size=100");
                    assertThat(r.items().stream().map(h -> h.record().id()).collect(Collectors.toSet()))
                            .as("%s of %s", kind, viewer.role())
                            .isEqualTo(seen);
                    assertThat(r.total()).isEqualTo(seen.size());
                    // the page leaves lapsed demands out unless they are asked for
                    assertThat(totals.of(viewer).get(kind))
                            .isEqualTo(find(kind, viewer, kind == Kind.DEMAND ? "open=true" : "")
                                    .total());
                } else {
                    assertThat(seen).isEmpty();
                }
            }
        }
    }

    @Test
    void whoSeesNoNamesCannotFindByThem() {
        Viewer station = sample.station();
        assertThat(find(Kind.TALENT, station, "").total()).isEqualTo(4);
        assertThat(names(find(Kind.TALENT, station, "q=翀")))
                .as("its own only: 欧阳翀 and 赟翀测昉 are others'")
                .containsExactlyInAnyOrder("测赟翀昉甲", "测赟翀昉乙");
        assertThat(find(Kind.TALENT, station, "q=欧阳").total()).isZero();
        assertThat(find(Kind.TALENT, station, "q=主持").total())
                .as("achievements are personal")
                .isEqualTo(2);
        SearchResult skills = find(Kind.TALENT, station, "q=测");
        assertThat(skills.items())
                .filteredOn(h -> h.record().visibility() == Visibility.ANONYMISED)
                .singleElement()
                .satisfies(h -> {
                    assertThat(h.highlights()).containsOnlyKeys("expertise");
                    assertThat(h.matched()).containsExactly("expertise");
                    assertThat(h.record().name()).isEqualTo("赟先生");
                });
        assertThat(find(Kind.TALENT, station, "sort=name").items()).hasSize(4);
        assertThat(names(find(Kind.TALENT, station, "sort=name")))
                .isEqualTo(names(find(Kind.TALENT, station, "sort=newest")));
        assertThat(suggestions.of("欧阳", station)).isEmpty();
        assertThat(suggestions.of("欧阳", Sample.PROVINCE))
                .extracting(Suggestions.Suggestion::text)
                .containsExactly("欧阳翀");
    }

    private List<String> suggested(String typed, Viewer viewer) {
        return suggestions.of(typed, viewer).stream()
                .map(s -> (s.skill() ? "skill" : s.kind().path()) + " " + s.html())
                .toList();
    }

    @Test
    void completionsAreSkillsAndNamesByCharactersPinyinAndInitials() {
        vocabulary.load();
        for (String typed : List.of("磷化铟", "linhuayin", "lhy", "linhuay", "磷化銦")) {
            assertThat(suggested(typed, Sample.PROVINCE)).as(typed).contains("skill <mark>磷化铟</mark>光芯片");
        }
        assertThat(suggested("光芯片", Sample.PROVINCE))
                .as("what begins so comes first, groups stay together")
                .containsExactly("demands <mark>光芯片</mark>工程师", "skill 磷化铟<mark>光芯片</mark>");
        assertThat(suggested("ouyang", Sample.PROVINCE)).containsExactly("talents <mark>欧阳</mark>翀");
        assertThat(suggested("hbsl", Viewer.ANONYMOUS)).contains("enterprises <mark>湖北示例</mark>光电科技有限公司");
        assertThat(suggestions.of("光芯片", Sample.PROVINCE))
                .filteredOn(Suggestions.Suggestion::skill)
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.id()).isNull();
                    assertThat(find(s.kind(), Sample.PROVINCE, "q=" + s.text()).total())
                            .isPositive();
                });
        for (String nothing : List.of("", " ", "\"", "-", "：", "字".repeat(61), "不会有的")) {
            assertThat(suggestions.of(nothing, Sample.PROVINCE)).as(nothing).isEmpty();
        }
    }

    @Test
    void completionsTellNothingThatTheViewerMayNotSee() {
        vocabulary.load();
        assertThat(suggested("动力电池", Sample.PROVINCE)).contains("skill <mark>动力电池</mark>");
        assertThat(suggested("动力电池", sample.base())).as("others' people").noneMatch(s -> s.startsWith("skill"));
        assertThat(suggested("焊接", Viewer.ANONYMOUS)).as("an open demand").contains("skill <mark>焊接</mark>");
        assertThat(suggested("电芯", Viewer.ANONYMOUS)).as("a lapsed demand").isEmpty();
        assertThat(suggested("硅光", Viewer.ANONYMOUS)).as("a person's").isEmpty();
        for (String typed : List.of("欧阳", "ouyang", "oyc", "zanchong")) {
            assertThat(suggested(typed, sample.station())).as(typed).noneMatch(s -> s.startsWith("talents"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "广芯片         | 光芯片",
                "磷化因光芯片   | 磷化铟光芯片",
                "动力电吃       | 动力电池",
                "hanjei         | 焊接",
                "广芯片 -软件   | 光芯片 -软件",
                "广芯片 总监    | 光芯片 总监",
                "欧阳冲         | 欧阳翀",
                "不会有的词     | ",
                "光芯片         | ",
            })
    void anotherSpellingIsOfferedWhenItFindsSomething(String q, @Nullable String meant) {
        vocabulary.load();
        SearchResult r = find(Kind.TALENT, Sample.PROVINCE, "q=" + q);
        assertThat(r.didYouMean()).isEqualTo(meant);
        if (meant != null) {
            assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=" + meant).total()).isGreaterThan(r.total());
        }
    }

    @Test
    void noSpellingTellsWhatTheViewerMayNotSee() {
        vocabulary.load();
        assertThat(find(Kind.TALENT, sample.station(), "q=欧阳冲").didYouMean()).isNull();
        assertThat(find(Kind.TALENT, sample.base(), "q=汗接").didYouMean()).isNull();
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=汗接").didYouMean()).isEqualTo("焊接");
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=汗接&industry=OPTO").didYouMean())
                .as("only what finds something under the other conditions")
                .isNull();
    }

    @Test
    void agesCountMonthsWhereMonthsAreSeen() {
        LocalDate today = HubTime.today();
        int age = today.getYear() * 12 + today.getMonthValue() - 1 - (1990 * 12 + 11);
        int years = Math.floorDiv(age, 12);
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "ageMin=" + years + "&ageMax=" + years)))
                .contains("测赟翀昉乙");
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "ageMax=" + (years - 1))))
                .containsExactly("欧阳翀");
    }

    @Test
    void whenNothingIsFoundItSaysWhichConditionToDrop() {
        SearchResult r = find(Kind.TALENT, Sample.PROVINCE, "q=硅光&industry=NEV");
        assertThat(r.total()).isZero();
        assertThat(r.relaxations())
                .containsExactly(
                        new SearchResult.Relaxation("q", "关键词", 2, null),
                        new SearchResult.Relaxation("industry", "产业", 1, null));
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "q=硅光 焊接&ageMin=1").relaxations())
                .as("also which of the words, and what a range costs")
                .contains(
                        new SearchResult.Relaxation("q", "关键词", 4, null),
                        new SearchResult.Relaxation("q", "关键词", 1, new SearchResult.Part("硅光", "焊接")),
                        new SearchResult.Relaxation("q", "关键词", 1, new SearchResult.Part("焊接", "硅光")));
        SearchResult few = find(Kind.TALENT, Sample.PROVINCE, "q=光芯片&industry=NEV&ageMin=60");
        assertThat(few.total()).isEqualTo(0);
        SearchResult one = find(Kind.TALENT, Sample.PROVINCE, "category=YOUNG_SCIENTIST&industry=OPTO");
        assertThat(one.relaxations())
                .as("few are like none, and only what brings more")
                .containsExactly(new SearchResult.Relaxation("category", "人才类别", 2, null));
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "").relaxations()).isEmpty();
    }

    @Test
    void rangesBoundWhatTheyName() {
        LocalDate today = HubTime.today();
        int since = today.getYear() * 12 + today.getMonthValue() - 1 - (2013 * 12 + 5);
        int years = since / 12;
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "experienceMin=" + years)))
                .containsExactly("测赟翀昉甲");
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "experienceMin=1&experienceMax=" + years)))
                .containsExactly("测赟翀昉甲");
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "experienceMax=" + (years - 1))
                        .total())
                .isZero();
        assertThat(find(Kind.TALENT, sample.station(), "experienceMin=1").total())
                .as("its own, whose graduation it may read")
                .isEqualTo(1);
        assertThat(names(find(Kind.TALENT, Sample.PROVINCE, "confirmedSince=2026-05")))
                .containsExactly("测赟翀昉甲");
        assertThat(find(Kind.TALENT, Sample.PROVINCE, "confirmedSince=2026-05-21")
                        .total())
                .isZero();
        assertThat(names(find(Kind.DEMAND, Sample.PROVINCE, "salaryMax=35"))).contains("光芯片工程师");
        assertThat(names(find(Kind.DEMAND, Sample.PROVINCE, "experienceMax=2"))).doesNotContain("光芯片工程师");
        assertThat(names(find(Kind.DEMAND, Sample.PROVINCE, "experienceMax=5"))).contains("光芯片工程师");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance&q=工", "newest", "name", "confirmed"})
    void theCursorGoesThroughEverythingOnce(String sort) {
        SearchResult whole = find(Kind.TALENT, Sample.PROVINCE, "size=100&sort=" + sort);
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            SearchResult page = find(
                    Kind.TALENT, Sample.PROVINCE, "size=1&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor));
            page.items().forEach(h -> ids.add(h.record().id()));
            cursor = page.cursor();
        } while (cursor != null);
        assertThat(ids)
                .isEqualTo(whole.items().stream().map(h -> h.record().id()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=0",
                "size=101",
                "size=x",
                "page=-1",
                "page=1001&size=10",
                "cursor=AAAA",
                "cursor=WyJuZXdlc3QiLDEsIngiXQ",
                "category=NOBODY",
                "region=330100",
                "ageMin=old",
                "experienceMin=x",
                "confirmedSince=gestern",
                "ageMax=-3",
                "sort=fate",
                "carrier=无此载体",
                "id=1",
                "open=x"
            })
    void whatMakesNoSenseIsRefused(String address) {
        Kind kind = address.startsWith("open") ? Kind.DEMAND : Kind.TALENT;
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> find(kind, Sample.PROVINCE, address))
                .satisfies(p -> assertThat(p.status()).isEqualTo(400));
    }

    @Test
    void peopleDoNotExistForTheAnonymousAndTheAdministrator() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> find(Kind.TALENT, Viewer.ANONYMOUS, ""))
                .satisfies(p -> assertThat(p.status()).isEqualTo(401));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> find(Kind.TALENT, Sample.ADMIN, ""))
                .satisfies(p -> assertThat(p.status()).isEqualTo(403));
        assertThat(totals.of(Viewer.ANONYMOUS)).doesNotContainKey(Kind.TALENT).containsEntry(Kind.DEMAND, 2L);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> links.view(Kind.TALENT, Ids.text(sample.id("欧阳翀")), Viewer.ANONYMOUS))
                .satisfies(p -> assertThat(p.status()).isEqualTo(404));
    }

    @Test
    void linksLeadToSearchesThatFindWhatTheySay() {
        for (PoolRows.Row r : sample.rows) {
            Kind kind = Kind.of(r.type(), r.subtype());
            List<Links.Group> groups = links.of(kind, Ids.text(r.id()), Sample.PROVINCE);
            assertThat(groups).as(r.name()).isNotEmpty();
            for (Links.Group g : groups) {
                String address = URLDecoder.decode(SearchParameters.write(g.query()), StandardCharsets.UTF_8);
                assertThat(find(g.kind(), Sample.PROVINCE, address).total())
                        .as("%s %s", r.name(), g.rel())
                        .isEqualTo(g.total());
                assertThat(g.items()).hasSize((int) Math.min(5, g.total()));
            }
        }
        assertThat(links.of(Kind.TALENT, Ids.text(sample.id("测赟翀昉甲")), Sample.PROVINCE))
                .extracting(Links.Group::rel, Links.Group::total)
                .contains(
                        tuple("employer", 1L),
                        tuple("station", 1L),
                        tuple("base", 1L),
                        tuple("colleagues", 2L),
                        tuple("region", 2L));
        assertThat(links.of(Kind.BASE, Ids.text(sample.base), Sample.PROVINCE))
                .extracting(Links.Group::rel)
                .contains("enterprises", "talents", "demands", "stations", "platforms");
    }
}
