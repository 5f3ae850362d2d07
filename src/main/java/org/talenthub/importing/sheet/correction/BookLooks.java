package org.talenthub.importing.sheet.correction;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.importing.sheet.correction.CorrectionLooks.Mark;

/** The looks of a workbook's cells, each with its marks made once. */
final class BookLooks {

    /** @param quoted what stands in the cell would be a formula if somebody typed it */
    private record Look(XSSFCellStyle style, Mark mark, boolean quoted) {}

    private final XSSFWorkbook book;
    private final Map<Look, XSSFCellStyle> looks = new HashMap<>();

    BookLooks(XSSFWorkbook book) {
        this.book = book;
    }

    XSSFCellStyle of(XSSFCellStyle original, Mark mark, boolean quoted) {
        return mark == Mark.NONE && !quoted
                ? original
                : looks.computeIfAbsent(new Look(original, mark, quoted), this::marked);
    }

    private XSSFCellStyle marked(Look look) {
        XSSFCellStyle style = book.createCellStyle();
        style.cloneStyleFrom(look.style());
        if (look.quoted()) {
            style.setQuotePrefixed(true);
        }
        if (look.mark() != Mark.NONE) {
            Looks.fill(style, look.mark() == Mark.WARNING ? Looks.AMBER_FILL : Looks.RED_FILL);
        }
        if (look.mark() == Mark.ERROR_AS_TEXT) {
            style.setDataFormat(book.createDataFormat().getFormat(Looks.TEXT_FORMAT));
        }
        return style;
    }
}
