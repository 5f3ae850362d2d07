package org.talenthub.importing.sheet.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.RawCell;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.standards.Dates;

/** Turns a cell into the text its author saw, and says where the spreadsheet program has already spoilt it. */
public final class CellText {

    /** From here on a double no longer holds every digit. */
    private static final double EXACT = 1e15;

    private static final double LAST_DATE = 2_958_466;
    private static final Pattern EXPONENT = Pattern.compile("[1-9](\\.\\d+)?[eE]\\+?\\d{2}");
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final MathContext SHOWN = new MathContext(15);

    private final CellFormats formats;
    private final boolean from1904;

    public CellText(CellFormats formats, boolean from1904) {
        this.formats = formats;
        this.from1904 = from1904;
    }

    /** The text of the cell, trimmed; what is wrong with it is added to the issues. */
    public String read(RawCell cell, Column column, List<Issue> issues) {
        return switch (cell.kind()) {
            case TEXT -> text(Text.trim(cell.value()), column, issues);
            case NUMBER -> number(cell, column, issues);
            case BOOLEAN -> cell.value().equals("0") ? "FALSE" : "TRUE";
            // a moment with a zone is another day here, which is for the column to tell
            case DATE ->
                cell.value().length() > 10 && column.type() != ColumnType.DATE
                        ? cell.value().substring(0, 10)
                        : cell.value();
            case ERROR -> {
                boolean never = cell.value().equals(RawCell.NOT_CALCULATED);
                issues.add(Issue.error(
                        column.title(),
                        never ? "cell.formula" : "cell.error",
                        never ? Sentence.of("check.cell.formula") : Sentence.of("check.cell.error", cell.value()),
                        cell.value()));
                yield cell.value();
            }
        };
    }

    private static String text(String text, Column column, List<Issue> issues) {
        String bare = Text.unwrapped(text);
        if (longCode(column) && EXPONENT.matcher(bare).matches()) {
            issues.add(lostDigits(column));
        }
        return bare;
    }

    private String number(RawCell cell, Column column, List<Issue> issues) {
        double value;
        try {
            value = Double.parseDouble(cell.value());
        } catch (NumberFormatException e) {
            return Text.trim(cell.value());
        }
        CellFormats.Look look = formats.look(cell.style());
        if (look.shape() != CellFormats.Shape.PLAIN) {
            String shown = shown(value, look, column, issues);
            if (!shown.isEmpty()) {
                return shown;
            }
        }
        if (Math.abs(value) >= EXACT) {
            issues.add(lostDigits(column));
        } else if (column.type() == ColumnType.DATE && Dates.day(value, from1904) != null) {
            // a date whose cell lost its format: this workbook's own system says which
            String day = String.valueOf(Dates.day(value, from1904));
            issues.add(Issue.notice(
                    column.title(), "read.date", Sentence.of("check.read.date", plain(value), day), plain(value)));
            return day;
        } else if (column.type() == ColumnType.DATE && lostZero(value)) {
            issues.add(Issue.warning(
                    column.title(),
                    "date.ambiguous",
                    Sentence.of("check.date.ambiguous", plain(value), (int) value),
                    plain(value)));
        }
        return plain(value);
    }

    /** 1985.10 typed as a number is kept as 1985.1. */
    private static boolean lostZero(double value) {
        return value > 1900 && value < 2100 && Math.abs(value - Math.floor(value) - 0.1) < 1e-9;
    }

    private static boolean longCode(Column column) {
        return switch (column.type()) {
            case DOCUMENT_NUMBER, USCC, PHONE -> true;
            default -> false;
        };
    }

    private static Issue lostDigits(Column column) {
        Sentence message = Sentence.of("check.number.precision", column.named());
        return longCode(column)
                ? Issue.error(column.title(), "number.precision", message, null)
                : Issue.warning(column.title(), "number.precision", message, null);
    }

    private String shown(double value, CellFormats.Look look, Column column, List<Issue> issues) {
        return switch (look.shape()) {
            case PADDED ->
                value >= 0 && value < EXACT && value == Math.rint(value)
                        ? ("%0" + look.width() + "d").formatted((long) value)
                        : "";
            case TWO_DECIMALS ->
                column.type() == ColumnType.DATE && value > 1900 && value < 2100
                        ? BigDecimal.valueOf(value)
                                .setScale(2, java.math.RoundingMode.HALF_UP)
                                .toPlainString()
                        : "";
            case DAY, MONTH, YEAR, TIME ->
                value >= 0 && value < LAST_DATE ? date(value, look.shape(), column, issues) : "";
            case PLAIN -> "";
        };
    }

    private String date(double value, CellFormats.Shape shape, Column column, List<Issue> issues) {
        LocalDateTime date = DateUtil.getLocalDateTime(value, from1904, true);
        if (date == null || (value < 1 && shape != CellFormats.Shape.TIME)) {
            return "";
        }
        if (value >= 1
                && column.type() == ColumnType.DATE
                && !date.toLocalTime().isBefore(LAST_MINUTE)) {
            // programs that count from Shanghai's mean time of before 1901 miss midnight by 43 seconds
            LocalDate next = date.toLocalDate().plusDays(1);
            issues.add(Issue.warning(
                    column.title(),
                    "date.doubtful",
                    Sentence.of("check.date.doubtful", date.toLocalDate(), date.toLocalTime(), next),
                    date.toLocalDate().toString()));
            date = next.atStartOfDay();
        }
        return switch (shape) {
            case MONTH -> YearMonth.from(date).toString();
            case YEAR -> String.valueOf(date.getYear());
            case TIME ->
                value < 1 ? date.toLocalTime().toString() : date.toLocalDate().toString();
            default -> date.toLocalDate().toString();
        };
    }

    /** Without exponent and trailing zeros, fifteen digits as spreadsheet programs show. */
    public static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return String.valueOf(value);
        }
        return BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
