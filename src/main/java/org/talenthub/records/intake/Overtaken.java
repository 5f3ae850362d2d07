package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether what a preview said still holds. The forecast noted the version of the record that each row would change; a record that has
 * another version by now, or that only came to be since, makes the preview untrue. Two indexed reads, whatever the batch's size.
 */
@Component
public class Overtaken {

    /** More rows than anybody reads; there may be further ones. */
    public static final int MOST = 1000;

    /** A chunk that was being committed while the forecast began bears an earlier time, and hubs' clocks differ. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    Overtaken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The staged rows, at most {@link #MOST}, that would do something else than was forecast, in order. Takes the type's turn until the
     * caller's transaction ends, so that nobody commits in between.
     *
     * @param forecast when the forecast was begun: a record that has not changed since was known to it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Integer> rows(long batch, String type, Instant forecast) {
        jdbc.sql("select type from record_turn where type = ? for update")
                .param(type)
                .query(String.class)
                .single();
        return jdbc.sql("""
                        select row_no from (
                            select r.row_no from report r join pool_record p on p.id = r.record_id
                            where r.batch_id = :batch and r.state = 'STAGED' and r.outcome <> 'UNCHANGED' and p.version <> r.seen_version
                            union
                            select r.row_no from report r join pool_record p on p.type = :type and p.strong_key = r.strong_key
                            where r.batch_id = :batch and r.state = 'STAGED' and r.record_id is null and p.updated_at > :since
                            union
                            select r.row_no from report r join pool_record p on p.type = :type and p.weak_key = r.weak_key
                            where r.batch_id = :batch and r.state = 'STAGED' and r.record_id is null
                                and p.updated_at > :since and (r.strong_key is null or p.strong_key is null)) d
                        order by row_no limit :most""")
                .param("batch", batch)
                .param("type", type)
                .param("since", Timestamp.from(forecast.minus(MARGIN)))
                .param("most", MOST)
                .query((rs, i) -> rs.getInt(1))
                .list();
    }
}
