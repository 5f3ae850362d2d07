package org.talenthub.importing.sheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.SheetTests;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.rows.SheetRow;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;

/** The templates of the real feeds. */
class TemplatesTests extends SheetTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Feeds FEEDS = Feeds.load(DICTIONARIES);

    static List<Feed> feeds() {
        return FEEDS.all();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void untouchedHasNoRows(Feed feed) throws IOException {
        Path file = template(feed, sheet -> {});

        Problem problem = catchThrowableOfType(Problem.class, () -> sheets.inspect(file, "a.xlsx", feed, FEEDS));

        assertThat(problem.code()).isEqualTo("file.empty");
        assertThat(problem.detail()).contains("没有数据行");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void filledInComesBackWhole(Feed feed) throws IOException {
        Path file = template(feed, sheet -> {
            Row row = sheet.createRow(4);
            row.createCell(0).setCellValue(1);
            for (int i = 0; i < feed.columns().size(); i++) {
                Column column = feed.columns().get(i);
                row.createCell(i + 1).setCellValue(i == 0 ? "湖北示例二号" : column.example());
            }
        });

        Layout layout = sheets.inspect(file, "a.xlsx", feed, FEEDS);

        assertThat(layout.headerRow()).isEqualTo(3);
        assertThat(layout.columnToField()).hasSize(feed.columns().size());
        assertThat(layout.unknownHeaders()).isEmpty();
        assertThat(layout.rowsTotal()).isEqualTo(1);
        SheetRow row = rows(file, layout, feed).getFirst();
        Map<String, String> expected =
                feed.columns().stream().collect(Collectors.toMap(Column::field, Column::example));
        expected.put(feed.columns().getFirst().field(), "湖北示例二号");
        assertThat(row.row()).isEqualTo(5);
        assertThat(row.cells()).isEqualTo(expected);
        assertThat(row.issues()).isEmpty();
    }

    @Test
    void talentTemplateLooksAsDescribed() throws IOException {
        Feed feed = FEEDS.get("talent");
        try (InputStream in = Files.newInputStream(template(feed, sheet -> {}));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("高层次人才信息采集表");
            assertThat(text(sheet, 0, 0)).isEqualTo("高层次人才信息采集表");
            assertThat(text(sheet, 1, 0)).startsWith("填写说明：带 * 的列必填");
            assertThat(List.of(text(sheet, 2, 0), text(sheet, 2, 1), text(sheet, 2, 4)))
                    .containsExactly("序号", "* 姓名", "国籍");
            assertThat(text(sheet, 3, 0)).isEqualTo("示例");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            int document = column(feed, "documentNumber");
            assertThat(sheet.getColumnStyle(document).getDataFormatString()).isEqualTo("@");
            assertThat(choices(sheet, column(feed, "sex"))).contains("男").contains("女");
            assertThat(choices(sheet, column(feed, "education"))).contains("博士");
            assertThat(validation(sheet, column(feed, "birth")).getPromptBoxText())
                    .contains("1985-03");
            XSSFSheet guide = book.getSheet("填表说明");
            assertThat(guide.getLastRowNum()).isEqualTo(2 + feed.columns().size());
            assertThat(text(guide, 1, 0)).contains(feed.legalBasis());
            assertThat(text(guide, 3, 0)).isEqualTo("姓名");
            assertThat(text(guide, 3, 1)).isEqualTo("必填");
            assertThat(text(guide, 3, 5)).isEqualTo(feed.columns().getFirst().purpose());
            assertThat(text(guide, 2 + document, 6)).contains("加密");
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                assertThat(book.isSheetHidden(i)).isEqualTo(book.getSheetName(i).equals("字典"));
            }
        }
    }

    /** Everything but what is typed in is English, and every title leads back to its column. */
    @ParameterizedTest
    @MethodSource("feeds")
    void theEnglishOneIsReadLikeTheChinese(Feed feed) throws IOException {
        Path file = template(feed, Locale.ENGLISH, sheet -> {
            assertThat(text(sheet, 2, 0)).isEqualTo("No.");
            Stream.of(0, 1, 2)
                    .flatMap(r -> cells(sheet, r))
                    .forEach(t -> assertThat(t.codePoints()).as(t).noneMatch(Character::isIdeographic));
            XSSFSheet guide = sheet.getWorkbook().getSheet("How to fill it in");
            for (int r = 3; r <= guide.getLastRowNum(); r++) {
                for (int c : List.of(0, 1, 3, 5, 6)) {
                    assertThat(text(guide, r, c).codePoints())
                            .as(text(guide, r, c))
                            .noneMatch(Character::isIdeographic);
                }
            }
            Row row = sheet.createRow(4);
            for (int i = 0; i < feed.columns().size(); i++) {
                row.createCell(i + 1)
                        .setCellValue(i == 0 ? "湖北示例二号" : feed.columns().get(i).example());
            }
        });

        Layout layout = sheets.inspect(file, "a.xlsx", feed, FEEDS);

        assertThat(layout.headerRow()).isEqualTo(3);
        assertThat(layout.columnToField()).hasSize(feed.columns().size());
        assertThat(layout.unknownHeaders()).isEmpty();
        assertThat(layout.rowsTotal()).isEqualTo(1);
    }

    /** What the English drop-downs offer is understood without a word. */
    @ParameterizedTest
    @MethodSource("feeds")
    void englishChoicesAreTheirCodes(Feed feed) {
        for (Column column : feed.columns()) {
            if (column.dictionary() == null) {
                continue;
            }
            Dictionary dictionary = DICTIONARIES.get(column.dictionary());
            dictionary.entries().stream()
                    .filter(e -> e.parent() == null)
                    .forEach(e -> assertThat(dictionary.find(e.english()))
                            .as(e.english())
                            .contains(e));
        }
    }

    private static Stream<String> cells(XSSFSheet sheet, int row) {
        return StreamSupport.stream(sheet.getRow(row).spliterator(), false).map(c -> c.getStringCellValue());
    }

    private static int column(Feed feed, String field) {
        return 1 + feed.columns().stream().map(Column::field).toList().indexOf(field);
    }

    private static DataValidation validation(XSSFSheet sheet, int column) {
        return sheet.getDataValidations().stream()
                .filter(v -> v.getRegions().getCellRangeAddress(0).getFirstColumn() == column)
                .findFirst()
                .orElseThrow();
    }

    /** What the drop-down offers, a named list read from its sheet. */
    private static String choices(XSSFSheet sheet, int column) {
        String formula = validation(sheet, column).getValidationConstraint().getFormula1();
        if (formula.startsWith("\"")) {
            return formula;
        }
        XSSFWorkbook book = sheet.getWorkbook();
        String range = book.getName(formula).getRefersToFormula();
        org.apache.poi.ss.util.AreaReference area =
                new org.apache.poi.ss.util.AreaReference(range, org.apache.poi.ss.SpreadsheetVersion.EXCEL2007);
        StringBuilder all = new StringBuilder();
        for (var cell : area.getAllReferencedCells()) {
            all.append(text(book.getSheet(cell.getSheetName()), cell.getRow(), cell.getCol()))
                    .append(',');
        }
        return all.toString();
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    private Path template(Feed feed, Consumer<XSSFSheet> fill) throws IOException {
        return template(feed, Locale.SIMPLIFIED_CHINESE, fill);
    }

    private Path template(Feed feed, Locale locale, Consumer<XSSFSheet> fill) throws IOException {
        Path file = dir.resolve(feed.name() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Templates.write(feed, DICTIONARIES, locale, out);
        }
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            fill.accept(book.getSheetAt(0));
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        return file;
    }
}
