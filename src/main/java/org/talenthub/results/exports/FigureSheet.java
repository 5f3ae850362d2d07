package org.talenthub.results.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.common.Formulas;

/** The numbers of a board as a workbook: one sheet a table, with the day they are of. */
public final class FigureSheet {

    private static final int WIDE = 256;

    private FigureSheet() {}

    /**
     * One table.
     *
     * @param name of its sheet
     * @param titles of the columns
     * @param rows texts and numbers
     */
    public record Table(String name, List<String> titles, List<List<Object>> rows) {}

    /** @param note what the numbers are and of which day; the stream stays open */
    public static void write(String note, List<Table> tables, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle head = book.createCellStyle();
            Font bold = book.createFont();
            bold.setBold(true);
            head.setFont(bold);
            CellStyle marked = book.createCellStyle();
            marked.setQuotePrefixed(true);
            int n = 0;
            for (Table t : tables) {
                XSSFSheet sheet = book.createSheet(++n + " " + t.name().replaceAll("[\\[\\]*?/\\\\:]", " "));
                sheet.createRow(0).createCell(0).setCellValue(note);
                Row titles = sheet.createRow(1);
                for (int i = 0; i < t.titles().size(); i++) {
                    titles.createCell(i).setCellValue(t.titles().get(i));
                    titles.getCell(i).setCellStyle(head);
                    sheet.setColumnWidth(i, (i == 0 ? 30 : 14) * WIDE);
                }
                for (int r = 0; r < t.rows().size(); r++) {
                    Row row = sheet.createRow(r + 2);
                    for (int i = 0; i < t.rows().get(r).size(); i++) {
                        Object value = t.rows().get(r).get(i);
                        if (value instanceof Number number) {
                            row.createCell(i).setCellValue(number.doubleValue());
                        } else {
                            String text = String.valueOf(value);
                            row.createCell(i).setCellValue(text);
                            if (Formulas.startedBy(text)) {
                                row.getCell(i).setCellStyle(marked);
                            }
                        }
                    }
                }
                sheet.createFreezePane(1, 2);
            }
            book.write(out);
        }
    }
}
