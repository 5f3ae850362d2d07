package org.talenthub.importing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** What carriers have sent in, looked at from afar: by month, and how many batches nobody has committed. */
@Component
public class Arrivals {

    private final JdbcClient jdbc;
    private final Rights rights;
    private final JsonMapper json;

    Arrivals(JdbcClient jdbc, Rights rights, JsonMapper json) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.json = json;
    }

    /**
     * What one carrier sent in that stands.
     *
     * @param first when the first of its batches was committed
     * @param rows that count: all but those to be corrected
     */
    public record Arrival(Instant first, int batches, int rows) {

        Arrival and(Arrival other) {
            return new Arrival(
                    first.isBefore(other.first) ? first : other.first, batches + other.batches, rows + other.rows);
        }
    }

    /** Of people and demands, by the carrier's record. */
    public Map<Long, Arrival> committed(Instant from, Instant to) {
        Map<Long, Arrival> arrivals = new HashMap<>();
        jdbc.sql(
                        "select carrier_id, updated_at, counts from import_batch where status = ? and feed in ('talent', 'demand')"
                                + " and carrier_id is not null and updated_at >= ? and updated_at < ?")
                .params(ImportBatch.Status.COMMITTED.name(), Timestamp.from(from), Timestamp.from(to))
                .query(rs -> {
                    arrivals.merge(
                            rs.getLong(1),
                            new Arrival(rs.getTimestamp(2).toInstant(), 1, rows(rs.getString(3))),
                            Arrival::and);
                });
        return arrivals;
    }

    private int rows(@org.jspecify.annotations.Nullable String counts) {
        if (counts == null) {
            return 0;
        }
        BatchView.Counts c = json.readValue(counts, BatchView.Counts.class);
        return Math.max(0, c.read() - c.rejected());
    }

    /** How many batches that the viewer may read are previews which nobody has committed. */
    public long waiting(Viewer viewer) {
        String all = "select count(*) from import_batch where status = ?";
        String status = ImportBatch.Status.PREVIEWED.name();
        List<Object> parameters = List.of(status);
        switch (rights.extent(Act.READ, Thing.BATCH, viewer)) {
            case Extent.Everything every -> {}
            case Extent.InRegion region -> {
                all += " and region like ?";
                parameters = List.of(status, region.stem() + "%");
            }
            case Extent.ReportedBy own -> {
                all += " and reporter = ?";
                parameters = List.of(status, own.reporter());
            }
            case Extent.Nothing none -> {
                return 0;
            }
            case Extent other -> throw new IllegalStateException("batches are not told apart by " + other);
        }
        return jdbc.sql(all).params(parameters).query(Long.class).single();
    }
}
