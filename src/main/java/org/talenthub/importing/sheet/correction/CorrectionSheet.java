package org.talenthub.importing.sheet.correction;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Formulas;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.importing.sheet.OpenSheet;
import org.talenthub.importing.sheet.correction.CorrectionLooks.Mark;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.header.CorrectionWords;
import org.talenthub.importing.sheet.xlsx.CellText;
import org.talenthub.importing.sheet.xlsx.Merges;
import org.talenthub.importing.sheet.xlsx.XlsxRows;

/** Fills the one sheet of a correction workbook from one walk over the original. */
final class CorrectionSheet {

    private final SXSSFSheet target;
    private final OpenSheet source;
    private final Layout layout;
    private final CorrectionPlan plan;
    private final CorrectionWords words;
    private final IntFunction<String> marks;
    private final CorrectionLooks looks;
    private final Merges merges;
    private final List<CellRangeAddress> ranges;
    private final CellStyle messageHeader;
    private final CellStyle message;
    private final Drawing<?> drawing;
    private int comments;

    CorrectionSheet(
            SXSSFWorkbook book,
            OpenSheet source,
            Layout layout,
            CorrectionWords words,
            CorrectionPlan plan,
            IntFunction<String> marks)
            throws IOException {
        String name = layout.sheetName().isEmpty() ? words.feed().named().in(words.locale()) : layout.sheetName();
        this.target = book.createSheet(WorkbookUtil.createSafeSheetName(name));
        this.source = source;
        this.layout = layout;
        this.plan = plan;
        this.words = words;
        this.marks = marks;
        this.looks = new CorrectionLooks(book.getXSSFWorkbook(), source);
        this.ranges = source.merges();
        this.merges = new Merges(ranges, layout);
        this.messageHeader = Looks.header(book.getXSSFWorkbook(), Looks.RED, Looks.WHITE);
        XSSFCellStyle text = Looks.plain(book.getXSSFWorkbook());
        text.setFont(Looks.font(book.getXSSFWorkbook(), 10, false, Looks.RED));
        this.message = text;
        this.drawing = target.createDrawingPatriarch();
    }

    void fill(SortedMap<Integer, List<Issue>> issues) throws IOException, XMLStreamException {
        int last = issues.isEmpty() ? layout.headerRow() : issues.lastKey();
        int at = layout.headerRow();
        for (RawRow row = source.rows().next();
                row != null && row.number() <= last;
                row = source.rows().next()) {
            if (row.number() <= layout.headerRow()) {
                head(row);
                continue;
            }
            RawRow whole = merged(row);
            List<Issue> wrong = issues.get(row.number());
            if (wrong != null) {
                data(whole, at++, wrong);
            }
        }
        frame();
    }

    /** The row with what belongs to it from merges above; must be asked for every row. */
    private RawRow merged(RawRow row) {
        if (merges.none()) {
            return row;
        }
        int width = plan.kept().isEmpty() ? 0 : plan.kept().getLast() + 1;
        @Nullable RawCell[] cells = new RawCell[width];
        for (int i = 0; i < width; i++) {
            cells[i] = merges.cell(row.number(), i, row.cell(i));
        }
        return new RawRow(row.number(), cells);
    }

    private void head(RawRow row) {
        Row made = target.createRow(row.number() - 1);
        for (int i = 0; i < plan.kept().size(); i++) {
            Cell cell = copy(row.cell(plan.kept().get(i)), made, plan.target(i), Mark.NONE);
            if (row.number() < layout.headerRow() && cell.getCellType() == CellType.STRING) {
                cell.setCellValue(CorrectionNote.instead(cell.getStringCellValue(), words));
            }
        }
        if (row.number() == layout.headerRow()) {
            added(made, plan.messages(), words.messages());
            added(made, plan.origins(), words.row());
        }
    }

    private void added(Row row, int column, String title) {
        Cell cell = row.createCell(column);
        cell.setCellValue(title);
        cell.setCellStyle(messageHeader);
    }

