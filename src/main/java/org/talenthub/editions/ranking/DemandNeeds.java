package org.talenthub.editions.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.HubTime;
import org.talenthub.demand.Headcount;
import org.talenthub.editions.needs.Need;
import org.talenthub.editions.needs.Need.Asked;
import org.talenthub.editions.needs.Need.Span;
import org.talenthub.matching.Fits;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.views.EarlierReports;
import org.talenthub.reference.standards.OrganisationKey;

/** Reads the pool's demands as needs, as they stood on a day. */
@Component
class DemandNeeds {

    private static final String DEMAND = "demand";
    private static final String CHALLENGE = "CHALLENGE";
    private static final int AT_ONCE = 1_000;

    private final Records records;
    private final EarlierReports reports;
    private final Fits fits;

    DemandNeeds(Records records, EarlierReports reports, Fits fits) {
        this.records = records;
        this.reports = reports;
        this.fits = fits;
    }

    /** Every demand that was known on that day, lapsed ones too. */
    List<Need> on(LocalDate day) {
        List<Need> known = new ArrayList<>();
        List<RecordSnapshot> next = records.after(DEMAND, 0, AT_ONCE);
        while (!next.isEmpty()) {
            known.addAll(read(next, day));
            next = records.after(DEMAND, next.getLast().id(), AT_ONCE);
        }
        return known;
    }

    private List<Need> read(List<RecordSnapshot> demands, LocalDate day) {
        Map<Long, List<EarlierReports.Said>> said = new HashMap<>();
        reports.of(demands.stream().map(RecordSnapshot::id).toList())
                .forEach(s ->
                        said.computeIfAbsent(s.record(), r -> new ArrayList<>()).add(s));
        Map<Long, Map<String, List<String>>> conditions = fits.conditions(demands.stream()
                .map(r -> r.told(
                        r.name(),
                        r.enterpriseName(),
                        r.enterpriseCode(),
                        then(r, said.getOrDefault(r.id(), List.of()), day)))
                .toList());
        List<Need> known = new ArrayList<>();
        for (RecordSnapshot r : demands) {
            List<EarlierReports.Said> of = said.getOrDefault(r.id(), List.of());
            List<Span> spans = spans(r, of, day);
            if (!spans.isEmpty()) {
                known.add(need(r, then(r, of, day), conditions.getOrDefault(r.id(), Map.of()), spans, day));
            }
        }
        return known;
    }

    /** What was said by that day: in a year that is past, the last report of then. */
    private static Fields then(RecordSnapshot r, List<EarlierReports.Said> said, LocalDate day) {
        if (day.getYear() >= HubTime.today().getYear()) {
            return r.fields();
        }
        return said.stream()
                .filter(s -> span(s.fields(), Objects.requireNonNullElse(s.at(), r.createdAt()), day) != null)
                .reduce((a, b) -> b)
                .map(EarlierReports.Said::fields)
                .orElse(r.fields());
    }

    private static Need need(
            RecordSnapshot r, Fields f, Map<String, List<String>> conditions, List<Span> spans, LocalDate day) {
        int heads = Headcount.asked(f);
        int filled = Headcount.filled(f, 0);
        return new Need(
                r.id(),
                r.enterpriseCode() != null
                        ? r.enterpriseCode()
                        : OrganisationKey.of(Objects.requireNonNullElse(r.enterpriseName(), "")),
                Objects.requireNonNullElse(r.enterpriseName(), ""),
                r.name(),
                f.text("mode").filter(CHALLENGE::equals).isPresent(),
                Set.copyOf(f.list("industries")),
                f.list("skills"),
                new Asked(
                        f.text("education").orElse(null),
                        f.text("degree").orElse(null),
                        f.text("titleLevel").orElse(null),
                        f.text("skillLevel").orElse(null),
                        f.number("experienceYears").orElse(null),
                        f.number("salaryMax").orElse(null)),
                conditions,
                heads,
                filled,
                r.region(),
                filled < heads && holds(f, day),
                spans);
    }

    /** No end is given, or it has not passed. */
    private static boolean holds(Fields f, LocalDate day) {
        return f.text("validUntil").map(d -> !last(d).isBefore(day)).orElse(true);
    }

    /**
     * Each report holds from the year that it was made in, or its end if that was sooner: sheets of past years are brought in later. It
     * holds to its end, or without one as long as the demand stands.
     */
    private static List<Span> spans(RecordSnapshot r, List<EarlierReports.Said> said, LocalDate day) {
        List<Span> spans = said.stream()
                .map(s -> span(s.fields(), Objects.requireNonNullElse(s.at(), r.createdAt()), day))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        if (said.isEmpty()) {
            Span own = span(r.fields(), r.createdAt(), day);
            if (own != null) {
                spans.add(own);
            }
        }
        return spans;
    }

    private static @Nullable Span span(Fields f, Instant at, LocalDate day) {
        int reported = at.atZone(HubTime.ZONE).getYear();
        int until = f.text("validUntil").map(d -> last(d).getYear()).orElse(Integer.MAX_VALUE);
        int from = Math.min(reported, until);
        if (from > day.getYear()) {
            return null;
        }
        boolean unmet = Headcount.filled(f, 0) < Headcount.asked(f);
        return new Span(from, Math.min(until, day.getYear()), unmet);
    }

    /** Of a month or year its last day. */
    static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }
}
