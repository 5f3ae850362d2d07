package org.talenthub.importing.sheet.template;

import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.standards.Dictionaries;

/** The template's second sheet: for every column what to write, what is allowed, why it is asked and how it is protected. */
final class TemplateGuide {

    static final String NAME = "填表说明";

    private static final List<String> TITLES = List.of("列名", "是否必填", "怎么填", "可填的值", "示例", "为什么要填", "保护");
    private static final int[] WIDTHS = {18, 10, 40, 60, 28, 34, 24};

    private TemplateGuide() {}

    static void add(XSSFWorkbook book, Feed feed, Dictionaries dictionaries) {
        XSSFSheet sheet = book.createSheet(NAME);
        XSSFCellStyle plain = Looks.plain(book);
        XSSFCellStyle title = Looks.plain(book);
        title.setFont(Looks.font(book, 14, true, Looks.INK));
        XSSFCellStyle header = Looks.header(book, Looks.PALE, Looks.INK);
        Templates.cell(sheet.createRow(0), 0, feed.title() + "　" + NAME, title);
        Templates.cell(sheet.createRow(1), 0, "处理依据：" + feed.legalBasis(), plain);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, TITLES.size() - 1));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, TITLES.size() - 1));
        Row head = sheet.createRow(2);
        for (int i = 0; i < TITLES.size(); i++) {
            Templates.cell(head, i, TITLES.get(i), header);
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        int at = 3;
        for (Column column : feed.columns()) {
            List<String> line = List.of(
                    column.title(),
                    column.required() ? "必填" : "选填",
                    how(column),
                    allowed(column, dictionaries),
                    column.example(),
                    column.purpose(),
                    protection(column.privacy()));
            Row row = sheet.createRow(at++);
            for (int i = 0; i < line.size(); i++) {
                Templates.cell(row, i, line.get(i), plain);
            }
        }
        sheet.createFreezePane(1, 3);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static String how(Column column) {
        String kind = switch (column.type()) {
            case CODE -> "从列表中选";
            case DATE -> "日期，写到月或日";
            case YEAR -> "年份，四位数字";
            case INTEGER -> "整数";
            case MONEY_RANGE -> "万元/年，可写范围或“面议”";
            case USCC -> "18 位统一社会信用代码";
            case REGION -> "湖北省内行政区划的名称或代码";
            case URL -> "网址";
            case EMAIL -> "电子邮箱";
            case PHONE -> "手机号或带区号的座机号";
            case DOCUMENT_NUMBER -> "证件上的号码，按文本填写";
            default -> "文字，最多 " + column.maxLength() + " 个字符";
        };
        return kind + (column.hint() == null ? "" : "；" + column.hint()) + (column.multi() ? "；可填多个，用“；”隔开" : "") + "。";
    }

    private static String allowed(Column column, Dictionaries dictionaries) {
        String dictionary = column.dictionary();
        if (dictionary == null) {
            return "";
        }
        String list = String.join("、", TemplateChoices.labels(dictionaries.get(dictionary)));
        return column.strict() ? list : list + "；其他内容会提示，不导入";
    }

    private static String protection(Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> "公开";
            case INTERNAL -> "内部使用";
            case PERSONAL -> "个人信息，按权限查看";
            case SENSITIVE -> "敏感个人信息，加密保存，查看留痕";
        };
    }
}
