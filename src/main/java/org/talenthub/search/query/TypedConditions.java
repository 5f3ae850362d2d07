package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Understood;
import org.talenthub.search.filters.Filter;

/**
 * What was typed about one filter, as queries that all hold. Several values of what a record has only one of are alternatives (急需 特别紧缺),
 * unless one says more exactly what another does (武汉 洪山区, 硕士以上 博士): then it holds. Bounds hold all, and so does each value of what a
 * record has several of (高新技术企业 小巨人).
 */
final class TypedConditions {

    /** What a record may have several of. */
    private static final Set<String> SEVERAL = Set.of("kind", "honour", "serviceNeed");

    private TypedConditions() {}

    static List<Query> of(Filter filter, List<Understood> all, Regions regions, Filter.Circumstances c) {
        List<Query> queries = new ArrayList<>();
        List<List<String>> choices = new ArrayList<>();
        for (Understood u : all) {
            if (!u.filter().equals(filter.name())) {
                continue;
            }
            if (u.not()) {
                queries.add(Query.of(q ->
                        q.bool(b -> b.mustNot(filter.condition().of(u.values(), c)))));
            } else if (bounds(filter) || SEVERAL.contains(filter.name())) {
                queries.add(filter.condition().of(u.values(), c));
            } else {
                choices.add(u.values());
            }
        }
        if (!choices.isEmpty()) {
            queries.add(filter.condition().of(joined(filter, choices, regions), c));
        }
        return queries;
    }

    private static boolean bounds(Filter filter) {
        return filter.name().endsWith("Min")
                || filter.name().endsWith("Max")
                || filter.name().endsWith("From")
                || filter.name().endsWith("To");
    }

    private static List<String> joined(Filter filter, List<List<String>> choices, Regions regions) {
        List<String> joined = choices.getFirst();
        for (List<String> next : choices.subList(1, choices.size())) {
            List<String> common = filter.name().equals("region")
                    ? narrower(joined, next, regions)
                    : joined.stream().filter(next::contains).toList();
            if (common.isEmpty()) {
                common = new ArrayList<>(joined);
                for (String v : next) {
                    if (!common.contains(v)) {
                        common.add(v);
                    }
                }
            }
            joined = common;
        }
        return joined;
    }

    /** Of places that lie in one another the inner ones; none when they lie apart. */
    private static List<String> narrower(List<String> a, List<String> b, Regions regions) {
        List<String> inner = new ArrayList<>();
        for (String x : a) {
            for (String y : b) {
                if (within(x, y, regions)) {
                    inner.add(x);
                } else if (within(y, x, regions)) {
                    inner.add(y);
                }
            }
        }
        return inner.stream().distinct().toList();
    }

    private static boolean within(String inner, String outer, Regions regions) {
        String place = regions.zone(inner).map(Regions.Zone::region).orElse(inner);
        return inner.equals(outer) || regions.path(place).contains(outer);
    }
}
