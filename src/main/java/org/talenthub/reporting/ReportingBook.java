package org.talenthub.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Facts;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** The calendar as a viewer may see it: of the carriers whose batches he may read. */
@Component
@Transactional(readOnly = true)
public class ReportingBook {

    private final ReportingMonths months;
    private final ReportingCalendar calendar;
    private final Records records;
    private final Rights rights;

    ReportingBook(ReportingMonths months, ReportingCalendar calendar, Records records, Rights rights) {
        this.months = months;
        this.calendar = calendar;
        this.records = records;
        this.rights = rights;
    }

    /**
     * One carrier's month.
     *
     * @param subtype BASE or STATION
     * @param region GB/T 2260 code
     * @param cameAt when its first report was committed, null while none was
     * @param rows of all its reports that count
     */
    public record Entry(
            long carrier,
            String name,
            @Nullable String subtype,
            @Nullable String region,
            String month,
            LocalDate dueOn,
            ReportingState state,
            @Nullable Instant cameAt,
            int rows,
            int batches) {}

    /**
     * Which months are asked for.
     *
     * @param month null for all
     * @param states empty for all
     * @param carrier record id, null for all
     */
    public record Asked(
            @Nullable YearMonth month,
            List<ReportingState> states,
            @Nullable Long carrier) {}

    public record Page(long total, int page, int size, List<Entry> items) {}

    /** Nothing came first, then the latest; @throws Problem 400 for a page that does not exist. */
    public Page page(Asked asked, int page, int size, Viewer viewer) {
        Paging paging = new Paging(page, size);
        List<Entry> all = entries(asked, viewer);
        return new Page(
                all.size(),
                page,
                size,
                all.stream().skip(paging.from()).limit(paging.size()).toList());
    }

    /** Everybody's month, in the order of the page. */
    public List<Entry> of(YearMonth month, Viewer viewer) {
        return entries(new Asked(month, List.of(), null), viewer);
    }

    /** How many carriers stand how to a month. */
    public Map<ReportingState, Long> counts(YearMonth month, Viewer viewer) {
        Map<ReportingState, Long> counts = new EnumMap<>(ReportingState.class);
        of(month, viewer).forEach(e -> counts.merge(e.state(), 1L, Long::sum));
        return counts;
    }

    /** The viewer's own carrier's month; empty for who has none, or before the calendar knows of it. */
    public Optional<Entry> own(YearMonth month, Viewer viewer) {
        return viewer.carrier() == null
                ? Optional.empty()
                : entries(new Asked(month, List.of(), viewer.carrier()), viewer).stream()
                        .findFirst();
    }

    /** The months that the calendar knows, the newest first. */
    public List<String> months() {
        return months.months();
    }

    public LocalDate due(YearMonth month) {
        return calendar.due(month);
    }

    public boolean reminds(LocalDate due, LocalDate day) {
        return calendar.reminds(due, day);
    }

    private List<Entry> entries(Asked asked, Viewer viewer) {
        Extent mine = rights.extent(Act.READ, Thing.BATCH, viewer);
        List<ReportingMonth> kept = (asked.carrier() != null
                        ? months.findByCarrierIdOrderByMonthDesc(asked.carrier())
                        : asked.month() != null
                                ? months.findByMonth(asked.month().toString())
                                : months.findAll())
                .stream()
                        .filter(m -> asked.month() == null
                                || m.month().equals(asked.month().toString()))
                        .toList();
        Map<Long, RecordSnapshot> carriers = records.snapshots(
                kept.stream().map(ReportingMonth::carrier).distinct().toList());
        LocalDate today = HubTime.today();
        Predicate<Entry> wanted =
                e -> asked.states().isEmpty() || asked.states().contains(e.state());
        return kept.stream()
                .map(m -> entry(m, carriers.get(m.carrier()), mine, today))
                .flatMap(Optional::stream)
                .filter(wanted)
                .sorted(Comparator.comparing(Entry::month, Comparator.reverseOrder())
                        .thenComparing((Entry e) -> e.cameAt() != null)
                        .thenComparing(
                                e -> Objects.requireNonNullElse(e.cameAt(), Instant.MAX), Comparator.reverseOrder())
                        .thenComparing(Entry::name))
                .toList();
    }

    private static Optional<Entry> entry(
            ReportingMonth m, @Nullable RecordSnapshot carrier, Extent mine, LocalDate today) {
        if (carrier == null || !mine.contains(Facts.reported(Organisation.ofCarrier(m.carrier()), carrier.region()))) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                m.carrier(),
                carrier.name(),
                carrier.subtype(),
                carrier.region(),
                m.month(),
                m.dueOn(),
                m.state(today),
                m.cameAt(),
                m.rows(),
                m.batches()));
    }

    /**
     * What a query says of months and states.
     *
     * @param states names, or {@code missing} for those that have not come
     * @throws Problem 400
     */
    public static Asked asked(@Nullable String month, List<String> states, @Nullable Long carrier) {
        YearMonth which = month == null || month.isBlank()
                ? null
                : ReportingCalendar.month(month)
                        .orElseThrow(() -> Problem.badRequest("month.invalid", Sentence.of("refused.month.invalid")));
        List<ReportingState> wanted = states.stream()
                .filter(s -> !s.isBlank())
                .flatMap(s -> s.equalsIgnoreCase("missing")
                        ? java.util.stream.Stream.of(ReportingState.WAITING, ReportingState.OVERDUE)
                        : java.util.stream.Stream.of(state(s)))
                .toList();
        return new Asked(which, wanted, carrier);
    }

    private static ReportingState state(String text) {
        try {
            return ReportingState.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("filter.value", Sentence.of("refused.filter.value.state"));
        }
    }
}
