package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;

/** A city edits the directory of its own region, by API and site; the watched folder's turn is in {@code IntakeTests}. */
@HubTest
@Tag("database")
class CityEditsTests {

    private static final String PROVINCE = "ce-province";
    private static final String WUHAN = "ce-wuhan";
    private static final String YICHANG = "ce-yichang";
    private static final String XIANTAO = "ce-xiantao";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private HubClient hub;
    private static int run;
    private String tag = "";

    @BeforeEach
    void everybody() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        // in characters: long numbers are masked in titles
        tag = (System.nanoTime() % 100_000 + "" + run++)
                .chars()
                .mapToObj(d -> "零壹贰叁肆伍陆柒捌玖".substring(d - '0', d - '0' + 1))
                .collect(Collectors.joining());
        new TestAccounts(hub, accounts, jdbc).province(PROVINCE);
        city(WUHAN, "420100");
        city(YICHANG, "420500");
        city(XIANTAO, "429004");
    }

    private void city(String username, String region) {
        account(new NewAccount(username, TestAccounts.PASSWORD, username, Role.CITY, region, null, null));
    }

    private void account(NewAccount wish) {
        if (accounts.find(wish.username()).isEmpty()) {
            accounts.create(wish);
        }
    }

    @Test
    void rowsElsewhereAreRejectedInWordsAndTheOthersGoIn() {
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市"), enterprise("乙", "宜昌市"));
        JsonNode done = enterprises(
                YICHANG,
                "commit",
                enterprise("甲", "宜昌市"), // another city's, drawn over
                enterprise("乙", "宜昌市夷陵区"),
                enterprise("丙", "武汉市"),
                enterprise("丁", "420111"),
                enterprise("戊", "武汉东湖高新区"),
                enterprise("己", "湖北省"),
                enterprise("庚", "宜昌高新区"),
                enterprise("辛", "夷陵"));
        assertThat(counts(done)).containsExactly(8, 2, 1, 0, 5);
        assertThat(refusals(YICHANG, done))
                .containsExactly(
                        "2 record.outside ",
                        "4 region.outside 行政区划",
                        "5 region.outside 行政区划",
                        "6 region.outside 行政区划",
                        "7 region.outside 行政区划");
        assertThat(words(YICHANG, done))
                .contains(
                        "现有的“" + name("甲") + "”在武汉市，不在宜昌市范围内，由所在市州或省级部门修改；已迁入本地区的，请省级部门先变更行政区划。",
                        "武汉市洪山区不在宜昌市范围内。市州只上报本地区的，外地的由所在市州或省级部门上报；行政区划写错的，改正后再上传。");
        assertThat(region("甲")).isEqualTo("420100");
        assertThat(region("乙")).isEqualTo("420506");
        assertThat(region("丙")).isEqualTo("");
        assertThat(region("庚")).isEqualTo("420500");
    }

    @Test
    void aPreviewSaysTheSameAndTheCorrectionNamesTheRows() {
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市"));
        JsonNode preview = enterprises(YICHANG, "preview", enterprise("甲", "宜昌市"), enterprise("丙", "武汉市"));
        assertThat(counts(preview)).containsExactly(2, 0, 0, 0, 2);
        String id = preview.path("id").asString();
        assertThat(StreamSupport.stream(
                        hub.get(YICHANG, "/api/v1/imports/" + id + "/issues")
                                .body()
                                .spliterator(),
                        false))
                .extracting(i -> i.path("code").asString())
                .contains("record.outside", "region.outside");
        assertThat(hub.get(YICHANG, "/api/v1/imports/" + id + "/correction").status())
                .isEqualTo(200);
        assertThat(hub.post(YICHANG, "/api/v1/imports/" + id + "/commit").status())
                .isEqualTo(202);
        assertThat(counts(hub.settle(YICHANG, id, "COMMITTED"))).containsExactly(2, 0, 0, 0, 2);
        assertThat(region("甲")).isEqualTo("420100");
    }

    @ParameterizedTest
    @CsvSource({"carrier, 示例%s人才驿站, 人才驿站", "carrier, 示例%s人才基地, 人才基地", "platform, 示例%s实验室, 实验室"})
    void carriersAndPlatformsLikewise(String feed, String pattern, String type) {
        String there = pattern.formatted(tag + "甲");
        String fresh = pattern.formatted(tag + "乙");
        String here = pattern.formatted(tag + "丙");
        directory(feed, PROVINCE, List.of(there, type, "武汉市"));
        JsonNode done = directory(
                feed,
                YICHANG,
                List.of(there, type, "宜昌市"),
                List.of(fresh, type, "武汉市洪山区"),
                List.of(here, type, "宜昌市点军区"));
        assertThat(counts(done)).containsExactly(3, 1, 0, 0, 2);
        assertThat(refusals(YICHANG, done)).containsExactly("2 record.outside ", "3 region.outside 行政区划");
        assertThat(regionOf(there)).isEqualTo("420100");
    }

    @Test
    void aUnitWithoutCountiesIsItselfAndNotItsNeighbours() {
        JsonNode done =
                enterprises(XIANTAO, "commit", enterprise("甲", "仙桃市"), enterprise("乙", "潜江市"), enterprise("丙", "天门"));
        assertThat(counts(done)).containsExactly(3, 1, 0, 0, 2);
    }

    @Test
    void movingNeedsTheProvince() {
        String name = "示例" + tag + "搬迁驿站";
        directory("carrier", WUHAN, List.of(name, "人才驿站", "武汉市洪山区"));
        assertThat(counts(directory("carrier", WUHAN, List.of(name, "人才驿站", "宜昌市"))))
                .as("not even away from here")
                .containsExactly(1, 0, 0, 0, 1);
        assertThat(counts(directory("carrier", YICHANG, List.of(name, "人才驿站", "宜昌市"))))
                .containsExactly(1, 0, 0, 0, 1);
        assertThat(regionOf(name)).isEqualTo("420111");
        directory("carrier", PROVINCE, List.of(name, "人才驿站", "宜昌市"));
        assertThat(regionOf(name)).isEqualTo("420500");
        assertThat(counts(directory("carrier", YICHANG, List.of(name, "人才驿站", "宜昌市夷陵区"))))
                .containsExactly(1, 0, 1, 0, 0);
        assertThat(regionOf(name)).isEqualTo("420506");
        assertThat(counts(directory("carrier", WUHAN, List.of(name, "人才驿站", "武汉市江岸区"))))
                .containsExactly(1, 0, 0, 0, 1);
        assertThat(regionOf(name)).isEqualTo("420506");
    }

    /** Between preview and commit the province moves the enterprise: the commit finds out by itself, whether somebody looks or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatMovedMeanwhileIsNotWritten(boolean looked) {
        enterprises(PROVINCE, "commit", enterprise("甲", "宜昌市"));
        byte[] file = sheet(List.of(enterprise("甲", "宜昌市夷陵区"), enterprise("乙", "宜昌市")));
        JsonNode preview = hub.imported(YICHANG, "enterprise", "核对.csv", file, "preview");
        assertThat(counts(preview)).containsExactly(2, 1, 1, 0, 0);
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市"));
        String id = preview.path("id").asString();
        if (looked) {
            assertThat(hub.post(YICHANG, "/api/v1/imports/" + id + "/commit").status())
                    .isEqualTo(409);
            assertThat(counts(hub.settle(YICHANG, id, "PREVIEWED"))).containsExactly(2, 1, 0, 0, 1);
            hub.post(YICHANG, "/api/v1/imports/" + id + "/commit");
        } else {
            hub.upload(YICHANG, "enterprise", "核对.csv", file, "commit");
        }
        JsonNode done = hub.settle(YICHANG, id, "COMMITTED");
        assertThat(counts(done)).containsExactly(2, 1, 0, 0, 1);
        assertThat(refusals(YICHANG, done)).containsExactly("2 record.outside ");
        assertThat(hub.get(YICHANG, "/api/v1/imports/" + id + "/issues").body().toString())
                .contains("record.outside");
        assertThat(region("甲")).isEqualTo("420100");
        assertThat(region("乙")).isEqualTo("420500");
    }

    /** People find their employer by name where they have no code, and a base its area by the enterprise's name. */
    @Test
    void anotherCodeDoesNotOpenAnotherCitysName() {
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市"));
        JsonNode done = enterprises(YICHANG, "commit", List.of(name("甲"), code("伪"), "宜昌市"));
        assertThat(counts(done)).containsExactly(1, 0, 0, 0, 1);
        assertThat(refusals(YICHANG, done)).containsExactly("2 record.outside ");
        String station = "示例" + tag + "同名";
        directory("carrier", WUHAN, List.of(station, "人才驿站", "武汉市"));
        assertThat(counts(directory("carrier", YICHANG, List.of(station, "人才基地", "宜昌市"))))
                .as("of another type")
                .containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void theSameTwiceInAFileIsJudgedRowByRow() {
        JsonNode done = enterprises(YICHANG, "commit", enterprise("甲", "武汉市"), enterprise("甲", "宜昌市"));
        assertThat(counts(done)).containsExactly(2, 1, 0, 0, 1);
        assertThat(region("甲")).isEqualTo("420500");
    }

    /** What is gone is nobody's any more; what comes back counts for whoever reported it first. */
    @Test
    void whatIsGoneBindsNobody() {
        String batch =
                enterprises(WUHAN, "commit", enterprise("甲", "武汉市")).path("id").asString();
        hub.post(WUHAN, "/api/v1/imports/" + batch + "/revert");
        hub.settle(WUHAN, batch, "REVERTED");
        assertThat(counts(enterprises(YICHANG, "commit", enterprise("甲", "宜昌市"))))
                .containsExactly(1, 1, 0, 0, 0);
        assertThat(counts(enterprises(WUHAN, "commit", enterprise("甲", "武汉市江岸区"))))
                .containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void choosingDoesNotMoveADirectoryRecordEither() {
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市"));
        String there = report("甲", "420100");
        enterprises(PROVINCE, "commit", enterprise("甲", "宜昌市"));
        enterprises(YICHANG, "commit", enterprise("甲", "宜昌市夷陵区"));
        String id = record("甲");
        String here = report("甲", "420506");
        assertThat(choose(PROVINCE, id, here)).isEqualTo(200);
        assertThat(region("甲")).isEqualTo("420506");
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市江岸区"));
        assertThat(region("甲")).as("what was chosen holds").isEqualTo("420506");
        assertThat(choose(YICHANG, id, report("甲", "420102"))).isEqualTo(403);
        assertThat(hub.delete(YICHANG, "/api/v1/enterprises/" + id + "/choices/region?version=" + version("甲"))
                        .status())
                .as("the rules would move it")
                .isEqualTo(403);
        assertThat(region("甲")).isEqualTo("420506");
        assertThat(choose(YICHANG, id, there)).as("superseded, but said").isEqualTo(403);
        assertThat(choose(WUHAN, id, here)).as("not there").isEqualTo(403);
        assertThat(choose(PROVINCE, id, report("甲", "420102"))).isEqualTo(200);
        assertThat(region("甲")).isEqualTo("420102");
    }

    @Test
    void theSiteSaysTheSame() throws Exception {
        enterprises(PROVINCE, "commit", enterprise("甲", "武汉市"));
        Viewer viewer = accounts.find(YICHANG).orElseThrow();
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "站点.csv",
                "text/csv",
                sheet(List.of(enterprise("甲", "宜昌市"), enterprise("丙", "武汉市"), enterprise("丁", "宜昌市"))));
        MvcTestResult sent = mvc.post()
                .uri("/imports")
                .multipart()
                .file(file)
                .param("feed", "enterprise")
                .with(as(viewer))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(302);
        String batch = String.valueOf(sent.getResponse().getRedirectedUrl());
        hub.settle(YICHANG, batch.substring(batch.lastIndexOf('/') + 1), "PREVIEWED");
        String page = page(viewer, batch);
        assertThat(page).contains("“" + name("甲") + "”在武汉市，不在宜昌市范围内", "武汉市不在宜昌市范围内");
        assertThat(mvc.post()
                        .uri(batch + "/commit")
                        .with(as(viewer))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        JsonNode done = hub.settle(YICHANG, batch.substring(batch.lastIndexOf('/') + 1), "COMMITTED");
        assertThat(counts(done)).containsExactly(3, 1, 0, 0, 2);
        assertThat(region("甲")).isEqualTo("420100");
    }

    @Test
    void theOthersReportWhatTheyReportedBefore() {
        new TestAccounts(hub, accounts, jdbc).station(PROVINCE, "ce-station", "示例编辑驿站", "武汉市");
        account(new NewAccount("ce-matchmaker", TestAccounts.PASSWORD, "承办", Role.MATCHMAKER, null, null, null));
        byte[] sheet = sheet(List.of(enterprise("甲", "武汉市")));
        for (String user : List.of("ce-station", "ce-matchmaker")) {
            assertThat(hub.upload(user, "enterprise", "a.csv", sheet, "commit").status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(hub.upload("", "enterprise", "a.csv", sheet, "commit").status())
                .isEqualTo(401);
        assertThat(hub.upload(
                                WUHAN,
                                "talent",
                                "a.csv",
                                new TalentRows().row("某人").csv(),
                                "commit")
                        .status())
                .isEqualTo(403);
        assertThat(StreamSupport.stream(hub.get("", "/api/v1/feeds").body().spliterator(), false))
                .extracting(f -> f.path("name").asString() + " " + f.path("reporters"))
                .containsExactly(
                        "talent [\"BASE\",\"STATION\"]",
                        "demand [\"BASE\",\"STATION\"]",
                        "enterprise [\"PROVINCE\",\"CITY\"]",
                        "carrier [\"PROVINCE\",\"CITY\"]",
                        "platform [\"PROVINCE\",\"CITY\"]");
    }

    /** An account can be made before its carrier is known. */
    @Test
    void aStationWithoutACarrierIsNotTheProvince() {
        String unbound = "ce-unbound";
        account(new NewAccount(unbound, TestAccounts.PASSWORD, "新驿站", Role.STATION, null, null, "新驿站"));
        String batch = enterprises(PROVINCE, "preview", enterprise("甲", "武汉市"))
                .path("id")
                .asString();
        assertThat(hub.total(unbound, "/api/v1/imports")).isZero();
        assertThat(hub.get(unbound, "/api/v1/imports/" + batch).status()).isEqualTo(404);
        assertThat(hub.post(unbound, "/api/v1/imports/" + batch + "/commit").status())
                .isEqualTo(404);
        HubClient.Answer upload = hub.upload(
                unbound, "talent", "a.csv", new TalentRows().row("无主" + tag).csv(), "commit");
        assertThat(upload.status()).isEqualTo(409);
        assertThat(upload.body().path("code").asString()).isEqualTo("carrier.gone");
    }

    /** Only who reported a file says how it is to be read. */
    @Test
    void whoMayNotAnswerIsNotAsked() throws Exception {
        new TestAccounts(hub, accounts, jdbc).station(PROVINCE, "ce-station", "示例编辑驿站", "武汉市");
        Viewer station = accounts.find("ce-station").orElseThrow();
        MvcTestResult sent = mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", "两张表.xlsx", null, twoSheets()))
                .param("feed", "talent")
                .with(as(station))
                .with(csrf())
                .exchange();
        String batch = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(page(station, batch)).contains("读这一张", "action=\"" + batch + "/mapping\"");
        for (String user : List.of(WUHAN, PROVINCE)) {
            Viewer viewer = accounts.find(user).orElseThrow();
            assertThat(page(viewer, batch))
                    .contains("上报单位还没有说明怎样读这份文件", "一月", "二月")
                    .doesNotContain("读这一张", "/mapping\"", batch + "/drop", batch + "/commit");
            assertThat(hub.put(user, "/api/v1" + batch + "/mapping", Map.of("sheet", "一月"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(hub.get(YICHANG, "/api/v1" + batch).status()).isEqualTo(404);
    }

    private byte[] twoSheets() throws IOException {
        String[] lines = new String(new TalentRows().row("双表" + tag).csv(), StandardCharsets.UTF_8).split("\r\n");
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String title : List.of("一月", "二月")) {
                XSSFSheet sheet = book.createSheet(title);
                for (int r = 0; r < lines.length; r++) {
                    XSSFRow row = sheet.createRow(r);
                    String[] cells = lines[r].split(",", -1);
                    for (int c = 0; c < cells.length; c++) {
                        row.createCell(c).setCellValue(cells[c]);
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private String page(Viewer viewer, String address) throws Exception {
        MvcTestResult page = mvc.get().uri(address).with(as(viewer)).exchange();
        assertThat(page).hasStatus(200);
        return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String name(String which) {
        return "示例" + tag + which + "有限公司";
    }

    /** Its own for each name of this test; the check digit is wrong, which is a warning. */
    private String code(String which) {
        return "91420000MA" + String.format("%08d", Math.floorMod((tag + which).hashCode(), 100_000_000));
    }

    private List<String> enterprise(String which, String region) {
        return List.of(name(which), code(which), region);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private JsonNode enterprises(String user, String mode, List<String>... rows) {
        return hub.imported(user, "enterprise", "名录" + System.nanoTime() + ".csv", sheet(List.of(rows)), mode);
    }

    private static byte[] sheet(List<List<String>> rows) {
        StringBuilder csv = new StringBuilder("企业名称,统一社会信用代码,行政区划,所属产业,简介\n");
        // never the same file twice: that one is only looked up again
        rows.forEach(r -> csv.append(String.join(",", r))
                .append(",光电子信息,")
                .append(System.nanoTime())
                .append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Rows of name, type and region. */
    @SafeVarargs
    private JsonNode directory(String feed, String user, List<String>... rows) {
        StringBuilder csv = new StringBuilder(
                feed.equals("carrier") ? "载体名称,载体类型,行政区划,依托单位,主导产业,简介\n" : "平台名称,平台类型,行政区划,依托单位,所属产业,研究方向\n");
        for (List<String> r : rows) {
            csv.append(String.join(",", r))
                    .append(",示例依托公司,光电子信息,")
                    .append(System.nanoTime())
                    .append('\n');
        }
        return hub.imported(
                user,
                feed,
                feed + System.nanoTime() + ".csv",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                "commit");
    }

    private String region(String which) {
        return regionOf(name(which));
    }

    private String regionOf(String name) {
        return jdbc.sql("select region from pool_record where name = ? and state = 'LIVE'")
                .param(name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String record(String which) {
        return jdbc.sql("select id from pool_record where name = ? and state = 'LIVE'")
                .param(name(which))
                .query((rs, i) -> org.talenthub.common.Ids.text(rs.getLong(1)))
                .single();
    }

    private long version(String which) {
        return jdbc.sql("select version from pool_record where name = ? and state = 'LIVE'")
                .param(name(which))
                .query(Long.class)
                .single();
    }

    /** The newest live report that says so. */
    private String report(String which, String region) {
        return jdbc.sql(
                        "select id from report where title = ? and payload like ? and state = 'LIVE' order by id desc limit 1")
                .params(name(which), "%" + region + "%")
                .query((rs, i) -> org.talenthub.common.Ids.text(rs.getLong(1)))
                .single();
    }

    private int choose(String user, String id, String report) {
        long version = jdbc.sql("select version from pool_record where id = ?")
                .param(org.talenthub.common.Ids.parse(id).orElseThrow())
                .query(Long.class)
                .single();
        return hub.put(
                        user,
                        "/api/v1/enterprises/" + id + "/choices/region",
                        Map.of("report", report, "version", version, "reason", "核对过营业执照"))
                .status();
    }

    private List<String> refusals(String user, JsonNode batch) {
        return rows(user, batch).stream()
                .map(r -> r.path("row").asInt() + " " + error(r).path("code").asString() + " "
                        + error(r).path("column").asString())
                .toList();
    }

    private List<String> words(String user, JsonNode batch) {
        return rows(user, batch).stream()
                .map(r -> error(r).path("message").asString())
                .toList();
    }

    private static JsonNode error(JsonNode row) {
        return StreamSupport.stream(row.path("issues").spliterator(), false)
                .filter(i -> i.path("level").asString().equalsIgnoreCase("error"))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> rows(String user, JsonNode batch) {
        return StreamSupport.stream(
                        hub.get(user, "/api/v1/imports/" + batch.path("id").asString() + "/rows?status=rejected")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static List<Integer> counts(JsonNode batch) {
        JsonNode c = batch.path("counts");
        return List.of(
                c.path("read").asInt(),
                c.path("created").asInt(),
                c.path("updated").asInt(),
                c.path("unchanged").asInt(),
                c.path("rejected").asInt());
    }
}
