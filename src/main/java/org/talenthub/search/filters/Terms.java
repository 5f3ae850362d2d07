package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The conditions on single fields that queries are made of. */
public final class Terms {

    private Terms() {}

    public static Query one(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    public static Query any(String field, Collection<String> values) {
        return Query.of(q -> q.terms(t -> t.field(field)
                .terms(v -> v.value(values.stream().sorted().map(FieldValue::of).toList()))));
    }

    public static Query from(String field, int least) {
        return Query.of(q -> q.range(r -> r.number(n -> n.field(field).gte((double) least))));
    }

    public static Query upTo(String field, int most) {
        return Query.of(q -> q.range(r -> r.number(n -> n.field(field).lte((double) most))));
    }

    public static Query either(Stream<Query> queries) {
        List<Query> list = queries.toList();
        return list.size() == 1
                ? list.getFirst()
                : Query.of(q -> q.bool(b -> b.should(list).minimumShouldMatch("1")));
    }

    /** The values that an answer counted under this name. */
    public static List<StringTermsBucket> buckets(ResponseBody<Void> answer, String name) {
        Aggregate terms = answer.aggregations().get(name);
        return terms == null || !terms.isSterms()
                ? List.of()
                : terms.sterms().buckets().array();
    }
}
