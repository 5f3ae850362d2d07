package org.talenthub.records.intake;

import java.sql.Connection;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.records.Identity;
import org.talenthub.records.Reporter;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.Report;
import org.talenthub.security.sealing.Sealing;

/** Puts a file's rows down as staged reports. */
@Component
public class Staging {

    private static final Logger log = LoggerFactory.getLogger(Staging.class);

    private static final Issue UNREADABLE =
            Issue.error("", "row.unreadable", Sentence.of("check.row.unreadable"), null);

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Derivation derivation;
    private final Sealing sealing;
    private final Json json;
    private final Bounds bounds;
    private final Repetitions repetitions;

    Staging(
            Bulk bulk,
            JdbcClient jdbc,
            JdbcTemplate template,
            Derivation derivation,
            Sealing sealing,
            Json json,
            Bounds bounds,
            Repetitions repetitions) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.template = template;
        this.derivation = derivation;
        this.sealing = sealing;
        this.json = json;
        this.bounds = bounds;
        this.repetitions = repetitions;
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

        private Row with(Issue issue) {
            List<Issue> all = new ArrayList<>(issues);
            all.add(issue);
            return new Row(number, title, fields, sealed, all);
        }

        boolean rejected() {
            return worst() == Issue.Level.ERROR;
        }

        /** The gravest level among the issues; a notice where there are none. */
        private Issue.Level worst() {
            return issues.stream()
                    .map(Issue::level)
                    .min(Comparator.naturalOrder())
                    .orElse(Issue.Level.NOTICE);
        }
    }

    /** A row as it is going to be written: normalised, hashed and sealed. */
    public static final class Staged {

        private final Report report;

        private Staged(Report report) {
            this.report = report;
        }
    }

    /**
     * Writes the rows in batches, inside the caller's transaction. A row that the database does not take is put down as rejected, so that
     * it holds up no other. Those that only repeat what their reporter said last are written as what they are, and the forecast that
     * follows passes over them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(List<Staged> rows) {
        List<Report> reports = rows.stream().map(r -> r.report).toList();
        repetitions.note(reports);
        write(reports);
    }

    /** The same for rows that correct others: whose they are also depends on what they correct, so that nothing is said of them yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stageCorrections(List<Staged> rows) {
        write(rows.stream().map(r -> r.report).toList());
    }

    private void write(List<Report> reports) {
        if (!inserted(reports)) {
            reports.forEach(r -> {
                if (!inserted(List.of(r))) {
                    bulk.insertReports(List.of(refused(r)));
                }
            });
        }
    }

    private boolean inserted(List<Report> reports) {
        Savepoint before = savepoint();
        try {
            bulk.insertReports(reports);
            return true;
        } catch (DataIntegrityViolationException e) {
            log.warn("rows of batch {} are not taken by the database", reports.getFirst().batchId);
            template.execute((ConnectionCallback<@Nullable Void>) c -> {
                c.rollback(before);
                return null;
            });
            return false;
        }
    }

    private Savepoint savepoint() {
        return Objects.requireNonNull(template.execute((ConnectionCallback<Savepoint>) Connection::setSavepoint));
    }

    private Report refused(Report given) {
        Report r = new Report();
        r.id = given.id;
        r.batchId = given.batchId;
        r.rowNo = given.rowNo;
        r.type = given.type;
        r.reporter = given.reporter;
        r.title = "";
        r.payload = json.write(Map.of());
        r.payloadHash = given.payloadHash;
        r.issues = json.write(List.of(UNREADABLE));
        r.worst = UNREADABLE.level().name();
        r.state = Report.State.REJECTED;
        r.outcome = Report.Outcome.REJECTED;
        return r;
    }

    /** All the work on a row that needs no database; may be done in any thread. */
    public Staged prepare(long batch, String feed, Reporter reporter, Row row) {
        return new Staged(report(batch, feed, reporter, row));
    }

    /** A row that cannot be checked, whatever it holds. */
    public Staged unreadable(long batch, String feed, Reporter reporter, int number) {
        return new Staged(report(
                batch, feed, reporter, new Row(number, "", new Fields(Map.of()), Map.of(), List.of(UNREADABLE))));
    }

    private Report report(long batch, String feed, Reporter reporter, Row read) {
        Row row =
                bounds.said(feed, reporter.key(), read.fields()).map(read::with).orElse(read);
        Report r = new Report();
        r.id = Ids.next();
        r.batchId = batch;
        r.rowNo = row.number();
        r.type = feed;
        r.reporter = reporter.key();
        r.title = row.title();
        r.payload = json.write(row.fields().asMap());
        // sorted: the hash has to come out the same in every run
        String secrets = row.sealed().isEmpty() ? "" : json.write(new TreeMap<>(row.sealed()));
        r.sealed = secrets.isEmpty() ? null : sealing.seal(secrets);
        r.payloadHash = Derivation.shortened(sealing.hash("payload", r.payload + '\n' + secrets));
        if (!row.issues().isEmpty()) {
            r.issues = json.write(row.issues());
            r.worst = row.worst().name();
        }
        if (row.rejected()) {
            r.state = Report.State.REJECTED;
            r.outcome = Report.Outcome.REJECTED;
            return r;
        }
        r.state = Report.State.STAGED;
        r.outcome = Report.Outcome.CREATED; // until the forecast knows better; most rows are new
        Identity identity = derivation.type(feed).identify(row.fields(), row.sealed(), reporter);
        r.strongKey = derivation.hash(feed, "strong", identity.strong());
        r.weakKey = derivation.hash(feed, "weak", identity.weak());
        r.traits = identity.traits();
        r.verified = identity.strong() != null && derivation.type(feed).verified(row.fields(), row.sealed());
        r.near = derivation.near(feed, identity.near());
        return r;
    }

    /** The last row that is staged already; reading goes on behind it after a crash. 0 when none is. */
    public int lastRow(long batch) {
        return jdbc.sql("select coalesce(max(row_no), 0) from report where batch_id = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }
}
