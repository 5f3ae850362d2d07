package org.talenthub.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.ADMIN;
import static org.talenthub.security.TestViewers.BASE;
import static org.talenthub.security.TestViewers.MATCHMAKER;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.STATION;
import static org.talenthub.security.TestViewers.WUHAN;
import static org.talenthub.security.TestViewers.as;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.talenthub.HubTest;
import org.talenthub.security.Viewer;

/** The site's pages as they leave the whole hub, on the real engines. */
@HubTest
@Tag("database")
class SiteTests {

    private static final List<Viewer> EVERYBODY =
            List.of(PROVINCE, WUHAN, BASE, STATION, MATCHMAKER, ADMIN, Viewer.ANONYMOUS);

    /** Enterprises of the sample file that this class imports. */
    private static final String SAMPLE = "batch-jobs/enterprise/samples/demo.csv";

    @Autowired
    MockMvcTester mvc;

    /** The indices are made in the background; until then every page that searches says 503. */
    @BeforeEach
    void searchable() throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (mvc.get().uri("/search").exchange().getResponse().getStatus() == 503
                && Instant.now().isBefore(until)) {
            Thread.sleep(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?lang=en",
                "/search",
                "/search?tab=demands&q=不会有的词&open=true",
                "/search?tab=enterprises&region=420100&region=420500&sort=name&size=50",
                "/search?tab=bases",
                "/search?tab=stations&page=3",
                "/search?tab=platforms&lang=en"
            })
    void everybodyGetsAWholePage(String path) throws Exception {
        for (Viewer viewer : EVERYBODY) {
            String html = page(path, viewer, 200);
            assertThat(html).as("%s as %s", path, viewer.role()).contains("id=\"main\"", "class=\"skip\"", "</html>");
            assertWellMade(html);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports", "/imports/new", "/imports/new?feed=demand", "/imports?lang=en"})
    void whoReportsGetsTheImportPages(String path) throws Exception {
        for (Viewer viewer : List.of(PROVINCE, WUHAN, BASE, STATION)) {
            assertWellMade(page(path, viewer, 200));
        }
    }

    @Test
    void theVisitorIsToldOfNoPerson() throws Exception {
        assertThat(page("/", Viewer.ANONYMOUS, 200)).doesNotContain("tab=talents");
        assertThat(page("/search", Viewer.ANONYMOUS, 200)).doesNotContain("tab=talents");
        page("/talents/0000000000000", Viewer.ANONYMOUS, 404);
    }

    @Test
    void errorsAreWholePagesToo() throws Exception {
        String html = page("/search?tab=people", PROVINCE, 404);
        assertThat(html).contains("没有找到", "id=\"q\"");
        assertWellMade(html);
        assertWellMade(page("/search?tab=talents&page=-1", PROVINCE, 400));
        assertWellMade(page("/search?tab=talents&size=1000", PROVINCE, 400));
        assertWellMade(page("/enterprises/0000000000000", PROVINCE, 404));
    }

    @Test
    void theLoginPageSaysWhatIsWrongAndShowsNoDemoAccountsOnARealHub() throws Exception {
        assertThat(page("/login?error", Viewer.ANONYMOUS, 200))
                .contains("账号或密码不对")
                .doesNotContain("demo-Hub-2026");
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedOnTheFormItself() throws Exception {
        MvcTestResult refused = upload("noise.csv", "完全不是一张表".getBytes(StandardCharsets.UTF_8));
        assertThat(refused).hasStatus(422);
        String html = body(refused);
        assertThat(html).contains("noise.csv", "role=\"alert\"", "id=\"file\"");
        assertWellMade(html);
    }

    @Test
    void aSheetGoesFromTheFormToTheSearchPageAndBack() throws Exception {
        String first = "/search?tab=enterprises&q=\"湖北示例光电科技\"";
        long had = found(page(first, PROVINCE, 200));
        byte[] sheet = Files.readAllBytes(Path.of(SAMPLE));
        String batch = located(upload("企业名录.csv", sheet));
        String preview = await(batch, "name=\"_csrf\"");
        assertWellMade(preview);
        assertThat(preview).contains("企业名录.csv", "提交 120 行", "/drop");

        assertThat(located(upload("企业名录.csv", sheet))).isEqualTo(batch + "?again=true");
        assertThat(page(batch + "?again=true", PROVINCE, 200)).contains("没有重复处理");

        located(mvc.post()
                .uri(batch + "/commit")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange());
        String done = await(batch, "现在就能检索到");
        assertWellMade(done);
        // another test of this hub may have brought one of the sheet's enterprises before: then it is updated
        assertThat(done).containsPattern("新增 1[12]\\d 条").contains(batch + "/revert");

        String found = page(first, PROVINCE, 200);
        assertWellMade(found);
        assertThat(found).contains("找到 1 家企业", "<mark>");
        assertThat(data(page("/", PROVINCE, 200), "enterprises"))
                .isEqualTo(found(page("/search?tab=enterprises", PROVINCE, 200)));

        Matcher link = Pattern.compile("href=\"(/enterprises/[0-9A-Z]{13})\"").matcher(found);
        assertThat(link.find()).isTrue();
        String entity = page(link.group(1), PROVINCE, 200);
        assertWellMade(entity);
        assertThat(entity).contains("湖北示例光电科技有限公司", "主要产品", "表中第 2 行");
        assertThat(page(link.group(1), Viewer.ANONYMOUS, 200)).contains("主要产品").doesNotContain("表中第");
        assertWellMade(page(link.group(1) + "?lang=en", PROVINCE, 200));
        assertThat(page(link.group(1) + "/preview", PROVINCE, 200)).doesNotContain("<html");

        String confirm = page(batch + "/revert", PROVINCE, 200);
        assertThat(confirm)
                .containsPattern("<strong>1[12]\\d</strong><span>移出</span>")
                .contains("撤销 120 条记录的变更");
        assertWellMade(confirm);
        assertThat(located(mvc.post()
                        .uri(batch + "/revert")
                        .param("reason", "传错了文件")
                        .param("number", "12")
                        .with(as(PROVINCE))
                        .with(csrf())
                        .exchange()))
                .as("so many are not taken back by one click")
                .isEqualTo(batch + "/revert");
        located(mvc.post()
                .uri(batch + "/revert")
                .param("reason", "传错了文件")
                .param("number", "120")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange());
        assertThat(await(batch, "相关记录恢复到上报之前")).contains("原因：传错了文件").doesNotContain(batch + "/revert");
        assertThat(found(page(first, PROVINCE, 200))).isEqualTo(had);
    }

    @Test
    void aTitleThatNobodyKnowsIsAskedForFirstOfAll() throws Exception {
        String sheet = Files.readString(Path.of(SAMPLE)).replaceFirst("所属产业", "搞哪一行");
        String batch = located(upload("没见过的表头.csv", sheet.getBytes(StandardCharsets.UTF_8)));
        String html = await(batch, "必填的“所属产业”没有认出来");
        assertWellMade(html);
        assertThat(html).contains("待说明").doesNotContain("/commit");
        assertThat(html.indexOf("搞哪一行"))
                .as("the open title stands before the clear ones")
                .isLessThan(html.indexOf("<th scope=\"row\">企业名称"));
        assertThat(page("/imports?lang=en", PROVINCE, 200)).contains("To be answered");
        located(mvc.post().uri(batch + "/drop").with(as(PROVINCE)).with(csrf()).exchange());
    }

    @Test
    void thePaneBesideTheListIsNeverEmptyAndTheSectionsKeepTheWords() throws Exception {
        String all = page("/search?tab=demands", PROVINCE, 200);
        assertThat(all).contains("href=\"/search?tab=enterprises\"");
        assertThat(page("/search?tab=demands&q=engineer", PROVINCE, 200))
                .contains("href=\"/search?tab=enterprises&amp;q=engineer\"");
        Matcher hit = Pattern.compile("class=\"hit\".*?<h2><a href=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(all);
        if (hit.find()) {
            assertThat(all.substring(all.indexOf("id=\"preview\""))).contains("href=\"" + hit.group(1) + "\"");
        }
    }

    @Test
    void theAdministratorSeesHowFarTheMeaningIs() throws Exception {
        String html = page("/admin/indices", ADMIN, 200);
        assertThat(html).contains("语义检索", "id=\"meaning\"");
        assertWellMade(html);
        assertWellMade(page("/admin/indices?lang=en", ADMIN, 200));
    }

    private MvcTestResult upload(String name, byte[] content) {
        return mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("feed", "enterprise")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
    }

    private static String located(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    /** Looks at the page again until the work behind it is over. */
    private String await(String path, String text) throws Exception {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        String html = page(path, PROVINCE, 200);
        while (html.contains("id=\"progress\"") && Instant.now().isBefore(until)) {
            assertWellMade(html);
            page(path + "/progress", PROVINCE, 200);
            Thread.sleep(200);
            html = page(path, PROVINCE, 200);
        }
        assertThat(html).contains(text);
        return html;
    }

    private String page(String path, Viewer viewer, int status) throws UnsupportedEncodingException {
        MvcTestResult result = mvc.get().uri(path).with(as(viewer)).exchange();
        assertThat(result).as("%s as %s", path, viewer.role()).hasStatus(status);
        return body(result);
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** The number of a section in the masthead. */
    private static long data(String html, String kind) {
        Matcher m = Pattern.compile("<data value=\"(\\d+)\" data-kind=\"" + kind + "\"")
                .matcher(html);
        assertThat(m.find()).isTrue();
        return Long.parseLong(m.group(1));
    }

    private static long found(String html) {
        Matcher m = Pattern.compile("找到 ([\\d,]+) ").matcher(html);
        assertThat(m.find()).isTrue();
        return Long.parseLong(m.group(1).replace(",", ""));
    }

    /** Nothing that the content security policy would drop, no text that is missing, no template left unfilled. */
    private static void assertWellMade(String html) {
        assertThat(html).doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(html).doesNotContainPattern("<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:");
        assertThat(html).doesNotContainPattern("\\?\\?[\\w.]+\\?\\?");
        assertThat(html).doesNotContain("th:", "${");
    }
}
