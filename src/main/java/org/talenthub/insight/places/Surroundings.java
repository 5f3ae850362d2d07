package org.talenthub.insight.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.records.Happening;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.counting.KindTotals;
import org.talenthub.security.Viewer;

/**
 * What stands at an industry, a node of its chain or in a region, what happened there of late, and what is missing there; all of it in one
 * request to the index, and each number the total of a search.
 */
@Component
class Surroundings {

    private static final int SHOWN = 5;
    private static final int MONTHS = 12;

    /** A record is reported and derived in one go; what is this much younger was touched again. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    /** What every place of a chain wants somebody of. */
    private static final Set<Kind> WANTED = Set.of(Kind.TALENT, Kind.DEMAND, Kind.ENTERPRISE, Kind.PLATFORM);

    private final Searches searches;
    private final KindTotals totals;
    private final Records records;

    Surroundings(Searches searches, KindTotals totals, Records records) {
        this.totals = totals;
        this.searches = searches;
        this.records = records;
    }

    /**
     * One kind of records there.
     *
     * @param query of the search that finds exactly {@code total}, of demands the open ones
     * @param old of these, how many nobody has touched for twelve months
     * @param stale the query of the search that finds exactly those
     * @param items the first five, as the viewer may see them
     */
    record Part(Kind kind, SearchQuery query, long total, long old, SearchQuery stale, List<RecordView> items) {}

    /** What happened to one record there. */
    record Event(Instant at, Happening.Kind happened, Kind kind, RecordView record) {}

    /** Of every kind that the viewer may list, those of which there are none too. */
    List<Part> of(PlaceViews.Place place, Viewer viewer) {
        return of(place, viewer, searches::samples);
    }

    /** The same for a page, with the numbers of its frame in the same round trip. */
    List<Part> ofPage(PlaceViews.Place place, Viewer viewer) {
        return of(place, viewer, (wanted, size, by) -> searches.samples(wanted, size, by, totals.beside(by)));
    }

    private interface Sampling {
        List<Searches.Sample> of(List<SearchQuery> wanted, int size, Viewer viewer);
    }

    private List<Part> of(PlaceViews.Place place, Viewer viewer, Sampling sampling) {
        String filter = place.filter();
        String value = place.code();
        String since = HubTime.today().minusMonths(MONTHS).toString();
        List<SearchQuery> queries = new ArrayList<>();
        List<Kind> kinds = searches.kinds(viewer);
        for (Kind k : kinds) {
            queries.add(query(k, filters(k, filter, value)));
            Map<String, List<String>> stale = filters(k, filter, value);
            stale.put("unchangedSince", List.of(since));
            queries.add(query(k, stale));
        }
        List<Searches.Sample> samples = sampling.of(queries, SHOWN, viewer);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Searches.Sample all = samples.get(2 * i);
            parts.add(new Part(
                    kinds.get(i),
                    queries.get(2 * i),
                    all.total(),
                    samples.get(2 * i + 1).total(),
                    queries.get(2 * i + 1),
                    all.items()));
        }
        return parts;
    }

    private static SearchQuery query(Kind kind, Map<String, List<String>> filters) {
        return new SearchQuery(kind, "", filters, "", 0, SHOWN, null);
    }

    private static Map<String, List<String>> filters(Kind kind, String filter, String value) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put(filter, List.of(value));
        if (kind == Kind.DEMAND) {
            filters.put("open", List.of("true"));
        }
        return filters;
    }

    /** What was reported or touched last, the newest first; of each kind the newest few. */
    List<Event> events(List<Part> parts) {
        Set<Long> ids = new TreeSet<>();
        parts.forEach(p -> p.items().forEach(v -> Ids.parse(v.id()).ifPresent(ids::add)));
        Map<Long, RecordSnapshot> snapshots = records.snapshots(ids);
        List<Event> events = new ArrayList<>();
        for (Part p : parts) {
            for (RecordView v : p.items()) {
                Optional<RecordSnapshot> r = Ids.parse(v.id()).map(snapshots::get);
                r.ifPresent(s -> events.add(new Event(s.updatedAt(), happened(s), p.kind(), v)));
            }
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }

    private static Happening.Kind happened(RecordSnapshot r) {
        return r.updatedAt().isAfter(r.createdAt().plus(AT_ONCE)) ? Happening.Kind.CORRECTED : Happening.Kind.REPORTED;
    }

    /** Kinds of which there are none, then those of which some are old. */
    List<Part> gaps(List<Part> parts) {
        return parts.stream()
                .filter(p -> p.total() == 0 ? WANTED.contains(p.kind()) : p.old() > 0)
                .sorted(Comparator.comparing((Part p) -> p.total() > 0))
                .toList();
    }
}
