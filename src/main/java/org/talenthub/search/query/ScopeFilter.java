package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import java.util.List;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.talenthub.records.Extent;
import org.talenthub.records.Scope;
import org.talenthub.records.Visibility;
import org.talenthub.reference.Privacy;

/**
 * A viewer's scope as conditions of a query; the same decision as {@link Scope#of}, which a test holds it to.
 *
 * <p>What a viewer may not read must not be found out by searching either: a field that only the records inside the extent show is
 * only matched inside. A record that the viewer reported together with others is only matched by such a field where it holds what the
 * viewer said itself.
 *
 * @param own key of the viewer's carrier, null for who reports nothing
 */
public record ScopeFilter(Scope scope, @Nullable String own) {

    public ScopeFilter(Scope scope) {
        this(scope, null);
    }


    /** The records that exist for the viewer; empty when that is all of them. */
    Optional<Query> seen() {
        return scope.outside() == Visibility.NONE ? inside() : Optional.empty();
    }

    /** The records inside the extent; empty when that is all of them. */
    public Optional<Query> inside() {
        return scope.extent() instanceof Extent.Everything ? Optional.empty() : Optional.of(extent(scope.extent()));
    }

    /** Fields of this class can be read on every record that the viewer sees at all. */
    public boolean readableEverywhere(Privacy p) {
        return scope.inside().shows(p)
                && (scope.outside() == Visibility.NONE || scope.outside().shows(p));
    }

    public boolean readableInside(Privacy p) {
        return scope.inside().shows(p);
    }

    /** A query of fields of this class, only on records where the viewer may read them; empty when that is nowhere. */
    public Optional<Query> where(Privacy p, String field, Query query) {
        if (!readableInside(p)) {
            return Optional.empty();
        }
        List<Query> where = readable(p, List.of(field));
        return Optional.of(where.isEmpty() ? query : Query.of(q -> q.bool(b -> b.must(query).filter(where))));
    }

    /** The records on which fields of this class may be read, which some may; without conditions all of them. */
    public List<Query> readable(Privacy p, Collection<String> fields) {
        List<Query> where = new ArrayList<>();
        if (!readableEverywhere(p)) {
            inside().ifPresent(where::add);
        }
        if (own != null && !scope.outside().shows(p)) {
            where.add(unshared(own, fields));
        }
        return where;
    }

    /** Nobody else reported it too, or all these fields are as the viewer says. */
    private static Query unshared(String own, Collection<String> fields) {
        List<Query> said =
                fields.stream().map(f -> Terms.one("agreed", own + ' ' + f)).toList();
        return Query.of(q -> q.bool(b -> b.should(s -> s.bool(n -> n.mustNot(Terms.one("reporters", own))))
                .should(s -> s.bool(n -> n.mustNot(m -> m.exists(e -> e.field("agreed")))))
                .should(s -> s.bool(n -> n.filter(said)))
                .minimumShouldMatch("1")));
    }

    static Query extent(Extent extent) {
        return switch (extent) {
            case Extent.Everything e -> Query.of(q -> q.matchAll(m -> m));
            case Extent.Nothing n -> Query.of(q -> q.matchNone(m -> m));
            case Extent.InRegion r -> Terms.one("region", r.prefecture());
            case Extent.ReportedBy r -> Terms.one("reporters", r.reporter());
            case Extent.OfEnterprises e -> any(ofEnterprises(e.codes(), e.names()), named(e.codes(), e.names()));
            case Extent.AnyOf any ->
                Query.of(q -> q.bool(b -> b.should(any.extents().stream()
                                .map(ScopeFilter::extent)
                                .toList())
                        .minimumShouldMatch("1")));
            case Extent.Open o -> open(o.day());
        };
    }

    static Query ofEnterprises(Collection<String> codes, Collection<String> names) {
        return Query.of(q -> q.bool(b -> b.should(Terms.any("enterpriseCode", codes))
                .should(Terms.any("enterpriseName.key", names))
                .minimumShouldMatch("1")));
    }

    /** The same where the enterprise's name holds the person's own: no field that everybody searches has it then. */
    static Query named(Collection<String> codes, Collection<String> names) {
        return Terms.any(
                "named.key",
                Stream.concat(codes.stream(), names.stream()).distinct().toList());
    }

    private static Query any(Query one, Query other) {
        return Query.of(q -> q.bool(b -> b.should(one, other).minimumShouldMatch("1")));
    }

    /** No end is given, or it has not passed. */
    static Query open(LocalDate day) {
        int today = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
        return Query.of(q -> q.bool(b -> b.should(Terms.from("validUntil", today))
                .should(s -> s.bool(n -> n.mustNot(m -> m.exists(e -> e.field("validUntil")))))
                .minimumShouldMatch("1")));
    }
}
