package org.talenthub.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks with what only workbooks have: merged cells, numbers and dates as such, formulas, further sheets. */
final class MessyWorkbooks {

    private MessyWorkbooks() {}

    static void write(Path jobs) {
        Path talents = DemoData.samples(jobs, "talent");
        titles(talents);
        numbers(talents);
        twoRows(talents);
        contacts(talents);
        demands(DemoData.samples(jobs, "demand"));
    }

    /** The sheet a station sends: title, notes, 序号, the employer merged over five people, a footer. */
    private static void titles(Path folder) {
        List<String> header = new ArrayList<>();
        header.add("序号");
        header.addAll(Titles.TALENT);
        header.add("政治面貌");
        Sample s = Sample.of(
                        "title, notes, 序号, merged employer, an unknown column, an empty row, a footer",
                        header,
                        MessyTalents.PERSON)
                .line("示例人才驿站高层次人才信息采集表")
                .line("填表说明：1. 请逐项填写；2. 出生年月写成 1985-03；3. 多项之间用分号隔开")
                .line("填报单位：示例人才驿站", "", "", "填报日期：2026年11月")
                .header()
                .created("出生年月", "1985.3", "政治面貌", "群众")
                .created("工作单位", "", "出生年月", "1979年11月2日")
                .created("工作单位", "", "出生年月", "１９９０-０５", "学历", "博士 ")
                .rejected("出生年月", "date.unreadable", "工作单位", "", "出生年月", "上世纪")
                .created("工作单位", "", "技术专长", "光刻工艺、干法刻蚀")
                .rejected("姓名", "required", "姓名", "")
                .line()
                .created("工作单位", "宜昌示例生物医药股份有限公司")
                .line()
                .line("填表人：李示例", "", "", "审核人：王示例", "", "", "联系电话：027-00000000");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("采集表");
            SheetFiles.rows(sheet, s.lines());
            int last = header.size() - 1;
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
            int employer = header.indexOf("工作单位");
            sheet.addMergedRegion(new CellRangeAddress(4, 8, employer, employer));
            CellStyle bold = style(book);
            sheet.getRow(0).getCell(0).setCellStyle(bold);
            sheet.getRow(3).forEach(c -> c.setCellStyle(bold));
            finish(folder, "messy-titles.xlsx", book, s);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Numbers and dates that are such in the workbook; the sheet with people is the third one. */
    private static void numbers(Path folder) {
        Sample s = Sample.of(
                        "numbers, dates and formulas as such; notes and a hidden sheet before",
                        Titles.TALENT,
                        MessyTalents.PERSON)
                .header()
                .created()
                .created()
                .created()
                .created()
                .created()
                .rejected("证件号码", "number.precision", "证件类型", "居民身份证")
                .rejected("出生年月", "cell.error")
                .created()
                .warned("出生年月", "date.ambiguous");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("填表说明").createRow(0).createCell(0).setCellValue("姓名、性别、出生年月为必填项");
            book.createSheet("代码").createRow(0).createCell(0).setCellValue("男");
            book.setSheetHidden(1, true);
            XSSFSheet sheet = book.createSheet("人才");
            SheetFiles.rows(sheet, s.lines());
            CellStyle day = format(book, "yyyy-mm-dd");
            CellStyle month = format(book, "yyyy\"年\"m\"月\"");
            CellStyle twoDecimals = format(book, "0.00");
            date(cell(sheet, 1, "出生年月"), day);
            date(cell(sheet, 2, "出生年月"), month);
            cell(sheet, 3, "出生年月").setCellValue(198503);
            cell(sheet, 4, "出生年月").setCellValue(19850312);
            cell(sheet, 4, "联系电话").setCellValue(15400080004d);
            cell(sheet, 5, "出生年月").setCellValue(1985.10);
            cell(sheet, 5, "出生年月").setCellStyle(twoDecimals);
            cell(sheet, 6, "证件号码")
                    .setCellValue(Double.parseDouble(MessyTalents.document(41).replace('X', '0')));
            cell(sheet, 7, "出生年月").setCellErrorValue((byte) 23);
            cell(sheet, 8, "工作单位").setCellFormula("\"湖北示例光电\"&\"科技有限公司\"");
            cell(sheet, 8, "工作单位").setCellValue("湖北示例光电科技有限公司");
            cell(sheet, 9, "出生年月").setCellValue(1985.1);
            finish(folder, "messy-numbers.xlsx", book, s);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Group titles above the titles, both merged as people do. */
    private static void twoRows(Path folder) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String title : List.of("姓名", "性别", "出生年月", "学历", "学位", "所学专业", "人才类别", "技术专长", "所属产业", "工作单位")) {
            header.put(title, title);
        }
        Sample s = Sample.aliased("a header of two rows with merged group titles", header, MessyTalents.PERSON)
                .line("示例人才信息")
                .line("姓名", "性别", "出生年月", "学历学位", "", "", "人才类别", "专业情况", "", "工作单位")
                .line("", "", "", "最高学历", "最高学位", "专业", "", "技术专长", "所属产业", "")
                .created("学位", "硕士", "所学专业", "光学工程")
                .created("学历", "博士", "学位", "博士");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Sheet1");
            SheetFiles.rows(sheet, s.lines());
            for (int column : List.of(0, 1, 2, 6, 9)) {
                sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 3, 5));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 7, 8));
            finish(folder, "messy-tworows.xlsx", book, s);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 联系方式 over two columns, a hidden row, rich text, a hyperlink, the other date system, a footer under the first titles. */
    private static void contacts(Path folder) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String title : List.of("姓名", "性别", "出生年月", "学历", "人才类别", "技术专长", "所属产业", "工作单位", "联系电话", "电子邮箱")) {
            header.put(title, title);
        }
        Sample s = Sample.aliased(
                        "a group of contacts, a hidden row, dates counted from 1904, a footer without 序号",
                        header,
                        MessyTalents.PERSON)
                .line("姓名", "性别", "出生年月", "学历", "人才类别", "技术专长", "所属产业", "工作单位", "联系方式", "")
                .line("", "", "", "", "", "", "", "", "电话", "邮箱")
                .created("电子邮箱", "shili@example.com")
                .created()
                .created()
                .line("填表人：李示例", "审核人：王示例", "联系电话：027-00000000", "", "填表日期：2026-11-01");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            XSSFSheet sheet = book.createSheet("人才");
            SheetFiles.rows(sheet, s.lines());
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 8, 9));
            for (int column = 0; column < 8; column++) {
                sheet.addMergedRegion(new CellRangeAddress(0, 1, column, column));
            }
            sheet.getRow(2).getCell(2).setCellValue(LocalDate.of(1985, 3, 12));
            sheet.getRow(2).getCell(2).setCellStyle(format(book, "yyyy-mm-dd"));
            Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.EMAIL);
            link.setAddress("mailto:shili@example.com");
            sheet.getRow(2).getCell(9).setHyperlink(link);
            XSSFRichTextString rich = new XSSFRichTextString("示例单位之一");
            rich.applyFont(0, 2, book.createFont());
            sheet.getRow(3).getCell(7).setCellValue(rich);
            sheet.getRow(4).setZeroHeight(true);
            finish(folder, "messy-contacts.xlsx", book, s);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One enterprise's name and code merged over its posts. */
    private static void demands(Path folder) {
        List<String> header = new ArrayList<>();
        header.add("序号");
        header.addAll(Titles.DEMAND);
        Sample s = Sample.of(
                        "enterprise and code merged over four posts, notes and a footer", header, MessyOthers.DEMAND)
                .line("示例人才驿站急需紧缺人才需求表")
                .line("注：一个岗位填一行")
                .header()
                .created("岗位名称", "外延生长工程师", "年薪范围", "35-60万")
                .created("岗位名称", "光刻工艺工程师", "需求单位", "", "统一社会信用代码", "", "需求人数", "2人")
                .rejected("需求人数", "required", "岗位名称", "封装工程师", "需求单位", "", "统一社会信用代码", "", "需求人数", "")
                .created("岗位名称", "可靠性工程师", "需求单位", "", "统一社会信用代码", "")
                .line()
                .line("填表人：李示例", "", "", "", "联系电话：027-00000000");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("需求");
            SheetFiles.rows(sheet, s.lines());
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 26));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 26));
            sheet.addMergedRegion(new CellRangeAddress(3, 6, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(3, 6, 2, 2));
            finish(folder, "messy-titles.xlsx", book, s);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cell cell(XSSFSheet sheet, int row, String title) {
        return sheet.getRow(row).getCell(Titles.TALENT.indexOf(title), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void date(Cell cell, CellStyle style) {
        cell.setCellValue(LocalDate.of(1985, 3, 12));
        cell.setCellStyle(style);
    }

    private static CellStyle format(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static CellStyle style(XSSFWorkbook book) {
        CellStyle style = book.createCellStyle();
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static void finish(Path folder, String name, XSSFWorkbook book, Sample sample) {
        SheetFiles.workbook(folder.resolve(name), book);
        Sample.expect(folder, name, sample.expected());
    }
}
