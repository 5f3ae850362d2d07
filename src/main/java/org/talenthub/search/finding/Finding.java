package org.talenthub.search.finding;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Searches;
import org.talenthub.search.advice.Adviser;
import org.talenthub.search.kinds.Sorting;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Queries;
import org.talenthub.search.query.Similar;
import org.talenthub.search.requests.Cursor;
import org.talenthub.search.requests.Facets;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/** {@link Searches} by Elasticsearch: conditions, requests, answers, and what is said about them. */
@Component
class Finding implements Searches {

    private final Queries queries;
    private final Requests requests;
    private final Facets facets;
    private final Engine engine;
    private final Records records;
    private final Labels labels;
    private final Adviser adviser;
    private final FoundItems items;

    Finding(
            Queries queries,
            Requests requests,
            Facets facets,
            Engine engine,
            Records records,
            Labels labels,
            Adviser adviser,
            FoundItems items) {
        this.queries = queries;
        this.requests = requests;
        this.facets = facets;
        this.engine = engine;
        this.records = records;
        this.labels = labels;
        this.adviser = adviser;
        this.items = items;
    }

    @Override
    public SearchResult find(SearchQuery q, Viewer viewer) {
        return page(q, List.of(), viewer).result();
    }

    @Override
    public Page page(SearchQuery q, List<SearchQuery> others, Viewer viewer) {
        long start = System.nanoTime();
        Conditions conditions = queries.of(q, viewer);
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
        long total = Engine.total(counts);
        List<Hit<Void>> hits = found.hits().hits();
        Following following =
                near.isPresent() ? Following.of(q, total, hits.size(), answers.get(2)) : new Following(List.of(), 0, 0);
        Adviser.Advice advice = adviser.advise(q, conditions, counts, total, viewer);
        SearchResult result = new SearchResult(
                total,
                following.total(),
                q.page(),
                q.size(),
                items.of(q, conditions.topic(), hits, following.hits(), viewer),
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
                        .map(Engine::total)
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
            return new Following(all.subList(from, to), Engine.total(near), to);
        }

        boolean goesOn() {
            return upTo < Math.min(total, Similar.MOST);
        }
    }

    private List<String> notices(Conditions c) {
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

    @Override
    public List<Kind> kinds(Viewer viewer) {
        return Arrays.stream(Kind.values())
                .filter(k -> queries.mayUse(k, viewer))
                .toList();
    }

    @Override
    public List<Sample> samples(List<SearchQuery> wanted, int size, Viewer viewer) {
        return samples(wanted, size, viewer, engine::search);
    }

    @Override
    public List<Sample> samples(List<SearchQuery> wanted, int size, Viewer viewer, Asking asking) {
        List<SearchRequest> all = wanted.stream()
                .map(q -> requests.first(q.kind(), sought(queries.of(q, viewer)), size, viewer))
                .toList();
        List<ResponseBody<Void>> answers = asking.all(all);
        Set<Long> ids = new LinkedHashSet<>();
        answers.forEach(a -> a.hits().hits().forEach(h -> ids.add(FoundItems.id(h))));
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        return answers.stream()
                .map(a -> new Sample(
                        Engine.total(a),
                        a.hits().hits().stream()
                                .map(h -> views.get(FoundItems.id(h)))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** What is literally meant; what is near to it where only that is asked for. */
    private static Query sought(Conditions c) {
        return c.topic() != null && c.topic().only() ? c.resembling().orElseGet(c::all) : c.all();
    }

    private static boolean more(SearchQuery q, int hits, long total) {
        return q.cursor() == null ? hits > 0 && (long) q.page() * q.size() + hits < total : hits == q.size();
    }
}
