package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** What a station's clerk is told about a sheet, and the way of a correction, over HTTP on the real engines. */
@HubTest
@Tag("database")
class RoundTripTests {

    private static int run;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private HubClient hub;
    private String tag = "";

    @BeforeEach
    void accountsAndNames() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        tag = "环" + "赟翀昉劼煊晙璟".charAt(run % 7) + "翀昉劼煊晙璟赟".charAt(++run / 7);
        new TestAccounts(hub, accounts, jdbc)
                .province("rt-province")
                .station("rt-province", "rt-one", "示例往返甲驿站", "武汉市")
                .station("rt-province", "rt-two", "示例往返乙驿站", "宜昌市");
    }

    @Test
    void everyProblemSaysWhereWhatAndWhatToDo() {
        byte[] file = csv(
                "姓名,性别,出生日期,学历,人才类别,技术专长,所属产业,工作单位,身份证号,联系电话",
                tag + "甲,男,上世纪,研究生（硕士）,卓越工程师,激光,光电子信息,示例单位,,",
                tag + "乙,男,1985年3月,研究生（硕士）,卓越工程师,激光,光电子信息,示例单位,,",
                tag + "丙,13912345678,1985-03,研究生（博士）,卓越工程师,激光,光电子信息,示例单位,429999198503120018,");
        JsonNode batch = hub.imported("rt-one", "talent", "a.csv", file, "preview");
        JsonNode rows = rows("rt-one", id(batch), "");

        JsonNode wrong = rows.at("/items/0/issues")
                .valueStream()
                .filter(i -> i.path("level").asString().equals("ERROR"))
                .findFirst()
                .orElseThrow();
        assertThat(rows.at("/items/0/row").asInt()).isEqualTo(2);
        assertThat(wrong.path("column").asString()).isEqualTo("出生日期");
        assertThat(wrong.path("title").asString()).isEqualTo("出生年月");
        assertThat(wrong.path("cell").asString()).isEqualTo("C2");
        assertThat(wrong.path("code").asString()).isEqualTo("date.unreadable");
        assertThat(wrong.path("message").asString()).contains("上世纪", "1985-03");

        JsonNode kept = rows.at("/items/1");
        assertThat(kept.path("status").asString()).isEqualTo("created");
        assertThat(kept.path("issues")
                        .valueStream()
                        .map(i -> i.path("level").asString() + " "
                                + i.path("code").asString()))
                .containsExactly("NOTICE read.date", "NOTICE read.code");
        assertThat(batch.at("/counts/warnings").asInt()).isZero();

        assertThat(rows.toString()).doesNotContain("13912345678", "429999198503120018");
        assertThat(jdbc.sql("select issues from report where batch_id = (select max(id) from import_batch)")
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain("13912345678", "429999198503120018");

        JsonNode groups =
                hub.get("rt-one", "/api/v1/imports/" + id(batch) + "/issues").body();
        List<JsonNode> notes = groups.valueStream()
                .filter(g -> g.path("code").asString().equals("read.code"))
                .toList();
        assertThat(notes)
                .as("one line a value")
                .extracting(
                        g -> g.path("value").asString() + " " + g.path("count").asInt())
                .containsExactly("研究生（硕士） 2", "研究生（博士） 1");
        assertThat(groups.get(0).path("level").asString()).isEqualTo("error");
        for (JsonNode g : notes) {
            assertThat(g.path("message").asString()).contains(g.path("value").asString());
            JsonNode found = hub.get("rt-one", g.path("rows").asString()).body();
            assertThat(found.path("total").asInt()).isEqualTo(g.path("count").asInt());
            assertThat(found.path("items").toString()).contains(g.path("value").asString());
        }
        assertThat(hub.get("rt-one", groups.get(0).path("rows").asString())
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(groups.get(0).path("count").asInt());
    }

    @Test
    void aCorrectionTouchesItsRowsOnlyAndJoinsTheFamily() throws IOException {
        byte[] file = new TalentRows()
                .row(tag + "甲")
                .row(tag + "乙", "出生年月", "上世纪")
                .row(tag + "丙")
                .row(tag + "丁", "出生年月", "去年")
                .csv();
        JsonNode first = hub.imported("rt-one", "talent", "原表.csv", file, "commit");
        assertThat(first.at("/counts/rejected").asInt()).isEqualTo(2);
        byte[] correction = hub.get("rt-one", "/api/v1/imports/" + id(first) + "/correction")
                .bytes();

        byte[] fixed = edited(correction, sheet -> {
            assertThat(sheet.getLastRowNum()).as("header and two rows").isEqualTo(2);
            sheet.getRow(1).getCell(3).setCellValue("1985-03");
        });
        JsonNode second = hub.imported("rt-one", "talent", "原表-更正.xlsx", fixed, "commit");
        assertThat(second.path("corrects").asString()).isEqualTo(id(first));
        assertThat(second.at("/counts/read").asInt()).isEqualTo(2);
        assertThat(second.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(rows("rt-one", id(second), "").at("/items/0/origin").asInt()).isEqualTo(3);
        assertThat(hub.total("rt-province", "/api/v1/talents?q=" + HubClient.encode(tag)))
                .isEqualTo(3);

        for (JsonNode member : List.of(first, second)) {
            JsonNode family = hub.get("rt-one", "/api/v1/imports/" + id(member) + "/family")
                    .body();
            assertThat(family.path("members").size()).isEqualTo(2);
            assertThat(family.at("/members/0/open").asInt())
                    .as("taken up by the correction")
                    .isZero();
            assertThat(family.path("open").asInt()).isEqualTo(1);
            assertThat(family.path("created").asInt()).isEqualTo(3);
        }

        byte[] again = hub.get("rt-one", "/api/v1/imports/" + id(second) + "/correction")
                .bytes();
        byte[] asCsv = edited(again, sheet -> sheet.getRow(1).getCell(3).setCellValue("1990-01"), true);
        JsonNode third = hub.imported("rt-one", "talent", "改好.csv", asCsv, "commit");
        assertThat(third.path("corrects").asString()).isEqualTo(id(second));
        JsonNode family =
                hub.get("rt-one", "/api/v1/imports/" + id(first) + "/family").body();
        assertThat(family.path("members").size()).isEqualTo(3);
        assertThat(family.path("open").asInt()).isZero();
        assertThat(hub.total("rt-province", "/api/v1/talents?q=" + HubClient.encode(tag)))
                .isEqualTo(4);
        assertThat(rowsIn(hub.get("rt-one", "/api/v1/imports/" + id(first) + "/correction")
                        .bytes()))
                .as("nothing left to correct")
                .isEqualTo(1);
    }

    @Test
    void aCorrectionOfWhoIsMeantTakesTheOldRowsPlaceUntilItIsReverted() throws IOException {
        byte[] file = workbook(List.of(
                List.of("姓名", "性别", "出生年月", "学历", "人才类别", "技术专长", "所属产业", "工作单位"),
                List.of(tag + "甲", "男", 1985.1, "博士研究生", "卓越工程师", "激光", "光电子信息", "示例往返单位")));
        JsonNode first = hub.imported("rt-one", "talent", "a.xlsx", file, "commit");
        assertThat(first.at("/counts/warnings").asInt()).isEqualTo(1);
        byte[] fixed = edited(
                hub.get("rt-one", "/api/v1/imports/" + id(first) + "/correction")
                        .bytes(),
                sheet -> sheet.getRow(1).getCell(3).setCellValue("1985-10"));
        JsonNode second = hub.imported("rt-one", "talent", "b.xlsx", fixed, "commit");
        assertThat(births()).containsExactly("1985-10");
        assertThat(rows("rt-one", id(first), "").at("/items/0/status").asString())
                .isEqualTo("replaced");

        hub.post("rt-one", "/api/v1/imports/" + id(second) + "/revert");
        hub.settle("rt-one", id(second), "REVERTED");
        assertThat(births()).containsExactly("1985-01");
    }

    @Test
    void anothersCorrectionIsAnOrdinaryFile() throws IOException {
        byte[] file = new TalentRows().row(tag + "甲", "出生年月", "上世纪").csv();
        JsonNode first = hub.imported("rt-one", "talent", "a.csv", file, "preview");
        byte[] fixed = edited(
                hub.get("rt-one", "/api/v1/imports/" + id(first) + "/correction")
                        .bytes(),
                sheet -> sheet.getRow(1).getCell(3).setCellValue("1985-03"));
        JsonNode second = hub.imported("rt-two", "talent", "b.xlsx", fixed, "preview");
        assertThat(second.has("corrects")).isFalse();
        assertThat(hub.get("rt-two", "/api/v1/imports/" + id(second) + "/family")
                        .body()
                        .path("members")
                        .size())
                .isZero();
    }

    @Test
    void aPreviewThatNoLongerHoldsIsNotCommitted() {
        byte[] file = new TalentRows()
                .row(tag + "甲", "现任职务", "甲职")
                .row(tag + "乙", "现任职务", "乙职")
                .row(tag + "丙")
                .csv();
        hub.imported(
                "rt-one", "talent", "there.csv", new TalentRows().row(tag + "甲").csv(), "commit");
        JsonNode preview = hub.imported("rt-one", "talent", "a.csv", file, "preview");
        assertThat(preview.at("/counts/created").asInt()).isEqualTo(2);
        byte[] meanwhile =
                new TalentRows().row(tag + "甲", "现任职务", "别的").row(tag + "乙").csv();
        hub.imported("rt-one", "talent", "meanwhile.csv", meanwhile, "commit");

        HubClient.Answer answer = hub.post("rt-one", "/api/v1/imports/" + id(preview) + "/commit");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("preview.overtaken");
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("value").asString()))
                .containsExactly("2", "3");

        JsonNode fresh = hub.settle("rt-one", id(preview), "PREVIEWED");
        assertThat(fresh.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(fresh.at("/counts/updated").asInt()).isEqualTo(2);
        assertThat(fresh.path("overtaken").toString()).isEqualTo("[2,3]");
        assertThat(hub.post("rt-one", "/api/v1/imports/" + id(preview) + "/commit")
                        .status())
                .isEqualTo(202);
        JsonNode done = hub.settle("rt-one", id(preview), "COMMITTED");
        for (String count : List.of("read", "created", "updated", "unchanged", "rejected")) {
            assertThat(done.path("counts").path(count))
                    .as(count)
                    .isEqualTo(fresh.path("counts").path(count));
        }
    }

    @Test
    void whatAnotherStationReportsOvertakesNoPreview() {
        byte[] file = new TalentRows().row(tag + "甲", "现任职务", "甲职").csv();
        JsonNode preview = hub.imported("rt-one", "talent", "a.csv", file, "preview");
        byte[] others = new TalentRows().row(tag + "甲", "现任职务", "别的").csv();
        hub.imported("rt-two", "talent", "b.csv", others, "commit");
        assertThat(hub.post("rt-one", "/api/v1/imports/" + id(preview) + "/commit")
                        .status())
                .isEqualTo(202);
        assertThat(hub.settle("rt-one", id(preview), "COMMITTED")
                        .at("/counts/created")
                        .asInt())
                .isOne();
    }

    @Test
    void twoCorrectionsOfOneRowAreOnePersonWithTheLaterValue() throws IOException {
        byte[] file = new TalentRows().row(tag + "甲", "出生年月", "上世纪").csv();
        JsonNode first = hub.imported("rt-one", "talent", "a.csv", file, "commit");
        byte[] correction = hub.get("rt-one", "/api/v1/imports/" + id(first) + "/correction")
                .bytes();
        byte[] once = edited(correction, sheet -> sheet.getRow(1).getCell(3).setCellValue("1982-12"));
        byte[] twice = edited(correction, sheet -> sheet.getRow(1).getCell(3).setCellValue("1982-11"));
        assertThat(hub.imported("rt-one", "talent", "b.xlsx", once, "commit")
                        .at("/counts/created")
                        .asInt())
                .isOne();
        JsonNode preview = hub.imported("rt-one", "talent", "c.xlsx", twice, "preview");
        assertThat(preview.at("/counts/updated").asInt()).isOne();
        hub.post("rt-one", "/api/v1/imports/" + id(preview) + "/commit");
        hub.settle("rt-one", id(preview), "COMMITTED");
        assertThat(births()).containsExactly("1982-11");
        hub.post("rt-one", "/api/v1/imports/" + id(preview) + "/revert");
        hub.settle("rt-one", id(preview), "REVERTED");
        assertThat(births()).containsExactly("1982-12");
    }

    @Test
    void twoSheetsThatFitAreAskedAbout() throws IOException {
        byte[] file;
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            sheet(book, "十月", tag + "甲");
            sheet(book, "十一月", tag + "乙");
            file = bytes(book);
        }
        HubClient.Answer refused = hub.upload("rt-one", "talent", "a.xlsx", file, "commit");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("sheet.several");
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("value").asString()))
                .containsExactly("十月", "十一月");
        HubClient.Answer said = hub.upload("rt-one", "talent", "a.xlsx", file, "preview", Map.of("sheet", "十一月"));
        assertThat(said.status()).as("%s", said.body()).isEqualTo(202);
        JsonNode batch = hub.settle("rt-one", said.body().path("id").asString(), "PREVIEWED");
        assertThat(rows("rt-one", id(batch), "").at("/items/0/key").asString()).isEqualTo(tag + "乙");

        HubClient.Answer other = hub.put("rt-one", "/api/v1/imports/" + id(batch) + "/mapping", "{\"sheet\":\"十月\"}");
        assertThat(other.status()).isEqualTo(202);
        hub.settle("rt-one", id(batch), "PREVIEWED");
        assertThat(rows("rt-one", id(batch), "").at("/items/0/key").asString()).isEqualTo(tag + "甲");
    }

    @Test
    void whatAColumnMeansIsSaidOnceAndRemembered() {
        String head = "姓名,性别,出生年月,最后学历,人才类别,技术专长,所属产业,工作单位,职务全称";
        byte[] file = csv(head, tag + "甲,男,1985-03,博士研究生毕业,卓越工程师,激光,光电子信息,示例单位,总工");
        HubClient.Answer refused = hub.upload("rt-one", "talent", "a.csv", file, "preview");
        assertThat(refused.body().path("code").asString()).isEqualTo("header.missing");
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .filter(e -> e.path("code").asString().equals("column.likely"))
                        .map(e -> e.path("column").asString() + "="
                                + e.path("value").asString()))
                .contains("学历=最后学历");

        HubClient.Answer said = hub.upload(
                "rt-one", "talent", "a.csv", file, "preview", Map.of("mapping", "{\"最后学历\":\"学历\",\"I\":\"post\"}"));
        assertThat(said.status()).as("%s", said.body()).isEqualTo(202);
        JsonNode batch = hub.settle("rt-one", said.body().path("id").asString(), "PREVIEWED");
        assertThat(batch.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(how("rt-one", batch, "最后学历")).isEqualTo("education chosen");

        byte[] next = csv(head, tag + "乙,男,1985-03,博士研究生毕业,卓越工程师,激光,光电子信息,示例单位,总工");
        JsonNode second = hub.imported("rt-one", "talent", "b.csv", next, "preview");
        assertThat(second.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(how("rt-one", second, "最后学历")).isEqualTo("education remembered");
        assertThat(how("rt-one", second, "职务全称")).isEqualTo("post remembered");
        assertThat(hub.upload("rt-two", "talent", "b.csv", next, "preview").status())
                .as("another station has its own memory")
                .isEqualTo(422);
        assertThat(hub.upload("rt-one", "talent", "c.csv", file, "preview", Map.of("mapping", "{\"姓名\":\"没有的列\"}"))
                        .status())
                .isEqualTo(400);
    }

    private String how(String user, JsonNode batch, String title) {
        return hub.get(user, "/api/v1/imports/" + id(batch) + "/mapping")
                .body()
                .path("columns")
                .valueStream()
                .filter(c -> c.path("title").asString().equals(title))
                .map(c -> c.path("field").asString() + " " + c.path("how").asString())
                .collect(Collectors.joining());
    }

    private List<String> births() {
        return jdbc
                .sql("select payload from pool_record where state = 'LIVE' and name = ?")
                .param(tag + "甲")
                .query(String.class)
                .list()
                .stream()
                .map(p -> p.replaceAll(".*\"birth\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private JsonNode rows(String user, String id, String query) {
        return hub.get(user, "/api/v1/imports/" + id + "/rows" + query).body();
    }

    private static String id(JsonNode batch) {
        return batch.path("id").asString();
    }

    private static byte[] csv(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void sheet(XSSFWorkbook book, String name, String person) {
        XSSFSheet sheet = book.createSheet(name);
        fill(sheet, 0, List.of("姓名", "性别", "出生年月", "学历", "人才类别", "技术专长", "所属产业", "工作单位"));
        fill(sheet, 1, List.of(person, "男", "1985-03", "博士研究生", "卓越工程师", "激光", "光电子信息", "示例单位"));
    }

    private static void fill(XSSFSheet sheet, int at, List<?> values) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Double d) {
                row.createCell(i).setCellValue(d);
            } else {
                row.createCell(i).setCellValue(String.valueOf(values.get(i)));
            }
        }
    }

    private static byte[] workbook(List<List<?>> rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("人才");
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet, i, rows.get(i));
            }
            return bytes(book);
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static int rowsIn(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheetAt(0).getPhysicalNumberOfRows();
        }
    }

    private static byte[] edited(byte[] workbook, Consumer<XSSFSheet> change) throws IOException {
        return edited(workbook, change, false);
    }

    /** As a clerk does it in Excel: changes cells and saves, also as csv. */
    private static byte[] edited(byte[] workbook, Consumer<XSSFSheet> change, boolean csv) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            XSSFSheet sheet = book.getSheetAt(0);
            change.accept(sheet);
            if (!csv) {
                return bytes(book);
            }
            DataFormatter shown = new DataFormatter();
            List<String> lines = new ArrayList<>();
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    cells.add('"' + shown.formatCellValue(row.getCell(i)).replace("\"", "\"\"") + '"');
                }
                lines.add(String.join(",", cells));
            }
            return csv(lines.toArray(String[]::new));
        }
    }
}
