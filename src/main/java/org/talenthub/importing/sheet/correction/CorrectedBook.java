package org.talenthub.importing.sheet.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetViews;
import org.talenthub.common.Formulas;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.importing.sheet.correction.CorrectionLooks.Mark;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.header.CorrectionWords;
import org.talenthub.importing.sheet.xlsx.CellText;
import org.talenthub.importing.sheet.xlsx.Parts;
import org.talenthub.reference.Headers;

/**
 * The uploaded workbook itself with its data rows thinned out. POI holds it whole in memory, which suits what people make by hand; that
 * is why a large one goes through {@link CorrectionSheet}.
 */
final class CorrectedBook {

    private static final int MOST_OLD_COMMENTS = 2_000;

    static {
        ZipSecureFile.setMinInflateRatio(1.0 / Parts.MAX_RATIO);
    }

    private final XSSFSheet sheet;
    private final Layout layout;
    private final CorrectionWords words;
    private final IntFunction<String> marks;
    private final Map<String, Integer> columns = new HashMap<>();
    private final BookLooks looks;
    private final XSSFCellStyle header;
    private final XSSFCellStyle message;
    private final XSSFDrawing drawing;
    private int comments;
    private int inserted = -1;

    private CorrectedBook(XSSFSheet sheet, Layout layout, CorrectionWords words, IntFunction<String> marks) {
        this.sheet = sheet;
        this.layout = layout;
        this.words = words;
        this.marks = marks;
        layout.columnToField()
                .forEach((index, field) -> words.feed().column(field).ifPresent(c -> columns.put(c.title(), index)));
        this.looks = new BookLooks(sheet.getWorkbook());
        this.header = Looks.header(sheet.getWorkbook(), Looks.RED, Looks.WHITE);
        this.message = Looks.plain(sheet.getWorkbook());
        message.setFont(Looks.font(sheet.getWorkbook(), 10, false, Looks.RED));
        this.drawing = sheet.createDrawingPatriarch();
    }

