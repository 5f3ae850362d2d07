package org.talenthub.importing.sheet.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.standards.Dictionaries;

/** The workbook that a station downloads and fills in; everything in it comes from the feed's job description. */
public final class Templates {

    private static final int TITLE = 0;
    private static final int NOTE = 1;
    private static final int HEADER = 2;
    private static final int EXAMPLE = 3;

    private Templates() {}

    /**
     * Writes the template as .xlsx: title, note, header with * on required columns, an example row that is not imported,
     * drop-downs, and the sheet 填表说明. The stream stays open.
     */
    public static void write(Feed feed, Dictionaries dictionaries, OutputStream out) throws IOException {
        write(feed, dictionaries, Locale.SIMPLIFIED_CHINESE, out);
    }

    /** The same in a reader's language; the intake reads it in either. */
    public static void write(Feed feed, Dictionaries dictionaries, Locale locale, OutputStream out) throws IOException {
        write(feed, dictionaries, locale, List.of(), out);
    }

    /** The same with rows below the example. */
    public static void write(
            Feed feed, Dictionaries dictionaries, Locale locale, List<FilledRow> rows, OutputStream out)
            throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet(feed.named().in(locale));
            head(book, sheet, feed, locale);
            columns(book, sheet, feed.columns(), locale);
            fill(book, sheet, feed.columns(), rows);
            new TemplateChoices(book, sheet, dictionaries, locale).add(feed.columns(), EXAMPLE);
            TemplateGuide.add(book, feed, dictionaries, locale);
            print(sheet);
            book.setActiveSheet(0);
            book.write(out);
        }
    }

    private static void head(XSSFWorkbook book, XSSFSheet sheet, Feed feed, Locale locale) {
        int last = feed.columns().size();
        XSSFCellStyle title = Looks.plain(book);
        title.setFont(Looks.font(book, 16, true, Looks.INK));
        line(sheet, TITLE, last, feed.named().in(locale), title, 30);
        XSSFCellStyle note = Looks.plain(book);
        note.setFont(Looks.font(book, 10, false, Looks.GREY_TEXT));
        Sentence text = Sentence.of("template.note", EXAMPLE + 2, EXAMPLE + 1, TemplateGuide.NAME);
        line(sheet, NOTE, last, text.in(locale), note, 32);
    }

    private static void line(XSSFSheet sheet, int at, int last, String text, XSSFCellStyle style, int points) {
        Row row = sheet.createRow(at);
        row.setHeightInPoints(points);
        row.createCell(0).setCellValue(text);
        row.getCell(0).setCellStyle(style);
        // over the columns that fit a screen only, so that the text is seen without scrolling
        sheet.addMergedRegion(new CellRangeAddress(at, at, 0, Math.min(last, 12)));
    }

    private static void columns(XSSFWorkbook book, XSSFSheet sheet, List<Column> columns, Locale locale) {
        String number = Sentence.of("template.number").in(locale);
        XSSFCellStyle required = Looks.header(book, Looks.ACCENT, Looks.WHITE);
        XSSFCellStyle optional = Looks.header(book, Looks.PALE, Looks.INK);
        XSSFCellStyle example = Looks.plain(book);
        example.setFont(Looks.font(book, 10, false, Looks.GREY_TEXT));
        Looks.fill(example, "F5F6F7");
        XSSFCellStyle text = Looks.plain(book);
        Row header = sheet.createRow(HEADER);
        header.setHeightInPoints(30);
        Row sample = sheet.createRow(EXAMPLE);
        cell(header, 0, number, optional);
        cell(sample, 0, Sentence.of("template.example").in(locale), example);
        sheet.setColumnWidth(
                0, Looks.width(number, Sentence.of("template.example").in(locale)));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String title = (column.required() ? "* " : "") + column.named().in(locale);
            cell(header, i + 1, title, column.required() ? required : optional);
            cell(sample, i + 1, column.example(), example);
            sheet.setColumnWidth(i + 1, Looks.width(title, column.example()));
            // the whole column is text, so that long numbers keep their digits and 1985.10 its zero
            sheet.setDefaultColumnStyle(i + 1, text);
        }
        sheet.createFreezePane(2, EXAMPLE);
    }

    private static void fill(XSSFWorkbook book, XSSFSheet sheet, List<Column> columns, List<FilledRow> rows) {
        XSSFCellStyle text = Looks.plain(book);
        XSSFCellStyle wanted = Looks.plain(book);
        Looks.fill(wanted, Looks.AMBER_FILL);
        int at = EXAMPLE;
        for (FilledRow given : rows) {
            Row row = sheet.createRow(++at);
            row.createCell(0).setCellValue(at - EXAMPLE);
            for (int i = 0; i < columns.size(); i++) {
                String field = columns.get(i).field();
                String value = given.cells().getOrDefault(field, "");
                if (!value.isEmpty() || given.missing().contains(field)) {
                    cell(row, i + 1, value, given.missing().contains(field) ? wanted : text);
                }
            }
        }
    }

    static void cell(Row row, int column, String value, XSSFCellStyle style) {
        XSSFCell cell = (XSSFCell) row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private static void print(XSSFSheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
    }
}
