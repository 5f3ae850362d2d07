package org.talenthub.indexing.relay;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;

/** The dead letters: records whose documents Elasticsearch refused for good, with the reason. */
@Component
public class Rejections {

    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Rejections(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Of the records just written, keeps the rejected ones and forgets the others. */
    void settle(Collection<Long> written, List<BulkWriter.Rejection> rejected) {
        boolean any = jdbc.sql("select exists (select 1 from index_rejection)")
                .query(Boolean.class)
                .single();
        if (any && !written.isEmpty()) {
            jdbc.sql("delete from index_rejection where record_id in (:ids)")
                    .param("ids", written)
                    .update();
        }
        if (!rejected.isEmpty()) {
            Timestamp now = Timestamp.from(Instant.now());
            batches.batchUpdate(
                    "replace into index_rejection (record_id, type, version, reason, at) values (?, ?, ?, ?, ?)",
                    rejected.stream()
                            .map(r -> new Object[] {r.recordId(), r.type(), r.version(), r.reason(), now})
                            .toList());
            rejected.forEach(
                    r -> LOG.error("{} {} cannot be indexed: {}", r.type(), Ids.text(r.recordId()), r.reason()));
        }
    }

    long count() {
        return jdbc.sql("select count(*) from index_rejection")
                .query(Long.class)
                .single();
    }

    public List<BulkWriter.Rejection> of(String type) {
        return jdbc.sql(
                        "select record_id, type, version, reason from index_rejection where type = ? order by record_id")
                .param(type)
                .query((rs, i) ->
                        new BulkWriter.Rejection(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4)))
                .list();
    }
}
