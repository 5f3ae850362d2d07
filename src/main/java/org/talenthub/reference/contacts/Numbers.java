package org.talenthub.reference.contacts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.IdNumbers;

/** Phones and resident numbers by their digits alone, however they are grouped. */
final class Numbers {

    /** Fewer digits are nothing without a word that says what they are. */
    static final int LEAST = 10;

    /** Digits of a resident number before its check character. */
    private static final int LONG_ID = 17;

    private static final int SHORT_ID = 15;
    private static final int LONGEST = 20;

    /** Area codes of China, without the trunk's 0. */
    private static final String AREA =
            "(?:10|2[0-57-9]|3(?:1\\d|35|49|5\\d|7[0-79]|9[1-8])|4(?:1[124-9]|2[179]|3\\d|5[1-9]|6[4789]|7\\d|8[23])"
                    + "|5(?:1\\d|2[37]|3\\d|4[36]|5\\d|6[1-6]|7\\d|80|9[1-9])|6(?:3[1-5]|6[0238]|9[12])"
                    + "|7(?:01|1\\d|2[2248]|3\\d|4[3-6]|5\\d|6[02368]|7\\d|9\\d)|8(?:1[23678]|2[567]|3\\d|5[1-9]|7\\d|8[3678]|9[1-8])"
                    + "|9(?:0[1-3679]|1\\d|3\\d|4[13]|5[1-5]|7\\d|9\\d))";

    private static final Pattern MOBILE = Pattern.compile("(?:(?:00)?86)?0?(1[3-9]\\d{9})");
    private static final Pattern LANDLINE = Pattern.compile("0(" + AREA + ")([2-9]\\d{6,7})");
    private static final Pattern FROM_ABROAD = Pattern.compile("(?:00)?860?(" + AREA + ")([2-9]\\d{6,7})");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern ABROAD = Pattern.compile("00(?:852|853|886|1|44|49|33|61|65|81|82)\\d{7,10}");

    /** The first two digits of resident numbers. */
    private static final Set<Integer> PROVINCES = Set.of(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83, 91, 92, 93, 94, 95, 96, 97, 98);

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DATES = Pattern.compile(
            "(?:(?:19|20)\\d\\d,(?:0?[1-9]|1[0-2]),(?:(?:0?[1-9]|[12]\\d|3[01]),)?)+(?:(?:19|20)\\d\\d,)?");
    private static final Pattern EXTENSION = Pattern.compile("[ -]{0,3}(?:转|分机|ext\\.?|#|-)[ :]?\\d{1,6}(?!\\d)");

    /** A second number that has the area code from the first: 027-87654321/87654322. */
    private static final Pattern ANOTHER = Pattern.compile(" ?[/、,;或] ?[2-9]\\d{2,3}[ -]?\\d{4}(?!\\d)");

    private final Folded text;
    private final Surroundings around;

    Numbers(Folded text) {
        this.text = text;
        this.around = new Surroundings(text);
    }

    List<Contact> find() {
        List<Contact> found = new ArrayList<>();
        for (NumberRun run : NumberRun.of(text, LEAST)) {
            int g = 0;
            while (g < run.size()) {
                int next = g + 1;
                // a part of a document number may look like an older one, or like a phone
                for (int least : new int[] {LONG_ID, SHORT_ID, LEAST}) {
                    int to = to(run, g, least, found);
                    if (to > 0) {
                        next = to;
                        break;
                    }
                }
                g = next;
            }
        }
        return found;
    }

    /** The group behind what was found; 0 for nothing. */
    private int to(NumberRun run, int from, int least, List<Contact> found) {
        for (int to = from + 1; to <= run.size() && run.start(to) - run.start(from) <= LONGEST; to++) {
            int length = run.start(to) - run.start(from);
            Contact c = length < least
                    ? null
                    : least == LEAST ? phone(run, from, to) : document(run, from, to, length, least);
            if (c != null) {
                found.add(c);
                return to;
            }
        }
        return 0;
    }

    private @Nullable Contact document(NumberRun run, int from, int to, int length, int least) {
        String digits = run.digits(from, to);
        int end = run.end(to);
        if (least == LONG_ID && length == LONG_ID) {
            int x = end;
            while (x < end + NumberRun.MOST_BETWEEN && NumberRun.BETWEEN.indexOf(text.at(x)) >= 0) {
                x++;
            }
            if (text.at(x) != 'x' || text.letter(x + 1) || text.digit(x + 1)) {
                return null;
            }
            digits += "X";
            end = x + 1;
        } else if (length != (least == LONG_ID ? LONG_ID + 1 : SHORT_ID)) {
            return null;
        }
        if (!resident(digits, run.from(from), end, to - from)) {
            return null;
        }
        return text.contact(ContactKind.RESIDENT_ID, run.from(from), end, digits);
    }

    /** The check digit tells; without a right one region and birth date have to be possible, and nothing may speak against it. */
    private boolean resident(String number, int from, int end, int groups) {
        boolean old = number.length() == SHORT_ID;
        boolean date =
                old ? number.charAt(6) >= '2' && date("19" + number.substring(6, 12)) : date(number.substring(6, 14));
        if (!PROVINCES.contains(Integer.parseInt(number, 0, 2, 10)) || !date) {
            return false;
        }
        boolean credit = !old && CreditCodes.check(number) == CreditCodes.Result.VALID;
        boolean right = !old && IdNumbers.check(number, LocalDate.MAX) instanceof IdNumbers.Valid;
        // 9 begins the codes of enterprises, and few numbers of people
        return (right && !(credit && number.charAt(0) == '9')) || (!credit && !around.code(from, end, groups));
    }

