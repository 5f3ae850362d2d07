package org.talenthub.importing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When carriers sent in what was committed; of numbers of batches, never of what stands in them. */
@Component
public class Arrivals {

    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Carrier id to the first committed batch that came since then; who sent none is absent. */
    public Map<Long, Instant> since(Instant from) {
        Map<Long, Instant> first = new HashMap<>();
        jdbc.sql("select carrier_id, min(created_at) from import_batch where status = 'COMMITTED' and created_at >= ?"
                        + " and carrier_id is not null group by carrier_id")
                .param(Timestamp.from(from))
                .query(rs -> {
                    first.put(rs.getLong(1), rs.getTimestamp(2).toInstant());
                });
        return first;
    }
}
