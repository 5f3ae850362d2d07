package org.talenthub.reference.standards;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.standards.Dates.Doubt;
import org.talenthub.reference.standards.Dates.Fault;
import org.talenthub.reference.standards.Dates.Found;
import org.talenthub.reference.standards.Dates.Reading;

/** Dates that programs write out: moments with a zone, months by their English names, the year last; and those in Chinese numerals. */
final class WordedDates {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final String CLOCK = "(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)?";
    private static final String ZONE = " ?(Z|(?:UTC|GMT)?[+-]\\d{1,2}:?(?:\\d{2})?|UTC|GMT)(?: ?\\(.*\\))?";

    /** A moment whose zone was cut off. */
    private static final Pattern BARE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[Tt ](\\d{2}):00:00(?:\\.0+)?");

    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[Tt ]" + CLOCK + ZONE, Pattern.CASE_INSENSITIVE);
    /** As scripts print a moment: Fri Mar 01 1985 00:00:00 GMT+0800 (中国标准时间). */
    private static final Pattern SCRIPTED =
            Pattern.compile("[A-Za-z]{3} ([A-Za-z]{3}) (\\d{1,2}) (\\d{4}) " + CLOCK + ZONE, Pattern.CASE_INSENSITIVE);
    /** As letters are dated: Thu, 28 Feb 1985 16:00:00 GMT. */
    private static final Pattern POSTED =
            Pattern.compile("[A-Za-z]{3}, (\\d{1,2}) ([A-Za-z]{3}) (\\d{4}) " + CLOCK + ZONE, Pattern.CASE_INSENSITIVE);
    /** As Java prints one: Fri Mar 01 00:00:00 CST 1985; the zone is the printing machine's, and CST is China's too. */
    private static final Pattern PRINTED =
            Pattern.compile("[A-Za-z]{3} ([A-Za-z]{3}) (\\d{1,2}) " + CLOCK + " ([A-Z]{3,4}) (\\d{4})");

    private static final String NAME = "([A-Za-z]{3,9})";
    private static final String BETWEEN = "[-/., ']+";
    private static final Pattern MONTH_YEAR = Pattern.compile(NAME + BETWEEN + "(\\d{4}|\\d{2})");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?" + BETWEEN + NAME + BETWEEN + "(\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile(NAME + BETWEEN + "(\\d{1,2})(?:st|nd|rd|th)?" + BETWEEN + "(\\d{4})");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(\\d{4})" + BETWEEN + NAME + "(?:" + BETWEEN + "(\\d{1,2}))?");

    private static final Pattern YEAR_LAST =
            Pattern.compile("(?:(\\d{1,2})[-/.])?(\\d{1,2})[-/.](\\d{4})(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Pattern LUNAR = Pattern.compile(".*(农历|阴历|旧历|夏历|正月|冬月|腊月|闰|初[一二三四五六七八九十]).*");
    private static final String NUMERALS = "〇零○一二三四五六七八九";
    private static final String OFFICIAL = "零零零壹贰叁肆伍陆柒捌玖";
    private static final Pattern NUMERAL = Pattern.compile("[〇零○一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]+|元(?=月)");

    private WordedDates() {}

    /** Null when the text is of another kind. */
    static @Nullable Reading read(String text, int from, int to) {
        boolean letters = false;
        boolean wide = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            wide |= c >= 0x7f;
        }
        if (wide && LUNAR.matcher(text).matches()) {
            return Fault.LUNAR;
        }
        if (!letters && text.indexOf(':') < 0) {
            return null;
        }
        try {
            Reading moment = moment(text);
            return moment == null ? named(text, from, to) : moment;
        } catch (DateTimeException e) {
            return Fault.NO_SUCH_DAY;
        }
    }

    private static @Nullable Reading moment(String text) {
        Matcher m = BARE.matcher(text);
        if (m.matches() && eveningOfUtc(m)) {
            LocalDate day = date(number(m, 1), number(m, 2), number(m, 3));
            return new Found(day.toString(), Doubt.EVENING, day.plusDays(1).toString());
        }
        m = MOMENT.matcher(text);
        if (m.matches()) {
            return here(date(number(m, 1), number(m, 2), number(m, 3)), m.group(4), m.group(5));
        }
        m = SCRIPTED.matcher(text);
        if (m.matches()) {
            return here(date(number(m, 3), month(m.group(1)), number(m, 2)), m.group(4), m.group(5));
        }
        m = POSTED.matcher(text);
        if (m.matches()) {
            return here(date(number(m, 3), month(m.group(2)), number(m, 1)), m.group(4), m.group(5));
        }
        m = PRINTED.matcher(text);
        if (m.matches()) {
            String zone = m.group(4);
            return here(
                    date(number(m, 5), month(m.group(1)), number(m, 2)),
                    m.group(3),
                    zone.equals("UTC") || zone.equals("GMT") ? zone : null);
        }
        return null;
    }

    /** Whether it is midnight in China, in summer time too, for who wrote the time of UTC. */
    private static boolean eveningOfUtc(Matcher m) {
        LocalDateTime at = date(number(m, 1), number(m, 2), number(m, 3)).atTime(number(m, 4) % 24, 0);
        return at.getHour() >= 15
                && at.atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(HERE)
                        .toLocalTime()
                        .equals(LocalTime.MIDNIGHT);
    }

    /** The day in China; doubtful where neither there nor in the other zone it is midnight, which a date without a time becomes. */
    private static Reading here(LocalDate day, String clock, @Nullable String zone) {
        LocalTime time = LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock);
        LocalDateTime there = day.atTime(time);
        LocalDateTime here = zone == null
                ? there
                : there.atOffset(offset(zone)).atZoneSameInstant(HERE).toLocalDateTime();
        boolean plain = here.toLocalDate().equals(day) || here.toLocalTime().equals(LocalTime.MIDNIGHT);
        String iso = here.toLocalDate().toString();
        return plain ? Found.certain(iso) : new Found(iso, Doubt.ELSEWHERE, day.toString());
    }