    private static boolean date(String digits) {
        try {
            LocalDate birth = LocalDate.of(
                    Integer.parseInt(digits, 0, 4, 10),
                    Integer.parseInt(digits, 4, 6, 10),
                    Integer.parseInt(digits, 6, 8, 10));
            return birth.getYear() >= 1900 && birth.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private @Nullable Contact phone(NumberRun run, int from, int to) {
        String digits = run.digits(from, to);
        int start = run.from(from);
        int end = run.end(to);
        boolean abroad = text.at(start - 1) == '+' && !text.letter(start - 2) && !text.digit(start - 2);
        boolean home = !abroad || digits.startsWith("86");
        Matcher mobile = MOBILE.matcher(digits);
        if (home && mobile.matches() && prefixed(run, from, to, digits.length() - 11)) {
            return told(run, from, to, ContactKind.MOBILE, end, mobile.group(1));
        }
        Matcher landline = (abroad || digits.startsWith("0086") || digits.startsWith("86") ? FROM_ABROAD : LANDLINE)
                .matcher(digits);
        if (landline.matches() && grouped(run, from, to, digits, landline) && !goesOn(run, from, to, landline)) {
            return told(
                    run,
                    from,
                    to,
                    ContactKind.LANDLINE,
                    extended(end),
                    "0" + landline.group(1) + "-" + landline.group(2));
        }
        if (!home && digits.length() <= 15 && to == run.size()) {
            return told(run, from, to, ContactKind.LANDLINE, extended(end), "+" + digits);
        }
        boolean service = SERVICE.matcher(digits).matches();
        return service || (to - from > 1 && ABROAD.matcher(digits).matches())
                ? told(run, from, to, ContactKind.LANDLINE, extended(end), digits)
                : null;
    }

    private @Nullable Contact told(NumberRun run, int from, int to, ContactKind kind, int end, String value) {
        int start = run.from(from);
        return measured(run, from, to) || around.code(start, end, to - from)
                ? null
                : text.contact(kind, begin(start, end), end, value);
    }

    /** +86 and the like stand by themselves, or together with all of the number. */
    private static boolean prefixed(NumberRun run, int from, int to, int prefix) {
        if (prefix == 0) {
            return true;
        }
        int digits = 0;
        for (int g = from; g < to && digits < prefix; g++) {
            digits += run.group(g).length();
        }
        return digits == prefix || run.group(from).length() >= prefix + 3;
    }

    /** The area code is a group, or begins one; what follows is not a year and a number. */
    private static boolean grouped(NumberRun run, int from, int to, String digits, Matcher landline) {
        int code = landline.end(1);
        int first = run.group(from).length();
        boolean apart = false;
        for (int g = from; g < to; g++) {
            int start = run.start(g) - run.start(from);
            apart |= start == code;
            boolean year = YEAR.matcher(run.digits(g, g + 1)).matches();
            if (start >= code && year && (landline.group(2).length() == 7 || years(run, g, to))) {
                return false;
            }
        }
        return apart || first > code || digits.startsWith("86") || digits.startsWith("0086");
    }

    /** Seven digits of eight, where they are written apart: 0 5 7 1 8 7 6 5 4 3 2 1. */
    private static boolean goesOn(NumberRun run, int from, int to, Matcher landline) {
        boolean city = landline.group(1).length() == 2;
        return landline.group(2).length() == 7
                && (city || (to < run.size() && run.group(to).length() == 1 && to - from > landline.end(1)));
    }

    private static boolean years(NumberRun run, int from, int to) {
        return to - from == 2 && YEAR.matcher(run.digits(from + 1, to)).matches();
    }

    /** Dates, addresses of computers, and numbers that end in noughts are no phone. */
    private boolean measured(NumberRun run, int from, int to) {
        if (to - from == 1) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        boolean round = true;
        boolean address = to - from == 4;
        for (int g = from; g < to; g++) {
            String digits = run.digits(g, g + 1);
            all.append(digits).append(',');
            round &= digits.length() > 2 && digits.endsWith("00");
            address &= digits.length() <= 3
                    && (digits.length() == 1 || digits.charAt(0) != '0')
                    && Integer.parseInt(digits) < 256
                    && (g == from || run.between(g - 1, g) == '.');
        }
        return round || address || DATES.matcher(all).matches();
    }

    /** A plus before the number belongs to it, and a bracket that closes within it. */
    private int begin(int from, int end) {
        int start = text.at(from - 1) == '+' ? from - 1 : from;
        int bracket = from;
        while (bracket < end && text.at(bracket) != '(' && text.at(bracket) != ')') {
            bracket++;
        }
        boolean closed = bracket < end && text.at(bracket) == ')';
        return closed && text.at(start - 1) == '(' ? start - 1 : start;
    }

    private int extended(int end) {
        int to = end;
        for (Pattern more : new Pattern[] {EXTENSION, ANOTHER}) {
            Matcher m = more.matcher(text.text()).region(to, text.length());
            to = m.lookingAt() ? m.end() : to;
        }
        return to;
    }
}
