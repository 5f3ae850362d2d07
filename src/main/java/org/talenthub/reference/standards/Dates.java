package org.talenthub.reference.standards;

import java.time.LocalDate;
import java.time.YearMonth;
import org.talenthub.reference.chinese.Texts;

/** Dates as people type them, in one scan. */
public final class Dates {

    /** What a text says. */
    public sealed interface Reading {}

    /**
     * A day or a month.
     *
     * @param iso 2026-11-22 or 2026-11
     * @param lostZero 1985.1, which may have been 1985.10 before a spreadsheet took it for a number
     */
    public record Found(String iso, boolean lostZero) implements Reading {}

    public enum Fault implements Reading {
        UNREADABLE,
        /** 31 February, month 13. */
        NO_SUCH_DAY,
        YEAR_ONLY,
        TWO_DIGIT_YEAR,
        /** 9999, which GB/T 35397 writes for an unknown date. */
        UNKNOWN
    }

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final String SEPARATORS = "-/.年月_\\‐‑–—―−、,";
    /** What may stand behind a date without changing it: 1985年3月生, 2026年12月底, a note in brackets, a time. */
    private static final String TRAILERS = "生出底初前以之中上下旬份(T";

    private final String text;
    private int at;

    private Dates(String text) {
        this.text = text;
    }

    /** @param typed may be full-width and have blanks anywhere */
    public static Reading read(String typed) {
        return new Dates(isAscii(typed) ? typed.strip() : Texts.narrow(typed)).read();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private Reading read() {
        int start = at;
        int first = digits();
        int length = at - start;
        if (at == text.length()) {
            return digitsOnly(first, length);
        }
        if (length == 2 && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
            return Fault.TWO_DIGIT_YEAR;
        }
        if (length != 4) {
            return length == 6 || length == 8 ? trailed(digitsOnly(first, length)) : Fault.UNREADABLE;
        }
        if (first == 9999) {
            return Fault.UNKNOWN;
        }
        boolean dot = text.charAt(at) == '.';
        if (!separator()) {
            return Fault.UNREADABLE;
        }
        int monthStart = at;
        int month = digits();
        int monthLength = at - monthStart;
        if (monthLength == 0) {
            return plausible(first)
                            && (at == text.length() || TRAILERS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == '度')
                    ? Fault.YEAR_ONLY
                    : Fault.UNREADABLE;
        }
        if (monthLength > 2) {
            return Fault.UNREADABLE;
        }
        boolean end = at == text.length();
        if (!end && separator()) {
            int dayStart = at;
            int day = digits();
            if (at > dayStart) {
                return at - dayStart > 2 || !trailer() ? Fault.UNREADABLE : day(first, month, day);
            }
        }
        if (!trailer()) {
            return Fault.UNREADABLE;
        }
        return month(first, month, end && dot && monthLength == 1 && month == 1);
    }

    private Reading trailed(Reading reading) {
        return trailer() ? reading : Fault.UNREADABLE;
    }

    private static Reading digitsOnly(int number, int length) {
        return switch (length) {
            case 4 -> number == 9999 ? Fault.UNKNOWN : plausible(number) ? Fault.YEAR_ONLY : Fault.UNREADABLE;
            // a day that a spreadsheet counted; 1904 workbooks are told apart where the workbook is read
            case 5 ->
                number >= 10_000 && number <= 60_000
                        ? new Found(EXCEL_EPOCH.plusDays(number).toString(), false)
                        : Fault.UNREADABLE;
            case 6 ->
                number / 100 == 9999
                        ? Fault.UNKNOWN
                        : plausible(number / 100) ? month(number / 100, number % 100, false) : Fault.TWO_DIGIT_YEAR;
            case 8 -> {
                int year = number / 10_000;
                int month = number / 100 % 100;
                int day = number % 100;
                yield year == 9999 ? Fault.UNKNOWN : day == 0 ? month(year, month, false) : day(year, month, day);
            }
            default -> Fault.UNREADABLE;
        };
    }

    private static Reading month(int year, int month, boolean lostZero) {
        if (!plausible(year)) {
            return Fault.UNREADABLE;
        }
        return month < 1 || month > 12
                ? Fault.NO_SUCH_DAY
                : new Found(iso(year, month).toString(), lostZero);
    }

    private static Reading day(int year, int month, int day) {
        if (!plausible(year)) {
            return Fault.UNREADABLE;
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Fault.NO_SUCH_DAY;
        }
        StringBuilder iso = iso(year, month).append('-');
        return new Found((day < 10 ? iso.append('0') : iso).append(day).toString(), false);
    }

    private static StringBuilder iso(int year, int month) {
        StringBuilder iso = new StringBuilder(10).append(year).append('-');
        return (month < 10 ? iso.append('0') : iso).append(month);
    }

    private static boolean plausible(int year) {
        return year >= 1800 && year < 2200;
    }

    /** The number that stands here; nine digits at most, since more than eight cannot be a date. */
    private int digits() {
        int value = 0;
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < 9) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return value;
    }

    private boolean separator() {
        blanks();
        if (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
            at++;
            blanks();
            return true;
        }
        return false;
    }

    /** Whether the rest may be ignored. */
    private boolean trailer() {
        int before = at;
        blanks();
        if (at < text.length() && (text.charAt(at) == '日' || text.charAt(at) == '号')) {
            at++;
            blanks();
        }
        if (at == text.length() || TRAILERS.indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        return at > before && text.indexOf(':', at) > 0;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
