package org.talenthub.records;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.security.Sealing;

/** Puts a file's rows down as staged reports, and says what committing them would do. */
@Component
public class Staging {

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final Sealing sealing;
    private final Json json;

    Staging(Bulk bulk, JdbcClient jdbc, Derivation derivation, Sealing sealing, Json json) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.sealing = sealing;
        this.json = json;
    }

    /**
     * One row as read and checked.
     *
     * @param number as Excel numbers it in the person's own file
     * @param title what the preview calls the row
     * @param sealed sensitive values in the clear, by field
     * @param issues a row with an error is kept as rejected
     */
    public record Row(int number, String title, Fields fields, Map<String, String> sealed, List<Issue> issues) {

        boolean rejected() {
            return issues.stream().anyMatch(i -> i.level() == Issue.Level.ERROR);
        }
    }

    /** Writes the rows in batches, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(long batch, String feed, Reporter reporter, List<Row> rows) {
        List<Report> reports =
                rows.stream().map(r -> report(batch, feed, reporter, r)).toList();
        bulk.with(session -> {
            session.insertMultiple(reports);
            return reports.size();
        });
    }

    private Report report(long batch, String feed, Reporter reporter, Row row) {
        Report r = new Report();
        r.id = Ids.next();
        r.batchId = batch;
        r.rowNo = row.number();
        r.type = feed;
        r.reporter = reporter.key();
        r.title = row.title();
        r.payload = json.write(row.fields().asMap());
        String secrets = row.sealed().isEmpty() ? "" : json.write(row.sealed());
        r.sealed = secrets.isEmpty() ? null : sealing.seal(secrets);
        r.payloadHash = sealing.hash("payload", r.payload + '\n' + secrets);
        if (!row.issues().isEmpty()) {
            r.issues = json.write(row.issues());
            r.worst = row.rejected() ? "ERROR" : "WARNING";
        }
        if (row.rejected()) {
            r.state = Report.State.REJECTED;
            r.outcome = Report.Outcome.REJECTED;
            return r;
        }
        r.state = Report.State.STAGED;
        Identity identity = derivation.type(feed).identify(row.fields(), row.sealed(), reporter);
        r.strongKey = derivation.hash(feed, "strong", identity.strong());
        r.weakKey = derivation.hash(feed, "weak", identity.weak());
        r.alikeKey = derivation.hash(feed, "alike", identity.alike());
        return r;
    }

    /** The last row that is staged already; reading goes on behind it after a crash. 0 when none is. */
    public int lastRow(long batch) {
        return jdbc.sql("select coalesce(max(row_no), 0) from report where batch_id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }

    /** Sets each staged row's forecast against the pool as it stands: six statements whatever the number of rows. */
    @Transactional
    public void forecast(long batch) {
        run(batch, """
                update report set record_id = null, suspect_of = null, duplicate_of = null
                where batch_id = :batch and state = 'STAGED'""");
        run(batch, """
                update report r join pool_record p on p.type = r.type and p.strong_key = r.strong_key
                set r.record_id = p.id, r.suspect_of = case when p.alike_key <> r.alike_key then p.id end
                where r.batch_id = :batch and r.state = 'STAGED'""");
        run(batch, """
                update report r join (
                    select w.id as report_id, min(p.id) as record_id
                    from report w join pool_record p on p.type = w.type and p.weak_key = w.weak_key
                        and (p.strong_key is null or w.strong_key is null)
                    where w.batch_id = :batch and w.state = 'STAGED' and w.record_id is null group by w.id) x on x.report_id = r.id
                set r.record_id = x.record_id""");
        run(batch, """
                update report r left join pool_record p on p.id = r.record_id
                left join report m on m.record_id = r.record_id and m.state = 'LIVE' and m.reporter = r.reporter
                    and m.payload_hash = r.payload_hash
                    and not exists (select 1 from report n where n.record_id = m.record_id and n.state = 'LIVE'
                        and n.reporter = m.reporter and (n.live_at > m.live_at or (n.live_at = m.live_at and n.row_no > m.row_no)))
                set r.outcome = case when p.id is null or p.state = 'GONE' then 'CREATED'
                    when m.id is not null then 'UNCHANGED' else 'UPDATED' end
                where r.batch_id = :batch and r.state = 'STAGED'""");
        run(batch, """
                update report r join (
                    select id, row_number() over w as nth, first_value(row_no) over w as first_row, lag(payload_hash) over w as before_hash
                    from report where batch_id = :batch and state = 'STAGED' and coalesce(strong_key, weak_key) is not null
                    window w as (partition by coalesce(strong_key, weak_key) order by row_no)) d on d.id = r.id and d.nth > 1
                set r.duplicate_of = d.first_row,
                    r.outcome = case when d.before_hash = r.payload_hash then 'UNCHANGED' else 'UPDATED' end""");
        run(batch, """
                update report r join (
                    select w.id as report_id, min(p.id) as record_id
                    from report w join pool_record p on p.type = w.type and p.alike_key = w.alike_key and p.state = 'LIVE'
                    where w.batch_id = :batch and w.state = 'STAGED' and w.record_id is null group by w.id) x on x.report_id = r.id
                set r.suspect_of = x.record_id""");
    }

    private void run(long batch, String sql) {
        jdbc.sql(sql).param("batch", batch).update();
    }
}
