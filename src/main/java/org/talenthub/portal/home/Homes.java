package org.talenthub.portal.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.importing.Imports;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Words;
import org.talenthub.portal.home.HomeView.Bar;
import org.talenthub.portal.home.HomeView.Board;
import org.talenthub.portal.home.HomeView.ChainRow;
import org.talenthub.portal.home.HomeView.Chains;
import org.talenthub.portal.home.HomeView.Task;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.SearchResult.FacetValue;
import org.talenthub.search.Searches;
import org.talenthub.search.counting.Heads;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** Gathers the first page: for a station what to do next, for officials the pool at a glance, for visitors what is public. */
@Component
class Homes {

    private static final int TASKS = 5;
    /** The newest, of which those are shown that come from as many places as there are. */
    private static final int LOOKED_AT = 100;

    private static final Logger log = LoggerFactory.getLogger(Homes.class);

    private final Searches searches;
    private final Heads heads;
    private final List<Waits> waits;
    private final Imports imports;
    private final NewDemands demands;
    private final Words words;
    private final Texts texts;
    private final Rights rights;

    Homes(
            Searches searches,
            Heads heads,
            List<Waits> waits,
            Imports imports,
            NewDemands demands,
            Words words,
            Texts texts,
            Rights rights) {
        this.searches = searches;
        this.heads = heads;
        this.waits =
                waits.stream().sorted(Comparator.comparingInt(Waits::order)).toList();
        this.imports = imports;
        this.demands = demands;
        this.words = words;
        this.texts = texts;
        this.rights = rights;
    }

    HomeView of(Viewer viewer) {
        boolean reports = rights.may(Act.REPORT, Kind.TALENT.type(), viewer);
        String region = viewer.region();
        Map<Kind, SearchResult> at = new EnumMap<>(Kind.class);
        for (Kind kind : searches.kinds(viewer)) {
            if (kind != Kind.BASE && kind != Kind.STATION) {
                at.put(kind, searches.find(query(kind, region, kind == Kind.DEMAND ? LOOKED_AT : 1), viewer));
            }
        }
        return new HomeView(
                viewer.role().name(),
                region == null ? null : place(region),
                waits(viewer),
                starts(at, region),
                reports ? tasks(viewer) : null,
                reported(viewer),
                boards(at, region),
                // whoever sees some people, as a base does, but everybody's demands: a ratio of the two would say
                // nothing
                at.containsKey(Kind.TALENT)
                                && rights.scope(Kind.TALENT.type(), viewer).whole()
                        ? chains(at, region, viewer)
                        : null,
                at.containsKey(Kind.DEMAND) ? demands.of(at.get(Kind.DEMAND), viewer) : List.of());
    }

    /** Of a region, for the department of its city; else of the province. */
    private static SearchQuery query(Kind kind, @Nullable String region, int size) {
        Map<String, List<String>> filters =
                new LinkedHashMap<>(Searches.usual(kind, "").filters());
        if (region != null) {
            filters.put("region", List.of(region));
        }
        return new SearchQuery(kind, "", filters, "newest", 0, size, null);
    }

    private String place(String region) {
        return words.region(region, region);
    }

    private List<Waits.Wait> waits(Viewer viewer) {
        List<Waits.Wait> all = new ArrayList<>();
        for (Waits w : waits) {
            try {
                all.addAll(w.of(viewer));
            } catch (RuntimeException away) {
                log.debug("what waits is not to be had", away);
            }
        }
        return all;
    }

    private List<Link> starts(Map<Kind, SearchResult> at, @Nullable String region) {
        Kind kind = at.containsKey(Kind.TALENT) ? Kind.TALENT : Kind.DEMAND;
        return facet(at, kind, "industry").stream()
                .map(v -> new Link(v.label(), href(kind, "industry", v.value(), region)))
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
                : new Link(texts.text("home.reported"), href(Kind.TALENT, "carrier", Ids.text(carrier), null));
    }

    private List<Board> boards(Map<Kind, SearchResult> at, @Nullable String region) {
        Kind kind = at.containsKey(Kind.TALENT) ? Kind.TALENT : Kind.ENTERPRISE;
        List<Board> boards = new ArrayList<>();
        // within one region there is nothing to tell apart by region
        List<String> wanted = region != null
                ? List.of("category", "industry")
                : kind == Kind.TALENT ? List.of("category", "region") : List.of("region");
        for (String facet : wanted) {
            board(at, kind, facet, region).ifPresent(boards::add);
        }
        if (kind == Kind.ENTERPRISE) {
            board(at, Kind.DEMAND, "industry", region).ifPresent(boards::add);
        }
        return boards;
    }

    private Optional<Board> board(Map<Kind, SearchResult> at, Kind kind, String facet, @Nullable String region) {
        List<Bar> bars = facet(at, kind, facet).stream()
                .limit(10)
                .map(v -> new Bar(v.label(), href(kind, facet, v.value(), region), v.count()))
                .toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Board(
                        kind.path() + "." + facet,
                        bars,
                        bars.stream().mapToLong(Bar::count).max().orElse(1)));
    }

    private @Nullable Chains chains(Map<Kind, SearchResult> at, @Nullable String region, Viewer viewer) {
        Map<String, String> industries = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.ENTERPRISE, Kind.DEMAND)) {
            facet(at, kind, "industry").forEach(v -> industries.putIfAbsent(v.value(), v.label()));
        }
        if (industries.isEmpty()) {
            return null;
        }
        Map<String, Long> heads = this.heads.byIndustry(query(Kind.DEMAND, region, 1), viewer);
        List<ChainRow> rows = new ArrayList<>();
        industries.forEach((code, label) -> {
            long talents = count(at, Kind.TALENT, code);
            long demands = count(at, Kind.DEMAND, code);
            long wanted = heads.getOrDefault(code, 0L);
            rows.add(new ChainRow(
                    label,
                    link(Kind.TALENT, code, talents, region),
                    link(Kind.DEMAND, code, demands, region),
                    link(Kind.ENTERPRISE, code, count(at, Kind.ENTERPRISE, code), region),
                    link(Kind.PLATFORM, code, count(at, Kind.PLATFORM, code), region),
                    link(Kind.DEMAND, code, wanted, region),
                    wanted == 0 ? "—" : String.format(Locale.ROOT, "%.1f", (double) talents / wanted)));
        });
        return new Chains(rows);
    }

    private static Link link(Kind kind, String industry, long count, @Nullable String region) {
        return new Link(Texts.number(count), href(kind, "industry", industry, region));
    }

    private static long count(Map<Kind, SearchResult> at, Kind kind, String industry) {
        return facet(at, kind, "industry").stream()
                .filter(v -> v.value().equals(industry))
                .mapToLong(FacetValue::count)
                .sum();
    }

    private static List<FacetValue> facet(Map<Kind, SearchResult> at, Kind kind, String name) {
        SearchResult found = at.get(kind);
        return found == null ? List.of() : found.facets().getOrDefault(name, List.of());
    }

    private static String href(Kind kind, String facet, String value, @Nullable String region) {
        Address to = Address.search(kind.path());
        return (region == null ? to : to.with("region", region))
                .with(facet, value)
                .toString();
    }
}
