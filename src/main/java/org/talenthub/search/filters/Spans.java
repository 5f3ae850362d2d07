package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Privacy;

/** The filters that bound something: ages, years, months, days, salaries. Each takes one value. */
public final class Spans {

    private static final int MOST_SALARY = 100_000;
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})月?(?:[-/.]?(\\d{1,2})日?)?)?年?");

    private Spans() {}

    public static Filter ageMin() {
        return new Filter("ageMin", null, (values, c) -> {
            int age = number("ageMin", one("ageMin", values), 0, 150);
            return aged(c, Terms.upTo("birth", monthNow(c) - age * 12), Terms.upTo("birth", year(c, age) + 11));
        });
    }

    public static Filter ageMax() {
        return new Filter("ageMax", null, (values, c) -> {
            int age = number("ageMax", one("ageMax", values), 0, 150);
            return aged(c, Terms.from("birth", monthNow(c) - age * 12 - 11), Terms.from("birth", year(c, age)));
        });
    }

    /** Born in this year or month, or later. */
    public static Filter bornFrom() {
        return new Filter("birthFrom", null, (values, c) -> {
            Day day = day("birthFrom", values);
            return aged(c, Terms.from("birth", day.firstMonth()), Terms.from("birth", day.year * 12));
        });
    }

    public static Filter bornTo() {
        return new Filter("birthTo", null, (values, c) -> {
            Day day = day("birthTo", values);
            return aged(c, Terms.upTo("birth", day.lastMonth()), Terms.upTo("birth", day.year * 12 + 11));
        });
    }

    /** Where only the year of birth is shown, only the year decides. */
    private static Query aged(Filter.Circumstances c, Query byMonth, Query byYear) {
        List<Query> where = c.scope().readable(Privacy.PERSONAL, List.of("birth"));
        if (where.isEmpty()) {
            return byMonth;
        }
        Query shown = Query.of(q -> q.bool(b -> b.filter(where)));
        Query inside = Query.of(q -> q.bool(b -> b.filter(shown, byMonth)));
        return c.scope().readableEverywhere(Privacy.PERSONAL)
                ? inside
                : Terms.either(Stream.of(
                        inside, Query.of(q -> q.bool(b -> b.filter(byYear).mustNot(shown)))));
    }

    public static Filter experienceMin() {
        return experienced("experienceMin", (months, c) -> Terms.upTo("graduated", monthNow(c) - months));
    }

    public static Filter experienceMax() {
        return experienced("experienceMax", (months, c) -> Terms.from("graduated", monthNow(c) - months - 11));
    }

    /** By the years since graduation, which is personal: where it cannot be read it is not compared either. */
    private static Filter experienced(String name, BiFunction<Integer, Filter.Circumstances, Query> since) {
        return new Filter(
                name,
                null,
                (values, c) -> c.readable(
                        Privacy.PERSONAL, "graduated", since.apply(number(name, one(name, values), 0, 100) * 12, c)));
    }

    public static Filter graduatedFrom() {
        return new Filter(
                "graduatedFrom",
                null,
                (values, c) -> c.readable(
                        Privacy.PERSONAL,
                        "graduated",
                        Terms.from("graduated", day("graduatedFrom", values).firstMonth())));
    }

    public static Filter graduatedTo() {
        return new Filter(
                "graduatedTo",
                null,
                (values, c) -> c.readable(
                        Privacy.PERSONAL,
                        "graduated",
                        Terms.upTo("graduated", day("graduatedTo", values).lastMonth())));
    }

    /** People whose entry was confirmed on this day or later; a month counts from its first day. */
    public static Filter confirmedSince() {
        return new Filter(
                "confirmedSince",
                null,
                (values, c) ->
                        Terms.from("confirmedOn", day("confirmedSince", values).firstNumber()));
    }

    /** Demands that want somebody there on this day or later. */
    public static Filter arriveFrom() {
        return new Filter(
                "arriveFrom",
                null,
                (values, c) -> Terms.from("arriveBy", day("arriveFrom", values).firstNumber()));
    }

    /** Lapses by that day; what has no end never does. */
    public static Filter validTo() {
        return new Filter(
                "validTo",
                null,
                (values, c) -> Terms.upTo("validUntil", day("validTo", values).lastNumber()));
    }

    public static Filter arriveTo() {
        return new Filter(
                "arriveTo",
                null,
                (values, c) -> Terms.upTo("arriveBy", day("arriveTo", values).lastNumber()));
    }

    /** In the pool since this day or later, the hub's own day. */
    public static Filter since() {
        return moment("since", "createdAt");
    }

    /** Changed on this day or later. */
    public static Filter changedSince() {
        return moment("changedSince", "updatedAt");
    }

    /** Not changed on this day or later: with {@link #changedSince} of the same day everything. */
    public static Filter unchangedSince() {
        return new Filter("unchangedSince", null, (values, c) -> {
            Instant start = day("unchangedSince", values)
                    .first()
                    .atStartOfDay(HubTime.ZONE)
                    .toInstant();
            return Query.of(q ->
                    q.range(r -> r.date(d -> d.field("updatedAt").lt(String.valueOf(start.toEpochMilli())))));
        });
    }

    private static Filter moment(String name, String field) {
        return new Filter(name, null, (values, c) -> {
            Instant start = day(name, values).first().atStartOfDay(HubTime.ZONE).toInstant();
            return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gte(String.valueOf(start.toEpochMilli())))));
        });
    }

    /** Demands whose salary reaches this much, in 10,000 yuan a year; one that is open upwards does. */
    public static Filter salaryMin() {
        return new Filter("salaryMin", null, (values, c) -> {
            int least = number("salaryMin", one("salaryMin", values), 0, MOST_SALARY);
            return Terms.either(Stream.of(
                    Terms.from("salaryMax", least),
                    Query.of(q -> q.bool(b -> b.filter(f -> f.exists(e -> e.field("salaryMin")))
                            .mustNot(m -> m.exists(e -> e.field("salaryMax")))))));
        });
    }

    public static Filter salaryMax() {
        return new Filter(
                "salaryMax",
                null,
                (values, c) -> Terms.upTo("salaryMin", number("salaryMax", one("salaryMax", values), 0, MOST_SALARY)));
    }

    public static Filter experienceAskedMin() {
        return new Filter(
                "experienceMin",
                null,
                (values, c) ->
                        Terms.from("experienceYears", number("experienceMin", one("experienceMin", values), 0, 100)));
    }

    /** Demands that ask for at most so many years; one that says nothing asks for none. */
    public static Filter experienceAskedMax() {
        return new Filter(
                "experienceMax",
                null,
                (values, c) -> Terms.either(Stream.of(
                        Terms.upTo("experienceYears", number("experienceMax", one("experienceMax", values), 0, 100)),
                        Query.of(q -> q.bool(b -> b.mustNot(m -> m.exists(e -> e.field("experienceYears"))))))));
    }

    /**
     * Bounds of which the lower is above the upper find nobody, which should not look like an answer.
     *
     * @throws Problem 400
     */
    public static void crossing(Map<String, List<String>> filters) {
        filters.forEach((name, values) -> {
            if (name.endsWith("Min")) {
                String upper = name.substring(0, name.length() - "Min".length()) + "Max";
                List<String> most = filters.getOrDefault(upper, List.of());
                if (most.size() == 1
                        && values.size() == 1
                        && number(name, values.getFirst(), 0, MOST_SALARY)
                                > number(upper, most.getFirst(), 0, MOST_SALARY)) {
                    throw Problem.badRequest(
                            "filter.crossing",
                            Sentence.of("refused.filter.crossing", name, values.getFirst(), upper, most.getFirst()));
                }
            }
        });
    }

    private static int monthNow(Filter.Circumstances c) {
        return c.today().getYear() * 12 + c.today().getMonthValue() - 1;
    }

    private static int year(Filter.Circumstances c, int age) {
        return (c.today().getYear() - age) * 12;
    }

    /** The one value of a filter that bounds something; which of two would hold nobody can tell. */
    public static String one(String name, List<String> values) {
        if (values.size() > 1) {
            throw Problem.badRequest("filter.twice", Sentence.of("refused.filter.twice", name, Sentence.list(values)));
        }
        return values.getFirst();
    }

    /** @throws Problem 400 */
    public static int number(String name, String text, int least, int most) {
        try {
            int n = Integer.parseInt(text.strip());
            if (n >= least && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.badRequest("filter.number", Sentence.of("refused.filter.number", name, least, most, text));
    }

    /** A year, a month or a day that exists. */
    record Day(int year, int month, int day) {

        LocalDate first() {
            return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
        }

        /** As months are indexed: year × 12 + month − 1. */
        int firstMonth() {
            return year * 12 + Math.max(1, month) - 1;
        }

        int lastMonth() {
            return year * 12 + (month == 0 ? 12 : month) - 1;
        }

        /** As days are indexed: yyyymmdd, 99 for the end of a month or year. */
        int firstNumber() {
            return year * 10_000 + month * 100 + day;
        }

        int lastNumber() {
            return year * 10_000 + (month == 0 ? 99 : month) * 100 + (day == 0 ? 99 : day);
        }
    }

    /** @throws Problem 400 for what is no date, 13 月 and 2 月 30 日 included */
    static Day day(String name, List<String> values) {
        String text = one(name, values);
        Matcher m = DATE.matcher(text.strip());
        if (m.matches()) {
            Day day = new Day(
                    Integer.parseInt(m.group(1)),
                    m.group(2) == null ? 0 : Integer.parseInt(m.group(2)),
                    m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
            try {
                if (day.year >= 1900 && day.year <= 2200 && (m.group(2) == null || day.month > 0)) {
                    LocalDate.of(day.year, Math.max(1, day.month), m.group(3) == null ? 1 : day.day);
                    return day;
                }
            } catch (DateTimeException e) {
                // told below
            }
        }
        throw Problem.badRequest("filter.date", Sentence.of("refused.filter.date", name, text));
    }
}
