package org.talenthub.records;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.reference.Regions;

/** Which report each field of a record comes from. */
@Component
@Transactional(readOnly = true)
public class Sources {

    /** In the stored provenance: one report says everything. */
    private static final String EVERY_FIELD = "*";

    private final JdbcClient jdbc;
    private final Json json;
    private final Regions regions;

    Sources(JdbcClient jdbc, Json json, Regions regions) {
        this.jdbc = jdbc;
        this.json = json;
        this.regions = regions;
    }

    /**
     * A report, as told to people.
     *
     * @param reporter name of the carrier or region that reported; empty for the province itself
     * @param row of the batch's file, as Excel numbers it
     * @param at when it was committed
     */
    public record Source(long batch, String reporter, int row, Instant at) {}

    /**
     * The sources of one record.
     *
     * @param everything where every field comes from that {@code byField} does not name; null when each is named
     */
    public record Origin(
            Map<String, Source> byField, @Nullable Source everything) {}

    /** Only for viewers who see the record in full; whoever asks has made sure of that. */
    public Origin of(long record) {
        Map<String, String> reports = jdbc.sql("select provenance from pool_record where id = ?")
                .param(record)
                .query(String.class)
                .optional()
                .map(json::texts)
                .orElse(Map.of());
        Map<Long, Source> sources = load(reports.values().stream()
                .flatMap(r -> Ids.parse(r).stream())
                .distinct()
                .toList());
        Map<String, Source> byField = new HashMap<>();
        reports.forEach((field, report) -> Ids.parse(report).map(sources::get).ifPresent(s -> byField.put(field, s)));
        return new Origin(byField, byField.remove(EVERY_FIELD));
    }

    private record Row(long id, long batch, String reporter, int row, Instant at) {}

    private Map<Long, Source> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = jdbc.sql(
                        "select id, batch_id, reporter, row_no, live_at from report where id in (:ids) and live_at is not null")
                .param("ids", ids)
                .query((rs, i) -> new Row(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getInt(4),
                        Objects.requireNonNullElse(rs.getTimestamp(5), new Timestamp(0))
                                .toInstant()))
                .list();
        Map<Long, String> carriers = carriers(rows.stream().map(Row::reporter).distinct());
        Map<Long, Source> sources = new HashMap<>();
        rows.forEach(r -> sources.put(r.id, new Source(r.batch, name(r.reporter, carriers), r.row, r.at)));
        return sources;
    }

    private Map<Long, String> carriers(Stream<String> reporters) {
        List<Long> ids =
                reporters.map(Reporter::carrierOf).filter(Objects::nonNull).toList();
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from pool_record where id in (:ids)")
                    .param("ids", ids)
                    .query(rs -> {
                        names.put(rs.getLong(1), rs.getString(2));
                    });
        }
        return names;
    }

    private String name(String reporter, Map<Long, String> carriers) {
        Long carrier = Reporter.carrierOf(reporter);
        if (carrier != null) {
            return carriers.getOrDefault(carrier, "");
        }
        return reporter.startsWith("region:") ? regions.label(reporter.substring("region:".length())) : "";
    }
}
