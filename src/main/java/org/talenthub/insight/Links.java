package org.talenthub.insight;

import java.util.List;
import java.util.Map;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;

/** Queries behind numbers, and the addresses that lead to their rows. */
final class Links {

    private Links() {}

    static SearchQuery query(Kind kind, Map<String, List<String>> filters) {
        return new SearchQuery(kind, "", filters, "", 0, 1, null);
    }

    /** The API's: its {@code total} is the number. */
    static String api(SearchQuery q) {
        return address("/api/v1/" + q.kind().path(), q);
    }

    /** The site's list of the same rows. */
    static String site(SearchQuery q) {
        String words = SearchParameters.write(q);
        return "/search?tab=" + q.kind().path() + (words.isEmpty() ? "" : "&" + words);
    }

    private static String address(String path, SearchQuery q) {
        String words = SearchParameters.write(q);
        return words.isEmpty() ? path : path + "?" + words;
    }
}
