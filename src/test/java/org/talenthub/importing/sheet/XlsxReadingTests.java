package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.header.Undecided;
import org.talenthub.importing.sheet.header.Wishes;
import org.talenthub.importing.sheet.rows.SheetRow;
import tools.jackson.databind.json.JsonMapper;

class XlsxReadingTests extends SheetTests {

    @Test
    void readsASheetAsPeopleFillItIn() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet("人才");
            put(sheet, 0, "高层次人才信息采集表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 8));
            put(sheet, 1, "填报单位：湖北示例光电科技有限公司", "", "", "2026年11月");
            put(sheet, 3, "序号", "＊姓 名", "性别（必填）", "出生\n日期", "身份证号：", "学历*", "单位名称", "手机", "籍贯");
            put(sheet, 4, "1", "必填", "从下拉中选择", "格式：1985-03", "必填", "必填", "必填", "", "");
            put(sheet, 5, "1", "张一", "男", "1985.3", "", "本科", "湖北示例甲", "", "武汉");
            put(sheet, 6, "2", "", "", "", "", "", "", "", "");
            put(sheet, 8, "3", " 李二\u00A0", "女", "1990-01", "", "硕士", "", "", "");
            sheet.addMergedRegion(new CellRangeAddress(5, 8, 6, 6));
            put(sheet, 9, "填表人：王五", "", "", "", "审核人：赵六", "", "", "联系电话：13800000000");
            put(sheet, 10, "填表说明：1.姓名按证件填写。");
        });

        Layout layout = inspect(file);

        assertThat(layout.headerRow()).isEqualTo(4);
        assertThat(layout.sheetName()).isEqualTo("人才");
        assertThat(layout.columnToField())
                .isEqualTo(Map.of(
                        1,
                        "name",
                        2,
                        "sex",
                        3,
                        "birth",
                        4,
                        "documentNumber",
                        5,
                        "education",
                        6,
                        "employerName",
                        7,
                        "phone"));
        assertThat(layout.unknownHeaders()).containsExactly("籍贯");
        assertThat(rows(file))
                .containsExactly(
                        new SheetRow(
                                6,
                                Map.of(
                                        "name",
                                        "张一",
                                        "sex",
                                        "男",
                                        "birth",
                                        "1985.3",
                                        "education",
                                        "本科",
                                        "employerName",
                                        "湖北示例甲"),
                                List.of()),
                        new SheetRow(
                                9,
                                Map.of(
                                        "name",
                                        "李二",
                                        "sex",
                                        "女",
                                        "birth",
                                        "1990-01",
                                        "education",
                                        "硕士",
                                        "employerName",
                                        "湖北示例甲"),
                                List.of()));
    }

    @Test
    void layoutSurvivesJson() throws IOException {
        Path file = workbook(book -> {
            put(book.createSheet(), 0, HEADER);
            put(book.getSheetAt(0), 1, person("张一"));
        });
        Layout layout = inspect(file);
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.readValue(json.writeValueAsString(layout), Layout.class))
                .isEqualTo(layout);
    }

    @Test
    void numbersDatesAndOtherKinds() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            Row row = sheet.getRow(1);
            row.getCell(2).setCellValue(LocalDate.of(1985, 3, 12));
            row.getCell(2).setCellStyle(format(book, "yyyy\"年\"m\"月\""));
            number(row, 3, 420101198503120000d, null);
            number(row, 6, 13800000000d, null);
            number(row, 7, 0.1 + 0.2, null);
            put(sheet, 2, person("李二"));
            row = sheet.getRow(2);
            number(row, 2, 1985.1, null);
            row.createCell(3).setCellErrorValue(FormulaError.REF.getCode());
            row.createCell(7).setCellValue(true);
            put(sheet, 3, person("王三"));
            row = sheet.getRow(3);
            row.getCell(2).setCellValue(LocalDate.of(2026, 11, 22));
            row.getCell(2).setCellStyle(format(book, "[$-804]yyyy/m/d;@"));
            number(row, 3, 123, format(book, "000000"));
            row.createCell(6).setCellFormula("1+1");
            row.getCell(6).setCellValue(2);
            put(sheet, 4, person("赵四"));
            row = sheet.getRow(4);
            number(row, 2, 1985.1, format(book, "0.00"));
            CellStyle chinese = book.createCellStyle();
            chinese.setDataFormat((short) 57);
            number(row, 7, 31118, chinese);
        });

        List<SheetRow> rows = rows(file);

        assertThat(rows.get(0).cells())
                .containsEntry("birth", "1985-03")
                .containsEntry("documentNumber", "420101198503120000")
                .containsEntry("phone", "13800000000")
                .containsEntry("remark", "0.3");
        assertThat(rows.get(0).issues())
                .extracting(Issue::column, Issue::code, Issue::level, Issue::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("证件号码", "number.precision", Issue.Level.ERROR, null));
        assertThat(rows.get(1).cells()).containsEntry("documentNumber", "#REF!").containsEntry("remark", "TRUE");
        assertThat(rows.get(1).issues()).extracting(Issue::code).containsExactly("date.ambiguous", "cell.error");
        assertThat(rows.get(2).cells())
                .containsEntry("birth", "2026-11-22")
                .containsEntry("documentNumber", "000123")
                .containsEntry("phone", "2");
        assertThat(rows.get(3).cells()).containsEntry("birth", "1985.10").containsEntry("remark", "1985-03");
    }

    @Test
    void dateSystemOf1904() throws IOException {
        Path file = workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            number(sheet.getRow(1), 2, 29656, format(book, "yyyy-mm-dd"));
        });

        assertThat(rows(file).getFirst().cells()).containsEntry("birth", "1985-03-12");
    }

    @Test
    void takesTheFirstSheetThatFitsAndNeverAHiddenOne() throws IOException {
        Path file = workbook(book -> {
            put(book.createSheet("填表说明"), 0, HEADER);
            put(book.getSheetAt(0), 1, person("说明"));
            put(book.createSheet("旧数据"), 0, HEADER);
            put(book.getSheetAt(1), 1, person("旧"));
            book.setSheetHidden(1, true);
            put(book.createSheet("封面"), 0, "湖北省人才信息");
            put(book.createSheet("人才"), 0, HEADER);
            put(book.getSheetAt(3), 1, person("张一"));
        });

        assertThat(inspect(file).sheetIndex()).isEqualTo(3);
        assertThat(rows(file)).extracting(r -> r.cells().get("name")).containsExactly("张一");
    }

    @Test
    void headerOverTwoRows() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, "基本信息", "", "", "证件号码", "学历", "工作情况", "", "备注");
            put(sheet, 1, "姓名", "性别", "出生年月", "", "", "工作单位", "联系电话", "");
            put(sheet, 2, person("张一"));
        });

        Layout layout = inspect(file);

        assertThat(layout.headerRow()).isEqualTo(2);
        assertThat(layout.columnToField()).hasSize(8);
        assertThat(rows(file)).extracting(SheetRow::row).containsExactly(3);
    }

    @Test
    void aGroupsTitleTellsColumnsApart() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, "序号", "姓名", "性别", "出生年月", "学历", "工作单位", "联系", "", "证件", "");
            put(sheet, 1, "", "", "", "", "", "", "电话", "地址", "号码", "有效期");
            put(sheet, 2, "1", "张一", "男", "1985-03", "本科", "单位", "13800000000", "武汉", "42", "长期");
        });

        Layout layout = inspect(file);

        assertThat(layout.columnToField()).containsEntry(6, "phone").containsEntry(8, "documentNumber");
        assertThat(layout.titles()).containsEntry(7, "联系地址").containsEntry(1, "姓名");
        assertThat(rows(file).getFirst().cells())
                .containsEntry("phone", "13800000000")
                .containsEntry("documentNumber", "42");
    }

    @Test
    void aFooterUnderTheFirstTitlesIsNoRow() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            put(sheet, 2, "填表人：王五", "审核人：赵六", "联系电话：027-87654321", "", "填表日期：2026-11-01", "单位（盖章）：");
            put(sheet, 3, "填表人", "王五", "审核人", "赵六", "日期", "2026-11");
        });

        assertThat(rows(file)).extracting(SheetRow::row).containsExactly(2);
    }

    @Test
    void hiddenRowsAreReadAndTold() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            put(sheet, 2, person("李二"));
            sheet.getRow(2).setZeroHeight(true);
        });

        List<SheetRow> rows = rows(file);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().issues()).isEmpty();
        assertThat(rows.getLast().issues())
                .extracting(Issue::code, Issue::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("row.hidden", Issue.Level.NOTICE));
    }

    @Test
    void aFormulaThatNobodyCalculatedIsSaidToBeOne() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            sheet.getRow(1).getCell(5).setCellFormula("\"单\"&\"位\"");
            ((XSSFCell) sheet.getRow(1).getCell(5)).getCTCell().unsetV();
        });

        assertThat(rows(file).getFirst().issues())
                .extracting(Issue::column, Issue::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("工作单位", "cell.formula"));
    }

    @Test
    void severalSheetsThatFitAreAQuestion() throws IOException {
        Path file = workbook(book -> {
            for (String name : List.of("十月", "空表", "十一月")) {
                put(book.createSheet(name), 0, HEADER);
            }
            put(book.getSheet("十月"), 1, person("张一"));
            put(book.getSheet("十一月"), 1, person("李二"));
        });

        Undecided question = (Undecided) refused(file);

        assertThat(question.code()).isEqualTo("sheet.several");
        assertThat(question.sheets()).containsExactly("十月", "十一月");
        Layout chosen = sheets.inspect(
                file, "表.xlsx", TestFeeds.TALENT, TestFeeds.FEEDS, new Wishes("十一月", 0, Map.of(), Map.of(), Map.of()));
        assertThat(rows(file, chosen, TestFeeds.TALENT))
                .extracting(r -> r.cells().get("name"))
                .containsExactly("李二");
    }

    @Test
    void whatIsSaidAboutColumnsGoesBeforeTheirTitles() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, "姓名", "性别", "出生年月", "最后学历", "工作单位", "手机", "联系电话", "曾用名");
            put(sheet, 1, "张一", "男", "1985-03", "本科", "单位", "13800000000", "027-1", "张二");
        });
        Undecided question = (Undecided) refused(file);
        assertThat(question.code()).isEqualTo("header.missing");
        assertThat(question.errors())
                .extracting(Issue::column, Issue::code)
                .contains(org.assertj.core.groups.Tuple.tuple("学历", "column.likely"));

        Layout layout = sheets.inspect(
                file,
                "表.xlsx",
                TestFeeds.TALENT,
                TestFeeds.FEEDS,
                new Wishes(null, 0, Map.of(5, ""), Map.of("曾用名", "remark"), Map.of("最后学历", "education")));

        assertThat(layout.columnToField())
                .containsEntry(3, "education")
                .containsEntry(6, "phone")
                .containsEntry(7, "remark")
                .doesNotContainKey(5);
        assertThat(layout.sources())
                .isEqualTo(Map.of(3, Layout.Source.REMEMBERED, 5, Layout.Source.CHOSEN, 7, Layout.Source.CHOSEN));
    }

    @Test
    void leavesOutTheUntouchedExampleAndRepeatedHeaders() throws IOException {
        String[] example =
                TestFeeds.TALENT.columns().stream().map(c -> c.example()).toArray(String[]::new);
        String[] changed = example.clone();
        changed[0] = "李二";
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, example);
            put(sheet, 2, changed);
            put(sheet, 3, HEADER);
            put(sheet, 4, person("张一"));
        });

        assertThat(rows(file)).extracting(SheetRow::row).containsExactly(3, 5);
    }

    @Test
    void aFooterWordInARealRowIsData() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("备注"));
            put(sheet, 2, "张三", "", "", "", "", "", "", "");
        });

        assertThat(rows(file)).hasSize(2);
    }

    @Test
    void manyEntitiesRichTextEscapesAndPhonetics() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            put(sheet, 1, person("a_x005F_b\r\n" + "&<".repeat(500)));
            for (int i = 2; i < 202; i++) {
                put(sheet, i, person(manyAmpersands(i)));
            }
        });

        List<SheetRow> rows = rows(file);

        assertThat(rows).hasSize(201);
        assertThat(rows.getFirst().cells().get("name")).startsWith("a_b\r\n&<&<");
        assertThat(rows.getLast().cells().get("name")).isEqualTo(manyAmpersands(201));
    }

    /** 600 built-in entities in text that does not compress like a bomb. */
    private static String manyAmpersands(int seed) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(seed);
        for (int i = 0; i < 600; i++) {
            text.append((char) ('\u4E00' + random.nextInt(5000))).append('&');
        }
        return text.toString();
    }

    private static CellStyle format(XSSFWorkbook book, String code) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(code));
        return style;
    }

    private static void number(Row row, int column, double value, CellStyle style) {
        Cell cell = row.getCell(column);
        XSSFCell made = (XSSFCell) (cell == null ? row.createCell(column) : cell);
        made.setCellType(CellType.NUMERIC);
        made.setCellValue(value);
        if (style != null) {
            made.setCellStyle(style);
        }
    }
}
