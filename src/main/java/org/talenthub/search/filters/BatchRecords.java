package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.records.OpenBatches;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.security.Viewer;

/**
 * The records that batches speak of now. They are looked up and not kept in the index: a row that repeats what is known already changes
 * no record, and would not be found there.
 */
@Component
public class BatchRecords {

    /** As many values as Elasticsearch takes in one list. */
    private static final int MOST = 60_000;

    private final OpenBatches doors;
    private final BatchRows rows;

    BatchRecords(OpenBatches doors, BatchRows rows) {
        this.doors = doors;
        this.rows = rows;
    }

    /**
     * @param filter what the condition is called in the address
     * @throws org.talenthub.common.Problem 400 for a batch that is not there, or that the viewer may not open
     */
    Query records(String filter, List<String> batches, Viewer viewer) {
        Map<String, Long> ids = batches.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), b -> Ids.parse(b).orElseThrow(() -> Filter.unknownValue(filter, b))));
        var open = doors.of(ids.values(), viewer);
        ids.forEach((text, id) -> {
            if (!open.contains(id)) {
                throw Filter.unknownValue(filter, text);
            }
        });
        List<String> records = ids.values().stream()
                .flatMap(id -> rows.records(id).stream())
                .distinct()
                .map(Ids::text)
                .toList();
        List<Query> parts = new ArrayList<>();
        for (int i = 0; i < records.size(); i += MOST) {
            parts.add(Terms.any("id", records.subList(i, Math.min(i + MOST, records.size()))));
        }
        return parts.isEmpty() ? Query.of(q -> q.matchNone(n -> n)) : Terms.either(parts.stream());
    }
}
