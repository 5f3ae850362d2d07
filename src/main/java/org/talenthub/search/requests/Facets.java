package org.talenthub.search.requests;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult.FacetValue;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.kinds.Filters;

/** Counts beside the list: of each facet's values, under all conditions but the facet's own. */
@Component
public class Facets {

    /** What a facet's own count, and what all facets without a condition are counted under. */
    private static final String VALUES = "values";

    private static final String SHARED = "*";

    private final Filters filters;

    Facets(Filters filters) {
        this.filters = filters;
    }

    /** The conditions that wait until after the counting; the others already narrow what is counted. */
    Map<String, Query> counted(Kind kind, Map<String, Query> narrowing) {
        Map<String, Query> counted = new LinkedHashMap<>(narrowing);
        counted.keySet().removeIf(name -> filter(kind, name).facet() == null);
        return counted;
    }

    private Filter filter(Kind kind, String name) {
        Filter f = filters.of(kind).get(name);
        if (f == null) {
            throw new IllegalArgumentException(name);
        }
        return f;
    }

    /**
     * A facet with a condition is counted under the others' conditions; all the rest share one count under all conditions, and stand by
     * themselves when there are none: Elasticsearch then counts from the terms' own lists instead of going through the documents.
     */
    Map<String, Aggregation> aggregations(SearchQuery q, Map<String, Query> counted) {
        Map<String, Aggregation> own = new LinkedHashMap<>();
        Map<String, Aggregation> shared = new LinkedHashMap<>();
        check(q);
        filters.of(q.kind()).forEach((name, filter) -> {
            Filter.Facet facet = filter.facet();
            if (facet != null && counted.containsKey(name)) {
                Map<String, Query> others = new LinkedHashMap<>(counted);
                others.remove(name);
                own.put(name, under(others.values(), Map.of(VALUES, terms(q, name, facet))));
            } else if (facet != null && (q.facets() == null || q.facets().contains(name))) {
                shared.put(name, terms(q, name, facet));
            }
        });
        if (counted.isEmpty() || shared.isEmpty()) {
            own.putAll(shared);
            return own;
        }
        own.put(SHARED, under(counted.values(), shared));
        return own;
    }

    /** The facets of a kind, in the order of its filters. */
    public List<String> names(Kind kind) {
        return filters.of(kind).values().stream()
                .filter(f -> f.facet() != null)
                .map(Filter::name)
                .toList();
    }

    private void check(SearchQuery q) {
        if (q.facets() != null) {
            List<String> names = names(q.kind());
            q.facets().stream().filter(f -> !names.contains(f)).forEach(f -> {
                throw Filter.unknownValue(SearchParameters.FACETS, f, names);
            });
        }
    }

    private static Aggregation under(Collection<Query> conditions, Map<String, Aggregation> counts) {
        return Aggregation.of(a ->
                a.filter(f -> f.bool(b -> b.filter(List.copyOf(conditions)))).aggregations(counts));
    }

    private static Aggregation terms(SearchQuery q, String name, Filter.Facet facet) {
        List<String> only = only(q, name, facet);
        return Aggregation.of(a -> a.terms(t -> {
            if (!only.isEmpty()) {
                t.include(i -> i.terms(only));
            }
            return t.field(facet.field()).size(facet.size());
        }));
    }

    private static List<String> chosen(SearchQuery q, String name, Filter.Facet facet) {
        return q.values(name).stream()
                .flatMap(v -> facet.canonical().apply(v).stream())
                .distinct()
                .toList();
    }

    /** A chosen county is counted beside the prefectures. */
    private static List<String> only(SearchQuery q, String name, Filter.Facet facet) {
        return facet.only().isEmpty()
                ? List.of()
                : Stream.concat(facet.only().stream(), chosen(q, name, facet).stream())
                        .distinct()
                        .toList();
    }

    /**
     * How many there would be without each of these conditions: the number that its facet counted from. A typed condition holds in its own
     * facet too, which says nothing then.
     */
    public static Map<String, Long> without(Collection<String> conditions, Map<String, Aggregate> answer) {
        Map<String, Long> totals = new LinkedHashMap<>();
        for (String name : conditions) {
            Aggregate a = answer.get(name);
            if (a != null && a.isFilter()) {
                totals.put(name, a.filter().docCount());
            }
        }
        return totals;
    }

    /** @return facet name to its values, most frequent first; a chosen value is there even when nothing has it */
    public Map<String, List<FacetValue>> read(SearchQuery q, Map<String, Aggregate> answer) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        filters.of(q.kind()).forEach((name, filter) -> {
            Aggregate counts = counts(name, answer);
            if (filter.facet() != null && counts != null) {
                facets.put(name, values(filter.facet(), counts, chosen(q, name, filter.facet())));
            }
        });
        return facets;
    }

    /** Where {@link #aggregations} had the values of a facet counted. */
    private static @Nullable Aggregate counts(String name, Map<String, Aggregate> answer) {
        Aggregate own = answer.get(name);
        if (own != null) {
            return own.isFilter() ? own.filter().aggregations().get(VALUES) : own;
        }
        Aggregate shared = answer.get(SHARED);
        return shared == null ? null : shared.filter().aggregations().get(name);
    }

    private static List<FacetValue> values(Filter.Facet facet, Aggregate terms, List<String> chosen) {
        Map<String, Long> counts = counts(terms, facet.prefix());
        Set<String> all = new LinkedHashSet<>(counts.keySet());
        all.addAll(chosen);
        Map<String, String> labels = facet.labels().of(all);
        List<FacetValue> values = new ArrayList<>();
        for (String value : all) {
            String label = labels.get(value);
            if (label != null) {
                values.add(new FacetValue(value, label, counts.getOrDefault(value, 0L), chosen.contains(value)));
            }
        }
        return values;
    }

    private static Map<String, Long> counts(Aggregate terms, String prefix) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (terms.isSterms()) {
            for (StringTermsBucket b : terms.sterms().buckets().array()) {
                String key = b.key().stringValue();
                if (key.startsWith(prefix)) {
                    counts.put(key.substring(prefix.length()), b.docCount());
                }
            }
        } else if (terms.isLterms()) {
            for (LongTermsBucket b : terms.lterms().buckets().array()) {
                counts.put(String.valueOf(b.key()), b.docCount());
            }
        }
        return counts;
    }
}
