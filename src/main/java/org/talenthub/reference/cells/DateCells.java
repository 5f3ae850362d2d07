package org.talenthub.reference.cells;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.reference.Column;
import org.talenthub.reference.Row;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Dates;
import org.talenthub.reference.standards.Dates.Ambiguous;
import org.talenthub.reference.standards.Dates.Fault;
import org.talenthub.reference.standards.Dates.Found;

/** Days and months; and what is expected of a birth date. */
public final class DateCells {

    private static final int YOUNGEST = 14;
    private static final int OLDEST = 100;
    /** Years from now that something may be valid for, where the year has two digits. */
    private static final int AHEAD = 30;

    private static final Pattern YEAR = Pattern.compile("(\\d{4})((?!\\d).*)?");
    private static final Pattern OTHER_YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)|^ ?[-~–—至、,/] ?\\d{2}年?$");

    private DateCells() {}

    public static CellReader date(Column column, Clock clock) {
        boolean birth = column.field().equals("birth");
        return (typed, row) -> {
            int year = LocalDate.now(clock).getYear();
            int to = birth ? year - YOUNGEST : year + AHEAD;
            switch (Dates.read(typed, birth ? year - OLDEST : to - 99, to)) {
                case Found found -> found(column, found, typed, row, clock);
                case Ambiguous two ->
                    row.error(
                            column,
                            "date.ambiguous",
                            Contacts.quoted(typed) + "可能是 " + two.one() + "，也可能是 " + two.two() + "；是哪一个就写哪一个。",
                            typed);
                case Fault fault -> {
                    if (column.required() || !(fault == Fault.UNKNOWN || openEnded(typed))) {
                        fault(column, fault, typed, row);
                    }
                }
            }
        };
    }

    private static void found(Column column, Found found, String typed, Row row, Clock clock) {
        boolean birth = column.field().equals("birth");
        if (birth && !plausibleBirth(column, first(found.iso()), typed, row, LocalDate.now(clock))) {
            return;
        }
        row.put(column.field(), found.iso());
        if (found.doubt() != null) {
            row.warning(column, "date.doubtful", doubt(found, typed), typed);
        } else if (!found.iso().equals(typed)) {
            row.notice(column, "read.date", found.iso(), typed);
        }
        if (column.field().equals("confirmedOn") && first(found.iso()).isAfter(LocalDate.now(clock))) {
            row.warning(column, "date.future", Contacts.quoted(typed) + "在今天以后，先按上报当天算，请核对。", typed);
        }
    }

    private static String doubt(Found found, String typed) {
        String read = Contacts.quoted(typed) + "按 " + found.iso() + " 读入；";
        return switch (Objects.requireNonNull(found.doubt())) {
            case LOST_ZERO -> read + "若是 10 月，写成 " + found.other() + "。";
            case SERIAL -> read + "这是电子表格里日期的序号，若文件出自 1904 日期系统，应是 " + found.other() + "，请核对。";
            case SHORT_YEAR -> read + "若是 " + found.other() + "，把年份写成四位。";
            case ELSEWHERE -> read + "这是北京时间的日期，按原文的时区是 " + found.other() + "，请核对。";
        };
    }

    private static boolean plausibleBirth(Column column, LocalDate birth, String typed, Row row, LocalDate today) {
        if (birth.isAfter(today)) {
            row.error(column, "birth.future", Contacts.quoted(typed) + "在今天以后，核对年份。", typed);
            return false;
        }
        if (birth.isAfter(today.minusYears(YOUNGEST))) {
            row.error(column, "birth.young", "按" + Contacts.quoted(typed) + "算还不满 " + YOUNGEST + " 岁，核对年份。", typed);
            return false;
        }
        if (birth.isBefore(today.minusYears(OLDEST))) {
            row.warning(column, "birth.old", "按" + Contacts.quoted(typed) + "算已超过 " + OLDEST + " 岁，请核对年份。", typed);
        }
        return true;
    }

    /** The first day that the text can mean. */
    static LocalDate first(String iso) {
        return LocalDate.parse(iso.length() == 7 ? iso + "-01" : iso);
    }

    private static void fault(Column column, Fault fault, String typed, Row row) {
        String quoted = Contacts.quoted(typed);
        String example = "写成 " + column.example() + "。";
        switch (fault) {
            case UNREADABLE -> row.error(column, "date.unreadable", quoted + "不是日期，可" + example, typed);
            case NO_SUCH_DAY -> row.error(column, "date.nosuchday", "没有" + quoted + "这一天，可" + example, typed);
            case TWO_DIGIT_YEAR -> row.error(column, "date.year", quoted + "的年份要写四位，可" + example, typed);
            case LUNAR -> row.error(column, "date.lunar", quoted + "是农历，写公历日期，可" + example, typed);
            case UNKNOWN -> row.error(column, "required", column.title() + "没有填，不能写未知，" + example, typed);
            case YEAR_ONLY -> {
                if (column.required()) {
                    row.error(column, "date.yearonly", quoted + "只有年份，还要写月份，可" + example, typed);
                } else {
                    row.warning(column, "date.yearonly", quoted + "只有年份，没有采用；可" + example, typed);
                }
            }
        }
    }

    private static boolean openEnded(String typed) {
        return switch (Texts.key(typed)) {
            case "长期", "长期有效", "永久", "至今", "尽快", "随时", "即时", "待定", "面议" -> true;
            default -> false;
        };
    }

    public static CellReader year(Column column, Clock clock) {
        return (typed, row) -> {
            Matcher year = YEAR.matcher(Texts.narrow(typed));
            int value = year.matches() ? Integer.parseInt(year.group(1)) : 0;
            if (value < 1949 || value > LocalDate.now(clock).getYear() + 1) {
                row.error(
                        column,
                        "year.unreadable",
                        Contacts.quoted(typed) + "不是年份，写成四位，如 " + column.example() + "。",
                        typed);
                return;
            }
            row.put(column.field(), value);
            if (OTHER_YEAR.matcher(year.group(2)).find()) {
                row.warning(
                        column,
                        "year.doubtful",
                        Contacts.quoted(typed) + "里不止一个年份，按 " + value + " 读入；如不对，只写要报的那一年。",
                        typed);
            }
        };
    }
}
