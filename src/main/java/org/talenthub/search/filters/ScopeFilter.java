package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Extent;
import org.talenthub.access.Scope;
import org.talenthub.access.Visibility;
import org.talenthub.common.Ids;
import org.talenthub.reference.Privacy;

/**
 * A viewer's scope as conditions of a query; the same decision as {@link Scope#of}, which a test holds it to.
 *
 * <p>What a viewer may not read must not be found out by searching either: a field that only some of the records show is only matched on
 * these, and on a record that the viewer reported together with others only where it holds what the viewer said itself.
 *
 * @param own key of the viewer's carrier, null for who reports nothing
 */
public record ScopeFilter(Scope scope, @Nullable String own) {

    public ScopeFilter(Scope scope) {
        this(scope, null);
    }

    /** The records that exist for the viewer; empty when that is all of them. */
    public Optional<Query> seen() {
        return scope.whole() ? Optional.empty() : Optional.of(extent(exist()));
    }

    private Extent exist() {
        return scope.where(v -> v != Visibility.NONE);
    }

    /** The records on which fields of this class can be read. */
    public Extent showing(Privacy p) {
        return scope.where(v -> v.shows(p));
    }

    /** Fields of this class can be read on every record that the viewer sees at all. */
    public boolean readableEverywhere(Privacy p) {
        return showing(p).equals(exist());
    }

    /** A query of fields of this class, only on records where the viewer may read them; empty when that is nowhere. */
    public Optional<Query> where(Privacy p, String field, Query query) {
        return where(p, List.of(field), query);
    }

    public Optional<Query> where(Privacy p, Collection<String> fields, Query query) {
        if (showing(p) instanceof Extent.Nothing) {
            return Optional.empty();
        }
        List<Query> where = readable(p, fields);
        return Optional.of(
                where.isEmpty()
                        ? query
                        : Query.of(q -> q.bool(b -> b.must(query).filter(where))));
    }

    /** The records on which these fields of a class may be read; without conditions all that exist for the viewer. */
    public List<Query> readable(Privacy p, Collection<String> fields) {
        List<Query> where = new ArrayList<>();
        if (!readableEverywhere(p)) {
            where.add(extent(showing(p)));
        }
        if (own != null && !open(p) && !fields.isEmpty()) {
            where.add(unshared(own, fields));
        }
        return where;
    }

    /** Fields of this class can be read on every record there is, whoever reported it. */
    public boolean open(Privacy p) {
        return showing(p) instanceof Extent.Everything;
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

    /** An extent as a condition; {@link Extent#contains} says the same of a record in memory. */
    public static Query extent(Extent extent) {
        return switch (extent) {
            case Extent.Everything e -> Query.of(q -> q.matchAll(m -> m));
            case Extent.Nothing n -> Query.of(q -> q.matchNone(m -> m));
            case Extent.InRegion r -> Terms.one("region", r.prefecture());
            case Extent.ReportedBy r -> Terms.one("reporters", r.reporter());
            case Extent.OfEnterprises e ->
                any(Stream.of(ofEnterprises(e.codes(), e.names()), named(e.codes(), e.names())));
            case Extent.Open o -> open(o.day());
            case Extent.Among a ->
                Terms.any("id", a.ids().stream().map(Ids::text).toList());
            case Extent.AnyOf some -> any(some.extents().stream().map(ScopeFilter::extent));
        };
    }

    public static Query ofEnterprises(Collection<String> codes, Collection<String> names) {
        return Query.of(q -> q.bool(b -> b.should(Terms.any("enterpriseCode", codes))
                .should(Terms.any("enterpriseName.key", names))
                .minimumShouldMatch("1")));
    }

    /** The same where the enterprise's name holds the person's own: no field that everybody searches has it then. */
    public static Query named(Collection<String> codes, Collection<String> names) {
        return Terms.any(
                "named.key",
                Stream.concat(codes.stream(), names.stream()).distinct().toList());
    }

    private static Query any(Stream<Query> some) {
        return Query.of(q -> q.bool(b -> b.should(some.toList()).minimumShouldMatch("1")));
    }

    /** No end is given, or it has not passed. */
    public static Query open(LocalDate day) {
        int today = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
        return Query.of(q -> q.bool(b -> b.should(Terms.from("validUntil", today))
                .should(s -> s.bool(n -> n.mustNot(m -> m.exists(e -> e.field("validUntil")))))
                .minimumShouldMatch("1")));
    }
}
