package org.talenthub.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.advice.Adviser;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.query.Lexical;
import org.talenthub.search.query.NameMarks;
import org.talenthub.search.query.Nearness;
import org.talenthub.search.query.Queries;
import org.talenthub.search.query.Similar;
import org.talenthub.security.Viewer;

/** Finds records for a viewer; every number the hub shows about the pool comes through here. */
@Component
public class Searches {

    private final Queries queries;
    private final Lexical lexical;
    private final Requests requests;
    private final Facets facets;
    private final Engine engine;
    private final Records records;
    private final Labels labels;
    private final Adviser adviser;
    private final Nearness nearness;

    Searches(
            Queries queries,
            Lexical lexical,
            Requests requests,
            Facets facets,
            Engine engine,
            Records records,
            Labels labels,
            Adviser adviser,
            Nearness nearness) {
        this.queries = queries;
        this.lexical = lexical;
        this.requests = requests;
        this.facets = facets;
        this.engine = engine;
        this.records = records;
        this.labels = labels;
        this.adviser = adviser;
        this.nearness = nearness;
    }

    /** How many there are, and the first few as the viewer may see them. */
    public record Sample(long total, List<RecordView> items) {}

    /**
     * One page.
     *
     * @throws Problem 400 for filter values, orders and cursors that make no sense; 401 or 403 when the kind does not exist for the
     *     viewer; 503 when the index is away
     */
    public SearchResult find(SearchQuery q, Viewer viewer) {
        return page(q, List.of(), viewer).result();
    }

    /** @param totals of the other queries, in their order */
    public record Page(SearchResult result, List<Long> totals) {}

    /**
     * One page, and in the same request to Elasticsearch the totals of other queries. Only when little is found it is asked once more,
     * for ways to find more.
     */
    public Page page(SearchQuery q, List<SearchQuery> others, Viewer viewer) {
        long start = System.nanoTime();
        Queries.Conditions conditions = queries.of(q, viewer);
        Sorting sorting = Sorting.of(q, conditions.rights());
        List<SearchRequest> asked = new ArrayList<>();
        asked.add(requests.page(q, conditions, sorting, viewer));
        asked.add(requests.counts(q, conditions, viewer));
        Optional<Query> near = conditions.resembling();
        near.ifPresent(n -> asked.add(requests.near(q, n, viewer)));
        others.forEach(
                o -> asked.add(requests.count(o.kind(), queries.of(o, viewer).all(), viewer)));
        List<ResponseBody<Void>> answers = engine.search(asked);
        ResponseBody<Void> found = answers.getFirst();
        ResponseBody<Void> counts = answers.get(1);
        long total = total(counts);
        List<Hit<Void>> hits = found.hits().hits();
        Following following =
                near.isPresent() ? Following.of(q, total, hits.size(), answers.get(2)) : new Following(List.of(), 0, 0);
        Adviser.Advice advice = adviser.advise(q, conditions, counts, total, viewer);
        SearchResult result = new SearchResult(
                total,
                following.total(),
                q.page(),
                q.size(),
                items(q, conditions.topic(), hits, following.hits(), viewer),
                facets.read(q, counts.aggregations()),
                advice.didYouMean(),
                advice.relaxations(),
                advice.only(),
                notices(conditions),
                conditions.understood(),
                conditions.typed().named(),
                more(q, hits.size(), total)
                        ? Cursor.write(sorting, hits.getLast().sort())
                        : following.goesOn() ? Cursor.write(following.upTo()) : null,
                (System.nanoTime() - start) / 1_000_000);
        return new Page(
                result,
                answers.subList(answers.size() - others.size(), answers.size()).stream()
                        .map(Searches::total)
                        .toList());
    }

    /**
     * What is near, as far as it stands on this page.
     *
     * @param upTo how many of them were there with this page
     */
    private record Following(List<Hit<Void>> hits, long total, int upTo) {

        static Following of(SearchQuery q, long literal, int shown, ResponseBody<Void> near) {
            List<Hit<Void>> all = near.hits().hits();
            long before = q.cursor() == null
                    ? Math.max(0, (long) q.page() * q.size() - literal)
                    : Cursor.near(q.cursor()).orElse(0);
            int from = (int) Math.min(before, all.size());
            int to = Math.min(all.size(), from + q.size() - shown);
            return new Following(all.subList(from, to), Searches.total(near), to);
        }

        boolean goesOn() {
            return upTo < Math.min(total, Similar.MOST);
        }
    }

    private List<String> notices(Queries.Conditions c) {
        List<String> notices = new ArrayList<>();
        if (!c.typed().named().isEmpty()) {
            notices.add(labels.text("language.named", String.join("、", c.typed().named())));
        }
        if (c.typed().described() && c.typed().named().isEmpty()) {
            notices.add(labels.text("language.unnamed"));
        }
        c.typed().unknown().forEach(name -> notices.add(labels.text("language.unknown", name)));
        c.faults().forEach((what, key) -> notices.add(labels.text(key, what)));
        if (c.nothing()) {
            notices.add(labels.text("language.nothing"));
        }
        return notices;
    }

