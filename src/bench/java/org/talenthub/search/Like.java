package org.talenthub.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The peer: the same words by SQL in the records' JSON, the newest 20 and how many there are. MariaDB has no {@code FULLTEXT … WITH PARSER
 * ngram}, which MySQL has; so it is {@code LIKE}. No facets, no order by relevance, no marks, no synonyms.
 */
final class Like {

    private static final int RUNS = 3;
    private static final Duration LONG = Duration.ofSeconds(4);

    private final JdbcTemplate jdbc;

    Like(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Median in milliseconds, of a single run where that is long; negative for what SQL cannot look for. */
    double millis(Asked.Search s) {
        if (s.words().isEmpty()) {
            return -1;
        }
        StringBuilder where = new StringBuilder(" from pool_record where type = 'talent' and state = 'LIVE'");
        List<Object> values = new ArrayList<>();
        if (!s.region().isEmpty()) {
            where.append(" and region like ?");
            values.add(s.region().substring(0, 4) + "%");
        }
        s.words().forEach(w -> {
            where.append(" and payload like ?");
            values.add("%" + w + "%");
        });
        List<Long> took = new ArrayList<>();
        long until = System.nanoTime() + LONG.toNanos();
        while (took.isEmpty() || took.size() < RUNS && System.nanoTime() < until) {
            long start = System.nanoTime();
            jdbc.queryForList("select id" + where + " order by updated_at desc limit 20", values.toArray());
            jdbc.queryForObject("select count(*)" + where, Long.class, values.toArray());
            took.add(System.nanoTime() - start);
        }
        return Times.of(took).median();
    }
}