    private static ZoneOffset offset(String zone) {
        String digits = zone.toUpperCase(Locale.ROOT).replaceAll("UTC|GMT|:", "");
        if (digits.isEmpty() || digits.equals("Z")) {
            return ZoneOffset.UTC;
        }
        int number = Integer.parseInt(digits.substring(1));
        int minutes = digits.length() <= 3 ? number * 60 : number / 100 * 60 + number % 100;
        return ZoneOffset.ofTotalSeconds((digits.charAt(0) == '-' ? -60 : 60) * minutes);
    }

    private static @Nullable Reading named(String text, int from, int to) {
        Matcher m = MONTH_YEAR.matcher(text);
        if (m.matches() && known(m.group(1))) {
            return dated(m.group(2), month(m.group(1)), 0, from, to);
        }
        m = DAY_MONTH_YEAR.matcher(text);
        if (m.matches() && known(m.group(2))) {
            return dated(m.group(3), month(m.group(2)), number(m, 1), from, to);
        }
        m = MONTH_DAY_YEAR.matcher(text);
        if (m.matches() && known(m.group(1))) {
            return Dates.day(number(m, 3), month(m.group(1)), number(m, 2));
        }
        m = YEAR_MONTH_DAY.matcher(text);
        if (m.matches() && known(m.group(2))) {
            return Dates.day(number(m, 1), month(m.group(2)), m.group(3) == null ? 0 : number(m, 3));
        }
        return null;
    }

    /** A year of two digits is the one in the range; the other century's is told. */
    private static Reading dated(String year, int month, int day, int from, int to) {
        int written = Integer.parseInt(year);
        if (year.length() == 4) {
            return Dates.day(written, month, day);
        }
        int meant = from - from % 100 + written;
        meant = meant < from ? meant + 100 : meant;
        if (meant > to || !(Dates.day(meant, month, day) instanceof Found found)) {
            return Fault.TWO_DIGIT_YEAR;
        }
        int other = meant < 2000 ? meant + 100 : meant - 100;
        return new Found(found.iso(), Doubt.SHORT_YEAR, other + found.iso().substring(4));
    }

    /** 3/12/1985: month and day in whatever order, told apart only where one of them is more than twelve; 3/1985. */
    static @Nullable Reading yearLast(String text) {
        Matcher m = YEAR_LAST.matcher(text);
        if (!m.matches()) {
            return null;
        }
        int year = number(m, 3);
        int second = number(m, 2);
        if (m.group(1) == null) {
            return Dates.month(year, second, false);
        }
        int first = number(m, 1);
        Reading american = Dates.day(year, first, second);
        Reading european = Dates.day(year, second, first);
        return american instanceof Found a && european instanceof Found e && !a.equals(e)
                ? new Dates.Ambiguous(a.iso(), e.iso())
                : american instanceof Found ? american : european;
    }

    private static boolean known(String name) {
        return month(name) > 0;
    }

    /** 1 to 12 of a month's name or its beginning; 0 of another word. */
    private static int month(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (key.length() >= 3 && MONTHS.get(i).startsWith(key)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static LocalDate date(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** The same with Chinese numerals as digits: 一九八五年十二月 is 1985年12月. */
    static String inDigits(String text) {
        boolean any = false;
        for (int i = 0; i < text.length() && !any; i++) {
            char c = text.charAt(i);
            any = c == '元' || c == '十' || c == '廿' || c == '卅' || c == '拾' || digit(c) >= 0;
        }
        return any ? NUMERAL.matcher(text).replaceAll(r -> digits(r.group())) : text;
    }

    private static String digits(String numeral) {
        if (numeral.equals("元")) {
            return "1";
        }
        int tens = -1;
        for (int i = 0; i < numeral.length() && tens < 0; i++) {
            tens = "十拾廿卅".indexOf(numeral.charAt(i)) >= 0 ? i : -1;
        }
        if (tens < 0) {
            StringBuilder digits = new StringBuilder(numeral.length());
            numeral.chars().forEach(c -> digits.append(digit((char) c)));
            return digits.toString();
        }
        char ten = numeral.charAt(tens);
        boolean spoken = tens <= 1 && numeral.length() - tens <= 2 && (tens == 0 || ten == '十' || ten == '拾');
        if (!spoken) {
            return numeral;
        }
        int before = ten == '廿' ? 2 : ten == '卅' ? 3 : tens == 0 ? 1 : digit(numeral.charAt(0));
        int behind = tens + 1 < numeral.length() ? digit(numeral.charAt(tens + 1)) : 0;
        return before < 0 || behind < 0 ? numeral : String.valueOf(before * 10 + behind);
    }

    private static int digit(char c) {
        int at = NUMERALS.indexOf(c);
        at = at < 0 ? OFFICIAL.indexOf(c, 2) : at;
        return at < 0 ? -1 : Math.max(0, at - 2);
    }
}
