package org.talenthub.records.merge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What deriving records needs to know besides their reports.
 *
 * @param standings by reporter key
 * @param choices by record id
 */
public record Background(Map<String, Standing> standings, Map<Long, List<Choice>> choices) {

    static final Standing UNKNOWN = new Standing(null, null, false, null, null, java.util.Set.of());

    Standing of(String reporter) {
        return standings.getOrDefault(reporter, UNKNOWN);
    }

    List<Choice> choices(long record) {
        return choices.getOrDefault(record, List.of());
    }

    /** For a row that names no place: where its reporting carrier sits. */
    @Nullable
    String carrierRegion(String reporter) {
        Standing s = of(reporter);
        return s.name() == null ? null : s.region();
    }
}
