package org.talenthub.importing.sheet.correction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.importing.sheet.OpenSheet;
import org.talenthub.importing.sheet.xlsx.XlsxBook;

/** The original's cell looks in the new workbook, each copied once, with or without the colour of something wrong. */
public final class CorrectionLooks {

    /** How a cell stands out. */
    enum Mark {
        NONE,
        WARNING,
        /** Also in text format where the typed value was spoilt, so that the corrected one stays as typed. */
        ERROR,
        ERROR_AS_TEXT
    }

    /** @param quoted what stands in the cell would be a formula if somebody typed it */
    private record Key(int style, Mark mark, boolean quoted) {}

    /** More than any hand-made workbook has; the format allows 64,000 in all. */
    private static final int MOST = 4_000;

    private final XSSFWorkbook book;
    private final @Nullable StylesTable original;
    private final XSSFCellStyle plain;
    private final Map<Key, CellStyle> made = new HashMap<>();

    CorrectionLooks(XSSFWorkbook book, OpenSheet sheet) {
        this.book = book;
        this.plain = Looks.plain(book);
        this.original = styles(sheet);
    }

    /** Null for a csv, and for styles that POI cannot model: the data matter more than their looks. */
    private static @Nullable StylesTable styles(OpenSheet sheet) {
        XlsxBook source = sheet.book();
        try {
            return source == null ? null : source.looks();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    CellStyle of(int style, Mark mark, boolean quoted) {
        int known = made.size() < MOST ? style : 0;
        return made.computeIfAbsent(new Key(known, mark, quoted), this::make);
    }

    private CellStyle make(Key key) {
        XSSFCellStyle style = book.createCellStyle();
        style.cloneStyleFrom(plain);
        try {
            XSSFCellStyle source = original == null ? null : original.getStyleAt(key.style());
            if (source != null) {
                style.cloneStyleFrom(source);
            }
        } catch (RuntimeException e) {
            // a style that points to a font or fill that is not there
            style.cloneStyleFrom(plain);
        }
        style.setQuotePrefixed(key.quoted());
        switch (key.mark()) {
            case NONE -> {}
            case WARNING -> Looks.fill(style, Looks.AMBER_FILL);
            case ERROR -> Looks.fill(style, Looks.RED_FILL);
            case ERROR_AS_TEXT -> {
                Looks.fill(style, Looks.RED_FILL);
                style.setDataFormat(book.createDataFormat().getFormat(Looks.TEXT_FORMAT));
            }
        }
        return style;
    }
}
