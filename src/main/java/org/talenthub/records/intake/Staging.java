package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
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

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final Sealing sealing;
    private final Json json;
    private final Bounds bounds;

    Staging(Bulk bulk, JdbcClient jdbc, Derivation derivation, Sealing sealing, Json json, Bounds bounds) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.sealing = sealing;
        this.json = json;
        this.bounds = bounds;
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

    /** Writes the rows in batches, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(List<Staged> rows) {
        bulk.insertReports(rows.stream().map(r -> r.report).toList());
    }

    /** All the work on a row that needs no database; may be done in any thread. */
    public Staged prepare(long batch, String feed, Reporter reporter, Row row) {
        return new Staged(report(batch, feed, reporter, row));
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
