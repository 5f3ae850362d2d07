package org.talenthub.importing.sheet.correction;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a workbook that is to be written again.
 *
 * @param column in the upload, from 0
 * @param value a text, a number or a boolean; null for a blank one
 */
record KeptCell(int column, XSSFCellStyle style, @Nullable Object value) {

    /** A row's cells in order, with what belongs to it from merges that begin above it. */
    static List<KeptCell> of(XSSFRow row, List<CellRangeAddress> merges, int firstDataRow) {
        Map<Integer, KeptCell> cells = new TreeMap<>();
        row.forEach(c -> put(cells, (XSSFCell) c));
        for (CellRangeAddress merge : merges) {
            // what stands in the top cell of a merge belongs to each of its rows
            boolean below = merge.getFirstRow() >= firstDataRow && merge.getFirstRow() < row.getRowNum();
            if (below && merge.getLastRow() >= row.getRowNum()) {
                XSSFRow top = row.getSheet().getRow(merge.getFirstRow());
                XSSFCell anchor = top == null ? null : top.getCell(merge.getFirstColumn());
                if (anchor != null) {
                    put(cells, anchor);
                }
            }
        }
        return List.copyOf(cells.values());
    }

    private static void put(Map<Integer, KeptCell> cells, XSSFCell cell) {
        int column = cell.getColumnIndex();
        cells.put(column, new KeptCell(column, cell.getCellStyle(), value(cell)));
    }

    /** A formula comes back as what it came to, an error as its text. */
    private static @Nullable Object value(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case FORMULA -> !cell.getCTCell().isSetV() ? null : value(cell, cell.getCachedFormulaResultType());
            default -> value(cell, cell.getCellType());
        };
    }

    private static @Nullable Object value(XSSFCell cell, CellType type) {
        return switch (type) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getRichStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> cell.getErrorCellString();
            default -> null;
        };
    }
}
