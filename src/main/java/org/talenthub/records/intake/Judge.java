package org.talenthub.records.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.Headline;
import org.talenthub.records.duplicates.Nearby;
import org.talenthub.records.identity.Candidates;
import org.talenthub.records.identity.Candidates.Found;
import org.talenthub.records.identity.Candidates.Person;
import org.talenthub.records.identity.Earlier;
import org.talenthub.records.identity.IdentityRule;
import org.talenthub.records.identity.Known;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.identity.ReportOrigins.Origin;
import org.talenthub.records.identity.Verdict;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.Report;
import org.talenthub.records.model.Report.Outcome;

/**
 * Asks the rule of identity about staged rows, and says of each what it would do.
 *
 * @param standing of the rows' reporter
 */
record Judge(Whose whose, IdentityRule rule, Predicate<Headline> standing) {

    /** A staged row. */
    record Row(long id, int number, String title, Mention mention, NearKeys near, String hash, Said before) {

        /** What a decision may have said whose this is; null without keys to say it of. */
        @Nullable
        String claim() {
            return Report.claim(mention.strong(), near);
        }

        Candidates.Asking candidate() {
            return new Candidates.Asking(number, mention, claim());
        }

        Nearby.Asking asking() {
            return new Nearby.Asking(id, title, near);
        }
    }

    /**
     * What a row would do.
     *
     * @param record the record that its reporter is told of
     * @param first the earlier row of the file about the same
     * @param version the record's
     * @param seen its reporter's own report that it was compared with
     */
    record Said(
            long id,
            Outcome outcome,
            @Nullable Long record,
            @Nullable Long suspect,
            @Nullable Integer first,
            @Nullable Long version,
            @Nullable Long seen) {

        Said suspecting(@Nullable Long other) {
            return new Said(id, outcome, record, other, first, version, seen);
        }
    }

    /**
     * A row and whose it is.
     *
     * @param earlier what the rule was asked with
     * @param record the record that it would be part of, or make
     * @param root what that is part of
     */
    record Judged(Row row, Verdict verdict, List<Earlier> earlier, Said said, long record, long root) {}

    /** A row as if it were its file's only one. */
    Judged alone(Row row, Found found) {
        return of(row, found, Doubles.none());
    }

    Judged of(Row row, Found found, Doubles doubles) {
        Origin origin = found.origins().get(row.number());
        Long corrects = doubles.corrects(origin);
        List<Earlier> earlier = Known.sharing(row.mention(), corrects, List.of(found.known(), doubles.known()));
        Verdict verdict = rule.decide(
                row.mention(),
                found.decided(row.claim()),
                corrects,
                earlier,
                record -> Optional.ofNullable(found.person(record))
                        .filter(p -> standing.test(p.headline()))
                        .isPresent());
        long record = verdict.same() == null ? row.id() : verdict.same();
        Person person = found.person(verdict.same());
        long root = person == null ? record : person.id();
        doubles.learn(
                new Earlier(row.mention(), record, root, true, row.id(), row.number(), row.title(), row.hash()),
                origin);
        return new Judged(row, verdict, earlier, say(row, verdict, earlier, person), record, root);
    }

    /** A carrier is told of what itself said of whom it means, a department of what stands in the pool. */
    private Said say(Row row, Verdict verdict, List<Earlier> earlier, @Nullable Person person) {
        Integer first = null;
        Earlier last = null;
        Long seen = null;
        for (Earlier e : earlier) {
            if (e.live() && e.by(row.mention().reporter()) && Objects.equals(e.record(), verdict.same())) {
                last = e;
                seen = e.row() == 0 ? Long.valueOf(e.report()) : seen;
                first = first == null && e.row() > 0 ? Integer.valueOf(e.row()) : first;
            }
        }
        boolean there = whose.pool() && person != null && person.live();
        Outcome outcome = last != null
                ? last.hash().equals(row.hash()) ? Outcome.UNCHANGED : Outcome.UPDATED
                : there ? Outcome.UPDATED : Outcome.CREATED;
        Person told = whose.pool() || seen != null ? person : null;
        return new Said(
                row.id(),
                outcome,
                told == null ? null : Long.valueOf(told.id()),
                null,
                first,
                told == null ? null : Long.valueOf(told.version()),
                seen);
    }

    /** Whether the reporter said word for word the same last: such a row is asked nothing, and nothing is looked up for it. */
    static boolean repeats(Row row, Found found) {
        Map<Long, String> last = new HashMap<>();
        for (Earlier e : Known.sharing(row.mention(), null, List.of(found.known()))) {
            if (e.live() && e.by(row.mention().reporter())) {
                last.put(e.record(), e.hash());
            }
        }
        return last.containsValue(row.hash());
    }
}
