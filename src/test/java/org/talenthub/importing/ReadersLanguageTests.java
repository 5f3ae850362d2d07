package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.SiteBrowser;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.Ids;
import tools.jackson.databind.JsonNode;

/** One batch, told in the language of whoever asks; what was typed stays as it was typed. */
@HubTest
@Tag("database")
class ReadersLanguageTests {

    private static final String SHEET = """
            姓名,性别,出生年月,学历,人才类别,技术专长,所属产业,工作单位,联系电话
            语言示例甲,男,上世纪,本科,卓越工程师,光芯片,光电子信息,湖北示例光电,13800138000
            语言示例乙,不明,1985-03,本科,卓越工程师,光芯片,光电子信息,湖北示例光电,12345
            语言示例丙,女,1986-03,,卓越工程师,光芯片 微信 abc12345678,光电子信息,湖北示例光电,13900139000
            """;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;
    private HubClient english;
    private String batch;

    @BeforeEach
    void aBatchWithFaults() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        english = hub.in("en-GB,zh;q=0.5");
        new TestAccounts(hub, accounts, jdbc).province("lg-province").station("lg-province", "lg-one", "语言驿站", "武汉市");
        byte[] file = (SHEET + ",".repeat((int) (System.nanoTime() % 997)) + "\n").getBytes(StandardCharsets.UTF_8);
        batch = hub.imported("lg-one", "talent", "语言.csv", file, "preview")
                .path("id")
                .asString();
    }

    @Test
    void issuesAreToldInTheReadersLanguage() {
        List<String> chinese = messages(hub, "/rows");
        List<String> told = messages(english, "/rows");

        assertThat(chinese)
                .contains("“上世纪”不是日期，可写成 1985-03。", "“不明”不在性别代码表中，是不是“未知”？可填：未知、男、女、未说明。")
                .hasSameSizeAs(told);
        assertThat(told)
                .contains("“上世纪” is not a date; write 1985-03.")
                .anyMatch(m -> m.startsWith(
                        "“不明” is not in the list “Sex”. Is “Unknown” meant? Possible: Unknown, Male, Female"))
                .anyMatch(m -> m.startsWith("Education is missing."))
                .allSatisfy(m -> assertThat(m.replaceAll("“[^”]*”", "").codePoints())
                        .as(m)
                        .noneMatch(Character::isIdeographic));
        assertThat(hub.in("zh-CN,en;q=0.9"))
                .satisfies(h -> assertThat(messages(h, "/rows")).isEqualTo(chinese));
        assertThat(groups(hub)).contains("“上世纪”不是日期，可写成 1985-03。");
        assertThat(groups(english)).contains("“上世纪” is not a date; write 1985-03.");
    }

    /** Column, code and value are the same whatever the language: programs go by them. */
    @Test
    void onlyWordsChange() {
        JsonNode a = rows(hub);
        JsonNode b = rows(english);
        for (int i = 0; i < a.size(); i++) {
            for (int k = 0; k < a.path(i).path("issues").size(); k++) {
                for (String same : List.of("column", "title", "cell", "code", "level", "value")) {
                    assertThat(b.at("/" + i + "/issues/" + k + "/" + same))
                            .isEqualTo(a.at("/" + i + "/issues/" + k + "/" + same));
                }
            }
        }
    }

    @Test
    void whatWasKeptBeforeThereWereKeysIsShownAsItStands() {
        jdbc.sql("update report set issues = ? where batch_id = ? and row_no = 2")
                .params(
                        "[{\"column\":\"出生年月\",\"code\":\"date.unreadable\",\"level\":\"ERROR\",\"message\":\"“上世纪”不是日期。\",\"value\":\"上世纪\"}]",
                        Ids.parse(batch).orElseThrow())
                .update();

        assertThat(messages(english, "/rows")).contains("“上世纪”不是日期。");
        assertThat(messages(hub, "/rows")).contains("“上世纪”不是日期。");
    }

    @Test
    void refusalsAreToldInTheReadersLanguage() {
        assertThat(hub.get("lg-one", "/api/v1/imports?page=-1")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("page 从 0 起，size 为 1 至 100；这样的一页不存在，从第一页翻起。");
        assertThat(english.get("lg-one", "/api/v1/imports?page=-1")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("page counts from 0, size is 1 to 100; there is no such page, begin with the first.");
        assertThat(hub.get("lg-one", "/api/v1/imports?page=-1&lang=en")
                        .body()
                        .path("detail")
                        .asString())
                .startsWith("page counts from 0");
        assertThat(english.upload("lg-one", "talent", "a.xlsx", new byte[0], "preview")
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("The file is empty. Check that it is the right one.");
        HubClient.Answer unknown = english.get("", "/api/v1/nothing");
        assertThat(unknown.body().path("detail").asString()).isNotEmpty().doesNotContainPattern("\\p{IsHan}");
        assertThat(english.get("lg-one", "/api/v1/demands?colour=1")
                        .body()
                        .path("detail")
                        .asString())
                .startsWith("There is no parameter “colour”.");
    }

    @Test
    void aQuestionIsKeptInNoLanguage() {
        byte[] file = "姓名,性别,生日期间\n甲乙,男,1985-03\n".getBytes(StandardCharsets.UTF_8);
        HubClient.Answer asked = english.upload("lg-one", "talent", "问.csv", file, "preview");
        assertThat(asked.body().path("detail").asString("")
                        + asked.body().at("/problem/detail").asString(""))
                .contains("lacks required columns");
    }

    @Test
    void theCorrectionWorkbookIsInTheLanguageOfItsReader() throws IOException {
        String words = words(english.get("lg-one", "/api/v1/imports/" + batch + "/correction")
                .bytes());
        assertThat(words)
                .contains("What is wrong", "is not a date; write 1985-03.")
                .doesNotContain("错误说明", "没有填");
        assertThat(words(hub.get("lg-one", "/api/v1/imports/" + batch + "/correction")
                        .bytes()))
                .contains("错误说明", "不是日期，可写成 1985-03。");

        byte[] corrected = english.get("lg-one", "/api/v1/imports/" + batch + "/correction")
                .bytes();
        JsonNode again = hub.imported("lg-one", "talent", "更正.xlsx", corrected, "preview");
        assertThat(again.path("corrects").asString()).isEqualTo(batch);
    }

    @Test
    void theTemplateIsInTheLanguageOfItsReader() throws IOException {
        assertThat(words(english.get("", "/api/v1/feeds/talent/template.xlsx").bytes()))
                .contains("* Name", "High-level talents")
                .doesNotContain("填写说明");
        assertThat(words(hub.get("", "/api/v1/feeds/talent/template.xlsx?lang=en")
                        .bytes()))
                .contains("* Name");
        assertThat(words(hub.get("", "/api/v1/feeds/talent/template.xlsx").bytes()))
                .contains("* 姓名", "填写说明");
    }

    @Test
    void theSiteFollowsItsOwnLink() {
        SiteBrowser site = new SiteBrowser(port);
        site.signIn("lg-one", TestAccounts.PASSWORD);
        assertThat(site.get("/imports/" + batch + "?lang=en").body()).contains("is not a date; write 1985-03.");
        assertThat(site.get("/imports/" + batch).body())
                .contains("is not a date; write 1985-03.")
                .contains("上世纪");
        assertThat(site.get("/imports/" + batch + "?lang=zh-CN").body()).contains("不是日期，可写成 1985-03。");
    }

    /** Officials' browsers are often set to English without their doing. */
    @Test
    void theSiteDoesNotFollowTheBrowser() {
        assertThat(new String(english.get("", "/demands").bytes(), StandardCharsets.UTF_8))
                .contains("lang=\"zh-CN\"");
    }

    private List<String> groups(HubClient as) {
        List<String> all = new ArrayList<>();
        as.get("lg-one", "/api/v1/imports/" + batch + "/issues")
                .body()
                .forEach(g -> all.add(g.path("message").asString()));
        return all;
    }

    private JsonNode rows(HubClient as) {
        return as.get("lg-one", "/api/v1/imports/" + batch + "/rows").body().path("items");
    }

    private List<String> messages(HubClient as, String part) {
        List<String> all = new ArrayList<>();
        as.get("lg-one", "/api/v1/imports/" + batch + part)
                .body()
                .path("items")
                .forEach(r ->
                        r.path("issues").forEach(i -> all.add(i.path("message").asString())));
        return all;
    }

    private static String words(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        DataFormatter format = new DataFormatter(Locale.ROOT);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            all.append(sheet.getSheetName()).append('\n');
            for (Row row : sheet) {
                for (Cell cell : row) {
                    all.append(format.formatCellValue(cell)).append('\n');
                }
            }
        }
        return all.toString();
    }
}
