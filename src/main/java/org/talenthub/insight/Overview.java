package org.talenthub.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.counting.Tallies;
import org.talenthub.search.counting.Tallies.Answer;
import org.talenthub.search.counting.Tallies.Asked;
import org.talenthub.security.Viewer;

/** The boards that count records by what they are: overview, regions, demand, people by category against their targets. */
@Component
public class Overview {

    private static final Map<String, List<String>> OPEN = Map.of("open", List.of("true"));

    private final Searches searches;
    private final Tallies tallies;
    private final Labels labels;
    private final Regions regions;
    private final People people;
    private final InsightSettings settings;

    Overview(
            Searches searches,
            Tallies tallies,
            Labels labels,
            Regions regions,
            People people,
            InsightSettings settings) {
        this.searches = searches;
        this.tallies = tallies;
        this.labels = labels;
        this.regions = regions;
        this.people = people;
        this.settings = settings;
    }

    /** How many there are of everything, and people and open demands by industry and category. */
    public Figures overview(Viewer viewer) {
        List<Figures.Figure> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            SearchQuery q = Links.query(kind, kind == Kind.DEMAND ? OPEN : Map.of());
            Viewer eyes = kind == Kind.TALENT ? people.eyes(viewer) : viewer;
            long total = searches.samples(List.of(q), 0, eyes).getFirst().total();
            all.add(figure(kind.path(), labels.text("kind." + kind.name()), total, null, null, q, viewer));
        }
        return new Figures(
                "overview",
                HubTime.today().toString(),
                List.of(
                        new Figures.Group("all", "", all),
                        group("talents-by-industry", Kind.TALENT, Map.of(), "industry", "industries", viewer),
                        group("demands-by-industry", Kind.DEMAND, OPEN, "industry", "industries", viewer),
                        group("talents-by-category", Kind.TALENT, Map.of(), "category", "category", viewer)));
    }

    /** People, open demands and enterprises of each of the 17 prefecture-level units. */
    public Figures regions(Viewer viewer) {
        return new Figures(
                "regions",
                HubTime.today().toString(),
                List.of(
                        byRegion("talents", Kind.TALENT, Map.of(), viewer),
                        byRegion("demands", Kind.DEMAND, OPEN, viewer),
                        byRegion("enterprises", Kind.ENTERPRISE, Map.of(), viewer)));
    }

    /** Open demands by industry, urgency, mode of recruitment, degree and category asked for. */
    public Figures demand(Viewer viewer) {
        return new Figures(
                "demand",
                HubTime.today().toString(),
                List.of(
                        group("industry", Kind.DEMAND, OPEN, "industry", "industries", viewer),
                        group("urgency", Kind.DEMAND, OPEN, "urgency", "urgency", viewer),
                        group("mode", Kind.DEMAND, OPEN, "mode", "mode", viewer),
                        group("degree", Kind.DEMAND, OPEN, "degree", "degree", viewer),
                        group("category", Kind.DEMAND, OPEN, "category", "category", viewer)));
    }

    /** 十百千万: people of each category in the pool, and those that came this year, against the targets. */
    public Figures tiers(Viewer viewer) {
        Map<String, List<String>> thisYear =
                Map.of("since", List.of(HubTime.today().getYear() + "-01-01"));
        return new Figures(
                "tiers",
                HubTime.today().toString(),
                List.of(
                        group("pool", Kind.TALENT, Map.of(), "category", "category", viewer),
                        group("year", Kind.TALENT, thisYear, "category", "category", viewer)));
    }

    /** What people asked for: housing, schooling, medical care … and where. */
    public Figures services(Viewer viewer) {
        if (!people.rows(viewer)) {
            return new Figures("services", HubTime.today().toString(), List.of());
        }
        Dictionary needs = labels.dictionary("talent", "serviceNeeds");
        List<Dictionary.Entry> entries = List.copyOf(needs.entries());
        List<Asked> asked = entries.stream()
                .map(e -> new Asked(Links.query(Kind.TALENT, Map.of("serviceNeed", List.of(e.code()))), "region", null))
                .toList();
        List<Answer> answers = tallies.of(asked, viewer);
        List<Figures.Figure> kinds = new ArrayList<>();
        List<Figures.Group> groups = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Dictionary.Entry need = entries.get(i);
            SearchQuery q = asked.get(i).query();
            String label = labels.code(needs, need.code());
            kinds.add(figure(need.code(), label, answers.get(i).total(), null, null, q, viewer));
            List<Figures.Figure> where = new ArrayList<>();
            answers.get(i).values().forEach((region, tally) -> {
                SearchQuery there = narrowed(q, "region", region);
                where.add(figure(region, labels.region(region), tally.count(), null, null, there, viewer));
            });
            groups.add(new Figures.Group(need.code(), label, where));
        }
        groups.addFirst(new Figures.Group("all", "", kinds));
        return new Figures("services", HubTime.today().toString(), groups);
    }

    private Figures.Group byRegion(String name, Kind kind, Map<String, List<String>> filters, Viewer viewer) {
        SearchQuery q = Links.query(kind, filters);
        Answer answer = answer(new Asked(q, "region", kind == Kind.DEMAND ? "headcount" : null), viewer);
        List<Figures.Figure> figures = regions.prefectures().stream()
                .map(r -> figure(
                        r.code(),
                        labels.region(r.code()),
                        answer.of(r.code()).count(),
                        null,
                        kind == Kind.DEMAND ? answer.of(r.code()).sum() : null,
                        narrowed(q, "region", r.code()),
                        viewer))
                .toList();
        return new Figures.Group(name, labels.text("kind." + kind.name()), figures);
    }

    private Figures.Group group(
            String name, Kind kind, Map<String, List<String>> filters, String by, String field, Viewer viewer) {
        SearchQuery q = Links.query(kind, filters);
        boolean demands = kind == Kind.DEMAND;
        Answer answer = answer(new Asked(q, by, demands ? "headcount" : null), viewer);
        Dictionary codes = labels.dictionary(kind.type(), field);
        Map<String, Long> targets = name.equals("pool") ? settings.targets() : Map.of();
        List<Figures.Figure> figures = codes.entries().stream()
                .filter(e -> answer.of(e.code()).count() > 0 || targets.containsKey(e.code()) || by.equals("industry"))
                .map(e -> figure(
                        e.code(),
                        labels.code(codes, e.code()),
                        answer.of(e.code()).count(),
                        targets.get(e.code()),
                        demands ? answer.of(e.code()).sum() : null,
                        narrowed(q, by, e.code()),
                        viewer))
                .toList();
        return new Figures.Group(name, labels.text("kind." + kind.name()), figures);
    }

    private Answer answer(Asked asked, Viewer viewer) {
        Viewer eyes = asked.query().kind() == Kind.TALENT ? people.eyes(viewer) : viewer;
        return tallies.of(List.of(asked), eyes).getFirst();
    }

    private static SearchQuery narrowed(SearchQuery q, String filter, String value) {
        Map<String, List<String>> filters = new LinkedHashMap<>(q.filters());
        filters.put(filter, List.of(value));
        return Links.query(q.kind(), filters);
    }

    private Figures.Figure figure(
            String name,
            String label,
            long value,
            @Nullable Long target,
            @Nullable Long heads,
            SearchQuery q,
            Viewer viewer) {
        boolean persons = q.kind() == Kind.TALENT;
        boolean rows = !persons || people.rows(viewer);
        return new Figures.Figure(
                name,
                label,
                persons ? people.shown(value, viewer) : (Object) value,
                target,
                heads,
                rows ? Links.api(q) : null,
                rows ? Links.site(q) : null);
    }
}
