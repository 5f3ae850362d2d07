package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.Scopes;
import org.talenthub.reference.standards.Regions;

/** Development zones, which have no code: where one lies is told by the base that bears its name and by places that name it. */
@Component
class Zones {

    private static final int STEP = 500;

    private final Records records;
    private final Scopes scopes;

    Zones(Records records, Scopes scopes) {
        this.records = records;
        this.scopes = scopes;
    }

    /** What lies in a zone. */
    Query in(Regions.Zone zone, Filter.Circumstances c) {
        List<Query> any = new ArrayList<>();
        for (RecordSnapshot base : bases(zone)) {
            any.add(
                    switch (c.kind()) {
                        case BASE -> Terms.one("id", Ids.text(base.id()));
                        case ENTERPRISE -> Terms.one("area.key", base.name());
                        case TALENT, DEMAND, STATION, PLATFORM -> ScopeFilter.extent(scopes.enterprisesOf(base.name()));
                    });
        }
        String place = TextField.placeOf(c.kind());
        if (place != null) {
            zone.names()
                    .forEach(n -> any.add(
                            Query.of(q -> q.matchPhrase(m -> m.field(place).query(n)))));
        }
        return any.isEmpty() ? Query.of(q -> q.matchNone(n -> n)) : Filters.any(any.stream());
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
