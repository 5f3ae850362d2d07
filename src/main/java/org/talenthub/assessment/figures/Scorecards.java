package org.talenthub.assessment.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.assessment.figures.Scoring.Tally;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.assessment.rules.Measure;
import org.talenthub.common.HubTime;
import org.talenthub.common.Paging;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** What the hub itself measured of each carrier in a year: live while the year is open, as it was once it is closed. */
@Component
@Transactional(readOnly = true)
public class Scorecards {

    private static final int PIECE = 500;
    private static final Set<String> NOT_YET = Set.of("APPLIED", "FIRST_REVIEW", "EXPERT_REVIEW");
    private static final String GONE = "DELISTED";

    /** The figure whose rows say how much a carrier reported. */
    private static final String CASES = "complete";

    private final FigureRows rows;
    private final Years years;
    private final Records records;
    private final AssessmentRules rules;

    Scorecards(FigureRows rows, Years years, Records records, AssessmentRules rules) {
        this.rows = rows;
        this.years = years;
        this.records = records;
        this.rules = rules;
    }

    /** A page of the rows behind a figure. */
    public record RowPage(long total, List<FigureRow> rows) {}

    /**
     * What came after a year was closed.
     *
     * @param then rows that the figure counted when the year was closed
     * @param now that it would count today
     */
    public record Correction(long carrier, String name, String figure, long then, long now) {}

    public Optional<Closed> closed(int year) {
        return years.closed(year);
    }

    /** The years that are closed, the newest first. */
    public List<Integer> closedYears() {
        return years.all();
    }

    /** The very text that a closed year's hash is of. */
    public String content(int year) {
        return years.content(year);
    }

    /**
     * Best first within kind and size.
     *
     * @param also carriers that are judged in any case, delisted ones
     */
    public List<Scorecard> of(int year, Collection<Long> also) {
        return years.closed(year).isPresent() ? years.frozen(year).cards() : live(year, also);
    }

    private List<Scorecard> live(int year, Collection<Long> also) {
        Span span = Span.of(year, Instant.now());
        Map<String, Map<Long, Long>> counted = new HashMap<>();
        Map<String, Map<Long, Long>> all = new HashMap<>();
        for (Measure m : rules.measures()) {
            counted.put(m.name(), rows.counts(m.name(), Part.COUNTED, span));
            if (m.ofSome()) {
                all.put(m.name(), rows.counts(m.name(), Part.ALL, span));
            }
        }
        List<Scorecard> cards = new ArrayList<>();
        for (RecordSnapshot c : carriers()) {
            if (judged(c, year) || also.contains(c.id())) {
                cards.add(card(c, counted, all));
            }
        }
        return Scoring.ranked(cards);
    }

    private Scorecard card(RecordSnapshot c, Map<String, Map<Long, Long>> counted, Map<String, Map<Long, Long>> all) {
        Map<String, Tally> tallies = new HashMap<>();
        counted.forEach((figure, counts) -> tallies.put(
                figure,
                new Tally(
                        counts.getOrDefault(c.id(), 0L),
                        all.getOrDefault(figure, Map.of()).getOrDefault(c.id(), 0L))));
        List<Figure> figures = Scoring.figures(rules, tallies);
        long n = all.getOrDefault(CASES, Map.of()).getOrDefault(c.id(), 0L);
        return new Scorecard(
                c.id(),
                c.name(),
                c.subtype() == null ? "STATION" : c.subtype(),
                c.region(),
                Scoring.total(figures),
                n,
                rules.size(n),
                rules.few(n),
                null,
                figures);
    }

    /** One carrier's card, without its rank while the year is open; empty when it is not judged that year. */
    public Optional<Scorecard> one(int year, RecordSnapshot carrier, Collection<Long> also) {
        if (years.closed(year).isPresent()) {
            return years.frozen(year).cards().stream()
                    .filter(c -> c.carrier() == carrier.id())
                    .findFirst();
        }
        if (!judged(carrier, year) && !also.contains(carrier.id())) {
            return Optional.empty();
        }
        Span span = Span.of(year, Instant.now());
        Map<String, Map<Long, Long>> counted = new HashMap<>();
        Map<String, Map<Long, Long>> all = new HashMap<>();
        for (Measure m : rules.measures()) {
            counted.put(m.name(), Map.of(carrier.id(), rows.count(m.name(), Part.COUNTED, carrier.id(), span)));
            if (m.ofSome()) {
                all.put(m.name(), Map.of(carrier.id(), rows.count(m.name(), Part.ALL, carrier.id(), span)));
            }
        }
        return Optional.of(card(carrier, counted, all));
    }

