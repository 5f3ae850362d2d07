package org.talenthub.search;

import java.util.List;
import java.util.Map;
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
 */
public record SearchQuery(
        Kind kind,
        String q,
        Map<String, List<String>> filters,
        String sort,
        int page,
        int size,
        @Nullable String cursor) {}
