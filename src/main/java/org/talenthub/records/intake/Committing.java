package org.talenthub.records.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.talenthub.records.duplicates.Proofs.Proof;
import org.talenthub.records.duplicates.Suspicions.Question;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.identity.Verdict;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;

/** One chunk's rows being committed, in memory: whose each is, and what that changes. */
final class Committing {

    private final String type;
    private final Judge judge;
    private final ChunkRecords known;
    private final BiPredicate<Long, Long> refused;
    private final Instant now;
    private final List<PoolRecord> created = new ArrayList<>();
    private final Set<Long> creators = new HashSet<>();
    private final Set<PoolRecord> touched = new LinkedHashSet<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    /** @param refused whether people said of two records that they are two */
    Committing(String type, Judge judge, ChunkRecords known, BiPredicate<Long, Long> refused, Instant now) {
        this.type = type;
        this.judge = judge;
        this.known = known;
        this.refused = refused;
        this.now = now;
    }

    void commit(Report row) {
        Long decided = known.decided(row);
        Long corrects = known.corrects(row);
        Verdict verdict = judge.rule()
                .decide(
                        Mention.of(row),
                        decided,
                        corrects,
                        known.sharing(row, corrects),
                        record -> judge.standing().test(known.headline(record)));
        PoolRecord own = verdict.same() == null ? create(row) : known.get(verdict.same());
        if (verdict.into() != null) {
            join(row, own, known.root(known.get(verdict.into())));
        }
        PoolRecord record = known.root(own);
        row.recordId = record.id;
        row.liveAt = now;
        row.ownRecord = record.id == own.id ? null : own.id;
        List<Report> behind = known.behind(record);
        List<Report> mine = behind.stream()
                .filter(r -> r.reporter.equals(row.reporter) && Objects.equals(r.own(), row.own()))
                .toList();
        if (Derivation.speaking(mine).stream().anyMatch(r -> r.payloadHash.equals(row.payloadHash))) {
            row.state = Report.State.SAME;
            row.outcome = Report.Outcome.UNCHANGED;
            known.learn(row, false);
            return;
        }
        boolean told = !mine.isEmpty() || (judge.whose().pool() && !behind.isEmpty());
        row.state = Report.State.LIVE;
        row.outcome = told ? Report.Outcome.UPDATED : Report.Outcome.CREATED;
        known.learn(row, true);
        touched.add(record);
        ask(row, record, verdict);
    }

    private PoolRecord create(Report row) {
        PoolRecord own =
                PoolRecord.blank(row.id, type, now); // the record carries the number of the report that made it
        created.add(own);
        creators.add(row.id);
        known.add(own);
        return own;
    }

    private void join(Report row, PoolRecord own, PoolRecord into) {
        if (own.id != into.id && !refused.test(own.id, into.id)) {
            known.join(own, into);
            proofs.add(new Proof(own.id, into.id, row.rowNo));
            creators.remove(own.id);
            touched.add(own);
        }
    }

    private void ask(Report row, PoolRecord record, Verdict verdict) {
        verdict.pairs().forEach(e -> {
            PoolRecord other = known.root(known.get(e.record()));
            if (other.id != record.id) {
                boolean hidden = !judge.whose().own(e.mention().reporter());
                questions.add(new Question(row, record.id, known.report(e), other.id, hidden));
            }
        });
    }

    List<PoolRecord> created() {
        return created;
    }

    List<PoolRecord> changed() {
        return touched.stream().filter(r -> !created.contains(r)).toList();
    }

    /** Of the rows those that made the record they belong to. */
    Set<Long> creators() {
        return creators;
    }

    Map<Long, List<Report>> live() {
        return known.live();
    }

    List<Proof> proofs() {
        return proofs;
    }

    List<Question> questions() {
        return questions;
    }
}
