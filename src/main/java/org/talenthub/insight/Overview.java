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
import org.talenthub.search.counting.KindTotals;
import org.talenthub.search.counting.Tallies;
import org.talenthub.search.counting.Tallies.Answer;
import org.talenthub.search.counting.Tallies.Asked;
import org.talenthub.search.counting.Tallies.Seen;
import org.talenthub.security.Viewer;

/** The boards that count records by what they are: overview, regions, demand, people by category against their targets. */
@Component
public class Overview {

    private static final Map<String, List<String>> OPEN = Map.of("open", List.of("true"));

    private final KindTotals totals;
    private final Tallies tallies;
    private final Labels labels;
    private final Regions regions;
    private final People people;
    private final InsightSettings settings;

    Overview(
            KindTotals totals,
            Tallies tallies,
            Labels labels,
            Regions regions,
            People people,
            InsightSettings settings) {
        this.totals = totals;
        this.tallies = tallies;
        this.labels = labels;
        this.regions = regions;
        this.people = people;
        this.settings = settings;
    }

    /**
     * Numbers of a kind that are compared.
     *
     * @param by the filter whose values they are of
     * @param field the column with the codes of these; null for regions
     */
    private record Wanted(
            String name,
            Kind kind,
            Map<String, List<String>> filters,
            String by,
            @Nullable String field) {

        SearchQuery query() {
            return Links.query(kind, filters);
        }

        boolean demands() {
            return kind == Kind.DEMAND;
        }
    }

    /** How many there are of everything, and people and open demands by industry and category. */
    public Figures overview(Viewer viewer) {
        List<Wanted> wanted = List.of(
                new Wanted("talents-by-industry", Kind.TALENT, Map.of(), "industry", "industries"),
                new Wanted("demands-by-industry", Kind.DEMAND, OPEN, "industry", "industries"),
                new Wanted("talents-by-category", Kind.TALENT, Map.of(), "category", "category"));
        List<Answer> answers = answers(wanted, viewer);
        Map<Kind, Long> everything = totals.of(viewer);
        List<Figures.Figure> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            SearchQuery q = Links.query(kind, kind == Kind.DEMAND ? OPEN : Map.of());
            long total = kind == Kind.TALENT ? answers.getFirst().total() : everything.getOrDefault(kind, 0L);
            all.add(figure(kind.path(), labels.text("kind." + kind.name()), total, null, null, q, viewer));
        }
        List<Figures.Group> groups = new ArrayList<>(List.of(new Figures.Group("all", "", all)));
        groups.addAll(groups(wanted, answers, viewer));
        return new Figures("overview", HubTime.today().toString(), groups);
    }

    /** People, open demands and enterprises of each of the 17 prefecture-level units. */
    public Figures regions(Viewer viewer) {
        return figures(
                "regions",
                List.of(
                        new Wanted("talents", Kind.TALENT, Map.of(), "region", null),
                        new Wanted("demands", Kind.DEMAND, OPEN, "region", null),
                        new Wanted("enterprises", Kind.ENTERPRISE, Map.of(), "region", null)),
                viewer);
    }

    /** Open demands by industry, urgency, mode of recruitment, degree and category asked for. */
    public Figures demand(Viewer viewer) {
        return figures(
                "demand",
                List.of(
                        new Wanted("industry", Kind.DEMAND, OPEN, "industry", "industries"),
                        new Wanted("urgency", Kind.DEMAND, OPEN, "urgency", "urgency"),
                        new Wanted("mode", Kind.DEMAND, OPEN, "mode", "mode"),
                        new Wanted("degree", Kind.DEMAND, OPEN, "degree", "degree"),
                        new Wanted("category", Kind.DEMAND, OPEN, "category", "category")),
                viewer);
    }

    /** 十百千万: people of each category in the pool, and those that came this year, against the targets. */
    public Figures tiers(Viewer viewer) {
        Map<String, List<String>> thisYear =
                Map.of("since", List.of(HubTime.today().getYear() + "-01-01"));
        return figures(
                "tiers",
                List.of(
                        new Wanted("pool", Kind.TALENT, Map.of(), "category", "category"),
                        new Wanted("year", Kind.TALENT, thisYear, "category", "category")),
                viewer);
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
        List<Answer> answers =
                tallies.each(asked.stream().map(a -> new Seen(a, viewer)).toList(), totals.beside(viewer));
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

    private Figures figures(String board, List<Wanted> wanted, Viewer viewer) {
        return new Figures(board, HubTime.today().toString(), groups(wanted, answers(wanted, viewer), viewer));
    }

    /** All in one round trip, with the numbers of the frame. */
    private List<Answer> answers(List<Wanted> wanted, Viewer viewer) {
        return tallies.each(
                wanted.stream()
                        .map(w -> new Seen(
                                new Asked(w.query(), w.by, w.demands() ? "headcount" : null),
                                w.kind == Kind.TALENT ? people.eyes(viewer) : viewer))
                        .toList(),
                totals.beside(viewer));
    }

    private List<Figures.Group> groups(List<Wanted> wanted, List<Answer> answers, Viewer viewer) {
        List<Figures.Group> groups = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            groups.add(group(wanted.get(i), answers.get(i), viewer));
        }
        return groups;
    }

    private Figures.Group group(Wanted w, Answer answer, Viewer viewer) {
        Map<String, Long> targets = w.name.equals("pool") ? settings.targets() : Map.of();
        Map<String, String> codes = new LinkedHashMap<>();
        if (w.field == null) {
            regions.prefectures().forEach(r -> codes.put(r.code(), labels.region(r.code())));
        } else {
            Dictionary dictionary = labels.dictionary(w.kind.type(), w.field);
            dictionary.entries().stream()
                    .filter(e ->
                            answer.of(e.code()).count() > 0 || targets.containsKey(e.code()) || w.by.equals("industry"))
                    .forEach(e -> codes.put(e.code(), labels.code(dictionary, e.code())));
        }
        List<Figures.Figure> figures = codes.entrySet().stream()
                .map(e -> figure(
                        e.getKey(),
                        e.getValue(),
                        answer.of(e.getKey()).count(),
                        targets.get(e.getKey()),
                        w.demands() ? answer.of(e.getKey()).sum() : null,
                        narrowed(w.query(), w.by, e.getKey()),
                        viewer))
                .toList();
        return new Figures.Group(w.name, labels.text("kind." + w.kind.name()), figures);
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
