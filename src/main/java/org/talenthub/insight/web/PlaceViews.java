package org.talenthub.insight.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.insight.web.PlaceView.Count;
import org.talenthub.insight.web.PlaceView.Fact;
import org.talenthub.insight.web.PlaceView.Ref;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Lays out industries, nodes and regions; all counts in one round trip, each the total of the search it leads to. */
@Component
class PlaceViews {

    private static final int SHOWN = 5;

    private final Searches searches;
    private final Industries industries;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Labels labels;
    private final Texts texts;

    PlaceViews(
            Searches searches,
            Industries industries,
            Dictionaries dictionaries,
            Regions regions,
            Labels labels,
            Texts texts) {
        this.searches = searches;
        this.industries = industries;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.labels = labels;
        this.texts = texts;
    }

    /** All industries with their nodes. */
    List<PlaceView> all() {
        return industries.chains().stream()
                .map(c -> new PlaceView("industry", name(c), null, facts(c), List.of(), List.of(), parts(c)))
                .toList();
    }

    /** @throws Problem 404 when neither a chain nor a node has this code */
    PlaceView chain(String code, Viewer viewer) {
        Optional<Industries.Chain> chain = industries.chain(code);
        if (chain.isPresent()) {
            Industries.Chain c = chain.get();
            return new PlaceView(
                    "industry",
                    name(c),
                    new Ref(texts.text("place.chains"), "/chains"),
                    facts(c),
                    List.of(),
                    counts("industry", c.code(), viewer),
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
        return new PlaceView(
                "node",
                labels.node(n.code()),
                new Ref(name(c), "/chains/" + c.code()),
                facts,
                n.technologies(),
                counts("node", n.code(), viewer),
                List.of());
    }

    /** @throws Problem 404 when there is no such division of the province */
    PlaceView region(String code, Viewer viewer) {
        Region r = regions.get(code).orElseThrow(Problem::notFound);
        String prefecture = regions.prefecture(code);
        return new PlaceView(
                "region",
                labels.region(code),
                prefecture.equals(code) ? null : new Ref(labels.region(prefecture), "/regions/" + prefecture),
                List.of(new Fact("GB/T 2260", r.code())),
                List.of(),
                counts("region", code, viewer),
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

    private List<Count> counts(String filter, String value, Viewer viewer) {
        List<SearchQuery> queries = searches.kinds(viewer).stream()
                .map(k -> new SearchQuery(k, "", filters(k, filter, value), "", 0, SHOWN, null))
                .toList();
        List<Searches.Sample> samples = searches.samples(queries, SHOWN, viewer);
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            SearchQuery q = queries.get(i);
            if (samples.get(i).total() == 0) {
                continue;
            }
            counts.add(new Count(
                    labels.text("kind." + q.kind().name()),
                    samples.get(i).total(),
                    "/search?tab=" + q.kind().path() + "&" + SearchParameters.write(q),
                    samples.get(i).items().stream().map(v -> ref(q.kind(), v)).toList()));
        }
        return counts;
    }

    private static Ref ref(Kind kind, RecordView v) {
        return new Ref(v.name(), "/" + kind.path() + "/" + v.id());
    }

    private static Map<String, List<String>> filters(Kind kind, String filter, @Nullable String value) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put(filter, List.of(String.valueOf(value)));
        if (kind == Kind.DEMAND) {
            filters.put("open", List.of("true"));
        }
        return filters;
    }
}
