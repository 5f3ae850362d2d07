package org.talenthub.reference.cells;

import java.time.Clock;
import java.time.LocalDate;
import org.talenthub.reference.Column;
import org.talenthub.reference.Row;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Dates;
import org.talenthub.reference.standards.Dates.Fault;
import org.talenthub.reference.standards.Dates.Found;

/** Days and months; and what is expected of a birth date. */
public final class DateCells {

    private static final int YOUNGEST = 14;
    private static final int OLDEST = 100;

    private DateCells() {}

    public static CellReader date(Column column, Clock clock) {
        return (typed, row) -> {
            switch (Dates.read(typed)) {
                case Found found -> found(column, found, typed, row, clock);
                case Fault fault -> {
                    if (column.required() || !(fault == Fault.UNKNOWN || openEnded(typed))) {
                        fault(column, fault, typed, row);
                    }
                }
            }
        };
    }

    private static void found(Column column, Found found, String typed, Row row, Clock clock) {
        if (found.lostZero()) {
            row.warning(
                    column,
                    "date.doubtful",
                    Contacts.quoted(typed) + "按 " + found.iso() + " 读入；若是 10 月，写成 "
                            + found.iso().substring(0, 4) + "-10。",
                    typed);
        }
        boolean birth = column.field().equals("birth");
        if (birth && !plausibleBirth(column, first(found.iso()), typed, row, LocalDate.now(clock))) {
            return;
        }
        row.put(column.field(), found.iso());
        if (!found.lostZero() && !found.iso().equals(typed)) {
            row.notice(column, "read.date", found.iso(), typed);
        }
        if (column.field().equals("confirmedOn") && first(found.iso()).isAfter(LocalDate.now(clock))) {
            row.warning(column, "date.future", Contacts.quoted(typed) + "在今天以后，先按上报当天算，请核对。", typed);
        }
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
            case UNKNOWN -> row.error(column, "required", "“" + column.title() + "”必填，不能写未知。" + example, typed);
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
            String text = Texts.narrow(typed);
            int digits = 0;
            int value = 0;
            while (digits < text.length() && digits < 5 && Character.digit(text.charAt(digits), 10) >= 0) {
                value = value * 10 + Character.digit(text.charAt(digits++), 10);
            }
            if (digits == 4 && value >= 1949 && value <= LocalDate.now(clock).getYear() + 1) {
                row.put(column.field(), value);
            } else {
                row.error(
                        column,
                        "year.unreadable",
                        Contacts.quoted(typed) + "不是年份，写成四位，如 " + column.example() + "。",
                        typed);
            }
        };
    }
}
