package org.talenthub.matching.placements;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.insight.FilledHeads;

/** Heads of demands that somebody has arrived for, for the boards. */
@Component
class ArrivedHeads implements FilledHeads {

    private final JdbcClient jdbc;

    ArrivedHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Integer> byDemand() {
        Map<Long, Integer> heads = new HashMap<>();
        jdbc.sql("select demand_id, count(*) from placement where state in ('ARRIVED', 'RETAINED') group by demand_id")
                .query(rs -> {
                    heads.put(rs.getLong(1), rs.getInt(2));
                });
        return heads;
    }
}
