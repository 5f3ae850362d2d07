package org.talenthub.insight.places;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.insight.places.Surroundings.Part;
import org.talenthub.insight.story.Gap;
import org.talenthub.records.Happening;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** What stands at industries, nodes of their chains and in regions, what happened there and what is missing there. */
@RestController
@RequestMapping("/api/v1")
class PlaceApi {

    private static final Set<String> PARAMETERS = Set.of("page", "size", "lang");

    private final PlaceViews places;
    private final Surroundings surroundings;
    private final PlaceTimelines timelines;
    private final Labels labels;
    private final Texts texts;

    PlaceApi(PlaceViews places, Surroundings surroundings, PlaceTimelines timelines, Labels labels, Texts texts) {
        this.timelines = timelines;
        this.places = places;
        this.surroundings = surroundings;
        this.labels = labels;
        this.texts = texts;
    }

    /** A record in short. */
    record Brief(String id, String type, String name) {

        static Brief of(RecordView v) {
            return new Brief(v.id(), v.type(), v.name());
        }
    }

    /** @param query whose total is {@code total} */
    record Link(String rel, String label, String type, long total, String query, List<Brief> items) {}

    record Neighbours(String id, List<Link> links) {}

    /** @param lines of it that speak of the place */
    record Edition(String id, String title, @Nullable String number, int lines) {

        static Edition of(PlaceTimelines.Publication p) {
            return new Edition(
                    p.edition().id(), p.edition().title(), p.edition().number(), p.lines());
        }
    }

    /**
     * @param kind REPORTED or CORRECTED with a record, PUBLISHED with an edition of the key recruitment list
     */
    record Event(
            Instant at,
            Happening.Kind kind,
            String label,
            @Nullable Brief record,
            @Nullable Edition edition) {}

    /**
     * @param field the kind of records that are missing, or of which some are old
     * @param count of the old ones; 0 for what is missing
     * @param query whose total is {@code count}; null for what is missing
     */
    record Lack(
            String field,
            String label,
            Gap.Kind kind,
            String kindLabel,
            long count,
            long total,
            @Nullable String query,
            List<Gap.Who> who) {}

    record Items<T>(String id, long total, int page, int size, List<T> items) {

        static <T> Items<T> of(String id, List<T> all, Paging page) {
            int from = Math.min(page.from(), all.size());
            return new Items<>(
                    id,
                    all.size(),
                    page.page(),
                    page.size(),
                    all.subList(from, Math.min(all.size(), from + page.size())));
        }
    }

    @GetMapping("/chains/{code}/links")
    Neighbours chainLinks(@PathVariable String code, @RequestParam Map<String, String> parameters, Viewer viewer) {
        return links(places.chainPlace(code), parameters, viewer);
    }

    @GetMapping("/regions/{code}/links")
    Neighbours regionLinks(@PathVariable String code, @RequestParam Map<String, String> parameters, Viewer viewer) {
        return links(places.regionPlace(code), parameters, viewer);
    }

    private Neighbours links(PlaceViews.Place place, Map<String, String> parameters, Viewer viewer) {
        known(parameters);
        return new Neighbours(
                place.code(),
                surroundings.of(place, viewer).stream()
                        .filter(p -> p.total() > 0)
                        .map(p -> new Link(
                                p.kind().path(),
                                labels.text("kind." + p.kind().name()),
                                p.kind().path(),
                                p.total(),
                                "/api/v1/" + p.kind().path() + "?" + SearchParameters.write(p.query()),
                                p.items().stream().map(Brief::of).toList()))
                        .toList());
    }

    /** The newest of what was reported or corrected there, and the published editions that speak of it. */
    @GetMapping("/chains/{code}/timeline")
    Items<Event> chainTimeline(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        return timeline(places.chainPlace(code), new Paging(page, size), parameters, viewer);
    }

    @GetMapping("/regions/{code}/timeline")
    Items<Event> regionTimeline(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        return timeline(places.regionPlace(code), new Paging(page, size), parameters, viewer);
    }

    private Items<Event> timeline(
            PlaceViews.Place place, Paging paging, Map<String, String> parameters, Viewer viewer) {
        known(parameters);
        List<Part> parts = surroundings.of(place, viewer);
        return Items.of(
                place.code(),
                timelines.of(place, parts).stream()
                        .map(e -> new Event(
                                e.at(),
                                e.happened(),
                                texts.text("happening." + e.happened()),
                                e.record() == null ? null : Brief.of(e.record()),
                                e.publication() == null ? null : Edition.of(e.publication())))
                        .toList(),
                paging);
    }

    /** Kinds of records of which there are none there, and of which some are older than twelve months. */
    @GetMapping("/chains/{code}/gaps")
    Items<Lack> chainGaps(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        return gaps(places.chainPlace(code), new Paging(page, size), parameters, viewer);
    }

    @GetMapping("/regions/{code}/gaps")
    Items<Lack> regionGaps(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        return gaps(places.regionPlace(code), new Paging(page, size), parameters, viewer);
    }

    private Items<Lack> gaps(PlaceViews.Place place, Paging paging, Map<String, String> parameters, Viewer viewer) {
        known(parameters);
        List<Part> parts = surroundings.of(place, viewer);
        List<Gap.Who> who = places.who(place, viewer);
        return Items.of(
                place.code(),
                surroundings.gaps(parts).stream().map(p -> lack(p, who)).toList(),
                paging);
    }

    private Lack lack(Part p, List<Gap.Who> who) {
        Kind kind = p.kind();
        Gap.Kind what = p.total() == 0 ? Gap.Kind.MISSING : Gap.Kind.OLD;
        return new Lack(
                kind.path(),
                labels.text("kind." + kind.name()),
                what,
                texts.text("gap." + what),
                p.old(),
                p.total(),
                what == Gap.Kind.MISSING ? null : "/api/v1/" + kind.path() + "?" + SearchParameters.write(p.stale()),
                who);
    }

    private static void known(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.badRequest("parameter.unknown", Sentence.of("refused.parameter.unknown.known", name));
                });
    }
}
