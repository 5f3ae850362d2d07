package org.talenthub.records.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.identity.Candidates;
import org.talenthub.records.identity.Candidates.Found;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.intake.Judge.Row;
import org.talenthub.records.intake.Judge.Said;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.Report;
import org.talenthub.records.model.Report.Outcome;
import org.talenthub.records.model.Report.State;

/**
 * Rows that repeat word for word what their reporter said last: most rows of a file that is sent every month. They are known before they
 * are written, asked the rule of identity as the forecast would ask it, so that it need neither read nor change them again; and they are
 * committed without loading anything.
 */
@Component
class Repetitions {

    /** So many rows of a chunk are asked about first: where none of them repeats anything, the others hardly do. */
    private static final int FIRST = 16;

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final Judges judges;

    Repetitions(JdbcClient jdbc, Candidates candidates, Judges judges) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.judges = judges;
    }

    /**
     * Notes, before rows are written, with those that repeat what their reporter said last, and share no key with another of these rows,
     * what they repeat.
     *
     * @param rows of one batch, in order
     */
    void note(List<Report> rows) {
        Set<String> keys = new HashSet<>();
        Set<String> doubled = new HashSet<>();
        rows.forEach(r -> Stream.of(r.strongKey, r.weakKey)
                .filter(k -> k != null && !keys.add(k))
                .forEach(doubled::add));
        List<Report> staged = rows.stream()
                .filter(r -> r.state == State.STAGED
                        && Stream.of(r.strongKey, r.weakKey).noneMatch(k -> k != null && doubled.contains(k)))
                .toList();
        if (staged.size() <= FIRST) {
            ask(staged);
            return;
        }
        int step = staged.size() / FIRST;
        List<Report> few =
                IntStream.range(0, FIRST).mapToObj(i -> staged.get(i * step)).toList();
        if (ask(few)) {
            ask(staged);
        }
    }

    /** @return whether any does */
    private boolean ask(List<Report> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        Report first = rows.getFirst();
        List<Row> asked = rows.stream().map(Repetitions::row).toList();
        Found found =
                candidates.of(first.batchId, asked.stream().map(Row::candidate).toList());
        Judge judge = judges.of(first.type, first.reporter);
        boolean any = false;
        for (int i = 0; i < asked.size(); i++) {
            Row row = asked.get(i);
            if (Judge.repeats(row, found)) {
                any |= noted(rows.get(i), judge.alone(row, found).said());
            }
        }
        return any;
    }

    private static boolean noted(Report row, Said said) {
        boolean repeats = said.outcome() == Outcome.UNCHANGED && said.record() != null && said.seen() != null;
        if (repeats) {
            row.outcome = Outcome.UNCHANGED;
            row.recordId = said.record();
            row.seenVersion = said.version();
            row.seenReport = said.seen();
        }
        return repeats;
    }

    private static Row row(Report r) {
        Said before = new Said(r.id, Outcome.CREATED, null, null, null, null, null);
        NearKeys near = r.near == null ? new NearKeys() : r.near;
        return new Row(r.id, r.rowNo, r.title, Mention.of(r), near, r.payloadHash, before);
    }

    /**
     * Settles those of a chunk's rows that the forecast, by the rule of identity, found to be repetitions, of records nobody changed
     * since and no other row of the file speaks of; what is left in doubt stays staged. So do rows of which a decision of people, or what
     * they correct, has a say: the report that they repeat has been moved then, or their number set aside. Whoever calls has the type's turn.
     */
    void settle(long batch, int after, int last, Instant now) {
        List<Long> rows = jdbc.sql("""
                        select r.id from report r force index (uk_report_row)
                            straight_join pool_record p on p.id = r.record_id straight_join report s on s.id = r.seen_report
                        where r.batch_id = :batch and r.row_no > :after and r.row_no <= :last and r.state = 'STAGED'
                            and r.outcome = 'UNCHANGED' and r.duplicate_of is null
                            and p.version = r.seen_version and p.state = 'LIVE' and p.same_as is null
                            and s.payload_hash = r.payload_hash and s.reporter = r.reporter and s.state = 'LIVE'
                            and s.record_id = r.record_id and s.own_record is null and s.set_aside is null
                            and s.strong_key <=> r.strong_key and s.weak_key <=> r.weak_key
                            and not exists (select 1 from correction_row c where c.batch_id = r.batch_id and c.row_no = r.row_no)
                            and not exists (select 1 from report o force index (ix_report_record)
                                where o.record_id = r.record_id and o.batch_id = r.batch_id and o.id <> r.id)""")
                .param("batch", batch)
                .param("after", after)
                .param("last", last)
                .query((rs, i) -> rs.getLong(1))
                .list();
        if (!rows.isEmpty()) {
            jdbc.sql("update report set state = 'SAME', live_at = :now where id in (:rows)")
                    .param("now", Timestamp.from(now))
                    .param("rows", rows)
                    .update();
        }
    }
}
