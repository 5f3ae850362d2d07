package org.talenthub.results.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.DeferredSXSSFSheet;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.talenthub.common.Formulas;

/**
 * Rows as a workbook that is written while they come: neither the rows nor a temporary file of them are kept. The second sheet says
 * who exported it, when, what for and by which query; the same stands in the header and footer of every printed page. A workbook
 * that broke off has no end and does not open.
 */
final class XlsxExport implements Export.Writer {

    private static final int WINDOW = 100;
    private static final int LONGEST = 32_767;
    private static final int WIDE = 256;

    private final String sheetName;
    private final String noteName;

    XlsxExport(String sheetName, String noteName) {
        this.sheetName = sheetName;
        this.noteName = noteName;
    }

    @Override
    public void write(
            OutputStream out, Export.Mark mark, List<String> titles, Export.Rows rows, long total, String gone)
            throws IOException {
        try (DeferredSXSSFWorkbook book = new DeferredSXSSFWorkbook(WINDOW)) {
            Looks looks = Looks.of(book);
            DeferredSXSSFSheet sheet = book.createSheet(sheetName);
            sheet.createFreezePane(1, 1);
            for (int i = 0; i < titles.size(); i++) {
                sheet.setColumnWidth(i, Math.clamp(titles.get(i).length() * 2L + 6, 10, 30) * WIDE);
            }
            if (total > 0) {
                sheet.setAutoFilter(new CellRangeAddress(0, (int) total, 0, titles.size() - 1));
            }
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getHeader().setLeft(escaped(mark.title()));
            sheet.getHeader().setRight(mark.id());
            sheet.getFooter().setLeft(escaped(mark.text()));
            sheet.getFooter().setRight(HeaderFooter.page() + " / " + HeaderFooter.numPages());
            sheet.setRowGenerator(s -> fill(s, looks, titles, rows, gone));
            note(book.createSheet(noteName), looks, mark);
            book.writeAvoidingTempFiles(out);
        }
    }

    private static void fill(SXSSFSheet sheet, Looks looks, List<String> titles, Export.Rows rows, String gone) {
        SXSSFRow head = sheet.createRow(0);
        for (int i = 0; i < titles.size(); i++) {
            text(head, i, titles.get(i), looks).setCellStyle(looks.head);
        }
        for (int n = 1; rows.hasNext(); n++) {
            SXSSFRow row = sheet.createRow(n);
            Optional<List<Object>> cells = rows.next();
            if (cells.isEmpty()) {
                text(row, 0, gone, looks);
                continue;
            }
            for (int i = 0; i < cells.get().size(); i++) {
                Object value = cells.get().get(i);
                if (value instanceof Number number) {
                    row.createCell(i).setCellValue(number.doubleValue());
                } else if (!"".equals(value)) {
                    text(row, i, value.toString(), looks);
                }
            }
        }
    }

    /** Text is text to Excel, whatever it begins with; the mark keeps it so when somebody edits the cell. */
    private static SXSSFCell text(SXSSFRow row, int column, String text, Looks looks) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (Formulas.startedBy(text)) {
            cell.setCellStyle(looks.quoted);
        }
        return cell;
    }

    private static void note(DeferredSXSSFSheet sheet, Looks looks, Export.Mark mark) {
        sheet.setColumnWidth(0, 16 * WIDE);
        sheet.setColumnWidth(1, 90 * WIDE);
        sheet.setRowGenerator(s -> {
            int n = 0;
            text(s.createRow(n++), 0, mark.title(), looks).setCellStyle(looks.head);
            for (Export.Fact f : mark.facts()) {
                SXSSFRow row = s.createRow(n++);
                text(row, 0, f.name(), looks);
                text(row, 1, f.value(), looks);
            }
        });
    }

    /** An ampersand begins a code there. */
    private static String escaped(String text) {
        String plain = text.replace("&", "&&");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }

    private record Looks(CellStyle head, CellStyle quoted) {

        static Looks of(DeferredSXSSFWorkbook book) {
            Font bold = book.createFont();
            bold.setBold(true);
            CellStyle head = book.createCellStyle();
            head.setFont(bold);
            head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            CellStyle quoted = book.createCellStyle();
            quoted.setQuotePrefixed(true);
            return new Looks(head, quoted);
        }
    }
}
