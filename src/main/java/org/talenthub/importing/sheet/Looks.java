package org.talenthub.importing.sheet;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Colours, fonts and widths that the hub's own workbooks share. */
public final class Looks {

    public static final String ACCENT = "0B5C8A";
    public static final String PALE = "E9EEF2";
    public static final String GREY_TEXT = "6B7280";
    public static final String RED = "B42318";
    public static final String RED_FILL = "FDE3E1";
    public static final String AMBER_FILL = "FFF3CD";
    public static final String WHITE = "FFFFFF";
    public static final String INK = "1F2933";
    /** Built-in format 49: what is typed stays as typed. */
    public static final String TEXT_FORMAT = "@";

    private static final int NARROWEST = 8;
    private static final int WIDEST = 36;

    private Looks() {}

    static XSSFColor color(String rgb) {
        byte[] bytes = new byte[3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16);
        }
        return new XSSFColor(bytes, null);
    }

    public static XSSFFont font(XSSFWorkbook book, int points, boolean bold, String rgb) {
        XSSFFont font = book.createFont();
        font.setFontName("等线");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(rgb));
        return font;
    }

    /** Plain cell: text format, wrapped, from the top. */
    public static XSSFCellStyle plain(XSSFWorkbook book) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(TEXT_FORMAT));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    public static XSSFCellStyle header(XSSFWorkbook book, String fill, String ink) {
        XSSFCellStyle style = plain(book);
        style.setFont(font(book, 11, true, ink));
        fill(style, fill);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBottomBorderColor(color(WHITE));
        style.setRightBorderColor(color(WHITE));
        return style;
    }

    public static void fill(XSSFCellStyle style, String rgb) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(color(rgb));
    }

    /** Width in 1/256 of a character for the longest of the texts; a Chinese character is two wide. */
    public static int width(String... texts) {
        int longest = NARROWEST;
        for (String text : texts) {
            int wide = 2 + text.chars().map(c -> c < 0x2E80 ? 1 : 2).sum();
            longest = Math.max(longest, wide);
        }
        return Math.min(longest, WIDEST) * 256;
    }
}
