package org.talenthub.importing.sheet.correction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * A column put between others, as a spreadsheet program does it. POI's own shift moves cells, comments, links, names and formulas; what
 * it forgets is done here: merges that begin before the column and end behind it, widths, drop-downs, the filter, tables.
 */
final class InsertedColumn {

    private static final int LAST = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();

    private final XSSFSheet sheet;
    private final int at;
    private final String title;
    private final FormulaShifter formulas;

    private InsertedColumn(XSSFSheet sheet, int at, String title) {
        this.title = title;
        this.sheet = sheet;
        this.at = at;
        this.formulas = FormulaShifter.createForColumnShift(
                index(), sheet.getSheetName(), at, LAST - 1, 1, SpreadsheetVersion.EXCEL2007);
    }

    /** The first place behind a column that is not within a title merged over several columns. */
    static int behind(XSSFSheet sheet, int head, int column) {
        int at = column + 1;
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            boolean titled = merge.containsRow(head) && merge.containsColumn(column);
            at = titled ? Math.max(at, merge.getLastColumn() + 1) : at;
        }
        return at;
    }

    /**
     * Makes room for a column; to be called while the sheet has no rows below its header.
     *
     * @param head the header's row, from 0
     * @param at index of the new column, from 0
     */
    static void at(XSSFSheet sheet, int head, int at, String title) {
        new InsertedColumn(sheet, at, title).insert(head);
    }

    private int index() {
        return sheet.getWorkbook().getSheetIndex(sheet);
    }

    private void insert(int head) {
        List<CellRangeAddress> merges = new ArrayList<>(sheet.getMergedRegions());
        for (int i = merges.size() - 1; i >= 0; i--) {
            sheet.removeMergedRegion(i);
        }
        sheet.shiftColumns(at, LAST - 1, 1);
        merges.forEach(merge -> sheet.addMergedRegionUnsafe(moved(merge)));
        CTWorksheet raw = sheet.getCTWorksheet();
        raw.getColsList().forEach(this::widths);
        if (raw.isSetDataValidations()) {
            raw.getDataValidations().getDataValidationList().forEach(this::choices);
        }
        if (raw.isSetExtLst()) {
            extensions(raw);
        }
        if (raw.isSetAutoFilter()) {
            filter(raw);
        }
        sheet.getTables().forEach(table -> table(table, head));
    }

    private CellRangeAddress moved(CellRangeAddress range) {
        int first = range.getFirstColumn();
        int last = range.getLastColumn();
        return new CellRangeAddress(
                range.getFirstRow(),
                range.getLastRow(),
                first >= at ? Math.min(first + 1, LAST) : first,
                last >= at ? Math.min(last + 1, LAST) : last);
    }

    private String moved(String ranges) {
        return Arrays.stream(ranges.trim().split("\\s+"))
                .map(range -> moved(CellRangeAddress.valueOf(range)).formatAsString())
                .collect(Collectors.joining(" "));
    }

    private void widths(CTCols cols) {
        for (int i = cols.sizeOfColArray() - 1; i >= 0; i--) {
            CTCol col = cols.getColArray(i);
            if (col.getMin() > LAST) {
                cols.removeCol(i);
                continue;
            }
            col.setMax(col.getMax() > at ? Math.min(col.getMax() + 1, LAST + 1L) : col.getMax());
            col.setMin(col.getMin() > at ? col.getMin() + 1 : col.getMin());
        }
    }

    private void choices(CTDataValidation choices) {
        List<String> ranges = new ArrayList<>();
        for (Object range : choices.getSqref()) {
            ranges.add(moved(String.valueOf(range)));
        }
        choices.setSqref(ranges);
        if (choices.isSetFormula1()) {
            choices.setFormula1(formula(choices.getFormula1()));
        }
        if (choices.isSetFormula2()) {
            choices.setFormula2(formula(choices.getFormula2()));
        }
    }

    /** Drop-downs whose values stand on another sheet, as newer programs keep them. */
    private void extensions(CTWorksheet raw) {
        XmlCursor cursor = raw.getExtLst().newCursor();
        try {
            while (cursor.hasNextToken() && !cursor.toNextToken().isEnddoc()) {
                if (!cursor.isStart() || !cursor.getName().getNamespaceURI().endsWith("/excel/2006/main")) {
                    continue;
                }
                switch (cursor.getName().getLocalPart()) {
                    case "sqref" -> cursor.setTextValue(moved(cursor.getTextValue()));
                    case "f" -> cursor.setTextValue(formula(cursor.getTextValue()));
                    default -> {}
                }
            }
        } finally {
            cursor.close();
        }
    }

    private String formula(String formula) {
        try {
            XSSFEvaluationWorkbook book = XSSFEvaluationWorkbook.create(sheet.getWorkbook());
            Ptg[] parts = FormulaParser.parse(formula, book, FormulaType.CELL, index(), -1);
            return formulas.adjustFormula(parts, index()) ? FormulaRenderer.toFormulaString(book, parts) : formula;
        } catch (FormulaParseException e) {
            return formula;
        }
    }

    /** Without what was picked in it: the rows that it hid are no longer there. */
    private void filter(CTWorksheet raw) {
        String range = moved(raw.getAutoFilter().getRef());
        raw.unsetAutoFilter();
        raw.addNewAutoFilter().setRef(range);
    }

    private void table(XSSFTable table, int head) {
        CellReference start = table.getStartCellReference();
        CellReference end = table.getEndCellReference();
        if (end.getCol() < at) {
            return;
        }
        if (start.getCol() < at) {
            // its first row holds its columns' names
            boolean titled = start.getRow() == head;
            table.createColumn(titled ? title : null, at - start.getCol());
            return;
        }
        table.setCellReferences(new AreaReference(
                new CellReference(start.getRow(), start.getCol() + 1),
                new CellReference(end.getRow(), end.getCol() + 1),
                SpreadsheetVersion.EXCEL2007));
    }
}
