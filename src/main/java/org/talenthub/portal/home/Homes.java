package org.talenthub.portal.home;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.importing.Imports;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.home.HomeView.Bar;
import org.talenthub.portal.home.HomeView.Board;
import org.talenthub.portal.home.HomeView.ChainRow;
import org.talenthub.portal.home.HomeView.Chains;
import org.talenthub.portal.home.HomeView.DemandRow;
import org.talenthub.portal.home.HomeView.Task;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.SearchResult.FacetValue;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Gathers the first page: for a station what to do next, for officials the pool at a glance, for visitors what is public. */
@Component
class Homes {

    private static final int TASKS = 5;
    private static final int DEMANDS = 8;

    private final Searches searches;
    private final Imports imports;
    private final Words words;
    private final Texts texts;
    private final Rights rights;

    Homes(Searches searches, Imports imports, Words words, Texts texts, Rights rights) {
        this.searches = searches;
        this.imports = imports;
        this.words = words;
        this.texts = texts;
        this.rights = rights;
    }

    HomeView of(Viewer viewer) {
        boolean reports = rights.may(Act.REPORT, Kind.TALENT.type(), viewer);
        Map<Kind, SearchResult> at = new EnumMap<>(Kind.class);
        for (Kind kind : searches.totals(viewer).keySet()) {
            if (kind != Kind.BASE && kind != Kind.STATION) {
                at.put(kind, find(kind, kind == Kind.DEMAND ? DEMANDS : 1, viewer));
            }
        }
        return new HomeView(
                viewer.role().name(),
                starts(at),
                reports ? tasks(viewer) : null,
                reported(viewer),
                boards(at),
                // whoever sees some people, as a base does, but everybody's demands: a ratio of the two would say
                // nothing
                at.containsKey(Kind.TALENT)
                                && rights.scope(Kind.TALENT.type(), viewer).whole()
                        ? chains(at)
                        : null,
                demands(at));
    }

    private SearchResult find(Kind kind, int size, Viewer viewer) {
        return searches.find(
                new SearchQuery(kind, "", Searches.usual(kind, "").filters(), "newest", 0, size, null), viewer);
    }

    private List<Link> starts(Map<Kind, SearchResult> at) {
        Kind kind = at.containsKey(Kind.TALENT) ? Kind.TALENT : Kind.DEMAND;
        return facet(at, kind, "industry").stream()
                .map(v -> new Link(v.label(), href(kind, "industry", v.value())))
                .toList();
    }

    private List<Task> tasks(Viewer viewer) {
        return imports.list(viewer, 0, TASKS).items().stream().map(this::task).toList();
    }

    private Task task(BatchView b) {
        BatchView.Counts c = b.counts();
        String next = b.asking()
                ? "home.task.answer"
                : (b.previewed() || b.committed()) && b.openOwn() > 0
                        ? "home.task.correct"
                        : b.previewed() ? "home.task.commit" : "home.task.look";
        return new Task(
                "/imports/" + b.id(),
                b.fileName(),
                b.state(),
                texts.text(
                        "home.task.text",
                        texts.textOr("feed." + b.feed(), b.feedTitle()),
                        Texts.number(c.created()),
                        Texts.number(c.updatedOnce()),
                        Texts.number(b.open()),
                        Texts.time(b.createdAt())),
                next);
    }

    private @Nullable Link reported(Viewer viewer) {
        Long carrier = rights.scope(Kind.TALENT.type(), viewer)
                .own()
                .map(Organisation::carrierOf)
                .orElse(null);
        return carrier == null
                ? null
                : new Link(texts.text("home.reported"), href(Kind.TALENT, "carrier", Ids.text(carrier)));
    }

    private List<Board> boards(Map<Kind, SearchResult> at) {
        Kind kind = at.containsKey(Kind.TALENT) ? Kind.TALENT : Kind.ENTERPRISE;
        List<Board> boards = new ArrayList<>();
        for (String facet : kind == Kind.TALENT ? List.of("category", "region") : List.of("region")) {
            board(at, kind, facet).ifPresent(boards::add);
        }
        if (kind == Kind.ENTERPRISE) {
            board(at, Kind.DEMAND, "industry").ifPresent(boards::add);
        }
        return boards;
    }

    private Optional<Board> board(Map<Kind, SearchResult> at, Kind kind, String facet) {
        List<Bar> bars = facet(at, kind, facet).stream()
                .limit(10)
                .map(v -> new Bar(v.label(), href(kind, facet, v.value()), v.count()))
                .toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Board(
                        kind.path() + "." + facet,
                        bars,
                        bars.stream().mapToLong(Bar::count).max().orElse(1)));
    }

    private @Nullable Chains chains(Map<Kind, SearchResult> at) {
        Map<String, String> industries = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.ENTERPRISE, Kind.DEMAND)) {
            facet(at, kind, "industry").forEach(v -> industries.putIfAbsent(v.value(), v.label()));
        }
        if (industries.isEmpty()) {
            return null;
        }
        List<ChainRow> rows = new ArrayList<>();
        industries.forEach((code, label) -> {
            long talents = count(at, Kind.TALENT, code);
            long demands = count(at, Kind.DEMAND, code);
            rows.add(new ChainRow(
                    label,
                    link(Kind.TALENT, code, talents),
                    link(Kind.DEMAND, code, demands),
                    link(Kind.ENTERPRISE, code, count(at, Kind.ENTERPRISE, code)),
                    link(Kind.PLATFORM, code, count(at, Kind.PLATFORM, code)),
                    demands == 0 ? "—" : String.valueOf(Math.round(10.0 * talents / demands) / 10.0)));
        });
        return new Chains(rows);
    }

    private static Link link(Kind kind, String industry, long count) {
        return new Link(Texts.number(count), href(kind, "industry", industry));
    }

    private static long count(Map<Kind, SearchResult> at, Kind kind, String industry) {
        return facet(at, kind, "industry").stream()
                .filter(v -> v.value().equals(industry))
                .mapToLong(FacetValue::count)
                .sum();
    }

    private List<DemandRow> demands(Map<Kind, SearchResult> at) {
        SearchResult found = at.get(Kind.DEMAND);
        return found == null
                ? List.of()
                : found.items().stream()
                        .map(h -> {
                            Seen s = new Seen(h.record());
                            return new DemandRow(
                                    s.href(),
                                    s.text("post").orElse(h.record().name()),
                                    s.ref("enterprise").map(Seen.Ref::name).orElse(""),
                                    s.ref("region")
                                            .map(r -> words.region(
                                                    s.text("region").orElse(""), r.name()))
                                            .orElse(""),
                                    s.text("headcount").orElse(""),
                                    words.salary(s).orElse(""),
                                    s.text("validUntil").orElse(""));
                        })
                        .toList();
    }

    private static List<FacetValue> facet(Map<Kind, SearchResult> at, Kind kind, String name) {
        SearchResult found = at.get(kind);
        return found == null ? List.of() : found.facets().getOrDefault(name, List.of());
    }

    private static String href(Kind kind, String facet, String value) {
        return Address.search(kind.path()).with(facet, value).toString();
    }
}
