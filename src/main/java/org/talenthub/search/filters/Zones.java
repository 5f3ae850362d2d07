package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Areas;
import org.talenthub.access.Extent;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Regions;

/** Development zones, which have no code: where one lies is told by the base that bears its name and by places that name it. */
@Component
public class Zones {

    private static final int STEP = 500;

    private final Records records;
    private final Areas areas;

    Zones(Records records, Areas areas) {
        this.records = records;
        this.areas = areas;
    }

    /** What of a kind lies in the area of a base. */
    @FunctionalInterface
    public interface Lying {
        Query in(RecordSnapshot base, Extent enterprises);
    }

    /**
     * What lies in a zone.
     *
     * @param place the field that says in words where something is; null when there is none
     */
    Query in(Regions.Zone zone, Lying lying, @Nullable String place) {
        List<Query> any = new ArrayList<>();
        for (RecordSnapshot base : bases(zone)) {
            any.add(lying.in(base, areas.enterprisesOf(base.name())));
        }
        if (place != null) {
            zone.names()
                    .forEach(n -> any.add(
                            Query.of(q -> q.matchPhrase(m -> m.field(place).query(n)))));
        }
        return any.isEmpty() ? Query.of(q -> q.matchNone(n -> n)) : Terms.either(any.stream());
    }

    /** The bases whose name has one of the zone's; read when asked for, there are few and they change. */
    private List<RecordSnapshot> bases(Regions.Zone zone) {
        List<RecordSnapshot> found = new ArrayList<>();
        long after = 0;
        List<RecordSnapshot> step;
        do {
            step = records.after("carrier", after, STEP);
            step.stream()
                    .filter(r ->
                            "BASE".equals(r.subtype()) && zone.names().stream().anyMatch(r.name()::contains))
                    .forEach(found::add);
            after = step.isEmpty() ? after : step.getLast().id();
        } while (step.size() == STEP);
        return found;
    }
}
