package org.talenthub.results.saved;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;

/**
 * A search that somebody kept.
 *
 * @param owner display name of who saved it
 * @param shared for the whole organisation
 * @param query as an address holds it, encoded, without a question mark
 * @param complete whether every record that it finds is among its matches
 */
public record SavedSearch(
        long id,
        long account,
        String owner,
        String organisation,
        boolean shared,
        Kind kind,
        String name,
        String query,
        boolean complete,
        Instant createdAt) {

    /** @throws org.talenthub.common.Problem 400 for what the search would not take */
    public static SearchQuery read(Kind kind, String query) {
        // a whole address is its query; a plus is a blank, as browsers and forms write it
        Map<String, List<String>> parameters = UriComponentsBuilder.fromUriString(
                        "/?" + query.substring(query.indexOf('?') + 1).replace("+", "%20"))
                .build()
                .getQueryParams()
                .entrySet()
                .stream()
                .filter(e -> !List.of("tab", "page", "size", "cursor", "lang", "type")
                        .contains(e.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream()
                                .map(v -> v == null ? "" : java.net.URLDecoder.decode(v, StandardCharsets.UTF_8))
                                .toList()));
        return SearchParameters.read(kind, parameters);
    }

    public static String write(SearchQuery q) {
        String words = SearchParameters.write(q);
        if (q.sort().isEmpty()) {
            return words;
        }
        String sort = "sort=" + URLEncoder.encode(q.sort(), StandardCharsets.UTF_8);
        return words.isEmpty() ? sort : words + "&" + sort;
    }

    /** What it asks. */
    public SearchQuery asked() {
        return read(kind, query);
    }
}
