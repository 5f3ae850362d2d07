package org.talenthub.matching.placements;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.Arrivals;

/** Heads of demands that somebody has arrived for, for the boards and the key recruitment list. */
@Component
class ArrivedHeads implements Arrivals {

    private final JdbcClient jdbc;

    ArrivedHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Integer> arrived() {
        Map<Long, Integer> heads = new HashMap<>();
        jdbc.sql("select demand_id, count(*) from placement where state in ('ARRIVED', 'RETAINED') group by demand_id")
                .query(rs -> {
                    heads.put(rs.getLong(1), rs.getInt(2));
                });
        return heads;
    }

    @Override
    public Map<Long, Integer> arrived(Collection<Long> demands) {
        Map<Long, Integer> heads = new HashMap<>();
        if (!demands.isEmpty()) {
            jdbc.sql("select demand_id, count(*) from placement where state in ('ARRIVED', 'RETAINED')"
                            + " and demand_id in (:demands) group by demand_id")
                    .param("demands", demands)
                    .query(rs -> {
                        heads.put(rs.getLong(1), rs.getInt(2));
                    });
        }
        return heads;
    }
}
