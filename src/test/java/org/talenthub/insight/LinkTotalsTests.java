package org.talenthub.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.as;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.results.GeneratedPool;
import org.talenthub.search.Kind;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every count of neighbours is the total of the list behind it, for every role: of some records and places by itself, of all of them in
 * the long form.
 */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkTotalsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SOME = 17;
    private static final List<String> SIGNS = List.of(
            "C++ 开发",
            "R&D 管理",
            "C# 语言",
            "100% 国产",
            "TCP/IP、网络",
            "\"双引号\" '单引号'",
            "a=b?c",
            "<b>尖括号</b>",
            "反\\斜线",
            "%2B",
            "{花括号}",
            "分号;逗号,",
            "全角＋＆＃％");
    private static final List<String> PLACES = List.of(
            "/chains/OPTO",
            "/chains/NEV",
            "/chains/OPTO_LASER",
            "/chains/AI_DATA",
            "/regions/420100",
            "/regions/420506");

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final GeneratedPool generated = new GeneratedPool(15, 130, 53);
    private @Nullable PoolRows pool;

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(generated.rows, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private MvcTestResult call(Viewer viewer, String path) {
        return mvc.get().uri("/api/v1" + path).with(as(viewer)).exchange();
    }

    private static JsonNode body(MvcTestResult r) {
        try {
            return JSON.readTree(r.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(PoolRows.Row r) {
        return "/" + Kind.of(r.type(), r.subtype()).path() + "/" + Ids.text(r.id());
    }

    /** How many links were followed. */
    private int differences(Viewer viewer, String path, List<String> different) {
        MvcTestResult r = call(viewer, path + "/links");
        if (r.getResponse().getStatus() == 404) {
            return 0;
        }
        assertThat(r).as("%s %s", viewer.role(), path).hasStatusOk();
        int followed = 0;
        for (JsonNode link : body(r).path("links")) {
            // the very address that is given out
            MvcTestResult list = mvc.get()
                    .uri(URI.create(link.path("query").asString()))
                    .with(as(viewer))
                    .exchange();
            long total = body(list).path("total").asLong(-1);
            followed++;
            if (total != link.path("total").asLong()) {
                different.add(viewer.role() + " " + path + " " + link + " finds " + total);
            }
        }
        return followed;
    }

    private void check(List<String> paths) {
        check(paths, generated.viewers());
    }

    private void check(List<String> paths, List<Viewer> viewers) {
        List<String> different = new ArrayList<>();
        int followed = 0;
        for (Viewer viewer : viewers) {
            for (String path : paths) {
                followed += differences(viewer, path, different);
            }
        }
        System.out.printf(
                "[links] %d roles, %d entities, %d links followed, %d differences%n",
                viewers.size(), paths.size(), followed, different.size());
        assertThat(different).isEmpty();
        assertThat(followed).isPositive();
    }

    @Test
    @Tag("part")
    void everyCountOfSomeIsTheTotalOfItsListForEveryRole() {
        List<String> some = new ArrayList<>(PLACES);
        for (int i = 0; i < generated.rows.size(); i += SOME) {
            some.add(path(generated.rows.get(i)));
        }
        check(some);
    }

    @Test
    @Tag("long")
    void everyCountIsTheTotalOfItsListForEveryRole() {
        assertThat(generated.rows).hasSizeGreaterThanOrEqualTo(200);
        List<String> all = new ArrayList<>(PLACES);
        generated.rows.forEach(r -> all.add(path(r)));
        check(all);
    }

    @Test
    void namesWithSignsThatAddressesUseLeadToTheirRows() {
        PoolRows.Row like = generated.rows.stream()
                .filter(r -> r.type().equals("talent"))
                .findFirst()
                .orElseThrow();
        PoolRows.Row wanted = generated.rows.stream()
                .filter(r -> r.type().equals("demand"))
                .findFirst()
                .orElseThrow();
        List<String> paths = new ArrayList<>();
        List<PoolRows.Row> put = new ArrayList<>();
        for (String name : SIGNS) {
            for (int i = 0; i < 2; i++) {
                put.add(with(like, "标记者" + i, "employerName", name, "expertise"));
            }
            put.add(with(wanted, "标记岗位", "enterpriseName", name, "skills"));
        }
        put.forEach(r -> {
            Objects.requireNonNull(pool).put(r, 1);
            paths.add(path(r));
        });
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        check(
                paths,
                List.of(generated.viewer(Role.PROVINCE), generated.viewer(Role.STATION), generated.viewer(Role.BASE)));
        for (String path : paths) {
            JsonNode links =
                    body(call(generated.viewer(Role.PROVINCE), path + "/links")).path("links");
            assertThat(links.valueStream().map(l -> l.path("rel").asString()))
                    .as(path)
                    .contains("skilled");
        }
        put.forEach(r -> Objects.requireNonNull(pool).withdraw(r, 2));
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    private static PoolRows.Row with(PoolRows.Row r, String name, String enterprise, String sign, String skills) {
        Map<String, Object> fields = new LinkedHashMap<>(r.fields());
        fields.put(r.type().equals("demand") ? "post" : "name", name);
        fields.put(enterprise, "标记" + sign + "公司");
        fields.put(skills, List.of(sign, sign + " 工艺"));
        fields.remove("employerCode");
        fields.remove("enterpriseCode");
        return new PoolRows.Row(
                Ids.next(),
                r.type(),
                r.subtype(),
                name,
                r.region(),
                null,
                "标记" + sign + "公司",
                r.area(),
                r.carrier(),
                r.reporters(),
                r.confirmed(),
                fields);
    }

    @Test
    void placesTellWhatIsThereWhatHappenedAndWhatIsMissing() {
        Viewer province = generated.viewer(Role.PROVINCE);
        for (String place : PLACES) {
            for (Viewer viewer : generated.viewers()) {
                for (String part : List.of("/links", "/timeline", "/gaps")) {
                    assertThat(call(viewer, place + part)).as(place + part).hasStatusOk();
                }
                assertThat(call(viewer, place + "/timeline").getResponse().getStatus())
                        .isEqualTo(200);
            }
            assertThat(call(province, place + "/links?x=1")).hasStatus(400);
        }
        JsonNode told = body(call(province, "/regions/420100/timeline"));
        assertThat(told.path("total").asInt()).isPositive();
        assertThat(told.at("/items/0/kind").asString()).isIn("REPORTED", "CORRECTED");
        JsonNode gaps = body(call(province, "/regions/420506/gaps"));
        assertThat(gaps.path("items").valueStream())
                .allSatisfy(g -> assertThat(g.path("who").toString()).contains("宜昌", "PROVINCE"));
        JsonNode node = body(call(province, "/chains/QUANTUM_SOFTWARE/gaps"));
        assertThat(node.path("items").valueStream().map(g -> g.path("kind").asString()))
                .contains("MISSING");
        assertThat(body(call(Viewer.ANONYMOUS, "/chains/OPTO/timeline")).toString())
                .doesNotContain("\"talent\"");
        for (String nothing : List.of("/chains/NOTHING", "/regions/110000")) {
            assertThat(call(province, nothing + "/gaps")).hasStatus(404);
        }
        MvcTestResult page = mvc.get().uri("/regions/420100").with(as(province)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("待完善", "最近上报、更正与发布");
        assertThat(mvc.get().uri("/chains").with(as(province)).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("待完善");
    }

    @Test
    void whatIsOldIsASearchAwayWithTheSheetOfOnesOwnRows() throws Exception {
        PoolRows p = Objects.requireNonNull(pool);
        List<PoolRows.Row> there = generated.rows.stream()
                .filter(r -> String.valueOf(r.region()).startsWith("4201"))
                .limit(60)
                .toList();
        Timestamp longAgo = Timestamp.from(Instant.now().minus(Duration.ofDays(500)));
        there.forEach(r -> {
            jdbc.sql("update pool_record set version = 7, updated_at = ? where id = ?")
                    .params(longAgo, r.id())
                    .update();
            p.tell(r.type(), r.id(), 7);
        });
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        int followed = 0;
        for (Viewer viewer : generated.viewers()) {
            for (String place : List.of("/regions/420100", "/chains/OPTO")) {
                MvcTestResult page = mvc.get().uri(place).with(as(viewer)).exchange();
                String html = page.getResponse().getContentAsString(StandardCharsets.UTF_8);
                for (JsonNode lack : body(call(viewer, place + "/gaps")).path("items")) {
                    if (lack.path("kind").asString().equals("MISSING")) {
                        assertThat(lack.path("query").isNull()).isTrue();
                        continue;
                    }
                    String query = lack.path("query").asString();
                    assertThat(query).contains("unchangedSince=");
                    assertThat(body(call(viewer, query.substring("/api/v1".length())))
                                    .path("total")
                                    .asLong())
                            .as("%s %s", viewer.role(), query)
                            .isEqualTo(lack.path("count").asLong());
                    assertThat(html)
                            .contains(query.substring(query.indexOf('?') + 1).replace("&", "&amp;"));
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(20);
        assertThat(mvc.get()
                        .uri("/regions/420100")
                        .with(as(generated.viewer(Role.STATION)))
                        .exchange())
                .bodyText()
                .contains("/imports/gaps/talent.xlsx", "/imports/gaps/demand.xlsx")
                .doesNotContain("/imports/gaps/enterprise.xlsx");
        assertThat(mvc.get().uri("/regions/420100").with(as(Viewer.ANONYMOUS)).exchange())
                .bodyText()
                .contains("unchangedSince=")
                .doesNotContain("/imports/gaps/");
    }

    @Test
    void whoSharesASkillIsANeighbour() {
        PoolRows.Row person = generated.rows.stream()
                .filter(r -> r.type().equals("talent") && r.fields().containsKey("expertise"))
                .findFirst()
                .orElseThrow();
        JsonNode links = body(call(generated.viewer(Role.PROVINCE), path(person) + "/links"))
                .path("links");
        assertThat(links.valueStream().filter(l -> l.path("rel").asString().equals("skilled")))
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l.path("total").asInt()).isGreaterThan(1));
    }
}
