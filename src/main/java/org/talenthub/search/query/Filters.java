package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.access.Areas;
import org.talenthub.access.Extent;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;

/** The filters of each kind, as the contract lists them. */
@Component
public class Filters {

    private static final int EVERY_CODE = 1_000;
    private static final int OPEN_WORDS = 30;
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?");

    /** Stands before a carrier's id in the key of a reporter. */

    private final Labels labels;
    private final Regions regions;
    private final Records records;
    private final Areas areas;
    private final Map<Kind, Map<String, Filter>> byKind = new EnumMap<>(Kind.class);

    Filters(Labels labels, Regions regions, Records records, Areas areas) {
        this.labels = labels;
        this.regions = regions;
        this.records = records;
        this.areas = areas;
        for (Kind kind : Kind.values()) {
            Map<String, Filter> filters = new LinkedHashMap<>();
            Stream.concat(common(kind), own(kind)).forEach(f -> filters.put(f.name(), f));
            byKind.put(kind, filters);
        }
    }

    /** By name, in the order that the screen shows them. */
    public Map<String, Filter> of(Kind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    private Stream<Filter> common(Kind kind) {
        return Stream.of(region(), codes(kind, "industry", "industries"), node(), id());
    }

    private Stream<Filter> own(Kind kind) {
        return switch (kind) {
            case TALENT ->
                Stream.of(
                        codes(kind, "category", "category"),
                        codes(kind, "education", "education"),
                        codes(kind, "degree", "degree"),
                        codes(kind, "titleLevel", "titleLevel"),
                        codes(kind, "skillLevel", "skillLevel"),
                        codes(kind, "mode", "mode"),
                        codes(kind, "availability", "availability"),
                        words("skill", "expertise.key"),
                        carrier(),
                        enterprise("employer"),
                        ageMin(),
                        ageMax(),
                        experienced("experienceMin", (months, c) -> Terms.upTo("graduated", monthNow(c) - months)),
                        experienced("experienceMax", (months, c) -> Terms.from("graduated", monthNow(c) - months - 11)),
                        confirmedSince());
            case DEMAND ->
                Stream.of(
                        codes(kind, "category", "category"),
                        codes(kind, "mode", "mode"),
                        codes(kind, "urgency", "urgency"),
                        codes(kind, "education", "education"),
                        codes(kind, "degree", "degree"),
                        codes(kind, "titleLevel", "titleLevel"),
                        codes(kind, "skillLevel", "skillLevel"),
                        words("skill", "skills.key"),
                        carrier(),
                        enterprise("enterprise"),
                        salaryMin(),
                        new Filter(
                                "salaryMax",
                                null,
                                (values, c) ->
                                        Terms.upTo("salaryMin", number("salaryMax", values.getFirst(), 0, 100_000))),
                        experienceAsked(),
                        open());
            case ENTERPRISE -> Stream.of(codes(kind, "kind", "kinds"), area());
            case BASE, STATION -> Stream.of(codes(kind, "state", "state"), year(), enterprise("host"), base());
            case PLATFORM ->
                Stream.of(
                        codes(kind, "platformType", "platformType"),
                        codes(kind, "level", "level"),
                        year(),
                        enterprise("host"),
                        base());
        };
    }

    private Filter codes(Kind kind, String name, String field) {
        Dictionary dictionary = labels.dictionary(kind.type(), field);
        Filter.Labelling words = each(code -> labels.code(dictionary, code));
        UnaryOperator<String> canonical =
                v -> dictionary.find(v).map(Dictionary.Entry::code).orElse(v);
        return new Filter(name, new Filter.Facet(field, "", canonical, words, List.of(), EVERY_CODE), (values, c) -> {
            List<String> codes = values.stream()
                    .map(v -> dictionary
                            .find(v)
                            .map(Dictionary.Entry::code)
                            .orElseThrow(() -> Filter.unknownValue(name, v)))
                    .toList();
            return Terms.any(field, codes);
        });
    }

    /** A link of an industry chain, found by its words in what the record says of its work. */
    private Filter node() {
        UnaryOperator<String> canonical =
                v -> labels.industries().findNode(v).map(Industries.Node::code).orElse(v);
        Filter.Facet facet = new Filter.Facet("nodes", "", canonical, each(labels::node), List.of(), EVERY_CODE);
        return new Filter(
                "node",
                facet,
                (values, c) -> Terms.any(
                        "nodes",
                        values.stream()
                                .map(v -> labels.industries()
                                        .findNode(v)
                                        .map(Industries.Node::code)
                                        .orElseThrow(() -> Filter.unknownValue("node", v)))
                                .toList()));
    }

    private Filter region() {
        UnaryOperator<String> canonical = v -> regions.find(v).map(Region::code).orElse(v);
        List<String> prefectures =
                regions.prefectures().stream().map(Region::code).toList();
        Filter.Facet facet = new Filter.Facet("region", "", canonical, each(labels::region), prefectures, EVERY_CODE);
        return new Filter(
                "region",
                facet,
                (values, c) -> Terms.any(
                        "region",
                        values.stream()
                                .map(v -> regions.find(v)
                                        .map(Region::code)
                                        .orElseThrow(() -> Filter.unknownValue("region", v)))
                                .toList()));
    }

    private static Filter words(String name, String field) {
        return new Filter(
                name,
                new Filter.Facet(field, "", UnaryOperator.identity(), each(w -> w), List.of(), OPEN_WORDS),
                (values, c) -> Terms.any(field, values));
    }

    private static Filter year() {
        Filter.Facet facet =
                new Filter.Facet("approvedYear", "", UnaryOperator.identity(), each(y -> y), List.of(), EVERY_CODE);
        return new Filter("approvedYear", facet, (values, c) -> {
            values.forEach(v -> number("approvedYear", v, 1900, 2200));
            return Terms.any("approvedYear", values);
        });
    }

    private static Filter id() {
        return new Filter("id", null, (values, c) -> {
            for (String v : values) {
                if (Ids.parse(v).isEmpty()) {
                    throw Filter.unknownValue("id", v);
                }
            }
            return Terms.any("id", values);
        });
    }

    /** An enterprise by id, credit code or exact name; its records are those with its code or exactly its name. */
    private Filter enterprise(String name) {
        return new Filter(name, null, (values, c) -> {
            List<String> codes = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (String v : values) {
                Optional<RecordSnapshot> found = records.find("enterprise", v);
                found.map(RecordSnapshot::name).ifPresentOrElse(names::add, () -> names.add(v));
                Optional.ofNullable(found.map(RecordSnapshot::enterpriseCode).orElse(v))
                        .ifPresent(codes::add);
            }
            return ScopeFilter.ofEnterprises(codes, names);
        });
    }

    /** A station: what it reported. A base: that, and what belongs to the enterprises of its area. */
    private Filter carrier() {
        Filter.Facet facet = new Filter.Facet(
                "reporters",
                Organisation.CARRIER,
                v -> records.find("carrier", v).map(r -> Ids.text(r.id())).orElse(v),
                this::stations,
                List.of(),
                EVERY_CODE);
        return new Filter(
                "carrier",
                facet,
                (values, c) -> any(values.stream().flatMap(v -> {
                    RecordSnapshot carrier = carrier("carrier", v);
                    Query reported = ScopeFilter.extent(new Extent.ReportedBy(Organisation.ofCarrier(carrier.id())));
                    return "BASE".equals(carrier.subtype())
                            ? Stream.of(reported, ScopeFilter.extent(areas.enterprisesOf(carrier.name())))
                            : Stream.of(reported);
                })));
    }

    private RecordSnapshot carrier(String filter, String value) {
        return records.find("carrier", value).orElseThrow(() -> Filter.unknownValue(filter, value));
    }

    /** Only stations: a base's count by reporter would not be the number its filter finds. */
    private Map<String, String> stations(Collection<String> carriers) {
        List<Long> ids =
                carriers.stream().flatMap(c -> Ids.parse(c).stream()).distinct().toList();
        return records.names(ids, "STATION").entrySet().stream()
                .collect(Collectors.toMap(e -> Ids.text(e.getKey()), Map.Entry::getValue));
    }

    /** Enterprises in a base's area. */
    private Filter area() {
        return new Filter(
                "base",
                null,
                (values, c) -> Terms.any(
                        "area.key",
                        values.stream()
                                .map(v -> records.find("carrier", v)
                                        .map(RecordSnapshot::name)
                                        .orElse(v))
                                .toList()));
    }

    /** What is hosted by the enterprises of a base's area. */
    private Filter base() {
        return new Filter(
                "base",
                null,
                (values, c) -> any(values.stream()
                        .map(v -> ScopeFilter.extent(
                                areas.enterprisesOf(carrier("base", v).name())))));
    }

    private static Filter ageMin() {
        return new Filter("ageMin", null, (values, c) -> {
            int age = number("ageMin", values.getFirst(), 0, 150);
            return aged(c, Terms.upTo("birth", monthNow(c) - age * 12), Terms.upTo("birth", year(c, age) + 11));
        });
    }

    private static Filter ageMax() {
        return new Filter("ageMax", null, (values, c) -> {
            int age = number("ageMax", values.getFirst(), 0, 150);
            return aged(c, Terms.from("birth", monthNow(c) - age * 12 - 11), Terms.from("birth", year(c, age)));
        });
    }

    /** Where only the year of birth is shown, only the year decides. */
    private static Query aged(Filter.Circumstances c, Query byMonth, Query byYear) {
        if (c.scope().readableEverywhere(Privacy.PERSONAL)) {
            return byMonth;
        }
        Query shown = c.scope().readable(Privacy.PERSONAL);
        return any(Stream.of(
                Query.of(q -> q.bool(b -> b.filter(shown, byMonth))),
                Query.of(q -> q.bool(b -> b.filter(byYear).mustNot(shown)))));
    }

    /** By the years since graduation, which is personal: where it cannot be read it is not compared either. */
    private static Filter experienced(String name, BiFunction<Integer, Filter.Circumstances, Query> since) {
        return new Filter(name, null, (values, c) -> {
            Query graduated = since.apply(number(name, values.getFirst(), 0, 100) * 12, c);
            return c.scope().where(Privacy.PERSONAL, graduated).orElseGet(() -> Query.of(q -> q.matchNone(n -> n)));
        });
    }

    /** Demands that ask for at most so many years; one that says nothing asks for none. */
    private static Filter experienceAsked() {
        return new Filter(
                "experienceMax",
                null,
                (values, c) -> any(Stream.of(
                        Terms.upTo("experienceYears", number("experienceMax", values.getFirst(), 0, 100)),
                        Query.of(q -> q.bool(b -> b.mustNot(m -> m.exists(e -> e.field("experienceYears"))))))));
    }

    /** People whose entry was confirmed on this day or later; a month counts from its first day. */
    private static Filter confirmedSince() {
        return new Filter("confirmedSince", null, (values, c) -> {
            Matcher m = DAY.matcher(values.getFirst().strip());
            if (!m.matches()) {
                throw Problem.badRequest(
                        "filter.date", "confirmedSince 应为 2026-03 或 2026-03-15 这样的日期，收到的是“" + values.getFirst() + "”。");
            }
            int day = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            return Terms.from(
                    "confirmedOn", Integer.parseInt(m.group(1)) * 10_000 + Integer.parseInt(m.group(2)) * 100 + day);
        });
    }

    private static int monthNow(Filter.Circumstances c) {
        return c.today().getYear() * 12 + c.today().getMonthValue() - 1;
    }

    private static int year(Filter.Circumstances c, int age) {
        return (c.today().getYear() - age) * 12;
    }

    /** Demands whose salary reaches this much, in 10,000 yuan a year; one that is open upwards does. */
    private static Filter salaryMin() {
        return new Filter("salaryMin", null, (values, c) -> {
            int least = number("salaryMin", values.getFirst(), 0, 100_000);
            return any(Stream.of(
                    Terms.from("salaryMax", least),
                    Query.of(q -> q.bool(b -> b.filter(f -> f.exists(e -> e.field("salaryMin")))
                            .mustNot(m -> m.exists(e -> e.field("salaryMax")))))));
        });
    }

    private static Filter open() {
        return new Filter("open", null, (values, c) -> switch (values.getFirst()) {
            case "true", "1" -> ScopeFilter.open(c.today());
            case "false", "0" -> Query.of(q -> q.bool(b -> b.mustNot(ScopeFilter.open(c.today()))));
            default -> throw Filter.unknownValue("open", values.getFirst());
        });
    }

    private static Query any(Stream<Query> queries) {
        List<Query> list = queries.toList();
        return list.size() == 1
                ? list.getFirst()
                : Query.of(q -> q.bool(b -> b.should(list).minimumShouldMatch("1")));
    }

    private static Filter.Labelling each(Function<String, String> label) {
        return values -> values.stream().distinct().collect(Collectors.toMap(v -> v, label));
    }

    /** @throws Problem 400 */
    private static int number(String name, String text, int least, int most) {
        try {
            int n = Integer.parseInt(text.strip());
            if (n >= least && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.badRequest("filter.number", name + " 应为 " + least + " 到 " + most + " 的整数，收到的是“" + text + "”。");
    }
}
