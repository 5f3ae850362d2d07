package org.talenthub.importing.sheet.correction;

import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.talenthub.importing.sheet.header.CorrectionWords;

/** What a correction workbook says about itself, and how much room that takes. */
final class CorrectionNote {

    /** Width of the column 错误说明, in 1/256 of a character. */
    static final int WIDTH = 40 * 256;

    /** Columns wider than this in all leave no room for the others beside them when they are frozen. */
    static final int MOST_FROZEN = 120 * 256;

    /** The sentence that the template has above its header, which is wrong in a correction. */
    private static final Pattern TEMPLATE = Pattern.compile("(?s).*(第\\s*\\d+\\s*行是示例|row \\d+ is an example).*");

    private static final int LINE = 15 * 20;
    private static final int HIGHEST = 400 * 20;

    private CorrectionNote() {}

    /** What is to stand above the header instead of a text of the upload. */
    static String instead(String text, CorrectionWords words) {
        return TEMPLATE.matcher(text).matches() ? words.note() : text;
    }

    /** @param head the header's row, from 0 */
    static void replace(Sheet sheet, int head, CorrectionWords words) {
        for (int i = 0; i < head; i++) {
            Row row = sheet.getRow(i);
            if (row == null) {
                continue;
            }
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    String text = instead(cell.getStringCellValue(), words);
                    if (!text.equals(cell.getStringCellValue())) {
                        cell.setCellValue(text);
                    }
                }
            }
        }
    }

    /** A fixed height of the upload, in twentieths of a point, made to hold the message; -1, which fits by itself, stays. */
    static short height(short given, String message) {
        if (given < 0) {
            return given;
        }
        int lines = message.lines()
                .mapToInt(line -> 1 + line.chars().map(c -> c < 0x2E80 ? 1 : 2).sum() / (WIDTH / 256))
                .sum();
        return (short) Math.max(given, Math.min(lines * LINE, HIGHEST));
    }
}
