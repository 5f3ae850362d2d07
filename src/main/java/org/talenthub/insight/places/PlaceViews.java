package org.talenthub.insight.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.importing.ReportableFeeds;
import org.talenthub.insight.places.PlaceView.Count;
import org.talenthub.insight.places.PlaceView.Fact;
import org.talenthub.insight.places.PlaceView.Lack;
import org.talenthub.insight.places.PlaceView.Ref;
import org.talenthub.insight.places.PlaceView.Sheet;
import org.talenthub.insight.places.Surroundings.Part;
import org.talenthub.insight.story.Gap;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchParameters;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Lays out industries, nodes and regions; all counts in one round trip, each the total of the search it leads to. */
@Component
class PlaceViews {

    private static final int EVENTS = 8;

    private final Surroundings surroundings;
    private final PlaceTimelines timelines;
    private final Industries industries;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Labels labels;
    private final ReportableFeeds feeds;
    private final Texts texts;

    PlaceViews(
            Surroundings surroundings,
            PlaceTimelines timelines,
            Industries industries,
            Dictionaries dictionaries,
            Regions regions,
            Labels labels,
            ReportableFeeds feeds,
            Texts texts) {
        this.surroundings = surroundings;
        this.timelines = timelines;
        this.industries = industries;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.labels = labels;
        this.feeds = feeds;
        this.texts = texts;
    }

    /** All industries with their nodes. */
    List<PlaceView> all() {
        return industries.chains().stream()
                .map(c -> new PlaceView(
                        "industry",
                        name(c),
                        null,
                        facts(c),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        parts(c)))
                .toList();
    }

    /** The units at prefecture level. */
    List<Ref> prefectures() {
        return regions.prefectures().stream()
                .map(r -> new Ref(labels.region(r.code()), "/regions/" + r.code()))
                .toList();
    }

