package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import org.talenthub.common.HubTime;
import tools.jackson.databind.JsonNode;

/** A clerk's batches: found again, read as what they are, and leading to the people they speak of. */
@HubTest
@Tag("database")
class ClerkTests {

    private static final List<String> TALENT = List.of("姓名", "性别", "出生年月", "学历", "人才类别", "技术专长", "所属产业", "工作单位");
    private static final List<String> DEMAND = List.of("需求单位", "统一社会信用代码", "岗位名称", "需求人数", "所属产业", "技术技能要求");

    private static int run;

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;
    private String tag = "";

    @BeforeEach
    void accountsAndNames() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        tag = "吏" + "赟翀昉劼煊晙璟".charAt(run % 7) + "翀昉劼煊晙璟赟".charAt(++run / 7);
        new TestAccounts(hub, accounts, jdbc)
                .province("ck-province")
                .station("ck-province", "ck-one", "示例文员甲驿站", "武汉市")
                .station("ck-province", "ck-two", "示例文员乙驿站", "宜昌市");
    }

    @Test
    void peopleAndDemandsOfOneWorkbookBecomeTwoBatches() throws IOException {
        byte[] file;
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            sheet(book, "人才", TALENT, List.of(tag + "甲", "男", "1985-03", "博士研究生", "卓越工程师", "激光", "光电子信息", "示例单位"));
            sheet(book, "需求", DEMAND, List.of("示例单位" + tag, "91429999MA9999005A", "工艺工程师" + tag, "2", "光电子信息", "刻蚀"));
            file = bytes(book);
        }
        String name = "本月" + tag + ".xlsx";
        JsonNode talents = hub.imported("ck-one", "talent", name, file, "preview");
        assertThat(talents.at("/counts/created").asInt()).isOne();

        JsonNode all = list("ck-one", "?fileName=" + HubClient.encode(tag));
        assertThat(all.path("items").valueStream().map(b -> b.path("feed").asString()))
                .containsExactlyInAnyOrder("talent", "demand");
        JsonNode demands =
                list("ck-one", "?feed=demand&fileName=" + HubClient.encode(tag)).at("/items/0");
        assertThat(demands.path("fileName").asString()).isEqualTo("本月" + tag + "（需求）.xlsx");
        assertThat(hub.settle("ck-one", demands.path("id").asString(), "PREVIEWED")
                        .at("/counts/created")
                        .asInt())
                .isOne();

        assertThat(hub.upload("ck-one", "talent", name, file, "preview").status())
                .as("the same file again makes nothing new")
                .isEqualTo(200);
        assertThat(list("ck-one", "?fileName=" + HubClient.encode(tag))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aPreviewIsReadAsAnotherKindInItsPlace() {
        String csv = String.join(",", DEMAND) + "\n示例单位,91429999MA9999005A,工艺工程师" + tag + ",2,光电子信息,刻蚀\n"
                + "示例单位,91429999MA9999005A,测试工程师" + tag + ",1,光电子信息,测试\n";
        HubClient.Answer refused =
                hub.upload("ck-one", "talent", "a.csv", csv.getBytes(StandardCharsets.UTF_8), "preview");
        assertThat(refused.body().path("code").asString())
                .as("who says what it is is told that it is not")
                .isEqualTo("header.otherfeed");

        JsonNode people = hub.imported(
                "ck-one", "talent", "b.csv", new TalentRows().row(tag + "甲").csv(), "preview");
        String id = people.path("id").asString();
        assertThat(hub.put("ck-one", "/api/v1/imports/" + id + "/mapping", "{\"feed\":\"enterprise\"}")
                        .status())
                .as("a station reports no enterprises")
                .isEqualTo(403);
        assertThat(hub.put("ck-one", "/api/v1/imports/" + id + "/mapping", "{\"feed\":\"demand\"}")
                        .status())
                .as("people are no demands")
                .isEqualTo(422);
        assertThat(hub.get("ck-one", "/api/v1/imports/" + id)
                        .body()
                        .path("feed")
                        .asString())
                .isEqualTo("talent");
    }

    @Test
    void theSiteReadsAWrongKindAsWhatItIs() throws Exception {
        String csv = "平台名称,平台类型,依托单位,统一社会信用代码,行政区划\n示例平台" + tag + ",企业技术中心,示例单位,91429999MA9999005A,武汉市\n";
        String batch = sent("平台.csv", csv);
        assertThat(batch).endsWith("?recognised=true");
        assertThat(page(batch)).contains("从表头看，这是“科研平台名录”");
    }

    @Test
    void whatIsHardlyRecognisedIsChangedInItsPlace() throws Exception {
        String csv = "平台名称,平台类型,依托单位,统一社会信用代码,在哪里\n示例平台" + tag + ",企业技术中心,示例单位,91429999MA9999005A,武汉市\n" + "示例平台二" + tag
                + ",企业技术中心,示例单位,91429999MA9999005A,宜昌市\n";
        String batch = sent("平台.csv", csv);
        assertThat(page(batch)).contains("先说明各列对应什么", "按这种表重新读取", "武汉市 · 宜昌市");
        mvc.post()
                .uri(batch + "/mapping")
                .param("feed", "platform")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        String asked = page(batch);
        assertThat(asked).contains("<span>科研平台名录</span>", "必填的“行政区划”没有认出来").contains("像是“行政区划”");
        mvc.post()
                .uri(batch + "/mapping")
                .param("column.E", "region")
                .with(as(PROVINCE))
                .with(csrf())
                .exchange();
        awaited(batch, "提交 2 行");
        assertThat(page(batch)).contains("示例平台" + tag);
    }

    @Test
    void rowsThatNeedWorkAreCountedWithTheirCorrections() throws Exception {
        String csv = "企业名称,统一社会信用代码,所属产业,行政区划\n示例" + tag + "甲有限公司,91429999MA9999005A,光电子信息,火星\n" + "示例" + tag
                + "乙有限公司,91429999MA9999005A,光电子信息,木星\n";
        String first = sent(tag + ".csv", csv);
        awaited(first, "需修改 2 行");
        byte[] correction = mvc.get()
                .uri(first + "/correction")
                .with(as(PROVINCE))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        byte[] fixed;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(correction))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("错误说明");
            sheet.getRow(1).getCell(4).setCellValue("武汉市");
            fixed = bytes(book);
        }
        String second = sent(tag + "更正.xlsx", fixed);
        awaited(second, "提交 1 行");
        assertThat(page(first))
                .contains("<strong>0</strong><span>需修改</span>", "<strong>2</strong><span>已更正</span>")
                .contains("还有 1 行待修改");
        assertThat(page(second)).contains("<strong>1</strong><span>需修改</span>");
        assertThat(page("/imports?fileName=" + tag).split("<td class=\"num\">1</td>", -1).length)
                .as("the file with its correction, the correction that read 2 rows and makes 1, has 1 to correct")
                .isGreaterThanOrEqualTo(3);
    }

    private void awaited(String address, String text) throws Exception {
        for (int i = 0; i < 300 && !page(address).contains(text); i++) {
            HubClient.pause(200);
        }
        assertThat(page(address)).contains(text);
    }

    private String sent(String name, String csv) {
        return sent(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    private String sent(String name, byte[] file) {
        MvcTestResult sent = mvc.post()
                .uri("/imports")
                .multipart()
                .param("feed", "enterprise")
                .with(as(PROVINCE))
                .with(csrf())
                .file(new MockMultipartFile("file", name, "text/csv", file))
                .exchange();
        assertThat(sent).hasStatus(302);
        return String.valueOf(sent.getResponse().getRedirectedUrl());
    }

    private String page(String address) throws Exception {
        return mvc.get()
                .uri(address)
                .with(as(PROVINCE))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void batchesAreFoundByStateKindReporterMonthAndName() {
        hub.imported(
                "ck-one",
                "talent",
                "十月" + tag + ".csv",
                new TalentRows().row(tag + "甲").csv(),
                "preview");
        hub.imported(
                "ck-two",
                "talent",
                "十一月" + tag + ".csv",
                new TalentRows().row(tag + "乙").csv(),
                "commit");
        String name = "&fileName=" + HubClient.encode(tag);
        String month = YearMonth.now(HubTime.ZONE).toString();
        assertThat(total("ck-province", "?month=" + month + name)).isEqualTo(2);
        assertThat(total("ck-province", "?month=2001-01" + name)).isZero();
        assertThat(total("ck-province", "?status=COMMITTED" + name)).isOne();
        assertThat(total("ck-province", "?feed=demand" + name)).isZero();
        assertThat(total("ck-province", "?carrier=" + HubClient.encode("文员乙") + name))
                .isOne();
        assertThat(total("ck-one", "?status=previewed" + name)).isOne();
        assertThat(total("ck-one", "?fileName=" + HubClient.encode("十一月" + tag)))
                .isZero();
        assertThat(hub.get("ck-one", "/api/v1/imports?file=a")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("parameter.unknown");
        assertThat(hub.get("ck-one", "/api/v1/imports?month=11").status()).isEqualTo(400);
        assertThat(hub.get("ck-one", "/api/v1/imports?status=gone").status()).isEqualTo(400);
    }

    @Test
    void aBatchIsASearchForWhoMayOpenIt() {
        byte[] file = new TalentRows()
                .row(tag + "甲")
                .row(tag + "乙", "出生年月", "1986-04")
                .row(tag + "乙", "出生年月", "1986-04", "现任职务", "总工")
                .csv();
        hub.imported(
                "ck-one", "talent", "前.csv", new TalentRows().row(tag + "甲").csv(), "commit");
        JsonNode batch = hub.imported("ck-one", "talent", "后.csv", file, "commit");
        String id = batch.path("id").asString();
        assertThat(batch.at("/counts/doubled/updated").asInt()).isOne();
        assertThat(total("/api/v1/talents", "ck-one", "?batch=" + id))
                .as("also whom it told nothing new of")
                .isEqualTo(2);
        assertThat(total("/api/v1/talents", "ck-province", "?batch=" + id + "&q=" + HubClient.encode(tag + "乙")))
                .isOne();
        assertThat(hub.get("ck-two", "/api/v1/talents?batch=" + id).status()).isEqualTo(400);
        assertThat(hub.get("ck-one", "/api/v1/talents?batch=0000000000000").status())
                .isEqualTo(400);

        JsonNode row = hub.get("ck-one", "/api/v1/imports/" + id + "/rows?status=doubled")
                .body()
                .at("/items/0");
        assertThat(row.path("row").asInt()).isEqualTo(4);
        assertThat(hub.get("ck-one", "/api/v1/talents/" + row.path("record").asString())
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo(tag + "乙");
    }

    @Test
    void whatAColumnHoldsTellsWhatItIs() {
        String csv = "姓名,性别,出生年月,学历,人才类别,技术专长,所属产业,工作单位,怎么找他,代号\n" + tag
                + "甲,男,1985-03,博士研究生,卓越工程师,激光,光电子信息,示例单位,13912345678,A-1\n" + tag
                + "乙,女,1986-03,博士研究生,卓越工程师,激光,光电子信息,示例单位,13887654321,B-2\n";
        JsonNode batch = hub.imported("ck-one", "talent", "c.csv", csv.getBytes(StandardCharsets.UTF_8), "preview");
        JsonNode mapping = hub.get(
                        "ck-one", "/api/v1/imports/" + batch.path("id").asString() + "/mapping")
                .body();
        JsonNode phone = mapping.at("/columns/8");
        assertThat(phone.path("how").asString()).isEqualTo("likely");
        assertThat(phone.path("likely").asString()).isEqualTo("phone");
        assertThat(phone.path("samples").size()).isEqualTo(2);
        assertThat(mapping.toString()).doesNotContain("13912345678", "13887654321");
        assertThat(mapping.at("/columns/9/how").asString()).isEqualTo("none");
        assertThat(mapping.at("/columns/9/samples").valueStream().map(JsonNode::asString))
                .containsExactly("A-1", "B-2");
    }

    @Test
    void aTextIsNotMadeAWorkbookByItsName() {
        HubClient.Answer refused = hub.upload(
                "ck-one", "talent", "名单.xlsx", "各位同事，附上名单，请查收。\n".getBytes(StandardCharsets.UTF_8), "preview");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("header.notfound");
        assertThat(refused.body().path("detail").asString()).startsWith("这是纯文本，只是文件名写成了 Excel 的后缀。");
    }

    private JsonNode list(String user, String query) {
        return hub.get(user, "/api/v1/imports" + query).body();
    }

    private int total(String user, String query) {
        return total("/api/v1/imports", user, query);
    }

    private int total(String path, String user, String query) {
        HubClient.Answer answer = hub.get(user, path + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body().path("total").asInt();
    }

    private static void sheet(XSSFWorkbook book, String name, List<String> head, List<String> row) {
        XSSFSheet sheet = book.createSheet(name);
        for (List<String> line : List.of(head, row)) {
            Row made = sheet.createRow(line == head ? 0 : 1);
            for (int i = 0; i < line.size(); i++) {
                made.createCell(i).setCellValue(line.get(i));
            }
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
