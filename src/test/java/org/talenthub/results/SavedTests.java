package org.talenthub.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.Relay;
import org.talenthub.results.saved.Alerts;
import org.talenthub.results.saved.Digests;
import org.talenthub.results.saved.Matches;
import org.talenthub.results.saved.SavedSearch;
import org.talenthub.results.saved.SavedSearches;
import org.talenthub.results.saved.Watch;
import org.talenthub.search.Kind;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Saved searches hear of what newly matches, of nothing else, and nobody hears what he may not see. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedTests {

    @Autowired
    SavedSearches searches;

    @Autowired
    Alerts alerts;

    @Autowired
    Matches matches;

    @Autowired
    Watch watch;

    @Autowired
    Digests digests;

    @Autowired
    Accounts accounts;

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final GeneratedPool generated = new GeneratedPool(11, 5, 5);
    private @Nullable PoolRows pool;
    private Viewer province = Viewer.ANONYMOUS;
    private Viewer colleague = Viewer.ANONYMOUS;
    private Viewer station = Viewer.ANONYMOUS;

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(generated.rows, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        province = account("sv-province", Role.PROVINCE, null, null);
        colleague = account("sv-colleague", Role.PROVINCE, null, null);
        Viewer like = generated.viewer(Role.STATION);
        station = account("sv-station", Role.STATION, like.carrier(), like.carrierName());
    }

    private Viewer account(String name, Role role, @Nullable Long carrier, @Nullable String carrierName) {
        return accounts.create(new NewAccount(name, TestAccounts.PASSWORD, name, role, null, carrier, carrierName));
    }

    @BeforeEach
    void nothingKept() {
        org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
        for (String table : List.of("saved_search", "saved_match", "saved_seen", "changed_records")) {
            jdbc.sql("delete from " + table).update();
        }
        alerts.forget();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            nothingKept();
            pool.clear();
        }
    }

    private PoolRows pool() {
        return java.util.Objects.requireNonNull(pool);
    }

    private static PoolRows.Row person(String name, String skill, Object... more) {
        Map<String, Object> f = new LinkedHashMap<>(
                Map.of("name", name, "expertise", List.of(skill), "category", "OUTSTANDING_ENGINEER"));
        for (int i = 0; i < more.length; i += 2) {
            f.put(String.valueOf(more[i]), more[i + 1]);
        }
        return new PoolRows.Row(
                Ids.next(), "talent", null, name, "420100", null, "提醒有限公司", null, null, "carrier:none", null, f);
    }

    private static PoolRows.Row skilled(PoolRows.Row r, String skill) {
        Map<String, Object> f = new LinkedHashMap<>(r.fields());
        f.put("expertise", List.of(skill));
        return new PoolRows.Row(
                r.id(), r.type(), null, r.name(), r.region(), null, r.enterprise(), null, null, r.reporters(), null, f);
    }

    private void put(PoolRows.Row row, long version) {
        pool().put(row, version);
        settle();
    }

    /** Waits until the watch has tried everything. */
    private void settle() {
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
        for (int i = 0; i < 400 && watch.waiting() > 0; i++) {
            org.talenthub.HubClient.pause(50);
        }
        assertThat(watch.waiting()).isZero();
        alerts.forget();
    }

    private List<String> news(Viewer viewer) {
        return alerts.unseen(viewer).stream()
                .flatMap(a -> a.items().stream())
                .map(i -> i.record().name())
                .toList();
    }

    private SavedSearch save(String query, Viewer viewer) {
        return searches.save(Kind.TALENT, "提醒", query, false, viewer);
    }

    @Test
    void whatNewlyMatchesIsNewAndWhatMerelyChangedIsNot() {
        PoolRows.Row before = person("在前", "铌酸锂调制");
        PoolRows.Row turns = person("将变", "木工");
        put(before, 1);
        put(turns, 1);
        SavedSearch s = save("q=%E9%93%8C%E9%85%B8%E9%94%82", province);
        assertThat(s.asked().q()).isEqualTo("铌酸锂");
        assertThat(news(province)).isEmpty();

        put(skilled(before, "铌酸锂薄膜"), 2);
        assertThat(news(province)).as("it matched before").isEmpty();

        put(person("新来", "铌酸锂"), 1);
        put(skilled(turns, "铌酸锂外延"), 2);
        assertThat(news(province)).containsExactly("将变", "新来");
        assertThat(alerts.count(province)).isEqualTo(2);

        alerts.seen(Ids.text(s.id()), province);
        assertThat(alerts.count(province)).isZero();
        put(skilled(turns, "铌酸锂"), 3);
        assertThat(news(province)).isEmpty();

        put(skilled(turns, "木工"), 4);
        put(skilled(turns, "铌酸锂"), 5);
        assertThat(news(province)).as("it had stopped to match").containsExactly("将变");

        pool().withdraw(turns, 6);
        settle();
        assertThat(news(province)).isEmpty();
        assertThat(jdbc.sql("select count(*) from saved_match where record_id = ?")
                        .param(turns.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aWideSearchTellsWhatWasReportedSince() {
        PoolRows.Row old = person("旧人", "钳工");
        put(old, 1);
        SavedSearch s = save("", province);
        jdbc.sql("update saved_search set complete = false where id = ?")
                .param(s.id())
                .update();
        jdbc.sql("delete from saved_match where search_id = ?").param(s.id()).update();
        jdbc.sql("update pool_record set created_at = ? where id = ?")
                .params(java.sql.Timestamp.from(Instant.now().minusSeconds(600)), old.id())
                .update();
        Instant created = jdbc.sql("select created_at from pool_record where id = ?")
                .param(old.id())
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        pool().tell("talent", old.id(), 2);
        put(person("新人", "钳工"), 1);
        assertThat(created).isBefore(s.createdAt());
        assertThat(news(province)).containsExactly("新人");
    }

    @Test
    void sharedWithTheOrganisationAndSeenByEachForHimself() {
        SavedSearch own = searches.save(Kind.TALENT, "自己的", "q=x", false, province);
        SavedSearch shared = searches.save(Kind.TALENT, "大家的", "q=%E9%92%99%E9%92%9B%E7%9F%BF", true, province);
        assertThat(searches.of(colleague)).extracting(SavedSearch::name).containsExactly("大家的");
        assertThat(searches.of(station)).isEmpty();
        put(person("共有", "钙钛矿"), 1);
        assertThat(news(province)).containsExactly("共有");
        assertThat(news(colleague)).containsExactly("共有");
        alerts.seen(null, colleague);
        assertThat(news(colleague)).isEmpty();
        assertThat(news(province)).containsExactly("共有");

        searches.change(Ids.text(shared.id()), Optional.of("改名"), Optional.empty(), colleague);
        assertThat(searches.get(Ids.text(shared.id()), province).name()).isEqualTo("改名");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> searches.change(Ids.text(shared.id()), Optional.empty(), Optional.of(false), colleague))
                .satisfies(p -> assertThat(p.status()).isEqualTo(403));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> searches.delete(Ids.text(own.id()), colleague))
                .satisfies(p -> assertThat(p.status()).isEqualTo(404));
    }

    @Test
    void aSearchByNameTellsAStationNothingOfOthersPeople() {
        save("q=%E7%A7%98%E5%90%8D%E4%BA%BA", province);
        save("q=%E7%A7%98%E5%90%8D%E4%BA%BA", station);
        put(person("秘名人", "砷化镓"), 1);
        assertThat(news(province)).containsExactly("秘名人");
        assertThat(news(station)).isEmpty();
    }

    @Test
    void whoLosesARoleIsToldNothingByOldNotes() {
        SavedSearch s = save("q=%E7%A7%98%E5%AF%86%E5%90%8D", province);
        put(person("秘密名", "砷化镓"), 1);
        assertThat(news(province)).containsExactly("秘密名");
        Viewer like = generated.viewer(Role.STATION);
        Viewer demoted = new Viewer(
                province.account(), province.username(), "x", Role.STATION, null, like.carrier(), like.carrierName());
        assertThat(searches.of(demoted)).extracting(SavedSearch::id).containsExactly(s.id());
        assertThat(alerts.unseen(demoted)).isEmpty();
        assertThat(alerts.count(demoted)).isZero();
        assertThat(digests.text(digests.of(null, "http://hub", demoted))).doesNotContain("秘", "砷化镓");
        Viewer admin = new Viewer(province.account(), province.username(), "x", Role.ADMIN, null, null, null);
        assertThat(alerts.unseen(admin)).isEmpty();
    }

    @Test
    void whatWaitedIsTriedAfterwardsThoughTheHubWasKilledInBetween() {
        save("q=%E6%B0%AE%E5%8C%96%E9%95%93", province);
        watch.stop();
        try {
            pool().put(person("停时来", "氮化镓"), 1);
            assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
            assertThat(watch.waiting()).isOne();
            assertThat(news(province)).isEmpty();
        } finally {
            watch.start();
        }
        settle();
        assertThat(news(province)).containsExactly("停时来");
    }

    @Test
    void nothingIsNotedWhileNobodyWatches() {
        put(person("无人看", "石墨烯"), 1);
        assertThat(jdbc.sql("select count(*) from changed_records")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSearchKeepsOnlySoManyNews() {
        SavedSearch s = save("q=none", province);
        List<Long> many = new ArrayList<>();
        for (int i = 0; i < Matches.MOST_KNOWN + Matches.MOST_NEW + 1; i++) {
            many.add(Ids.next());
        }
        matches.found(s.id(), many.subList(0, 2_500), Instant.now());
        matches.found(s.id(), many, Instant.now());
        assertThat(jdbc.sql("select count(*) from saved_match where search_id = ?")
                        .param(s.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(Matches.MOST_NEW);
        assertThat(searches.get(Ids.text(s.id()), province).complete()).isFalse();
        assertThat(alerts.count(province)).as("they are no records of the pool").isZero();
    }

    @Test
    void theDigestIsALetterOfTheDay() {
        save("q=%E7%A2%B3%E5%8C%96%E7%A1%85", province);
        put(person("<b>信</b>", "碳化硅", "post", "工程师", "phone", "13900000000"), 1);
        Digests.Digest letter = digests.of(null, "http://hub", province);
        assertThat(letter.sections())
                .extracting(Digests.Section::name, Digests.Section::more)
                .containsExactly(tuple("提醒", 0));
        assertThat(digests.html(letter))
                .contains("&lt;b&gt;信", "工程师", "http://hub/talents/")
                .doesNotContain("<b>信", "13900000000");
        assertThat(digests.text(letter)).contains("<b>信</b>", "http://hub/search?tab=talents&q=");
        assertThat(digests.of("2020-01-01", "http://hub", province).sections()).isEmpty();
        assertThat(mvc.get()
                        .uri("/api/v1/alerts/digest")
                        .accept(MediaType.TEXT_PLAIN)
                        .with(as(province)))
                .hasStatusOk()
                .bodyText()
                .contains("http://localhost/search?tab=talents&q=");
        assertThat(mvc.get()
                        .uri("/api/v1/alerts/digest")
                        .accept(MediaType.TEXT_HTML)
                        .with(as(province)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(mvc.get()
                        .uri("/api/v1/alerts/digest?day=x")
                        .accept(MediaType.TEXT_HTML)
                        .with(as(province)))
                .hasStatus(400);
    }

    @Test
    void theApiAndThePageKeepRenameAndForget() {
        assertThat(mvc.post()
                        .uri("/api/v1/saved-searches")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"name\":\"光芯片\",\"type\":\"talents\",\"query\":\"q=%E5%85%89%E8%8A%AF%E7%89%87&region=420100&page=3\"}")
                        .with(as(province)))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.query")
                .isEqualTo("q=%E5%85%89%E8%8A%AF%E7%89%87&region=420100");
        String id = Ids.text(searches.of(province).getFirst().id());
        assertThat(mvc.put()
                        .uri("/api/v1/saved-searches/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"光芯片人才\",\"shared\":true}")
                        .with(as(province)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/saved-searches").with(as(colleague)))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("光芯片人才");
        put(person("页上见", "光芯片"), 1);
        assertThat(mvc.get().uri("/api/v1/alerts").with(as(province)))
                .bodyJson()
                .extractingPath("$.items[0].items[0].name")
                .isEqualTo("页上见");
        assertThat(mvc.get().uri("/saved").with(as(province)))
                .hasStatusOk()
                .bodyText()
                .contains("光芯片人才", "页上见", "/saved/" + id);
        assertThat(mvc.get().uri("/").with(as(province))).bodyText().contains("class=\"badge\"><span>1</span>");
        assertThat(mvc.post().uri("/saved/seen").with(as(province)).with(csrf()))
                .hasRedirectedUrl("/saved");
        assertThat(mvc.get().uri("/api/v1/alerts").with(as(province)))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(mvc.get().uri("/search?tab=talents&q=x").with(as(province)))
                .bodyText()
                .contains("name=\"query\" value=\"q=x\"");
        assertThat(mvc.post()
                        .uri("/saved")
                        .param("tab", "demands")
                        .param("query", "open=true&sort=salary")
                        .param("name", "有效需求")
                        .with(as(province))
                        .with(csrf()))
                .hasRedirectedUrl("/saved");
        assertThat(searches.of(province)).extracting(SavedSearch::query).contains("open=true&sort=salary");
        assertThat(mvc.post()
                        .uri("/saved/" + id + "/delete")
                        .with(as(colleague))
                        .with(csrf()))
                .hasRedirectedUrl("/saved");
        assertThat(searches.of(province)).hasSize(1);
        for (String bad : List.of(
                "{\"name\":\"x\",\"type\":\"talents\",\"query\":\"ageMin=old\"}",
                "{\"type\":\"talents\"}",
                "{\"name\":\"x\",\"type\":\"people\"}")) {
            assertThat(mvc.post()
                            .uri("/api/v1/saved-searches")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(bad)
                            .with(as(province)))
                    .hasStatus(400);
        }
        assertThat(mvc.post()
                        .uri("/api/v1/saved-searches")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"x\",\"type\":\"talents\"}")
                        .with(as(generated.viewer(Role.ADMIN))))
                .hasStatus(403);
    }
}
