package org.talenthub.reference.cells;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
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

    /** What makes a date of birth another one. */
    private static final Pattern ABOUT = Pattern.compile("[约前后]|左右|上下");

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
                            Sentence.of("check.date.ambiguous.two", Contacts.quoted(typed), two.one(), two.two()),
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
        } else if (birth && ABOUT.matcher(typed).find()) {
            row.warning(
                    column,
                    "date.doubtful",
                    Sentence.of("check.date.doubtful.about", Contacts.quoted(typed), found.iso()),
                    typed);
        } else if (!found.iso().equals(typed)) {
            row.notice(column, "read.date", found.iso(), typed);
        }
        if (column.field().equals("confirmedOn") && first(found.iso()).isAfter(LocalDate.now(clock))) {
            row.warning(column, "date.future", Sentence.of("check.date.future", Contacts.quoted(typed)), typed);
        }
    }

    private static Sentence doubt(Found found, String typed) {
        String key = switch (Objects.requireNonNull(found.doubt())) {
            case LOST_ZERO -> "check.date.doubtful.zero";
            case SERIAL -> "check.date.doubtful.serial";
            case SHORT_YEAR -> "check.date.doubtful.year";
            case ELSEWHERE -> "check.date.doubtful.zone";
            case EVENING -> "check.date.doubtful.evening";
        };
        return Sentence.of(key, Contacts.quoted(typed), found.iso(), found.other());
    }

    private static boolean plausibleBirth(Column column, LocalDate birth, String typed, Row row, LocalDate today) {
        if (birth.isAfter(today)) {
            row.error(column, "birth.future", Sentence.of("check.birth.future", Contacts.quoted(typed)), typed);
            return false;
        }
        if (birth.isAfter(today.minusYears(YOUNGEST))) {
            row.error(column, "birth.young", Sentence.of("check.birth.young", Contacts.quoted(typed), YOUNGEST), typed);
            return false;
        }
        if (birth.isBefore(today.minusYears(OLDEST))) {
            row.warning(column, "birth.old", Sentence.of("check.birth.old", Contacts.quoted(typed), OLDEST), typed);
        }
        return true;
    }

    /** The first day that the text can mean. */
    static LocalDate first(String iso) {
        return LocalDate.parse(iso.length() == 7 ? iso + "-01" : iso);
    }

    private static void fault(Column column, Fault fault, String typed, Row row) {
        String quoted = Contacts.quoted(typed);
        Sentence example = Sentence.of("check.date.example", column.example());
        switch (fault) {
            case UNREADABLE ->
                row.error(column, "date.unreadable", Sentence.of("check.date.unreadable", quoted, example), typed);
            case NO_SUCH_DAY ->
                row.error(column, "date.nosuchday", Sentence.of("check.date.nosuchday", quoted, example), typed);
            case TWO_DIGIT_YEAR ->
                row.error(column, "date.year", Sentence.of("check.date.year", quoted, example), typed);
            case LUNAR -> row.error(column, "date.lunar", Sentence.of("check.date.lunar", quoted, example), typed);
            case UNKNOWN ->
                row.error(column, "required", Sentence.of("check.required.fault", column.named(), example), typed);
            case YEAR_ONLY -> {
                if (column.required()) {
                    row.error(column, "date.yearonly", Sentence.of("check.date.yearonly", quoted, example), typed);
                } else {
                    row.warning(
                            column, "date.yearonly", Sentence.of("check.date.yearonly.fault", quoted, example), typed);
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
                        Sentence.of("check.year.unreadable", Contacts.quoted(typed), column.example()),
                        typed);
                return;
            }
            row.put(column.field(), value);
            if (OTHER_YEAR.matcher(year.group(2)).find()) {
                row.warning(
                        column,
                        "year.doubtful",
                        Sentence.of("check.year.doubtful", Contacts.quoted(typed), value),
                        typed);
            }
        };
    }
}
