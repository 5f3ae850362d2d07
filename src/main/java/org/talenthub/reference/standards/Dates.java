package org.talenthub.reference.standards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;

/** Dates as people type them, in one scan. Long because it is one grammar: what a character means hangs on what stood before it. */
public final class Dates {

    /** What a text says. */
    public sealed interface Reading {}

    /**
     * A day or a month.
     *
     * @param iso 2026-11-22 or 2026-11
     * @param doubt why it may mean another date; null when it cannot
     * @param other that other date
     */
    public record Found(
            String iso, @Nullable Doubt doubt, @Nullable String other) implements Reading {

        static Found certain(String iso) {
            return new Found(iso, null, null);
        }
    }

    /** Why a date may be another one. */
    public enum Doubt {
        /** 1985.1, which may have been 1985.10 before a spreadsheet took it for a number. */
        LOST_ZERO,
        /** 31118: days that a spreadsheet counted, from 1900 or from 1904. */
        SERIAL,
        /** Mar-85, as spreadsheets write a month into a csv. */
        SHORT_YEAR,
        /** A moment that is another day where it was written down. */
        ELSEWHERE,
        /** 1985-02-28 16:00:00 without a zone: midnight of the next day in China, if a program wrote the time of UTC. */
        EVENING
    }

    /** Two dates, and nothing tells which: 19853, 3/4/1985. */
    public record Ambiguous(String one, String two) implements Reading {}

    public enum Fault implements Reading {
        UNREADABLE,
        /** 31 February, month 13. */
        NO_SUCH_DAY,
        YEAR_ONLY,
        TWO_DIGIT_YEAR,
        /** A day of the farmers' calendar. */
        LUNAR,
        /** 9999, which GB/T 35397 writes for an unknown date. */
        UNKNOWN
    }

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate MAC_EPOCH = LocalDate.of(1904, 1, 1);
    private static final int FIRST_SERIAL = 10_000;
    private static final int LAST_SERIAL = 60_000;
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})\\.\\d+");
    private static final String SEPARATORS = "-/.年月_\\‐‑–—―−、,";
    /** What may stand behind a date without changing it: 1985年3月生, 2026年12月底, a note in brackets, a time. */
    private static final String TRAILERS = "生出底初前以之中上下旬份(T";

    private final String text;
    private int at;

    private Dates(String text) {
        this.text = text;
    }

    /** As {@link #read(String, int, int)} for any date of our time. */
    public static Reading read(String typed) {
        return read(typed, 1950, 2049);
    }

    /**
     * @param typed may be full-width and have blanks anywhere
     * @param from the first year that a year of two digits may mean; fewer than a hundred before {@code to}
     */
    public static Reading read(String typed, int from, int to) {
        String text = isAscii(typed) ? typed.strip() : Texts.narrow(typed);
        if (OddDates.zero(text)) {
            return Fault.UNKNOWN;
        }
        Reading worded = WordedDates.read(text, from, to);
        if (worded != null) {
            return worded;
        }
        int mark = text.isEmpty() || text.charAt(0) > '9' ? 0 : separatorAt(text);
        if (mark == 5) {
            Matcher serial = SERIAL.matcher(text);
            if (serial.matches() && serial(Integer.parseInt(serial.group(1))) instanceof Found day) {
                return day;
            }
        } else if (mark == 1 || mark == 2) {
            Reading last = WordedDates.yearLast(text);
            if (last != null) {
                return last;
            }
        }
        Dates dates = new Dates(WordedDates.inDigits(text));
        Reading reading = dates.read();
        return reading instanceof Found found ? OddDates.orAnother(found, dates.text, dates.at) : reading;
    }

    private static int separatorAt(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /**
     * The day that a spreadsheet's number stands for; null when it is out of the range of our time, or can as well be a year with a month
     * (19853).
     */
    public static @Nullable LocalDate day(double serial, boolean from1904) {
        boolean whole = serial == Math.rint(serial);
        return serial < FIRST_SERIAL || serial >= LAST_SERIAL || (whole && joined((int) serial) != null)
                ? null
                : (from1904 ? MAC_EPOCH : EXCEL_EPOCH).plusDays((long) serial);
    }

    /** 19853 as a year and its month. */
    private static @Nullable String joined(int number) {
        int year = number / 10;
        return year >= 1900 && year < 2100 && number % 10 > 0
                ? iso(year, number % 10).toString()
                : null;
    }

    private static Reading serial(int number) {
        String day = EXCEL_EPOCH.plusDays(number).toString();
        String joined = joined(number);
        if (number < FIRST_SERIAL || number > LAST_SERIAL) {
            return Fault.UNREADABLE;
        }
        return joined == null
                ? new Found(day, Doubt.SERIAL, MAC_EPOCH.plusDays(number).toString())
                : new Ambiguous(joined, day);
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
            // a day that a spreadsheet counted; a workbook's own numbers are told apart where it is read
            case 5 -> serial(number);
            case 6 ->
                number / 100 == 9999
                        ? Fault.UNKNOWN
                        : plausible(number / 100) ? month(number / 100, number % 100, false) : Fault.TWO_DIGIT_YEAR;
            case 8 -> {
                int year = number / 10_000;
                int month = number / 100 % 100;
                int day = number % 100;
                yield year == 9999 ? Fault.UNKNOWN : day(year, month, day);
            }
            default -> Fault.UNREADABLE;
        };
    }

    static Reading month(int year, int month, boolean lostZero) {
        if (!plausible(year)) {
            return Fault.UNREADABLE;
        }
        if (month < 1 || month > 12) {
            return Fault.NO_SUCH_DAY;
        }
        String iso = iso(year, month).toString();
        return lostZero ? new Found(iso, Doubt.LOST_ZERO, iso(year, 10).toString()) : Found.certain(iso);
    }

    /** @param day 0 where it is not known */
    static Reading day(int year, int month, int day) {
        if (!plausible(year)) {
            return Fault.UNREADABLE;
        }
        if (day == 0) {
            return month == 0 ? Fault.YEAR_ONLY : month(year, month, false);
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Fault.NO_SUCH_DAY;
        }
        StringBuilder iso = iso(year, month).append('-');
        return Found.certain((day < 10 ? iso.append('0') : iso).append(day).toString());
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
