package org.talenthub.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.as;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.PoolRows;
import org.talenthub.PoolRows.Row;
import org.talenthub.PoolTest;
import org.talenthub.common.Ids;
import org.talenthub.indexing.Relay;
import org.talenthub.security.Viewer;

/** The search page's table, ranges, notices and the comparison, over five people and a company. */
@PoolTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTests {

    private static final String OTHERS = "carrier:" + Ids.text(99);

    @Autowired
    MockMvcTester mvc;

    private @Nullable PoolRows pool;
    private final List<Row> people = List.of(
            person("测赟翀昉甲", "1985-03", "激光焊接", "carrier:" + Ids.text(12)),
            person("测赟翀昉乙", "1990-07", "激光焊接", OTHERS),
            person("测赟翀昉丙", "1991-01", "热管理", OTHERS),
            person("测赟翀昉丁", "1992-02", "热管理", OTHERS),
            person("测赟翀昉戊", "1993-03", "热管理", OTHERS));
    private final Row company = new Row(
            Ids.next(),
            "enterprise",
            null,
            "湖北测赟有限公司",
            "420100",
            null,
            "湖北测赟有限公司",
            null,
            null,
            "province",
            null,
            Map.of("name", "湖北测赟有限公司", "region", "420100", "industries", List.of("OPTO")));

    private static Row person(String name, String birth, String skill, String reporter) {
        return new Row(
                Ids.next(),
                "talent",
                null,
                name,
                "420100",
                null,
                "湖北测赟有限公司",
                null,
                null,
                reporter,
                null,
                Map.of(
                        "name", name,
                        "sex", "1",
                        "birth", birth,
                        "category", "OUTSTANDING_ENGINEER",
                        "education", "14",
                        "industries", List.of("OPTO"),
                        "expertise", List.of(skill),
                        "post", "工程师",
                        "employerName", "湖北测赟有限公司"));
    }

    @BeforeAll
    void fill(
            @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ApplicationEventPublisher events,
            @Autowired Relay relay) {
        pool = new PoolRows(jdbc, transactions, events);
        pool.clear();
        pool.putAll(people, 1);
        pool.put(company, 1);
        assertThat(relay.awaitDrained(Duration.ofSeconds(60))).isTrue();
    }

    @AfterAll
    void empty() {
        if (pool != null) {
            pool.clear();
        }
    }

    private MvcTestResult get(Viewer viewer, String path, Cookie... cookies) {
        return mvc.get().uri(path).cookie(cookies).with(as(viewer)).exchange();
    }

    private String page(Viewer viewer, String path, Cookie... cookies) throws Exception {
        MvcTestResult r =
                cookies.length == 0 ? mvc.get().uri(path).with(as(viewer)).exchange() : get(viewer, path, cookies);
        assertThat(r).as(path).hasStatusOk();
        return r.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String compare(List<Row> rows) {
        return "/compare?" + rows.stream().map(r -> "id=" + Ids.text(r.id())).collect(Collectors.joining("&"));
    }

    @Test
    void resultsAreATableWithTheColumnsThatWereChosen() throws Exception {
        assertThat(page(PROVINCE, "/search?tab=talents")).doesNotContain("results-table");
        String usual = page(PROVINCE, "/search?tab=talents&q=焊接", new Cookie("hub-view", "table"));
        assertThat(usual)
                .contains("results-table", "技术专长</th>", "激光<mark>焊接</mark>", "湖北测赟有限公司")
                .doesNotContain("出生年月</th>", "id=\"preview\"");
        String chosen = page(
                PROVINCE,
                "/search?tab=talents",
                new Cookie("hub-view", "table"),
                new Cookie("hub-columns-talents", "birth.phone.nonsense"));
        assertThat(chosen)
                .contains("出生年月</th>", "1985-03")
                .as("contact is in no table")
                .doesNotContain("技术专长</th>", "联系电话");
        assertThat(page(STATION, "/search?tab=talents", new Cookie("hub-view", "table")))
                .contains("测赟翀昉甲", "测先生")
                .doesNotContain("测赟翀昉乙");
    }

    @Test
    void peopleStandSideBySideAsTheViewerMaySeeThem() throws Exception {
        String whole = page(PROVINCE, compare(people.subList(0, 3)));
        assertThat(whole).contains("测赟翀昉甲", "测赟翀昉乙", "测赟翀昉丙", "1985-03", "class=\"differs\"", "工作单位");
        assertThat(whole.split("<tr class=\"differs\">"))
                .as("birth and skill differ, employer and education do not")
                .hasSize(3);
        assertThat(page(STATION, compare(people.subList(0, 2))))
                .contains("测赟翀昉甲", "测先生", "1990")
                .doesNotContain("测赟翀昉乙", "1990-07");
        assertThat(page(PROVINCE, compare(people.subList(0, 2)) + "&id=0000000000000"))
                .contains("有 1 条已不存在");
        assertThat(page(Viewer.ANONYMOUS, compare(List.of(company)))).contains("湖北测赟有限公司");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThat(mvc.get().uri(compare(people)).with(as(PROVINCE)).exchange()).hasStatus(400);
        assertThat(mvc.get()
                        .uri(compare(List.of(people.getFirst(), company)))
                        .with(as(PROVINCE))
                        .exchange())
                .hasStatus(400);
        assertThat(mvc.get().uri(compare(people.subList(0, 2))).exchange())
                .as("people do not exist for visitors")
                .hasStatus(404);
        assertThat(mvc.get().uri("/compare").with(as(PROVINCE)).exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/compare?id=x").with(as(PROVINCE)).exchange()).hasStatus(404);
    }

    @Test
    void fewResultsSayWhatBringsMoreAndUnknownFieldsAreTold() throws Exception {
        String few = page(PROVINCE, "/search?tab=talents&q=热管理&ageMax=30");
        assertThat(few).contains("去掉“年龄不大于：30”", "有 3 条");
        String zero = page(PROVINCE, "/search?tab=talents&q=焊接 爱好:足球");
        assertThat(zero).contains("没有“爱好”这个字段", "去掉其中一个条件").doesNotContain("有 0 条");
        String two = page(PROVINCE, "/search?tab=talents&q=激光焊接 -翀昉乙");
        assertThat(two).contains("找到 1 人", "结果很少", "去掉“检索词：-翀昉乙”", "有 2 条");
    }

    @Test
    void theMastheadsNumbersComeWithThePage() throws Exception {
        String html = page(PROVINCE, "/search?tab=talents&q=焊接");
        assertThat(html)
                .as("of what the words find, not of the pool")
                .contains("<data value=\"2\" data-kind=\"talents\">")
                .doesNotContain("<data value=\"5\" data-kind=\"talents\">");
        assertThat(page(PROVINCE, "/search?tab=talents")).contains("<data value=\"5\" data-kind=\"talents\">");
    }
}
