package org.talenthub.results.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.common.Formulas;

/**
 * A table as one prints it: a title over all columns, a line below it, a header on every page, A4 across, numbers of pages. For tables of a
 * few hundred rows.
 *
 * @param title above the table; the sheet's name too
 * @param under what stands below the title: number, date, document
 * @param notes what stands below the table
 */
public record PrintedSheet(
        String title, String under, List<PrintedColumn> columns, List<List<Object>> rows, List<String> notes) {

    private static final int WIDE = 256;
    private static final int LONGEST = 32_767;

    /** @param width in characters */
    public record PrintedColumn(String title, int width, boolean number) {}

    public byte[] bytes() {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet(
                    title.replaceAll("[\\\\/?*\\[\\]:]", " ").substring(0, Math.min(31, title.length())));
            Looks looks = Looks.of(book);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, columns.get(i).width() * WIDE);
            }
            line(sheet, 0, title, looks.title).setHeightInPoints(30);
            line(sheet, 1, under, looks.under);
            Row head = sheet.createRow(2);
            for (int i = 0; i < columns.size(); i++) {
                text(head, i, columns.get(i).title(), looks.head);
            }
            int n = 3;
            for (List<Object> cells : rows) {
                Row row = sheet.createRow(n++);
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i) instanceof Number number) {
                        Cell cell = row.createCell(i);
                        cell.setCellValue(number.doubleValue());
                        cell.setCellStyle(looks.number);
                    } else {
                        text(row, i, cells.get(i).toString(), columns.get(i).number() ? looks.number : looks.cell);
                    }
                }
            }
            for (String note : notes) {
                line(sheet, n++, note, looks.note);
            }
            print(sheet);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Row line(Sheet sheet, int n, String text, CellStyle style) {
        Row row = sheet.createRow(n);
        text(row, 0, text, style);
        sheet.addMergedRegion(new CellRangeAddress(n, n, 0, columns.size() - 1));
        return row;
    }

    private static void print(Sheet sheet) {
        sheet.createFreezePane(0, 3);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.getFooter().setCenter(HeaderFooter.page() + " / " + HeaderFooter.numPages());
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (Formulas.startedBy(text)) {
            CellStyle quoted = row.getSheet().getWorkbook().createCellStyle();
            quoted.cloneStyleFrom(style);
            quoted.setQuotePrefixed(true);
            cell.setCellStyle(quoted);
        } else {
            cell.setCellStyle(style);
        }
    }

    private record Looks(
            CellStyle title, CellStyle under, CellStyle head, CellStyle cell, CellStyle number, CellStyle note) {

        static Looks of(XSSFWorkbook book) {
            Font large = book.createFont();
            large.setBold(true);
            large.setFontHeightInPoints((short) 18);
            CellStyle title = book.createCellStyle();
            title.setFont(large);
            title.setAlignment(HorizontalAlignment.CENTER);
            title.setVerticalAlignment(VerticalAlignment.CENTER);
            CellStyle under = book.createCellStyle();
            under.setAlignment(HorizontalAlignment.CENTER);
            Font bold = book.createFont();
            bold.setBold(true);
            CellStyle head = framed(book);
            head.setFont(bold);
            head.setAlignment(HorizontalAlignment.CENTER);
            CellStyle number = framed(book);
            number.setAlignment(HorizontalAlignment.CENTER);
            CellStyle note = book.createCellStyle();
            note.setWrapText(true);
            return new Looks(title, under, head, framed(book), number, note);
        }

        private static CellStyle framed(XSSFWorkbook book) {
            CellStyle style = book.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            return style;
        }
    }
}
