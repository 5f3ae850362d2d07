package org.talenthub.records.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * Tells, before rows are written, which of them repeat word for word what their reporter said last: most rows of a file that is sent
 * every month. They are asked the rule of identity as the forecast would ask it, so that it need neither read nor change them again.
 */
@Component
class Echoes {

    /** So many rows of a chunk are asked about first: where none of them repeats anything, the others hardly do. */
    private static final int FIRST = 16;

    private final Candidates candidates;
    private final Judges judges;

    Echoes(Candidates candidates, Judges judges) {
        this.candidates = candidates;
        this.judges = judges;
    }

    /**
     * Notes it with those that do and share no key with another of these rows.
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
        List<Report> few = IntStream.range(0, FIRST)
                .mapToObj(i -> staged.get(i * step))
                .toList();
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
        List<Row> asked = rows.stream().map(Echoes::row).toList();
        Found found = candidates.of(
                first.batchId, asked.stream().map(Row::candidate).toList());
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
}
