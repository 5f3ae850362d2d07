package org.talenthub.records.merge;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.records.OpenBatches;
import org.talenthub.records.RecordView;
import org.talenthub.records.Reporter;
import org.talenthub.records.merge.Contradictions.Contradiction;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.records.model.StoredRecords;
import org.talenthub.records.words.FieldWords;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;

/** Who says what of a record: which report each field comes from, where live reports disagree, what officials decided. */
@Component
@Transactional(readOnly = true)
public class Sources {

    /** In the stored provenance: one report says everything. */
    private static final String EVERY_FIELD = "*";

    private final StoredRecords readings;
    private final Derivation derivation;
    private final Contradictions contradictions;
    private final Shares shares;
    private final Rights rights;
    private final OpenBatches doors;
    private final Feeds feeds;
    private final Regions regions;

    Sources(
            StoredRecords readings,
            Derivation derivation,
            Contradictions contradictions,
            Shares shares,
            Rights rights,
            OpenBatches doors,
            Feeds feeds,
            Regions regions) {
        this.contradictions = contradictions;
        this.shares = shares;
        this.rights = rights;
        this.doors = doors;
        this.readings = readings;
        this.derivation = derivation;
        this.feeds = feeds;
        this.regions = regions;
    }

    /**
     * A report, as told to people.
     *
     * @param report its id, 13 characters
     * @param batch id of the batch, 13 characters; null when the viewer may not open it
     * @param reporter name of the carrier or region that reported; empty for the province itself
     * @param row of the batch's file, as Excel numbers it
     * @param at when it was committed
     * @param home path of the reporting carrier's page, {@code stations/0H…}; null for a department
     */
    public record Source(
            String report,
            @Nullable String batch,
            String reporter,
            int row,
            Instant at,
            @Nullable String home) {}

    /**
     * One of the values that live reports give a field.
     *
     * @param value text, number or list, codes as they are; a sensitive one masked
     * @param holds the record shows this one
     * @param sources who says so, the newest first
     */
    public record Said(Object value, boolean holds, List<Source> sources) {}

    /**
     * An official's choice.
     *
     * @param holds false when no live report says any more what was chosen: the rules decide again
     * @param outdated the reporter that was chosen says something else by now
     * @param by display name of the account
     */
    public record Decision(boolean holds, boolean outdated, String reason, String by, Instant at) {}

    /**
     * A field on which live reports disagree, or that an official decided.
     *
     * @param together the fields that are taken, and decided, as one; this one included
     */
    public record Disagreement(
            String field,
            List<String> together,
            List<Said> said,
            @Nullable Decision decision) {

        public boolean open() {
            return decision == null || !decision.holds() || decision.outdated();
        }
    }

    /**
     * The sources of one record.
     *
     * @param byField of every field that has a value
     * @param disagreements in the order of the sheet's columns
     * @param decidable the viewer may decide between them
     * @param reporters the newest live report of each reporter that the viewer is told of, the newest first
     */
    public record Origin(
            Map<String, Source> byField, List<Disagreement> disagreements, boolean decidable, List<Source> reporters) {

        public static final Origin UNKNOWN = new Origin(Map.of(), List.of(), false, List.of());
    }

    /** Nothing is known to viewers who do not see the record in full. */
    public Origin of(RecordView seen, Viewer viewer) {
        long id = Ids.parse(seen.id()).orElseThrow();
        PoolRecord record =
                seen.visibility().sources() ? readings.records(List.of(id)).get(id) : null;
        if (record == null || !record.live()) {
            return Origin.UNKNOWN;
        }
        List<Report> live = readings.live(List.of(id)).getOrDefault(id, List.of());
        Background background = shares.background(List.of(record), Map.of(id, live));
        String own = Organisation.of(viewer);
        if (viewer.carrier() != null && Reporter.keys(record.reporters).contains(own)) {
            // one of several reporters is told of the others what it would be told had it not reported
            Shares.Share share = shares.of(record, live, own, background);
            if (!rights.scope(record.type, viewer).of(share.told()).sources()) {
                record = share.own();
                live = share.reports();
            }
        }
        Set<Long> open = doors.of(live.stream().map(r -> r.batchId).distinct().toList(), viewer);
        Map<Long, Source> sources = live.stream()
                .collect(Collectors.toMap(
                        r -> r.id, r -> source(r, background.of(r.reporter), open.contains(r.batchId))));
        List<Claim> speaking = derivation.claims(Derivation.speaking(live), background);
        Map<String, Source> byField = byField(record, speaking, sources);
        String type = record.type;
        return new Origin(
                byField,
                contradictions.of(record, live, speaking, background).stream()
                        .map(c -> disagreement(type, c, byField, sources))
                        .toList(),
                rights.may(Act.DECIDE, record.type, derivation.snapshot(record), viewer),
                reporters(live, sources));
    }

