package org.talenthub.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

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

    private static final int MOST_VALUES = 100;
    private static final int MOST_WORDS = 12;

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

    /**
     * The values of one filter, each once.
     *
     * @throws Problem 400 when there are too many
     */
    public List<String> values(String filter) {
        List<String> values = filters.getOrDefault(filter, List.of()).stream()
                .filter(v -> !v.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
        if (values.size() > MOST_VALUES) {
            throw Problem.badRequest("filter.many", Sentence.of("refused.filter.many", filter, MOST_VALUES));
        }
        return values;
    }

    /** What was typed, cut at blanks, each word once; full-width letters, digits and blanks are narrowed first. */
    public static List<String> words(String typed) {
        return cut(typed).stream().distinct().limit(MOST_WORDS).toList();
    }

    public static List<String> cut(String typed) {
        StringBuilder narrow = new StringBuilder(typed.length());
        typed.chars().forEach(ch -> narrow.append((char) (ch >= 0xFF01 && ch <= 0xFF5E ? ch - 0xFEE0 : ch)));
        return Arrays.stream(narrow.toString().split("[\\s\\p{Z}\\p{Cntrl}]+"))
                .filter(w -> !w.isBlank())
                .toList();
    }
}
