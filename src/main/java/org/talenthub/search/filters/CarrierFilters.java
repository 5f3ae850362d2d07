package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.access.Areas;
import org.talenthub.access.Extent;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** What carriers have to do with a record: who reported it, in whose area it lies. */
@Component
class CarrierFilters {

    private final Records records;
    private final Areas areas;

    CarrierFilters(Records records, Areas areas) {
        this.records = records;
        this.areas = areas;
    }

    /** A station: what it reported. A base: that, and what belongs to the enterprises of its area. */
    Filter carrier() {
        Filter.Facet facet = new Filter.Facet(
                "reporters",
                Organisation.CARRIER,
                v -> List.of(
                        records.find("carrier", v).map(r -> Ids.text(r.id())).orElse(v)),
                this::stations,
                List.of(),
                PlainFilters.EVERY_CODE);
        return new Filter(
                "carrier",
                facet,
                (values, c) -> Terms.either(values.stream().flatMap(v -> {
                    RecordSnapshot carrier = carrier("carrier", v);
                    Query reported = ScopeFilter.extent(new Extent.ReportedBy(Organisation.ofCarrier(carrier.id())));
                    return "BASE".equals(carrier.subtype())
                            ? Stream.of(reported, ScopeFilter.extent(areas.enterprisesOf(carrier.name())))
                            : Stream.of(reported);
                })));
    }

    private RecordSnapshot carrier(String filter, String value) {
        return records.find("carrier", value).orElseThrow(() -> Filter.unknownValue(filter, value));
    }

    /** Only stations: a base's count by reporter would not be the number its filter finds. */
    private Map<String, String> stations(Collection<String> carriers) {
        List<Long> ids =
                carriers.stream().flatMap(c -> Ids.parse(c).stream()).distinct().toList();
        return records.names(ids, "STATION").entrySet().stream()
                .collect(Collectors.toMap(e -> Ids.text(e.getKey()), Map.Entry::getValue));
    }

    /** Enterprises in a base's area. */
    Filter area() {
        return new Filter(
                "base",
                null,
                (values, c) -> Terms.any(
                        "area.key",
                        values.stream().map(v -> carrier("base", v).name()).toList()));
    }

    /** What is hosted by the enterprises of a base's area. */
    Filter base() {
        return new Filter(
                "base",
                null,
                (values, c) -> Terms.either(values.stream()
                        .map(v -> ScopeFilter.extent(
                                areas.enterprisesOf(carrier("base", v).name())))));
    }
}
