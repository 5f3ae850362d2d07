package org.talenthub.portal.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.talenthub.common.Problem;
import org.talenthub.portal.Address;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;

/**
 * The address of the search page, read: which tab, words and conditions. Lapsed demands are left out unless the address says otherwise, so
 * the query may have a condition that the address has not.
 */
public record Ask(SearchQuery query, Address address) {

    /**
     * @param otherwise the tab of an address that names none
     * @throws Problem 404 for a tab, 400 for a page or size that does not exist
     */
    public static Ask of(MultiValueMap<String, String> params, Kind otherwise) {
        String tab = params.getFirst("tab");
        Kind kind = tab == null ? otherwise : Kind.ofPath(tab).orElseThrow(Problem::notFound);
        Map<String, List<String>> rest = new LinkedHashMap<>(params);
        rest.keySet().removeAll(List.of("tab", "lang", "cursor"));
        SearchQuery query = SearchParameters.read(pasted(kind, rest), rest);
        kind = query.kind();
        Address address = Address.search(kind.path()).with("q", query.q());
        for (var filter : query.filters().entrySet()) {
            address = address.with(filter.getKey(), filter.getValue());
        }
        boolean usual = query.size() == SearchParameters.DEFAULT_SIZE;
        if (kind == Kind.DEMAND && !query.filters().containsKey("open")) {
            Map<String, List<String>> filters = new LinkedHashMap<>(query.filters());
            filters.put("open", List.of("true"));
            query = new SearchQuery(
                    kind, query.q(), filters, query.sort(), query.page(), query.size(), query.cursor(), query.facets());
        }
        return new Ask(
                query,
                address.with("sort", query.sort())
                        .with("size", usual ? "" : String.valueOf(query.size()))
                        .with(SearchParameters.FACETS, opened(query)));
    }

    /** The tab of an address that was pasted into the box, else the one that the page has. */
    private static Kind pasted(Kind kind, Map<String, List<String>> params) {
        List<String> typed = params.getOrDefault("q", List.of());
        return typed.isEmpty()
                ? kind
                : SearchParameters.kindOf(typed.getFirst()).orElse(kind);
    }

    /** The order in force: what was chosen, else by relevance when there are words. */
    String sort() {
        return !query.sort().isEmpty() ? query.sort() : usualSort();
    }

    /** The order when none was chosen. */
    String usualSort() {
        return query.q().isEmpty() ? "newest" : "relevance";
    }

    /** The same conditions at another page, from 0. */
    public String page(int page) {
        return address.with("page", page == 0 ? "" : String.valueOf(page)).toString();
    }

    /** The folded facets that were opened. */
    List<String> opened() {
        return opened(query);
    }

    private static List<String> opened(SearchQuery query) {
        return query.facets() == null
                ? List.of()
                : query.facets().stream().sorted().toList();
    }

    List<String> chosen(String filter) {
        return query.filters().getOrDefault(filter, List.of());
    }

    /** The address with what the page adds by itself, for what goes on without the page. */
    Address whole() {
        return address.with("open", chosen("open"));
    }

    /** The same words without any condition. */
    public Address bare() {
        return Address.search(query.kind().path()).with("q", query.q());
    }
}
