package org.talenthub.results.saved;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talenthub.common.Problem;
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

    /** What belongs to a page of results and not to what is asked. */
    private static final Set<String> NOT_KEPT = Set.of("tab", "page", "size", "cursor", "lang", "type");

    /** @throws Problem 400 for what the search would not take */
    public static SearchQuery read(Kind kind, String query) {
        // a whole address is its query; a plus is a blank, as browsers and forms write it
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.substring(query.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty() && !NOT_KEPT.contains(name)) {
                parameters
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return SearchParameters.read(kind, parameters);
    }

    private static String decoded(String escaped) {
        try {
            String text = URLDecoder.decode(escaped, StandardCharsets.UTF_8);
            // what is not UTF-8 is decoded to this sign
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problem.badRequest("query.unreadable", "query 不能识别：写成检索地址里问号后面的那一段，% 后面要有两位十六进制数（汉字写成 %E5%85%89 这样）。");
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
