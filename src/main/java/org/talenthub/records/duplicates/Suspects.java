package org.talenthub.records.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/**
 * The review queue: pairs of records that may be one person. The province decides all of them, a city those that touch its region,
 * nobody else any. Each decision is one transaction, remembered for later imports, and can be undone.
 */
@Component
public class Suspects {

    /** As many as one call decides. */
    public static final int AT_ONCE = 500;

    private final SuspectQueue queue;
    private final TransactionTemplate transaction;
    private final DerivedRecords derived;
    private final Decisions decisions;
    private final SuspectSides sides;
    private final Audit audit;
    private final Rights rights;
    private final PairVerdicts verdicts;

    Suspects(
            SuspectQueue queue,
            TransactionTemplate transaction,
            DerivedRecords derived,
            Decisions decisions,
            SuspectSides sides,
            Audit audit,
            Rights rights,
            PairVerdicts verdicts) {
        this.verdicts = verdicts;
        this.queue = queue;
        this.transaction = transaction;
        this.derived = derived;
        this.decisions = decisions;
        this.sides = sides;
        this.audit = audit;
        this.rights = rights;
    }

    /** What was decided of a pair. */
    public enum State {
        OPEN,
        SAME,
        DIFFERENT,
        UNSURE
    }

    /**
     * A pair as one viewer may see it.
     *
     * @param score 0 to 100
     * @param batch the batch it was found in
     * @param row of that batch's file, as Excel numbers it
     * @param differing fields of which both have a value that is not the other's, though the masks may look the same
     */
    public record Pair(
            long id,
            Side a,
            Side b,
            Set<String> differing,
            Set<Reason> reasons,
            int score,
            State state,
            long batch,
            int row,
            Instant foundAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {}

    /**
     * One of the two, and who says so.
     *
     * @param record null when nothing is left of it for this viewer
     */
    public record Side(@Nullable RecordView record, List<Said> reports) {}

    /** @param reporter name of the organisation, empty for the province */
    public record Said(String reporter, long batch, int row, Instant at) {}

    public record Page(long total, int page, int size, List<Pair> items) {}

    public boolean mayDecide(Viewer viewer) {
        return rights.may(Act.REVIEW, Thing.PAIR, viewer);
    }

    /** How many wait for the viewer; counted to 1,000. */
    public int waiting(Viewer viewer) {
        if (!mayDecide(viewer)) {
            return 0;
        }
        return queue.waiting(viewer);
    }

    /** How many of each reason wait. */
    public Map<Reason, Long> reasons(State state, Viewer viewer) {
        requireMay(viewer);
        return queue.reasons(state, viewer);
    }

    /**
     * Which pairs are looked at.
     *
     * @param reason null for all
     * @param only for that reason and no other
     */
    public record Which(State state, @Nullable Reason reason, boolean only) {}

    public Page page(State state, @Nullable Reason reason, int page, int size, Viewer viewer) {
        return page(new Which(state, reason, false), page, size, viewer);
    }

    /** A page of the queue, likeliest first; of what was decided, newest first. @throws Problem 400, 403 */
    public Page page(Which which, int page, int size, Viewer viewer) {
        requireMay(viewer);
        Paging asked = new Paging(page, size);
        long total = queue.count(which, viewer);
        List<StoredSuspect> rows = queue.page(which, asked, viewer);
        return new Page(total, page, size, sides.of(rows, viewer));
    }

    /** @throws Problem 403, or 404 when it is not this viewer's to decide */
    public Pair get(long id, Viewer viewer) {
        requireMay(viewer);
        return sides.of(List.of(queue.load(id, viewer, "")), viewer).getFirst();
    }

    /** The first pairs of a reason that wait, for deciding them all. */
    public List<Long> waitingOf(Reason reason, boolean only, Viewer viewer) {
        requireMay(viewer);
        return queue.first(new Which(State.OPEN, reason, only), AT_ONCE, viewer);
    }

    /**
     * Decides an open or unsure pair.
     *
     * @param verdict SAME, DIFFERENT or UNSURE; OPEN takes an earlier decision back
     * @throws Problem 403, 404, 409 when somebody else was quicker or nothing is left to decide
     */
    public void decide(long id, State verdict, @Nullable String reason, Viewer viewer) {
        requireMay(viewer);
        String note = reason == null ? null : Contacts.mask(reason);
        transaction.executeWithoutResult(s -> {
            String type = queue.load(id, viewer, "").type();
            derived.takeTurn(type);
            StoredSuspect pair = queue.load(id, viewer, " for update");
            boolean open = pair.state() == State.OPEN || pair.state() == State.UNSURE;
            if (pair.state() == verdict || (verdict != State.OPEN && !open)) {
                throw Problem.conflict("suspect.decided", Sentence.of("refused.suspect.decided"));
            }
            Long moved = verdict == State.OPEN ? undo(pair) : apply(pair, verdict);
            boolean back = verdict == State.OPEN;
            PairVerdict decided = verdicts.findById(id).orElseThrow(Problem::notFound);
            if (back) {
                decided.takenBack();
            } else {
                decided.decided(verdict, moved, viewer.username(), note);
            }
            verdicts.saveAndFlush(decided);
            audit.record(
                    viewer,
                    "suspect." + (back ? "undo" : verdict.name().toLowerCase(java.util.Locale.ROOT)),
                    "suspect",
                    Ids.text(id),
                    Ids.text(pair.a()) + " " + Ids.text(pair.b()) + (note == null ? "" : " " + note));
        });
    }

    private @Nullable Long apply(StoredSuspect pair, State verdict) {
        String claim = pair.claim();
        if (verdict == State.SAME && claim == null) {
            return decisions.merge(pair.type(), pair.a(), pair.b());
        }
        if (verdict == State.DIFFERENT && claim != null) {
            decisions.separate(pair.type(), pair.a(), pair.b(), claim);
        }
        return null;
    }

    private @Nullable Long undo(StoredSuspect pair) {
        if (pair.state() == State.SAME && pair.moved() != null) {
            decisions.split(pair.type(), pair.moved());
        } else if (pair.state() == State.DIFFERENT && pair.claim() != null) {
            decisions.unite(pair.type(), pair.a(), pair.b(), pair.claim());
        }
        return null;
    }

    private void requireMay(Viewer viewer) {
        rights.require(Act.REVIEW, Thing.PAIR, viewer, Sentence.of("refused.forbidden.requireMay"));
    }
}
