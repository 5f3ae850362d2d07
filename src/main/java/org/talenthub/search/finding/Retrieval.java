package org.talenthub.search.finding;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Queries;
import org.talenthub.search.query.Topics;
import org.talenthub.security.Viewer;

/**
 * The records that may have to do with something, the likeliest first: what it is about by words and by meaning, what is preferred by
 * conditions, and how many would fulfil some conditions; one request to Elasticsearch, within what the viewer may know. What fits how well is
 * not decided here.
 */
@Component
public class Retrieval {

    private static final String COUNTS = "counts";

    /** A text that is compared by its meaning; of a longer one the model sees the beginning only. */
    private static final int LONGEST_MEANING = 40;

    private final Queries queries;
    private final Topics topics;
    private final Engine engine;
    private final Indices indices;

    Retrieval(Queries queries, Topics topics, Engine engine, Indices indices) {
        this.queries = queries;
        this.topics = topics;
        this.engine = engine;
        this.indices = indices;
    }

    /** Conditions as the list's own filters have them, and how much it is worth to fulfil them. */
    public record Preference(Map<String, List<String>> filters, float boost) {}

    /**
     * What is looked for.
     *
     * @param narrowing filters and words that have to hold; page and order do not count
     * @param about texts of which at least one has to be spoken of, or something near to it in meaning
     * @param core texts of which a record that is counted has to speak of one nearly as it is written; empty for no such text
     * @param counted sets of filters: how many of the records fulfil each
     * @param most records that are wanted
     */
    public record Wish(
            SearchQuery narrowing,
            List<String> about,
            List<Preference> preferred,
            List<String> core,
            List<Map<String, List<String>>> counted,
            int most) {}

    /** @param counts in the order asked */
    public record Found(List<Long> ids, List<Long> counts) {}

    /** @throws Problem 400 for filters that make no sense; 401, 403 when the kind does not exist for the viewer; 503 when the index is away */
    public Found find(Wish wish, Viewer viewer) {
        Kind kind = wish.narrowing().kind();
        Conditions conditions = queries.of(wish.narrowing(), viewer);
        List<Query> ways = new ArrayList<>(topics.words(kind, wish.about(), conditions.rights()));
        near(kind, wish.about(), viewer).ifPresent(ways::add);
        Query query = Query.of(q -> q.bool(b -> {
            b.filter(conditions.all());
            b.must(m -> m.bool(t -> t.should(ways).minimumShouldMatch("1")));
            wish.preferred()
                    .forEach(p -> b.should(s ->
                            s.constantScore(c -> c.boost(p.boost()).filter(condition(kind, p.filters(), viewer)))));
            return b;
        }));
        List<Query> core = topics.nearly(kind, wish.core(), conditions.rights());
        List<Query> counted = wish.counted().stream()
                .map(f -> counted(condition(kind, f, viewer), core))
                .toList();
        SearchRequest request = SearchRequest.of(s -> {
            s.index(indices.alias(kind.type()))
                    .preference("viewer-" + viewer.account())
                    .source(x -> x.fetch(false))
                    .trackTotalHits(t -> t.enabled(false))
                    .query(query)
                    .size(wish.most())
                    .sort(o -> o.score(x -> x))
                    .sort(o -> o.field(f -> f.field("id")));
            if (!counted.isEmpty()) {
                s.aggregations(
                        COUNTS, Aggregation.of(a -> a.filters(f -> f.filters(Buckets.of(x -> x.array(counted))))));
            }
            return s;
        });
        return read(engine.search(request), counted.size());
    }

    private static Query counted(Query condition, List<Query> core) {
        return core.isEmpty()
                ? condition
                : Query.of(q -> q.bool(b -> b.filter(condition)
                        .filter(f -> f.bool(c -> c.should(core).minimumShouldMatch("1")))));
    }

    private Optional<Query> near(Kind kind, List<String> about, Viewer viewer) {
        StringBuilder text = new StringBuilder();
        for (String a : about) {
            if (text.length() + a.length() < LONGEST_MEANING) {
                text.append(text.isEmpty() ? "" : " ").append(a);
            }
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        SearchQuery meant = new SearchQuery(
                kind,
                text.toString(),
                Map.of("meaning", List.of("only"), "plain", List.of("true")),
                "relevance",
                0,
                1,
                null);
        return Optional.ofNullable(queries.of(meant, viewer).near());
    }

    private Query condition(Kind kind, Map<String, List<String>> filters, Viewer viewer) {
        List<Query> all = List.copyOf(queries.of(new SearchQuery(kind, "", filters, "relevance", 0, 1, null), viewer)
                .narrowing()
                .values());
        return Query.of(q -> q.bool(b -> b.filter(all)));
    }

    private static Found read(ResponseBody<Void> answer, int counts) {
        List<Long> ids = new ArrayList<>();
        answer.hits().hits().forEach(h -> Ids.parse(String.valueOf(h.id())).ifPresent(ids::add));
        var counted = answer.aggregations().get(COUNTS);
        return new Found(
                ids,
                counts == 0 || counted == null
                        ? List.of()
                        : counted.filters().buckets().array().stream()
                                .map(FiltersBucket::docCount)
                                .toList());
    }
}
