package org.talenthub.search.counting;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.demand.Headcount;
import org.talenthub.search.Engine;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.kinds.Filters;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/**
 * Numbers for boards, by the same conditions as lists: how many a query finds for each value of a facet, and what those add up to. Each count
 * is the total of the query narrowed to that value.
 */
@Component
public class Tallies {

    private static final String BY = "by";
    private static final String SUM = "sum";
    private static final String FIRST = "first";
    private static final String FILLED = "filledHeads";
    private static final String ARRIVED = "arrived";
    private static final String HEADCOUNT = "headcount";
    private static final String ID = "id";

    private final Queries queries;
    private final Requests requests;
    private final Filters filters;
    private final Engine engine;

    Tallies(Queries queries, Requests requests, Filters filters, Engine engine) {
        this.queries = queries;
        this.requests = requests;
        this.filters = filters;
        this.engine = engine;
    }

    /**
     * What is to be counted.
     *
     * @param by name of a filter with a facet
     * @param sum a numeric field to add up, null for none; only of fields that everybody reads who reads the record
     * @param arrived of demands whose filled heads are asked for, who arrived by the placements, by demand; null where they are not
     */
    public record Asked(
            SearchQuery query,
            String by,
            @Nullable String sum,
            @Nullable Map<Long, Integer> arrived) {

        public Asked(SearchQuery query, String by, @Nullable String sum) {
            this(query, by, sum, null);
        }
    }

    /**
     * Of one value.
     *
     * @param sum of the field that was asked for
     * @param first when the oldest of them was first reported; null for none
     * @param filled heads of demands, 0 where these were not asked for
     */
    public record Tally(long count, long sum, @Nullable Instant first, long filled) {

        public static final Tally NONE = new Tally(0, 0, null, 0);
    }

    /** @param total of the query itself */
    public record Answer(long total, Map<String, Tally> values) {

        public Tally of(String value) {
            return values.getOrDefault(value, Tally.NONE);
        }
    }

    /** A question, and who sees what is counted. */
    public record Seen(Asked asked, Viewer viewer) {}

    /** All in one round trip, in the order of the questions. */
    public List<Answer> of(List<Asked> asked, Viewer viewer) {
        return each(asked.stream().map(a -> new Seen(a, viewer)).toList(), engine::search);
    }

    /** The same through several viewers' eyes, asked together with something else. */
    public List<Answer> each(List<Seen> seen, Searches.Asking asking) {
        List<ResponseBody<Void>> answers =
                asking.all(seen.stream().map(s -> request(s.asked, s.viewer)).toList());
        List<Answer> read = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Asked asked = seen.get(i).asked;
            read.add(new Answer(
                    Engine.total(answers.get(i)),
                    values(facet(asked), asked, answers.get(i).aggregations().get(BY))));
        }
        return read;
    }

    private Filter.Facet facet(Asked a) {
        Filter filter = filters.of(a.query().kind()).get(a.by());
        if (filter == null || filter.facet() == null) {
            throw new IllegalArgumentException("nothing is counted by " + a.by());
        }
        return filter.facet();
    }

    private SearchRequest request(Asked a, Viewer viewer) {
        Filter.Facet facet = facet(a);
        Map<String, Aggregation> within = new LinkedHashMap<>();
        within.put(FIRST, Aggregation.of(x -> x.min(m -> m.field("createdAt"))));
        if (a.sum() != null) {
            within.put(SUM, Aggregation.of(x -> x.sum(s -> s.field(a.sum()))));
        }
        if (a.arrived() != null) {
            filled(a.arrived(), within);
        }
        SearchRequest counted =
                requests.count(a.query().kind(), queries.of(a.query(), viewer).all(), viewer);
        return counted.rebuild()
                .aggregations(
                        BY,
                        x -> x.terms(t -> {
                                    if (!facet.only().isEmpty()) {
                                        t.include(i -> i.terms(facet.only()));
                                    }
                                    return t.field(facet.field()).size(facet.size());
                                })
                                .aggregations(within))
                .build();
    }

    /** What the stations report, and of those that somebody arrived for what each is like. */
    private static void filled(Map<Long, Integer> arrived, Map<String, Aggregation> within) {
        within.put(FILLED, Aggregation.of(x -> x.sum(s -> s.field(FILLED))));
        if (!arrived.isEmpty()) {
            List<String> ids = arrived.keySet().stream().map(Ids::text).toList();
            within.put(
                    ARRIVED,
                    Aggregation.of(x -> x.filter(Terms.any(ID, ids))
                            .aggregations(
                                    ID,
                                    each -> each.terms(t -> t.field(ID).size(ids.size()))
                                            .aggregations(HEADCOUNT, h -> h.max(m -> m.field(HEADCOUNT)))
                                            .aggregations(FILLED, h -> h.max(m -> m.field(FILLED))))));
        }
    }

    private static Map<String, Tally> values(Filter.Facet facet, Asked asked, @Nullable Aggregate by) {
        Map<String, Tally> values = new LinkedHashMap<>();
        if (by != null && by.isSterms()) {
            for (StringTermsBucket b : by.sterms().buckets().array()) {
                String key = b.key().stringValue();
                if (key.startsWith(facet.prefix())) {
                    values.put(key.substring(facet.prefix().length()), tally(b, asked.arrived()));
                }
            }
        }
        return values;
    }

    private static Tally tally(StringTermsBucket b, @Nullable Map<Long, Integer> arrived) {
        Aggregate first = b.aggregations().get(FIRST);
        Double at = first == null ? null : first.min().value();
        return new Tally(
                b.docCount(),
                sum(b, SUM),
                at == null || at.isInfinite() || at.isNaN() ? null : Instant.ofEpochMilli(at.longValue()),
                sum(b, FILLED) + (arrived == null ? 0 : more(b.aggregations().get(ARRIVED), arrived)));
    }

    private static long sum(StringTermsBucket b, String name) {
        Aggregate sum = b.aggregations().get(name);
        Double value = sum == null ? null : sum.sum().value();
        return value == null ? 0 : Math.round(value);
    }

    /** Heads beyond those that are reported as filled. */
    private static long more(@Nullable Aggregate some, Map<Long, Integer> arrived) {
        Aggregate each = some == null ? null : some.filter().aggregations().get(ID);
        long more = 0;
        if (each != null && each.isSterms()) {
            for (StringTermsBucket b : each.sterms().buckets().array()) {
                int there =
                        arrived.getOrDefault(Ids.parse(b.key().stringValue()).orElse(0L), 0);
                int headcount = largest(b, HEADCOUNT, 1);
                int reported = largest(b, FILLED, 0);
                more += Headcount.filled(headcount, reported, there) - Headcount.filled(headcount, reported, 0);
            }
        }
        return more;
    }

    private static int largest(StringTermsBucket b, String name, int otherwise) {
        Aggregate max = b.aggregations().get(name);
        Double value = max == null ? null : max.max().value();
        return value == null || value.isInfinite() || value.isNaN() ? otherwise : value.intValue();
    }
}
