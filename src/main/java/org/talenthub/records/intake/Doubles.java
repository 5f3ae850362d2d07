package org.talenthub.records.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.records.identity.Earlier;
import org.talenthub.records.identity.Known;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.identity.ReportOrigins.Origin;

/** The rows of one file that share a key with another row of it, as far as they were judged; of a file without any nothing is kept. */
final class Doubles {

    private final Set<String> keys;
    private final Known known = new Known();
    private final Map<String, Long> corrected = new HashMap<>();

    private Doubles(Set<String> keys) {
        this.keys = keys;
    }

    static Doubles none() {
        return new Doubles(Set.of());
    }

    /** Of a batch's staged rows. */
    static Doubles of(long batch, JdbcClient jdbc) {
        Set<String> keys = new HashSet<>();
        for (String key : new String[] {"strong_key", "weak_key"}) {
            jdbc.sql("select " + key
                            + " from report force index (uk_report_row) where batch_id = ? and state = 'STAGED' and "
                            + key + " is not null group by " + key + " having count(*) > 1")
                    .param(batch)
                    .query(rs -> {
                        keys.add(rs.getString(1));
                    });
        }
        return new Doubles(keys);
    }

    boolean empty() {
        return keys.isEmpty();
    }

    boolean has(Mention row) {
        return has(row.strong()) || has(row.weak());
    }

    private boolean has(@Nullable String key) {
        return key != null && keys.contains(key);
    }

    Known known() {
        return known;
    }

    /** The record of what a row corrects: what an earlier row of the file made of it, else what stands in the pool. */
    @Nullable
    Long corrects(@Nullable Origin origin) {
        return origin == null ? null : corrected.getOrDefault(origin.row(), origin.record());
    }

    void learn(Earlier row, @Nullable Origin origin) {
        if (origin != null) {
            corrected.put(origin.row(), row.record());
        }
        if (origin != null || has(row.mention())) {
            known.add(row);
        }
    }
}
