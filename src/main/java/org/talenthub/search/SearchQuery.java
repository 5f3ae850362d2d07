package org.talenthub.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question to the pool; list, count, facets, export, saved search and API are all this same object.
 *
 * @param q what was typed, may be empty
 * @param filters filter name (region, industry, category, employer …) to its values: values of one are OR, different names AND
 * @param sort {@code relevance} (default), {@code newest}, {@code name}; others per kind
 * @param page from 0
 * @param size 1 to 100
 * @param cursor goes on behind the last item of an earlier answer, then {@code page} is ignored; null otherwise
 * @param facets names of those to count; null for all. One with a condition is counted in any case
 */
public record SearchQuery(
        Kind kind,
        String q,
        Map<String, List<String>> filters,
        String sort,
        int page,
        int size,
        @Nullable String cursor,
        @Nullable Set<String> facets) {

    /** Counting every facet. */
    public SearchQuery(
            Kind kind,
            String q,
            Map<String, List<String>> filters,
            String sort,
            int page,
            int size,
            @Nullable String cursor) {
        this(kind, q, filters, sort, page, size, cursor, null);
    }

    /** The same question, counting these facets only. */
    public SearchQuery counting(Set<String> names) {
        return new SearchQuery(kind, q, filters, sort, page, size, cursor, names);
    }
}
