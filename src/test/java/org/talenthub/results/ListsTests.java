package org.talenthub.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.results.lists.RecordLists.RecordList;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Lists with notes: whose they are, what each reader sees in them, and what becomes of records that go. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTests {

    @Autowired
    RecordLists lists;

    @Autowired
    Relay relay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private final GeneratedPool generated = new GeneratedPool(5, 12, 4);
    private @Nullable PoolRows pool;
    private final Viewer province = generated.viewer(Role.PROVINCE);
    private final Viewer colleague = new Viewer(9101, "gen-colleague", "同事", Role.PROVINCE, null, null, null);
    private final Viewer station = generated.viewer(Role.STATION);

    @BeforeAll
    void fill(@Autowired PlatformTransactionManager transactions, @Autowired ApplicationEventPublisher events) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(generated.rows, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @BeforeEach
    void nothingKept() {
        org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
        jdbc.sql("delete from record_list_entry").update();
        jdbc.sql("delete from record_list").update();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            nothingKept();
            pool.clear();
        }
    }

    private List<PoolRows.Row> rows(String type) {
        return generated.rows.stream().filter(r -> r.type().equals(type)).toList();
    }

    private static String id(PoolRows.Row r) {
        return Ids.text(r.id());
    }

    private String page(Viewer viewer, String path) throws Exception {
        MvcTestResult r = mvc.get().uri(path).with(as(viewer)).exchange();
        assertThat(r).hasStatusOk();
        return r.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void sharedListsAreTheOrganisationsAndOthersAreNobodyElses() {
        RecordList own = lists.create("自己", false, province);
        RecordList shared = lists.create("大家", true, province);
        assertThat(lists.of(colleague)).extracting(RecordList::name).containsExactly("大家");
        assertThat(lists.of(station)).isEmpty();
        assertThat(lists.add(Ids.text(shared.id()), List.of(id(rows("talent").getFirst())), "请联系", colleague))
                .isOne();
        assertThat(lists.add(Ids.text(shared.id()), List.of(id(rows("talent").getFirst())), "再次", province))
                .isZero();
        assertThat(lists.entries(shared)).singleElement().satisfies(e -> {
            assertThat(e.note()).isEqualTo("请联系");
            assertThat(e.addedBy()).isEqualTo("同事");
        });
        for (String path : List.of("/lists/" + Ids.text(own.id()), "/api/v1/lists/" + Ids.text(own.id()))) {
            assertThat(mvc.get().uri(path).with(as(colleague))).hasStatus(404);
            assertThat(mvc.get().uri(path).with(as(province))).hasStatusOk();
        }
        assertThat(mvc.post()
                        .uri("/lists/" + Ids.text(own.id()) + "/delete")
                        .with(as(colleague))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void aListShowsEachReaderWhatHeMaySee() throws Exception {
        PoolRows.Row foreign = rows("talent").stream()
                .filter(r -> !r.reporters().equals("carrier:" + Ids.text(station.carrier())))
                .findFirst()
                .orElseThrow();
        RecordList list = lists.create("候选人", false, station);
        lists.add(Ids.text(list.id()), List.of(id(foreign)), "看看", station);
        String page = page(station, "/lists/" + Ids.text(list.id()));
        assertThat(page).contains("看看").containsAnyOf("先生", "女士").doesNotContain(">" + foreign.name() + "<");
        // the account became an administrator's, who sees nobody
        Viewer admin = new Viewer(station.account(), "x", "x", Role.ADMIN, null, null, null);
        assertThat(page(admin, "/lists/" + Ids.text(list.id())))
                .contains("已不在库中")
                .doesNotContain("先生", "女士");
        assertThat(mvc.post()
                        .uri("/api/v1/lists/" + Ids.text(list.id()) + "/entries")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"ids\":[\"" + id(foreign) + "\"]}")
                        .with(as(admin)))
                .hasStatus(404);
    }

    @Test
    void keptOnThePageAnnotatedExportedAndRemoved() throws Exception {
        List<PoolRows.Row> people = rows("talent").subList(0, 3);
        PoolRows.Row demand = rows("demand").getFirst();
        assertThat(page(province, "/talents/" + id(people.getFirst())))
                .contains("/lists/add?record=" + id(people.getFirst()));
        assertThat(page(province, "/lists/add?record=" + id(people.getFirst())))
                .contains(people.getFirst().name());
        MvcTestResult added = mvc.post()
                .uri("/lists/add")
                .param("record", people.stream().map(ListsTests::id).toArray(String[]::new))
                .param("record", id(demand))
                .param("name", "重点跟进")
                .param("note", "十二月前联系")
                .with(as(province))
                .with(csrf())
                .exchange();
        String list = Ids.text(lists.of(province).getFirst().id());
        assertThat(added).hasRedirectedUrl("/lists/" + list);
        assertThat(page(province, "/lists/" + list))
                .contains(people.get(2).name(), demand.name(), "十二月前联系", "/exports/talents?list=" + list);
        assertThat(page(province, "/exports/talents?list=" + list))
                .contains("name=\"list\" value=\"" + list + "\"", "导出 3 条");
        String csv = mvc.get()
                .uri("/api/v1/exports/talents.csv?purpose=xx&columns=id&list=" + list)
                .with(as(province))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4);
        assertThat(people).allSatisfy(p -> assertThat(csv).contains(id(p)));
        assertThat(mvc.get()
                        .uri("/api/v1/exports/talents.csv?purpose=xx&list=" + list)
                        .with(as(station)))
                .hasStatus(404);

        assertThat(mvc.post()
                        .uri("/lists/" + list + "/note")
                        .param("record", id(demand))
                        .param("note", "已联系")
                        .with(as(province))
                        .with(csrf()))
                .hasRedirectedUrl("/lists/" + list);
        assertThat(page(province, "/lists/" + list)).contains("已联系");
        assertThat(mvc.delete()
                        .uri("/api/v1/lists/" + list + "/entries/" + id(demand))
                        .with(as(province)))
                .hasStatus(204);
        assertThat(page(province, "/lists/" + list)).doesNotContain("已联系");
        assertThat(mvc.get().uri("/api/v1/lists/" + list).with(as(province)))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(3);
        assertThat(mvc.delete().uri("/api/v1/lists/" + list).with(as(province))).hasStatus(204);
        assertThat(lists.of(province)).isEmpty();
    }

    @Test
    void recordsThatWentOrBecamePartOfAnotherAreTold() throws Exception {
        PoolRows.Row gone = rows("talent").get(4);
        PoolRows.Row merged = rows("talent").get(5);
        PoolRows.Row into = rows("talent").get(6);
        RecordList list = lists.create("跟进", false, province);
        lists.add(Ids.text(list.id()), List.of(id(gone), id(merged)), "", province);
        PoolRows p = java.util.Objects.requireNonNull(pool);
        p.withdraw(gone, 2);
        p.withdraw(merged, 2);
        jdbc.sql("update pool_record set same_as = ? where id = ?")
                .params(into.id(), merged.id())
                .update();
        assertThat(page(province, "/lists/" + Ids.text(list.id())))
                .contains("记录 " + id(gone) + " 已撤回", "/talents/" + id(into))
                .doesNotContain(id(merged) + " 已撤回");
        assertThat(mvc.get().uri("/api/v1/lists/" + Ids.text(list.id())).with(as(province)))
                .bodyText()
                .contains("\"movedTo\":\"" + id(into) + "\"");
        assertThat(mvc.post()
                        .uri("/lists/" + Ids.text(list.id()) + "/remove")
                        .param("record", id(gone))
                        .with(as(province))
                        .with(csrf()))
                .hasRedirectedUrl("/lists/" + Ids.text(list.id()));
        assertThat(lists.entries(list)).hasSize(1);
    }

    @Test
    void limitsAndWrongIdsAreToldPlainly() {
        RecordList list = lists.create("限", false, province);
        for (String body : List.of("{\"ids\":[]}", "{}")) {
            assertThat(entries(list, body)).hasStatus(400);
        }
        assertThat(entries(list, "{\"ids\":[\"nonsense\"]}")).hasStatus(404);
        assertThat(entries(
                        list,
                        "{\"ids\":[\"" + id(rows("talent").getFirst()) + "\"],\"note\":\"" + "长".repeat(501) + "\"}"))
                .hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/v1/lists")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\" \"}")
                        .with(as(province)))
                .hasStatus(400);
    }

    private MvcTestResult entries(RecordList list, String body) {
        return mvc.post()
                .uri("/api/v1/lists/" + Ids.text(list.id()) + "/entries")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(province))
                .exchange();
    }
}
