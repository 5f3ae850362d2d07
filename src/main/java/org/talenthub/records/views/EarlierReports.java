package org.talenthub.records.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.records.model.Json;

/** What was said of records over time: every report that holds, also those that a later one of the same reporter outdid. */
@Component
public class EarlierReports {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Json json;

    EarlierReports(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param at when it was committed; null when that is not known */
    public record Said(long record, @Nullable Instant at, Fields fields) {}

    /** In the order that they were said. */
    public List<Said> of(Collection<Long> records) {
        List<Long> ids = records.stream().distinct().toList();
        List<Said> said = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            said.addAll(jdbc.sql("select record_id, live_at, payload from report"
                            + " where record_id in (:ids) and state = 'LIVE' order by live_at, id")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .query((rs, i) -> new Said(
                            rs.getLong(1),
                            rs.getTimestamp(2) == null
                                    ? null
                                    : rs.getTimestamp(2).toInstant(),
                            json.fields(rs.getString(3))))
                    .list());
        }
        return said;
    }
}