    /** False when POI cannot work on it, with nothing of use written. */
    static boolean write(
            Path file,
            Layout layout,
            CorrectionWords words,
            SortedMap<Integer, List<Issue>> issues,
            IntFunction<String> marks,
            OutputStream out) {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = book.getSheet(layout.sheetName());
            if (sheet == null || book.getWorkbookType() != XSSFWorkbookType.XLSX) {
                return false;
            }
            if (sheet.getCellComments().size() > MOST_OLD_COMMENTS) {
                return false;
            }
            new CorrectedBook(sheet, layout, words, marks).thin(issues);
            Emptied.forget(book);
            book.setActiveSheet(book.getSheetIndex(sheet));
            book.write(out);
            return true;
        } catch (IOException | RuntimeException e) {
            // the data matter more than their looks: the plain way does not need POI's model
            return false;
        }
    }

    private void thin(SortedMap<Integer, List<Issue>> issues) {
        int head = layout.headerRow() - 1;
        List<XSSFRow> old = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > head) {
                old.add((XSSFRow) row);
            }
        }
        Map<Integer, List<KeptCell>> kept = new TreeMap<>();
        Map<Integer, Short> heights = new HashMap<>();
        List<CellRangeAddress> merges = sheet.getMergedRegions();
        for (XSSFRow row : old) {
            if (issues.containsKey(row.getRowNum() + 1)) {
                kept.put(row.getRowNum() + 1, KeptCell.of(row, merges, layout.headerRow()));
                heights.put(row.getRowNum() + 1, row.getCTRow().isSetHt() ? row.getHeight() : (short) -1);
            }
        }
        Emptied.clear(sheet, head, old, merges);
        int messages = messages(head);
        int origins = origins(head, kept);
        CorrectionNote.replace(sheet, head, words);
        int at = head + 1;
        for (Map.Entry<Integer, List<KeptCell>> row : kept.entrySet()) {
            XSSFRow made = sheet.createRow(at++);
            List<Issue> wrong = issues.getOrDefault(row.getKey(), List.of());
            String said = words.messages(wrong);
            made.setHeight(CorrectionNote.height(heights.getOrDefault(row.getKey(), (short) -1), said));
            fill(made, row.getValue(), wrong, Set.of(messages, origins));
            text(made, messages, said, message);
            made.createCell(origins).setCellValue(marks.apply(row.getKey()));
        }
        sheet.setColumnWidth(messages, CorrectionNote.WIDTH);
        sheet.setColumnHidden(messages, false);
        sheet.setColumnHidden(origins, true);
        freeze(head, messages);
    }

    /** The column of an earlier correction, or a new one beside the name, so that what is wrong is read without scrolling. */
    private int messages(int head) {
        int known = titled(head, CorrectionWords::messages);
        if (known >= 0) {
            return known;
        }
        int at = InsertedColumn.behind(sheet, head, Corrections.nameColumn(layout, words.feed()));
        InsertedColumn.at(sheet, head, at, words.messages());
        inserted = at;
        columns.replaceAll((title, index) -> moved(index));
        text(titles(head), at, words.messages(), header);
        return at;
    }

    private int origins(int head, Map<Integer, List<KeptCell>> kept) {
        int known = titled(head, CorrectionWords::row);
        if (known >= 0) {
            return known;
        }
        int last = kept.values().stream()
                .flatMap(List::stream)
                .filter(k -> k.value() != null)
                .mapToInt(k -> moved(k.column()) + 1)
                .max()
                .orElse(0);
        int behind = Math.max(last, titles(head).getLastCellNum());
        text(titles(head), behind, words.row(), header);
        return behind;
    }

    /** Where a column of the upload stands now. */
    private int moved(int column) {
        return inserted >= 0 && column >= inserted ? column + 1 : column;
    }

    private XSSFRow titles(int head) {
        return sheet.getRow(head) == null ? sheet.createRow(head) : sheet.getRow(head);
    }

    private int titled(int head, Predicate<String> title) {
        for (Cell cell : titles(head)) {
            boolean text = cell.getCellType() == CellType.STRING;
            if (text && title.test(Headers.key(cell.getStringCellValue()))) {
                return cell.getColumnIndex();
            }
        }
        return -1;
    }

    /** Titles, name and what is wrong stay in view, as far as that leaves room for the rest. */
    private void freeze(int head, int messages) {
        int wide = 0;
        for (int i = 0; i <= messages; i++) {
            wide += sheet.isColumnHidden(i) ? 0 : sheet.getColumnWidth(i);
        }
        CTSheetViews views = sheet.getCTWorksheet().getSheetViews();
        if (views != null
                && views.sizeOfSheetViewArray() > 0
                && views.getSheetViewArray(0).isSetTopLeftCell()) {
            views.getSheetViewArray(0).unsetTopLeftCell();
        }
        sheet.createFreezePane(wide <= CorrectionNote.MOST_FROZEN ? messages + 1 : 0, head + 1);
    }

    private static void text(XSSFRow row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void fill(XSSFRow row, List<KeptCell> cells, List<Issue> issues, Set<Integer> added) {
        Map<Integer, List<Issue>> byColumn = new HashMap<>();
        for (Issue issue : issues) {
            Integer column = columns.get(issue.column());
            if (column != null) {
                byColumn.computeIfAbsent(column, c -> new ArrayList<>()).add(issue);
            }
        }
        for (KeptCell kept : cells) {
            int column = moved(kept.column());
            if (!added.contains(column)) {
                List<Issue> here = byColumn.getOrDefault(column, List.of());
                Mark mark = CorrectionSheet.mark(kept.value() instanceof Double, here);
                put(row.createCell(column), kept, mark);
            }
        }
        byColumn.forEach((column, wrong) -> {
            XSSFCell cell = row.getCell(column);
            if (cell == null) {
                cell = row.createCell(column);
                cell.setCellStyle(looks.of(cell.getCellStyle(), CorrectionSheet.mark(false, wrong), false));
            }
            comment(cell, wrong);
        });
    }

    private void put(XSSFCell cell, KeptCell kept, Mark mark) {
        Object value = kept.value();
        if (value instanceof Double number && mark != Mark.ERROR_AS_TEXT) {
            cell.setCellValue(number);
        } else if (value instanceof Double number) {
            cell.setCellValue(CellText.plain(number));
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else if (value instanceof RichTextString text) {
            cell.setCellValue(text);
        } else if (value != null) {
            cell.setCellValue(String.valueOf(value));
        }
        boolean formula = cell.getCellType() == CellType.STRING && Formulas.startedBy(cell.getStringCellValue());
        cell.setCellStyle(looks.of(kept.style(), mark, formula && !kept.style().getQuotePrefixed()));
    }

    private void comment(XSSFCell cell, List<Issue> issues) {
        if (comments++ >= Corrections.MOST_COMMENTS) {
            return;
        }
        int column = cell.getColumnIndex();
        int row = cell.getRowIndex();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, column, row, column + 3, row + 4);
        XSSFComment comment = drawing.createCellComment(anchor);
        comment.setString(words.comment(issues));
        comment.setAuthor(words.author());
        cell.setCellComment(comment);
    }
}
