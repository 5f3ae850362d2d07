package org.talenthub.importing.sheet.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.importing.sheet.SheetTests;
import org.talenthub.importing.sheet.TestFeeds;
import org.talenthub.importing.sheet.file.SheetLimits;
import org.talenthub.importing.sheet.rows.SheetRow;

class CorrectionsTests extends SheetTests {

    private static final Issue BIRTH = Issue.error("出生年月", "date.unreadable", "出生年月“上世纪”不是日期，可写成 1985-03。", "上世纪");
    private static final Issue PHONE = Issue.warning("联系电话", "phone.doubtful", "号码可能不完整。", "138****00");
    private static final Issue DIGITS = Issue.error("证件号码", "number.precision", "证件号码被改成了数字。", null);

    private Path original() throws IOException {
        return workbook(book -> {
            Sheet sheet = book.createSheet("人才");
            sheet.setColumnWidth(1, 5000);
            put(sheet, 0, "高层次人才信息采集表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 8));
            put(sheet, 2, "序号", "姓名", "性别", "出生年月", "证件号码", "学历", "工作单位", "联系电话", "籍贯");
            put(sheet, 3, "1", "张一", "男", "上世纪", "", "本科", "湖北示例甲", "1380000", "武汉");
            put(sheet, 4, "2", "李二", "女", "1990-01", "", "硕士", "湖北示例甲", "", "宜昌");
            put(sheet, 5, "3", "=1+1", "女", "", "", "硕士", "", "", "");
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 6, 6));
            Row row = sheet.getRow(5);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            row.createCell(3).setCellValue(LocalDate.of(1991, 2, 3));
            row.getCell(3).setCellStyle(day);
            row.createCell(4).setCellValue(420101199102030000d);
            CellStyle bold = book.createCellStyle();
            bold.setFont(Looks.font(book, 12, true, Looks.INK));
            sheet.getRow(2).getCell(1).setCellStyle(bold);
            put(sheet, 6, "填表人：王五");
        });
    }

    private Path correct(Path file, SortedMap<Integer, List<Issue>> issues) throws IOException {
        Path corrected = Files.createTempFile(dir, "corrected", ".xlsx");
        try (OutputStream out = Files.newOutputStream(corrected)) {
            new Corrections(SheetLimits.defaults())
                    .write(file, "表.xlsx", inspect(file), TestFeeds.TALENT, issues, String::valueOf, out);
        }
        return corrected;
    }

    @Test
    void givesBackTheWrongRowsAsTheyWere() throws IOException {
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        issues.put(4, List.of(BIRTH, PHONE));
        issues.put(6, List.of(DIGITS));

        Path corrected = correct(original(), issues);

        assertThat(contents(corrected))
                .containsExactly(
                        "1|高层次人才信息采集表",
                        "3|序号|姓名|错误说明|性别|出生年月|证件号码|学历|工作单位|联系电话|籍贯|原行号",
                        "4|1|张一|出生年月“上世纪”不是日期，可写成 1985-03。\n联系电话：号码可能不完整。|男|上世纪||本科|湖北示例甲|1380000|武汉|4",
                        "5|3|=1+1|证件号码被改成了数字。|女|1991-02-03|420101199102030000|硕士|湖北示例甲|||6");
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("人才");
            XSSFCell birth = sheet.getRow(3).getCell(4);
            assertThat(fill(birth)).isEqualTo(Looks.RED_FILL);
            assertThat(birth.getCellComment().getString().getString()).isEqualTo(BIRTH.message());
            assertThat(fill(sheet.getRow(3).getCell(8))).isEqualTo(Looks.AMBER_FILL);
            assertThat(sheet.getRow(3).getCell(1).getCellStyle().getFillForegroundColorColor())
                    .isNull();
            assertThat(sheet.getRow(4).getCell(5).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(sheet.getRow(4).getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getMergedRegions()).containsExactly(new CellRangeAddress(0, 0, 0, 9));
            assertThat(sheet.getColumnWidth(1)).isEqualTo(5000);
            assertThat(sheet.isColumnHidden(10)).isTrue();
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        }
    }

    @Test
    void theFixedWorkbookGoesThroughTheOrdinaryReader() throws IOException {
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        issues.put(4, List.of(BIRTH, PHONE));
        issues.put(6, List.of(DIGITS));
        Path corrected = correct(original(), issues);
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            book.getSheetAt(0).getRow(3).getCell(4).setCellValue("1985-03");
            try (OutputStream out = Files.newOutputStream(corrected)) {
                book.write(out);
            }
        }

        assertThat(inspect(corrected).unknownHeaders()).containsExactly("籍贯");
        List<SheetRow> rows = rows(corrected);
        assertThat(rows).extracting(SheetRow::row).containsExactly(4, 5);
        assertThat(rows.getFirst().cells()).containsEntry("birth", "1985-03").containsEntry("employerName", "湖北示例甲");
        assertThat(rows.getLast().cells())
                .containsEntry("birth", "1991-02-03")
                .containsEntry("name", "=1+1")
                .containsEntry("employerName", "湖北示例甲");

        SortedMap<Integer, List<Issue>> again = new TreeMap<>();
        again.put(5, List.of(DIGITS));
        assertThat(contents(correct(corrected, again)).getLast())
                .isEqualTo("4|3|=1+1|证件号码被改成了数字。|女|1991-02-03|420101199102030000|硕士|湖北示例甲|||5");
    }

    @Test
    void theWorkbookKeepsItsDropDownsItsOtherSheetsAndItsPersonsAreGone() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet("人才");
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            put(sheet, 2, person("李二"));
            put(sheet, 3, person("王三"));
            put(book.createSheet("字典"), 0, "男", "女");
            var helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createFormulaListConstraint("字典!$A$1:$B$1"),
                    new org.apache.poi.ss.util.CellRangeAddressList(1, 100, 1, 1)));
            sheet.setZoom(130);
        });
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        issues.put(3, List.of(BIRTH));

        Path corrected = correct(file, issues);

        assertThat(contents(corrected))
                .containsExactly(
                        "1|姓名|错误说明|性别|出生年月|证件号码|学历|工作单位|联系电话|备注|原行号",
                        "2|李二|" + BIRTH.message() + "|男|1985-03||本科|湖北示例单位|||3");
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheet("人才").getDataValidations()).hasSize(1);
            assertThat(book.getSheet("人才")
                            .getDataValidations()
                            .getFirst()
                            .getRegions()
                            .getCellRangeAddress(0))
                    .isEqualTo(new CellRangeAddress(1, 100, 2, 2));
            assertThat(book.getSheet("字典").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("女");
            assertThat(book.getSheet("人才")
                            .getCTWorksheet()
                            .getSheetViews()
                            .getSheetViewArray(0)
                            .getZoomScale())
                    .isEqualTo(130);
        }
        assertThat(text(corrected)).doesNotContain("张一", "王三").contains("李二");
    }

    @Test
    void whatStandsAroundTheAddedColumnMovesWithIt() throws IOException {
        Path file = workbook(book -> {
            XSSFSheet sheet = book.createSheet("人才");
            put(sheet, 0, "填写说明：带 * 的列必填；从第 5 行起填写，第 4 行是示例，上传时不读入。");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
            put(sheet, 1, "基本情况", "", "", "", "学习", "", "联系", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
            put(sheet, 2, HEADER);
            put(sheet, 3, person("张一"));
            put(sheet, 4, person("李二"));
            sheet.setColumnWidth(0, 2_560);
            sheet.setColumnWidth(1, 1_280);
            sheet.setColumnHidden(3, true);
            sheet.setAutoFilter(new CellRangeAddress(2, 4, 0, 7));
            var helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createFormulaListConstraint("INDIRECT($B4)"),
                    new org.apache.poi.ss.util.CellRangeAddressList(3, 100, 2, 4)));
            var drawing = sheet.createDrawingPatriarch();
            var comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, 4, 2, 6, 4));
            comment.setString("写最高学历");
            sheet.getRow(2).getCell(4).setCellComment(comment);
            book.createSheet("合计").createRow(0).createCell(0).setCellFormula("COUNTA(人才!B4:E99)");
        });
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        issues.put(5, List.of(BIRTH));

        Path corrected = correct(file, issues);

        List<String> contents = contents(corrected);
        assertThat(contents.getFirst()).startsWith("1|更正说明：").doesNotContain("示例");
        assertThat(contents.get(2)).startsWith("3|姓名|错误说明|性别|");
        assertThat(contents.get(3)).startsWith("4|李二|" + BIRTH.message() + "|男|1985-03|");
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("人才");
            assertThat(sheet.getMergedRegions())
                    .containsExactlyInAnyOrder(
                            new CellRangeAddress(0, 0, 0, 7),
                            new CellRangeAddress(1, 1, 0, 4),
                            new CellRangeAddress(1, 1, 5, 6));
            assertThat(sheet.getColumnWidth(0)).isEqualTo(2_560);
            assertThat(sheet.getColumnWidth(2)).isEqualTo(1_280);
            assertThat(sheet.isColumnHidden(3)).isFalse();
            assertThat(sheet.isColumnHidden(4)).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:I5");
            var choices = sheet.getDataValidations().getFirst();
            assertThat(choices.getRegions().getCellRangeAddress(0)).isEqualTo(new CellRangeAddress(3, 100, 3, 5));
            assertThat(choices.getValidationConstraint().getFormula1()).isEqualTo("INDIRECT($C4)");
            assertThat(sheet.getRow(2).getCell(5).getCellComment().getString().getString())
                    .isEqualTo("写最高学历");
            assertThat(book.getSheet("合计").getRow(0).getCell(0).getCellFormula())
                    .isEqualTo("COUNTA(人才!C4:F99)");
        }
        assertThat(rows(corrected)).hasSize(1);
        SortedMap<Integer, List<Issue>> again = new TreeMap<>();
        again.put(4, List.of(PHONE));
        List<String> second = contents(correct(corrected, again));
        assertThat(second.get(2)).isEqualTo(contents.get(2));
        assertThat(second.get(3))
                .isEqualTo(contents.get(3)
                        .replace(BIRTH.message(), "联系电话：" + PHONE.message())
                        .replaceAll("5$", "4"));
    }

    @Test
    void aTableOfTheSheetTakesTheColumnIn() throws IOException {
        Path file = workbook(book -> {
            XSSFSheet sheet = book.createSheet("人才");
            put(sheet, 0, HEADER);
            put(sheet, 1, person("张一"));
            put(sheet, 2, person("李二"));
            var table = sheet.createTable(
                    new org.apache.poi.ss.util.AreaReference("A1:H3", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
            table.setName("表1");
        });
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        issues.put(3, List.of(BIRTH));

        Path corrected = correct(file, issues);

        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            var table = book.getSheet("人才").getTables().getFirst();
            assertThat(table.getCellReferences().formatAsString()).isEqualTo("A1:I3");
            assertThat(table.getColumns().stream().map(c -> c.getName()))
                    .startsWith("姓名", "错误说明", "性别")
                    .hasSize(9);
        }
        assertThat(rows(corrected)).hasSize(1);
    }

    /** Everything that the file's parts hold. */
    private static String text(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(
                        new String(zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void aCsvComesBackAsAWorkbookOfText() throws IOException {
        Path csv = file(
                "a.csv",
                (String.join(",", HEADER) + "\n张一,男,上世纪,0012,本科,单位,,=HYPERLINK(\"\"a\"\")\n李二,女,1990-01,,本科,单位,,\n")
                        .getBytes(Charset.forName("GB18030")));
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        issues.put(2, List.of(BIRTH));

        Path corrected = correct(csv, issues);

        assertThat(contents(corrected))
                .containsExactly(
                        "1|姓名|错误说明|性别|出生年月|证件号码|学历|工作单位|联系电话|备注|原行号",
                        "2|张一|" + BIRTH.message() + "|男|上世纪|0012|本科|单位||=HYPERLINK(\"\"a\"\")|2");
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFCell cell = book.getSheetAt(0).getRow(1).getCell(8);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
        assertThat(rows(corrected)).hasSize(1);
    }

    @Test
    void manyRowsManyComments() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet = book.createSheet();
            put(sheet, 0, HEADER);
            for (int i = 1; i <= 1_500; i++) {
                put(sheet, i, person("张" + i));
            }
        });
        SortedMap<Integer, List<Issue>> issues = new TreeMap<>();
        for (int i = 2; i <= 1_501; i++) {
            issues.put(i, List.of(BIRTH));
        }

        Path corrected = correct(file, issues);

        assertThat(rows(corrected)).hasSize(1_500);
        try (InputStream in = Files.newInputStream(corrected);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getCellComments()).hasSize(1_500);
        }
    }

    private static String fill(XSSFCell cell) {
        return cell.getCellStyle().getFillForegroundColorColor().getARGBHex().substring(2);
    }

    /** Row number and cells of the first sheet as a spreadsheet program shows them. */
    private static List<String> contents(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        DataFormatter formatter = new DataFormatter();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) {
                StringBuilder line = new StringBuilder().append(row.getRowNum() + 1);
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    line.append('|').append(formatter.formatCellValue(row.getCell(i)));
                }
                lines.add(line.toString().replaceAll("\\|+$", ""));
            }
        }
        return lines;
    }
}