    /** The open disagreements in which this report says something, by field: what adopting it as a whole decides. */
    public Map<String, String> open(RecordView seen, String report, Viewer viewer) {
        return of(seen, viewer).disagreements().stream()
                .filter(Disagreement::open)
                .filter(d -> d.said().stream()
                        .flatMap(s -> s.sources().stream())
                        .anyMatch(s -> s.report().equals(report)))
                .collect(Collectors.toMap(Disagreement::field, d -> report));
    }

    private static List<Source> reporters(List<Report> live, Map<Long, Source> sources) {
        LinkedHashMap<String, Source> newest = new LinkedHashMap<>();
        live.stream().sorted(Report.OLDEST_FIRST).forEach(r -> {
            Source source = sources.get(r.id);
            if (source != null) {
                newest.remove(r.reporter);
                newest.putFirst(r.reporter, source);
            }
        });
        return List.copyOf(newest.values());
    }

    private Map<String, Source> byField(PoolRecord record, List<Claim> speaking, Map<Long, Source> sources) {
        Map<String, String> stored = derivation.provenance(record);
        String everything = stored.get(EVERY_FIELD);
        if (everything != null) {
            stored = speaking.stream()
                    .filter(c -> Ids.text(c.report().id).equals(everything))
                    .flatMap(c -> c.values().keySet().stream())
                    .collect(Collectors.toMap(Function.identity(), f -> everything));
        }
        Map<String, Source> byField = new LinkedHashMap<>();
        Map<String, String> reports = stored;
        feeds.get(record.type)
                .columns()
                .forEach(c -> Optional.ofNullable(reports.get(c.field()))
                        .flatMap(Ids::parse)
                        .map(sources::get)
                        .ifPresent(s -> byField.put(c.field(), s)));
        return byField;
    }

    private Disagreement disagreement(
            String type, Contradiction c, Map<String, Source> byField, Map<Long, Source> sources) {
        Column column = c.column();
        Source holding = byField.get(column.field());
        Choice choice = c.choice();
        return new Disagreement(
                column.field(),
                derivation.rules(type).members(column.field()),
                c.groups().stream().map(g -> said(column, g, holding, sources)).toList(),
                choice == null
                        ? null
                        : new Decision(c.holds(), c.outdated(), choice.reason(), choice.byName(), choice.at()));
    }

    private static Said said(Column c, List<Claim> group, @Nullable Source holding, Map<Long, Source> sources) {
        List<Source> by = group.stream()
                .map(claim -> sources.get(claim.report().id))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Source::at).reversed())
                .toList();
        boolean holds = holding != null && by.contains(holding);
        // of values that agree without being equal (1985-03, 1985-03-12) the one that holds, else the best's, stands
        // for all
        Object value = group.stream()
                .filter(claim -> holding != null && Ids.text(claim.report().id).equals(holding.report()))
                .findFirst()
                .orElse(group.getFirst())
                .value(c.field());
        return new Said(FieldWords.shown(c, Objects.requireNonNull(value)), holds, by);
    }

    private Source source(Report r, Standing standing, boolean open) {
        String region = Organisation.regionOf(r.reporter);
        String name = standing.name() != null ? standing.name() : region == null ? "" : regions.label(region);
        return new Source(
                Ids.text(r.id),
                open ? Ids.text(r.batchId) : null,
                name,
                r.rowNo,
                r.liveAt == null ? Instant.EPOCH : r.liveAt,
                home(r, standing));
    }

    private static @Nullable String home(Report r, Standing standing) {
        Long carrier = Organisation.carrierOf(r.reporter);
        return carrier == null || standing.name() == null
                ? null
                : (standing.station() ? "stations/" : "bases/") + Ids.text(carrier);
    }
}
