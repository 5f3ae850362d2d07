package org.talenthub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.HubClient;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.Some;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.reference.standards.Industries;

/**
 * A thousand people, known to the pool as talents and as contacts of demands, and every page that a visitor or somebody at a terminal can
 * open: none of their names stands on any.
 */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedNamesTests {

    private static final String PROVINCE = "planted.province";
    private static final int PEOPLE = 1_000;
    private static final int DEMANDS = 420;
    private static final int CHALLENGES = 3;
    private static final int LINES = 12;
    private static final int ENTERPRISES = 200;
    private static final int CARRIERS = 60;
    private static final int PLATFORMS = 60;
    private static final int MOST = 5_000;
    private static final int SOME = 500;

    /** No word of any page is made of these. */
    private static final String SURNAMES = "闾鄢郗邵鄞隗郏邬鄂邴";

    private static final String GIVEN = "瑄珺璟璠瑢璐瑱璘珩琯";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Relay relay;

    @Autowired
    Accounts accounts;

    @Autowired
    Industries industries;

    private static final List<String> SECTIONS = List.of(
            "/",
            "/terminal",
            "/terminal/list",
            "/terminal/list?kind=CHALLENGE",
            "/terminal/named",
            "/terminal/chains",
            "/terminal/events",
            "/terminal/demands?industry=OPTO",
            "/key-list",
            "/key-list?kind=CHALLENGE",
            "/events",
            "/chains",
            "/chains/OPTO",
            "/regions/420100");

    private HubClient hub;
    private PoolRows pool;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private final List<PoolRows.Row> rows = new ArrayList<>();
    private final List<String> editions = new ArrayList<>();

    @BeforeAll
    void plant(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        for (int i = 0; i < PEOPLE; i++) {
            names.add("" + SURNAMES.charAt(i / 100) + GIVEN.charAt(i / 10 % 10) + GIVEN.charAt(i % 10));
        }
        assertThat(names).hasSize(PEOPLE);
        List<String> people = List.copyOf(names);
        for (int i = 0; i < PEOPLE; i++) {
            String employer = enterprise(i % ENTERPRISES);
            put(
                    "talent",
                    null,
                    people.get(i),
                    employer,
                    Map.of(
                            "name",
                            people.get(i),
                            "employerName",
                            employer,
                            "expertise",
                            List.of("光芯片工艺"),
                            "industries",
                            List.of("OPTO"),
                            "category",
                            "OUTSTANDING_ENGINEER",
                            "team",
                            people.get(i) + "团队",
                            "achievements",
                            people.get(i) + "主持项目两项"));
        }
        for (int i = 0; i < DEMANDS; i++) {
            put(
                    "demand",
                    null,
                    "光芯片工程师" + i,
                    enterprise(i % ENTERPRISES),
                    Map.of(
                            "post", "光芯片工程师" + i,
                            "enterpriseName", enterprise(i % ENTERPRISES),
                            "headcount", 1 + i % 3,
                            "skills", List.of("光芯片工艺"),
                            "industries", List.of("OPTO"),
                            "mode", "FULL_TIME",
                            "contact", people.get(i),
                            "validUntil", HubTime.today().plusYears(1).toString()));
        }
        for (int i = 0; i < CHALLENGES; i++) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("post", "光芯片攻关" + i);
            fields.put("enterpriseName", enterprise(i));
            fields.put("headcount", 1);
            fields.put("skills", List.of("光芯片工艺"));
            fields.put("industries", List.of("OPTO"));
            fields.put("mode", "CHALLENGE");
            fields.put("contact", people.get(i));
            fields.put("validUntil", HubTime.today().plusYears(1).toString());
            fields.put("challengeName", "光芯片外延攻关" + i);
            fields.put("content", "研究外延均匀性");
            fields.put("targets", "不均匀性不高于 2%");
            fields.put("prize", "300 万元");
            fields.put("deadline", "18 个月");
            fields.put("conditions", "有相关研究基础的团队");
            put("demand", null, "光芯片攻关" + i, enterprise(i), fields);
        }
        for (int i = 0; i < ENTERPRISES; i++) {
            put(
                    "enterprise",
                    null,
                    enterprise(i),
                    enterprise(i),
                    Map.of(
                            "name",
                            enterprise(i),
                            "industries",
                            List.of("OPTO"),
                            "region",
                            "420100",
                            "kinds",
                            List.of("HIGH_TECH")));
        }
        for (int i = 0; i < CARRIERS; i++) {
            String kind = i % 2 == 0 ? "BASE" : "STATION";
            put(
                    "carrier",
                    kind,
                    "植名载体" + i,
                    enterprise(i),
                    Map.of(
                            "name",
                            "植名载体" + i,
                            "carrierType",
                            kind,
                            "hostName",
                            enterprise(i),
                            "region",
                            "420100",
                            "industries",
                            List.of("OPTO")));
        }
        for (int i = 0; i < PLATFORMS; i++) {
            put(
                    "platform",
                    null,
                    "植名平台" + i,
                    enterprise(i),
                    Map.of(
                            "name",
                            "植名平台" + i,
                            "platformType",
                            "KEY_LABORATORY",
                            "hostName",
                            enterprise(i),
                            "region",
                            "420100"));
        }
        new TestAccounts(hub, accounts, jdbc).province(PROVINCE);
        noEditions();
        // the lists are drafted of a few: who of a thousand fits each of four hundred posts is asked elsewhere
        List<PoolRows.Row> few = Stream.concat(
                        rows.stream().filter(r -> r.type().equals("demand")).limit(LINES),
                        rows.stream().filter(r -> r.name().startsWith("光芯片攻关")))
                .toList();
        pool.putAll(few, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(180))).isTrue();
        for (String kind : List.of("LIST", "CHALLENGE")) {
            editions.add(published(kind));
        }
        pool.putAll(rows.stream().filter(r -> !few.contains(r)).toList(), 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(180))).isTrue();
    }

    /** An edition that speaks of the demands whose contacts are those people. */
    private String published(String kind) {
        HubClient.Answer draft = hub.post(
                PROVINCE, "/api/v1/key-recruitment-list", "{\"kind\":\"%s\",\"title\":\"植名%s\"}".formatted(kind, kind));
        assertThat(draft.status()).as("%s", draft.body()).isEqualTo(201);
        assertThat(draft.body().path("lines").isEmpty()).isFalse();
        String id = draft.body().path("edition").asString();
        HubClient.Answer out = hub.post(PROVINCE, "/api/v1/key-recruitment-list/" + id + "/publish", "{}");
        assertThat(out.status()).as("%s", out.body()).isEqualTo(200);
        return id;
    }

    private void noEditions() {
        List.of("key_edition_line", "key_edition_erratum", "key_edition", "need_verdict")
                .forEach(t -> jdbc.sql("delete from " + t).update());
    }

    @AfterAll
    void empty() {
        noEditions();
        pool.clear();
    }

    private static String enterprise(int i) {
        return "植名示例公司" + i;
    }

    private void put(
            String type, @Nullable String subtype, String name, String enterprise, Map<String, Object> fields) {
        long id = Ids.next();
        rows.add(new PoolRows.Row(
                id,
                type,
                subtype,
                name,
                "420100",
                null,
                enterprise,
                null,
                1L,
                "carrier:" + Ids.text(1),
                type.equals("talent") ? "2026-11-01" : null,
                fields));
        String path =
                type.equals("carrier") ? (String.valueOf(subtype).equals("BASE") ? "bases" : "stations") : type + "s";
        ids.computeIfAbsent(path, p -> new ArrayList<>()).add(Ids.text(id));
    }

    @Test
    @Tag("part")
    void noPageNamesAnyOfThem() {
        noneNames(Stream.concat(sections().stream(), Some.of(pages(), SOME).stream())
                .toList());
    }

    @Test
    void nobodyOpensThemWithoutAnAccount() {
        ids.get("talents").subList(0, 50).forEach(id -> {
            assertThat(hub.get("", "/talents/" + id).status()).as(id).isIn(302, 404);
            assertThat(hub.get("", "/terminal/talents/" + id).status()).as(id).isEqualTo(404);
            assertThat(hub.get("", "/api/v1/talents/" + id).status()).as(id).isIn(401, 404);
        });
    }

    @Test
    @Tag("long")
    void noneOfAllPagesNamesAnyOfThem() {
        List<String> pages =
                Stream.concat(sections().stream(), pages().stream()).toList();
        assertThat(pages).hasSizeGreaterThan(4_000);
        noneNames(pages.subList(0, Math.min(MOST, pages.size())));
    }

    private void noneNames(List<String> pages) {
        assertThat(hub.total("", "/api/v1/demands")).isEqualTo(DEMANDS + CHALLENGES);
        int seen = 0;
        List<String> found = new ArrayList<>();
        for (String page : pages) {
            HubClient.Answer a = hub.get("", page);
            assertThat(a.status()).as(page).isEqualTo(200);
            String text = new String(a.bytes(), StandardCharsets.UTF_8);
            seen++;
            // one look for any of the characters that the names are made of, then for the names
            if (text.chars().anyMatch(c -> GIVEN.indexOf(c) >= 0)) {
                names.stream().filter(text::contains).forEach(n -> found.add(page + " " + n));
            }
        }
        System.out.println(PEOPLE + " planted names, " + seen + " pages, " + found.size() + " hits");
        assertThat(found).isEmpty();
    }

    /** Whoever types a name finds nobody by it; what was typed is all that comes back. */
    @Test
    void nobodyIsFoundByName() {
        for (String name : List.copyOf(names).subList(0, 40)) {
            String q = HubClient.encode(name);
            for (String kind : List.of("demands", "enterprises", "bases", "stations", "platforms")) {
                assertThat(hub.get("", "/api/v1/" + kind + "?q=" + q + "&plain=true")
                                .body()
                                .path("total")
                                .asInt(-1))
                        .as(kind + " " + name)
                        .isZero();
            }
            assertThat(new String(hub.get("", "/api/v1/suggest?q=" + q).bytes(), StandardCharsets.UTF_8))
                    .doesNotContain(name + "团队", "主持项目");
            assertThat(new String(hub.get("", "/terminal/suggest?q=" + q).bytes(), StandardCharsets.UTF_8))
                    .doesNotContain(name);
        }
    }

    /** Lists, editions, places and the terminal's sections: all of them in each run. */
    private List<String> sections() {
        List<String> pages = new ArrayList<>(SECTIONS);
        industries.chains().forEach(c -> {
            pages.add("/terminal/chains/" + c.code());
            c.nodes().forEach(n -> pages.add("/terminal/chains/" + n.code()));
        });
        for (String edition : editions) {
            pages.add("/key-list/" + edition);
            pages.add("/api/v1/key-recruitment-list/" + edition);
            pages.add("/api/v1/key-recruitment-list/" + edition + ".json");
        }
        return pages;
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (String kind : List.of("demands", "enterprises", "bases", "stations", "platforms")) {
            List<String> all = ids.getOrDefault(kind, List.of());
            for (int p = 0; p * 10 < all.size(); p++) {
                pages.add("/terminal/" + kind + "?page=" + p);
            }
            for (int p = 0; p * 20 < all.size(); p++) {
                pages.add("/search?tab=" + kind + "&page=" + p);
                pages.add("/api/v1/" + kind + "?size=20&page=" + p);
            }
        }
        for (String kind : List.of("demands", "enterprises", "bases", "stations", "platforms")) {
            for (String id : ids.getOrDefault(kind, List.of())) {
                pages.add("/terminal/" + kind + "/" + id);
                pages.add("/" + kind + "/" + id);
                pages.add("/" + kind + "/" + id + "/story");
                for (String part : List.of("", "/links", "/timeline", "/gaps")) {
                    pages.add("/api/v1/" + kind + "/" + id + part);
                }
            }
        }
        return pages;
    }
}