    /** @throws Problem 404 when neither a chain nor a node has this code */
    PlaceView chain(String code, Viewer viewer) {
        Optional<Industries.Chain> chain = industries.chain(code);
        if (chain.isPresent()) {
            Industries.Chain c = chain.get();
            Place place = chainPlace(code);
            List<Part> there = surroundings.ofPage(place, viewer);
            return new PlaceView(
                    "industry",
                    name(c),
                    new Ref(texts.text("place.chains"), "/chains"),
                    facts(c),
                    List.of(),
                    counts(there),
                    events(place, there),
                    lacks(there),
                    whoText(place, viewer),
                    sheets(there, viewer),
                    parts(c));
        }
        Industries.Node n = industries.current(code).stream().findFirst().orElseThrow(Problem::notFound);
        Industries.Chain c = industries.chainOf(n.code()).orElseThrow();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.text("place.stage"), texts.text("stage." + n.stage())));
        facts.add(divisions(n.divisions()));
        if (!n.aliases().isEmpty()) {
            facts.add(new Fact(texts.text("place.aliases"), String.join("、", n.aliases())));
        }
        facts.add(new Fact(texts.text("place.version"), industries.version()));
        Place place = chainPlace(code);
        List<Part> there = surroundings.ofPage(place, viewer);
        return new PlaceView(
                "node",
                labels.node(n.code()),
                new Ref(name(c), "/chains/" + c.code()),
                facts,
                n.technologies(),
                counts(there),
                events(place, there),
                lacks(there),
                whoText(place, viewer),
                sheets(there, viewer),
                List.of());
    }

    /** @throws Problem 404 when there is no such division of the province */
    PlaceView region(String code, Viewer viewer) {
        Region r = regions.get(code).orElseThrow(Problem::notFound);
        String prefecture = regions.prefecture(code);
        Place place = regionPlace(code);
        List<Part> there = surroundings.ofPage(place, viewer);
        return new PlaceView(
                "region",
                labels.region(code),
                prefecture.equals(code) ? null : new Ref(labels.region(prefecture), "/regions/" + prefecture),
                List.of(new Fact("GB/T 2260", r.code())),
                List.of(),
                counts(there),
                events(place, there),
                lacks(there),
                whoText(place, viewer),
                sheets(there, viewer),
                List.of());
    }

    private String name(Industries.Chain c) {
        return labels.code(industries.dictionary(), c.code());
    }

    private List<Fact> facts(Industries.Chain c) {
        return List.of(divisions(c.divisions()), new Fact(texts.text("place.version"), industries.version()));
    }

    private Fact divisions(List<String> codes) {
        Dictionary gb4754 = dictionaries.get("gb4754");
        return new Fact(
                "GB/T 4754",
                codes.stream().map(d -> d + " " + labels.code(gb4754, d)).collect(Collectors.joining("、")));
    }

    private List<PlaceView.Stage> parts(Industries.Chain c) {
        return Stream.of(Industries.Stage.values())
                .map(s -> new PlaceView.Stage(
                        texts.text("stage." + s),
                        c.nodes().stream()
                                .filter(n -> n.stage() == s)
                                .map(n -> new Ref(labels.node(n.code()), "/chains/" + n.code()))
                                .toList()))
                .toList();
    }

    /** What a place is found by. */
    record Place(String kind, String filter, String code) {}

    /** @throws Problem 404 when neither a chain nor a node has this code */
    Place chainPlace(String code) {
        return industries
                .chain(code)
                .map(c -> new Place("industry", "industry", c.code()))
                .orElseGet(() -> industries.current(code).stream()
                        .findFirst()
                        .map(n -> new Place("node", "node", n.code()))
                        .orElseThrow(Problem::notFound));
    }

    /** @throws Problem 404 when there is no such division of the province */
    Place regionPlace(String code) {
        return regions.get(code)
                .map(r -> new Place("region", "region", r.code()))
                .orElseThrow(Problem::notFound);
    }

    /** Who can add what is missing there: the department of the region, the province; the viewer's own first. */
    List<Gap.Who> who(Place place, Viewer viewer) {
        List<Gap.Who> who = new ArrayList<>();
        if (place.kind().equals("region") && !place.code().equals(Regions.PROVINCE)) {
            String prefecture = regions.prefecture(place.code());
            boolean own = viewer.is(Role.CITY) && prefecture.equals(viewer.region());
            who.add(new Gap.Who("CITY", null, labels.region(prefecture), own));
        }
        who.add(new Gap.Who("PROVINCE", null, texts.text("entity.province"), viewer.is(Role.PROVINCE)));
        who.sort(Comparator.comparing(w -> !w.mine()));
        return who;
    }

    private List<Count> counts(List<Part> parts) {
        return parts.stream()
                .filter(p -> p.total() > 0)
                .map(p -> new Count(
                        p.kind().path(),
                        labels.text("kind." + p.kind().name()),
                        p.total(),
                        "/search?tab=" + p.kind().path() + "&" + SearchParameters.write(p.query()),
                        p.items().stream().map(v -> ref(p.kind(), v)).toList()))
                .toList();
    }

    private List<PlaceView.Event> events(Place place, List<Part> parts) {
        return timelines.of(place, parts).stream()
                .limit(EVENTS)
                .map(this::event)
                .toList();
    }

    private PlaceView.Event event(PlaceTimelines.Event e) {
        Kind kind = e.kind();
        return new PlaceView.Event(
                Texts.time(e.at()),
                texts.text("happening." + e.happened()),
                kind == null ? texts.text("section.keylist") : labels.text("kind." + kind.name()),
                about(e));
    }

    private Ref about(PlaceTimelines.Event e) {
        PlaceTimelines.Publication p = e.publication();
        if (p == null) {
            return ref(Objects.requireNonNull(e.kind()), Objects.requireNonNull(e.record()));
        }
        String title = p.edition().title()
                + (p.edition().number() == null ? "" : " " + p.edition().number());
        return new Ref(
                texts.text("place.lines", title, p.lines()),
                "/key-list/" + p.edition().id());
    }

    private List<Lack> lacks(List<Part> parts) {
        return surroundings.gaps(parts).stream()
                .map(p -> p.total() == 0
                        ? new Lack(labels.text("kind." + p.kind().name()), texts.text("place.none"), null)
                        : new Lack(
                                labels.text("kind." + p.kind().name()),
                                texts.text("place.old", Texts.number(p.old()), Texts.number(p.total())),
                                "/search?tab=" + p.kind().path() + "&" + SearchParameters.write(p.stale())))
                .toList();
    }

    /** Of the viewer's own rows, for each feed of which something is old there; a feed of several kinds is one sheet. */
    private List<Sheet> sheets(List<Part> parts, Viewer viewer) {
        Set<String> old = surroundings.gaps(parts).stream()
                .filter(p -> p.old() > 0)
                .map(p -> p.kind().type())
                .collect(Collectors.toSet());
        return feeds.of(viewer).stream()
                .filter(f -> old.contains(f.name()))
                .map(f -> new Sheet(
                        f.name(), f.named().in(texts.locale()), f.name().equals("talent")))
                .toList();
    }

    private String whoText(Place place, Viewer viewer) {
        return who(place, viewer).stream().map(Gap.Who::name).collect(Collectors.joining(texts.english() ? ", " : "、"));
    }

    private static Ref ref(Kind kind, RecordView v) {
        return new Ref(v.name(), "/" + kind.path() + "/" + v.id());
    }
}
