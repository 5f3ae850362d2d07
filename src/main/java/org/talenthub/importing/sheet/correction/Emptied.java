package org.talenthub.importing.sheet.correction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** What goes with the rows that leave a workbook: comments, links, merged cells, texts. */
final class Emptied {

    private Emptied() {}

    /** Empties the texts of rows that are gone: POI leaves them in the workbook's table, where they could still be read. */
    static void forget(XSSFWorkbook book) {
        BitSet used = new BitSet();
        for (Sheet sheet : book) {
            sheet.forEach(row -> row.forEach(cell -> {
                CTCell raw = ((XSSFCell) cell).getCTCell();
                if (raw.getT() == STCellType.S && raw.isSetV()) {
                    used.set(Integer.parseInt(raw.getV()));
                }
            }));
        }
        SharedStringsTable texts = book.getSharedStringSource();
        for (int i = 0; i < texts.getUniqueCount(); i++) {
            if (!used.get(i)) {
                CTRst empty = CTRst.Factory.newInstance();
                empty.setT("");
                ((XSSFRichTextString) texts.getItemAt(i)).getCTRst().set(empty);
            }
        }
    }

    static void clear(XSSFSheet sheet, int head, List<XSSFRow> old, List<CellRangeAddress> merges) {
        sheet.getCellComments().keySet().stream()
                .filter(address -> address.getRow() > head)
                .toList()
                .forEach(address -> {
                    XSSFRow row = sheet.getRow(address.getRow());
                    XSSFCell cell = row == null ? null : row.getCell(address.getColumn());
                    if (cell != null) {
                        cell.removeCellComment();
                    }
                });
        new ArrayList<>(sheet.getHyperlinkList()).forEach(link -> {
            if (link.getFirstRow() > head) {
                sheet.removeHyperlink(link.getFirstRow(), link.getFirstColumn());
            }
        });
        List<Integer> below = new ArrayList<>();
        for (int i = 0; i < merges.size(); i++) {
            if (merges.get(i).getLastRow() > head) {
                below.add(i);
            }
        }
        sheet.removeMergedRegions(below);
        old.forEach(sheet::removeRow);
    }
}