    private void data(RawRow row, int at, List<Issue> issues) {
        Map<Integer, List<Issue>> byColumn = new TreeMap<>();
        for (Issue issue : issues) {
            Integer column = plan.byTitle().get(issue.column());
            if (column != null) {
                byColumn.computeIfAbsent(column, c -> new java.util.ArrayList<>())
                        .add(issue);
            }
        }
        Row made = target.createRow(at);
        for (int i = 0; i < plan.kept().size(); i++) {
            int column = plan.kept().get(i);
            List<Issue> here = byColumn.getOrDefault(column, List.of());
            Cell cell = copy(row.cell(column), made, plan.target(i), mark(number(row.cell(column)), here));
            if (!here.isEmpty()) {
                comment(cell, here);
            }
        }
        Cell messages = made.createCell(plan.messages());
        messages.setCellValue(words.messages(issues));
        messages.setCellStyle(message);
        made.createCell(plan.origins()).setCellValue(marks.apply(row.number()));
    }

    static Mark mark(boolean number, List<Issue> issues) {
        if (issues.isEmpty()) {
            return Mark.NONE;
        }
        if (issues.stream().noneMatch(i -> i.level() == Issue.Level.ERROR)) {
            return Mark.WARNING;
        }
        boolean spoilt = issues.stream().anyMatch(i -> i.code().equals("number.precision"));
        return !number || spoilt ? Mark.ERROR_AS_TEXT : Mark.ERROR;
    }

    private static boolean number(@Nullable RawCell cell) {
        return cell != null && cell.kind() == RawCell.Kind.NUMBER;
    }

    /** Values only: a text that looks like a formula is marked as text, a formula written as what it came to. */
    private Cell copy(@Nullable RawCell cell, Row row, int column, Mark mark) {
        Cell made = row.createCell(column);
        if (cell == null) {
            made.setCellStyle(looks.of(0, mark, false));
            return made;
        }
        switch (cell.kind()) {
            case NUMBER -> number(made, cell, mark);
            case BOOLEAN -> made.setCellValue(!cell.value().equals("0"));
            default -> made.setCellValue(cell.value());
        }
        boolean text = made.getCellType() == CellType.STRING;
        made.setCellStyle(looks.of(cell.style(), mark, text && Formulas.startedBy(cell.value())));
        return made;
    }

    private static void number(Cell made, RawCell cell, Mark mark) {
        try {
            double value = Double.parseDouble(cell.value());
            if (mark == Mark.ERROR_AS_TEXT) {
                made.setCellValue(CellText.plain(value));
            } else {
                made.setCellValue(value);
            }
        } catch (NumberFormatException e) {
            made.setCellValue(cell.value());
        }
    }

    private void comment(Cell cell, List<Issue> issues) {
        if (comments++ >= Corrections.MOST_COMMENTS) {
            return;
        }
        int column = cell.getColumnIndex();
        int row = cell.getRowIndex();
        // a comment belongs to the cell that its anchor starts in
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, column, row, column + 3, row + 4);
        Comment comment = drawing.createCellComment(anchor);
        String text = words.comment(issues);
        comment.setString(target.getWorkbook().getCreationHelper().createRichTextString(text));
        comment.setAuthor(words.author());
        cell.setCellComment(comment);
    }

    private void frame() {
        for (CellRangeAddress range : ranges) {
            // only above and in the header: below, rows have moved and carry their own values
            CellRangeAddress moved = range.getLastRow() < layout.headerRow() ? plan.moved(range) : null;
            if (moved != null) {
                target.addMergedRegionUnsafe(moved);
            }
        }
        Map<Integer, Double> widths = source.rows() instanceof XlsxRows rows ? rows.widths() : Map.of();
        int frozen = CorrectionNote.WIDTH;
        for (int i = 0; i < plan.kept().size(); i++) {
            double width = widths.getOrDefault(plan.kept().get(i), 14.0);
            int units = (int) Math.clamp(width * 256, 0, 255 * 256);
            target.setColumnWidth(plan.target(i), units);
            frozen += i < plan.messages() ? units : 0;
        }
        target.setColumnWidth(plan.messages(), CorrectionNote.WIDTH);
        target.setColumnHidden(plan.origins(), true);
        target.createFreezePane(frozen <= CorrectionNote.MOST_FROZEN ? plan.messages() + 1 : 0, layout.headerRow());
    }
}