    /**
     * How many records each kind has that the viewer may search, of demands those that have not lapsed; kinds that do not exist for the
     * viewer are absent.
     */
    public Map<Kind, Long> totals(Viewer viewer) {
        List<Kind> kinds = kinds(viewer);
        List<Sample> samples = samples(kinds.stream().map(k -> usual(k, "")).toList(), 0, viewer);
        Map<Kind, Long> totals = new EnumMap<>(Kind.class);
        for (int i = 0; i < kinds.size(); i++) {
            totals.put(kinds.get(i), samples.get(i).total());
        }
        return totals;
    }

    /** The kinds that the viewer may search. */
    public List<Kind> kinds(Viewer viewer) {
        return Arrays.stream(Kind.values())
                .filter(k -> queries.mayUse(k, viewer))
                .toList();
    }

    /** Totals and the first few of many queries in one round trip, in their order; the same totals as {@link #find}. */
    public List<Sample> samples(List<SearchQuery> wanted, int size, Viewer viewer) {
        List<SearchRequest> all = wanted.stream()
                .map(q -> requests.first(q.kind(), queries.of(q, viewer).all(), size, viewer))
                .toList();
        List<ResponseBody<Void>> answers = engine.search(all);
        Set<Long> ids = new LinkedHashSet<>();
        answers.forEach(a -> a.hits().hits().forEach(h -> ids.add(id(h))));
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        return answers.stream()
                .map(a -> new Sample(
                        total(a),
                        a.hits().hits().stream()
                                .map(h -> views.get(id(h)))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** What a page counts of a kind when nothing but words is asked: of demands those that have not lapsed. */
    public static SearchQuery usual(Kind kind, String q) {
        return kind == Kind.DEMAND
                ? new SearchQuery(kind, q, Map.of("open", List.of("true")), "relevance", 0, 1, null)
                : all(kind, q);
    }

    /** Everything of a kind that the words find. */
    public static SearchQuery all(Kind kind, String q) {
        return new SearchQuery(kind, q, Map.of(), "relevance", 0, 1, null);
    }

    private static boolean more(SearchQuery q, int hits, long total) {
        return q.cursor() == null ? hits > 0 && (long) q.page() * q.size() + hits < total : hits == q.size();
    }

    public static long total(ResponseBody<Void> answer) {
        var total = answer.hits().total();
        return total == null ? 0 : total.value();
    }

    private static long id(Hit<Void> hit) {
        return Ids.parse(String.valueOf(hit.id())).orElseThrow();
    }

    private List<SearchResult.Hit> items(
            SearchQuery q,
            Similar.@Nullable Topic topic,
            List<Hit<Void>> literal,
            List<Hit<Void>> near,
            Viewer viewer) {
        Map<Long, RecordView> views = records.views(
                Stream.concat(literal.stream(), near.stream()).map(Searches::id).toList(), viewer);
        List<SearchResult.Hit> items = new ArrayList<>();
        for (Hit<Void> hit : literal) {
            RecordView view = views.get(id(hit));
            if (view != null) {
                items.add(item(q, hit, view));
            }
        }
        for (Hit<Void> hit : near) {
            RecordView view = views.get(id(hit));
            Double score = hit.score();
            if (view != null) {
                items.add(new SearchResult.Hit(view, Map.of(), score == null ? 0 : score, List.of(Similar.NAME), true));
            }
        }
        return topic == null ? items : nearness.of(topic.text(), items);
    }

    private SearchResult.Hit item(SearchQuery q, Hit<Void> hit, RecordView view) {
        // what the viewer may not read of this record is not told by marks or reasons either
        Map<String, String> shown = lexical.shown(q.kind(), view.visibility());
        Map<String, List<String>> highlights = new LinkedHashMap<>();
        Set<String> matched = new LinkedHashSet<>();
        shown.forEach((field, name) -> {
            List<String> marks = hit.highlight().get(field);
            if (marks != null
                    && !marks.isEmpty()
                    && Marks.shown(marks, view.fields().get(name))) {
                highlights.put(name, marks);
                // words that stand in different fields are no match of any one of them, but were found there
                matched.add(name);
            }
            if (hit.matchedQueries().keySet().stream().anyMatch(m -> m.startsWith(field + "#"))) {
                matched.add(name);
                if (field.equals("name") && (NameMarks.bySound(q.q()) || !highlights.containsKey(name))) {
                    highlights.put(
                            name, List.of(NameMarks.mark(view.name(), Queries.cut(q.q()), q.kind() == Kind.TALENT)));
                }
            }
        });
        Double score = hit.score();
        return new SearchResult.Hit(view, highlights, score == null ? 0 : score, List.copyOf(matched), false);
    }
}
