package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talenthub.common.Ids;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.contacts.OwnName;

/** Filters that need nobody to be asked. */
public final class PlainFilters {

    static final int EVERY_CODE = 1_000;
    private static final int OPEN_WORDS = 30;

    private PlainFilters() {}

    public static Filter words(String name, String field) {
        Filter.Labelling whole = values -> values.stream()
                .filter(v -> !v.contains(OwnName.MASK))
                .distinct()
                .collect(Collectors.toMap(v -> v, v -> v));
        return new Filter(
                name,
                new Filter.Facet(field, "", List::of, whole, List.of(), OPEN_WORDS),
                (values, c) -> withNamed(Terms.any(field, values), Terms.any("named.key", values), c));
    }

    /** What everybody reads, and what only those do who are shown a person's name. */
    static Query withNamed(Query everybody, Query named, Filter.Circumstances c) {
        return c.scope()
                .where(Privacy.PERSONAL, "name", named)
                .map(n -> Terms.either(Stream.of(everybody, n)))
                .orElse(everybody);
    }

    public static Filter year() {
        Filter.Facet facet = new Filter.Facet("approvedYear", "", List::of, each(y -> y), List.of(), EVERY_CODE);
        return new Filter("approvedYear", facet, (values, c) -> {
            values.forEach(v -> Spans.number("approvedYear", v, 1900, 2200));
            return Terms.any("approvedYear", values);
        });
    }

    static Filter id() {
        return new Filter("id", null, (values, c) -> {
            for (String v : values) {
                if (Ids.parse(v).isEmpty()) {
                    throw Filter.unknownValue("id", v);
                }
            }
            return Terms.any("id", values);
        });
    }

    public static Filter open() {
        return new Filter("open", null, (values, c) -> switch (Spans.one("open", values)) {
            case "true", "1", "有效", "是" -> ScopeFilter.open(c.today());
            case "all", "全部", "不限" -> Query.of(q -> q.matchAll(m -> m));
            case "false", "0", "过期", "已过期", "否" -> Query.of(q -> q.bool(b -> b.mustNot(ScopeFilter.open(c.today()))));
            default -> throw Filter.unknownValue("open", values.getFirst(), List.of("true", "false", "all"));
        });
    }

    static Filter.Labelling each(Function<String, String> label) {
        return values -> values.stream().distinct().collect(Collectors.toMap(v -> v, label));
    }
}
