package org.talenthub.insight.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.talenthub.chains.Standings;
import org.talenthub.insight.PublishedLines;
import org.talenthub.insight.places.Surroundings.Part;
import org.talenthub.records.Happening;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Industries;
import org.talenthub.search.Kind;

/** What happened at a place of late, the newest first: what was reported and corrected there, and the published editions that speak of it. */
@Component
class PlaceTimelines {

    private static final int MOST_EDITIONS = 20;

    private final Surroundings surroundings;
    private final Industries industries;
    private final Standings standings;
    private final ObjectProvider<PublishedLines> published;

    PlaceTimelines(
            Surroundings surroundings,
            Industries industries,
            Standings standings,
            ObjectProvider<PublishedLines> published) {
        this.surroundings = surroundings;
        this.industries = industries;
        this.standings = standings;
        this.published = published;
    }

    /** An edition, and how many of its lines speak of the place. */
    record Publication(PublishedLines.Edition edition, int lines) {}

    /** Either of one record, or of a published edition. */
    record Event(
            Instant at,
            Happening.Kind happened,
            @Nullable Kind kind,
            @Nullable RecordView record,
            @Nullable Publication publication) {}

    List<Event> of(PlaceViews.Place place, List<Part> parts) {
        Stream<Event> records = surroundings.events(parts).stream()
                .map(e -> new Event(e.at(), e.happened(), e.kind(), e.record(), null));
        Stream<Event> editions = publications(place).stream()
                .map(p -> new Event(p.edition().at(), Happening.Kind.PUBLISHED, null, null, p));
        return Stream.concat(records, editions)
                .sorted(Comparator.comparing(Event::at).reversed())
                .toList();
    }

    private List<Publication> publications(PlaceViews.Place place) {
        String industry = switch (place.kind()) {
            case "industry" -> place.code();
            case "node" ->
                industries.chainOf(place.code()).map(Industries.Chain::code).orElse(null);
            default -> null;
        };
        String region = place.kind().equals("region") ? place.code() : null;
        List<PublishedLines.Edition> editions = published
                .orderedStream()
                .flatMap(p -> p.of(industry, region).stream())
                .toList();
        Map<Long, List<String>> nodes = place.kind().equals("node")
                ? standings.nodes(editions.stream()
                        .flatMap(e -> e.lines().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .toList())
                : Map.of();
        List<Publication> found = new ArrayList<>();
        for (PublishedLines.Edition e : editions) {
            int lines = place.kind().equals("node")
                    ? (int) e.lines().stream()
                            .filter(l -> l.stream()
                                    .anyMatch(d ->
                                            nodes.getOrDefault(d, List.of()).contains(place.code())))
                            .count()
                    : e.lines().size();
            if (lines > 0) {
                found.add(new Publication(e, lines));
            }
        }
        return found.stream().limit(MOST_EDITIONS).toList();
    }
}