    /** Whether the carrier is judged that year, without counting anything. */
    public boolean judges(int year, RecordSnapshot carrier, Collection<Long> also) {
        return years.closed(year).isPresent()
                ? years.frozen(year).cards().stream().anyMatch(c -> c.carrier() == carrier.id())
                : judged(carrier, year) || also.contains(carrier.id());
    }

    private static boolean judged(RecordSnapshot c, int year) {
        String state = c.fields().text("state").orElse("");
        int named = c.fields()
                .number("approvedYear")
                .or(() -> c.fields().text("approvedYear").map(Integer::parseInt))
                .orElse(c.createdAt().atZone(HubTime.ZONE).getYear());
        return !NOT_YET.contains(state) && !state.equals(GONE) && named <= year;
    }

    private List<RecordSnapshot> carriers() {
        List<RecordSnapshot> all = new ArrayList<>();
        List<RecordSnapshot> piece = records.after("carrier", 0, PIECE);
        while (!piece.isEmpty()) {
            all.addAll(piece);
            piece = records.after("carrier", piece.getLast().id(), PIECE);
        }
        return all;
    }

    /** The rows behind a figure; of a closed year those that it counted then. */
    public RowPage rows(int year, long carrier, String figure, Part part, Paging paging) {
        if (years.closed(year).isPresent()) {
            return new RowPage(
                    years.count(year, carrier, figure, part),
                    years.rows(year, carrier, figure, part, paging.from(), paging.size()));
        }
        Span span = Span.of(year, Instant.now());
        return new RowPage(
                rows.count(figure, part, carrier, span),
                rows.list(figure, part, carrier, span, paging.from(), paging.size()));
    }

    /** What was decided when a year was closed; nothing while it is open. */
    public List<Verdict> verdicts(int year) {
        return years.closed(year).isPresent() ? years.frozen(year).verdicts() : List.of();
    }

    /** Freezes the year; the caller has seen to it that it may be. */
    @Transactional
    public Closed close(int year, List<Scorecard> cards, List<Verdict> verdicts, String by) {
        Span span = Span.of(year, Instant.now());
        for (Scorecard card : cards) {
            for (Figure f : card.figures()) {
                if (f.count() > 0) {
                    years.freeze(
                            year,
                            card.carrier(),
                            f.name(),
                            Part.COUNTED,
                            rows.list(f.name(), Part.COUNTED, card.carrier(), span, 0, Integer.MAX_VALUE));
                }
                if (f.all() != null && f.all() > 0) {
                    years.freeze(
                            year,
                            card.carrier(),
                            f.name(),
                            Part.ALL,
                            rows.list(f.name(), Part.ALL, card.carrier(), span, 0, Integer.MAX_VALUE));
                }
            }
        }
        years.freeze(year, new Frozen(year, rules.version(), cards, verdicts), by);
        return years.closed(year).orElseThrow();
    }

    /** Figures of a closed year that later data would have made others; nothing while the year is open. */
    public List<Correction> corrections(int year, Collection<Long> also) {
        if (years.closed(year).isEmpty()) {
            return List.of();
        }
        Map<Long, Scorecard> now = new HashMap<>();
        live(year, also).forEach(c -> now.put(c.carrier(), c));
        List<Correction> found = new ArrayList<>();
        for (Scorecard then : years.frozen(year).cards()) {
            Scorecard today = now.get(then.carrier());
            if (today != null) {
                Map<String, Figure> figures = Years.byName(today);
                for (Figure f : then.figures()) {
                    Figure later = figures.get(f.name());
                    if (later != null && later.count() != f.count()) {
                        found.add(new Correction(then.carrier(), then.name(), f.name(), f.count(), later.count()));
                    }
                }
            }
        }
        return found;
    }
}
