package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.identity.Candidates;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.intake.Judge.Row;

/**
 * Whether what a preview said still holds. The forecast noted what each row was compared with: for a department the record and its
 * version, for a carrier its own report. What has changed since, or only came to be, makes the preview untrue. Two indexed reads,
 * whatever the batch's size, and the rule for what they find.
 */
@Component
public class Overtaken {

    /** More rows than anybody reads; there may be further ones. */
    public static final int MOST = 1000;

    /** A chunk that was being committed while the forecast began bears an earlier time, and hubs' clocks differ. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final StagedRows staged;
    private final Candidates candidates;
    private final Judges judges;

    Overtaken(JdbcClient jdbc, StagedRows staged, Candidates candidates, Judges judges) {
        this.jdbc = jdbc;
        this.staged = staged;
        this.candidates = candidates;
        this.judges = judges;
    }

    /**
     * The staged rows, at most {@link #MOST}, that would do something else than was forecast, in order. Takes the type's turn until the
     * caller's transaction ends, so that nobody commits in between.
     *
     * @param forecast when the forecast was begun: a record that has not changed since was known to it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Integer> rows(long batch, String type, String reporter, Instant forecast) {
        jdbc.sql("select type from record_turn where type = ? for update")
                .param(type)
                .query(String.class)
                .single();
        List<Integer> rows = new ArrayList<>(new Whose(reporter).pool() ? changed(batch) : changedByItself(batch));
        rows.addAll(found(batch, type, reporter, forecast));
        return rows.stream().sorted().distinct().limit(MOST).toList();
    }

    private List<Integer> changed(long batch) {
        return jdbc.sql("""
                        select r.row_no from report r join pool_record p on p.id = r.record_id
                        where r.batch_id = ? and r.state = 'STAGED' and r.outcome <> 'UNCHANGED' and p.version <> r.seen_version
                        order by r.row_no limit ?""").params(batch, MOST).query((rs, i) -> rs.getInt(1)).list();
    }

    /** Rows of persons of whom their reporter has said something else since, or no longer says what it said. */
    private List<Integer> changedByItself(long batch) {
        return jdbc.sql("""
                        select r.row_no from report r join pool_record p on p.id = r.record_id join report o on o.id = r.seen_report
                        where r.batch_id = ? and r.state = 'STAGED' and r.outcome <> 'UNCHANGED' and p.version <> r.seen_version
                        and (o.state <> 'LIVE' or exists (
                            select 1 from report n force index (ix_report_record) where n.record_id = o.record_id and n.state = 'LIVE'
                            and n.reporter = o.reporter and n.own_record <=> o.own_record
                            and (n.live_at > o.live_at or (n.live_at = o.live_at and n.row_no > o.row_no))))
                        order by r.row_no limit ?""").params(batch, MOST).query((rs, i) -> rs.getInt(1)).list();
    }

    /** Rows that were nobody's, and are somebody's now. */
    private List<Integer> found(long batch, String type, String reporter, Instant forecast) {
        List<Integer> numbers = jdbc.sql("""
                        select distinct r.row_no from report r
                        join record_key k on k.key_hash in (cast(conv(left(r.strong_key, 16), 16, -10) as signed),
                            cast(conv(left(r.weak_key, 16), 16, -10) as signed))
                        join pool_record p on p.id = k.record_id
                        where r.batch_id = :batch and r.state = 'STAGED' and r.record_id is null and p.updated_at > :since
                        and (:pool or k.reporter = :reporter) order by r.row_no limit :most""")
                .param("batch", batch)
                .param("since", Timestamp.from(forecast.minus(MARGIN)))
                .param("pool", new Whose(reporter).pool())
                .param("reporter", reporter)
                .param("most", MOST)
                .query((rs, i) -> rs.getInt(1))
                .list();
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Row> rows = staged.numbered(batch, numbers);
        Candidates.Found now =
                candidates.of(batch, rows.stream().map(Row::candidate).toList());
        Judge judge = judges.of(type, reporter);
        return rows.stream()
                .filter(r -> judge.alone(r, now).said().record() != null)
                .map(Row::number)
                .toList();
    }
}
