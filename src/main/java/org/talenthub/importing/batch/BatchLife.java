package org.talenthub.importing.batch;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Transitions;
import org.talenthub.common.Transitions.Row;
import org.talenthub.importing.batch.ImportBatch.Phase;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * The life of a batch: what may be done to it when, and by whom. A batch that FAILED stands, for this table, where its work stopped: the
 * work goes on from there, and its reporter may cancel it as before.
 */
public final class BatchLife {

    static final Transitions<Status, Action, Hand> TABLE = Transitions.of(
            "batch",
            "batch.status",
            worker(Action.READ, Status.READING, Status.RECEIVED, Status.READING),
            worker(Action.CHECK, Status.READING, Status.READING),
            worker(Action.PREVIEW, Status.PREVIEWED, Status.READING),
            worker(Action.WRITE, Status.COMMITTING, Status.READING, Status.COMMITTING),
            worker(Action.INDEX, Status.COMMITTING, Status.COMMITTING),
            worker(Action.COMPLETE, Status.COMMITTED, Status.COMMITTING),
            worker(Action.WITHDRAW, Status.REVERTING, Status.REVERTING),
            worker(Action.UNDO, Status.REVERTED, Status.REVERTING),
            worker(Action.REFUSE, Status.REJECTED, Status.READING),
            worker(
                    Action.FAIL,
                    Status.FAILED,
                    Status.RECEIVED,
                    Status.READING,
                    Status.COMMITTING,
                    Status.REVERTING,
                    Status.CANCELLING),
            row(Action.ASK, Hand.HUB, Status.PREVIEWED, Status.RECEIVED, Status.PREVIEWED),
            row(Action.RECHECK, Hand.HUB, Status.READING, Status.PREVIEWED),
            row(Action.KEEP, Hand.HUB, Status.REJECTED, Status.CANCELLING),
            row(Action.COMMIT, Hand.REPORTER, Status.COMMITTING, Status.PREVIEWED),
            row(Action.REREAD, Hand.REPORTER, Status.RECEIVED, Status.PREVIEWED),
            row(Action.DROP, Hand.REPORTER, Status.CANCELLING, Status.PREVIEWED, Status.REJECTED),
            row(Action.CANCEL, Hand.REPORTER, Status.CANCELLING, Status.RECEIVED, Status.READING),
            row(Action.WITHHOLD, Hand.REPORTER, Status.REVERTING, Status.COMMITTING),
            row(Action.REVERT, Hand.REPORTER, Status.REVERTING, Status.COMMITTED));

    private BatchLife() {}

    /** Who does it: the reporter, the worker that holds the batch's lease, or the hub where it follows from something else. */
    public enum Hand {
        REPORTER,
        HUB,
        WORKER
    }

    /** What can be done to a batch, and the phase it is in then; null where it stays for the work to go on in. */
    public enum Action {
        /** The preview is to be written, unless records have changed meanwhile (RECHECK). */
        COMMIT(Phase.COMMITTING),
        /** The file is to be read otherwise. */
        REREAD(Phase.WAITING),
        /** A preview or a refused file is to be forgotten. */
        DROP(Phase.CANCELLING),
        /** The reading is to stop, and what was read to be forgotten. */
        CANCEL(Phase.CANCELLING),
        /** The commit is to stop, and what it wrote to be withdrawn. */
        WITHHOLD(Phase.REVERTING),
        /** What was committed is to be withdrawn. */
        REVERT(Phase.REVERTING),

        /** A person has to say first how the file is to be read. */
        ASK(Phase.PREVIEW),
        /** The preview no longer holds and is made anew. */
        RECHECK(Phase.CHECKING),
        /** A forgotten batch of the watched folder stays as refused, so that its file is not taken in again. */
        KEEP(Phase.DONE),

        READ(Phase.READING),
        CHECK(Phase.CHECKING),
        PREVIEW(Phase.PREVIEW),
        WRITE(Phase.COMMITTING),
        INDEX(Phase.INDEXING),
        COMPLETE(Phase.DONE),
        WITHDRAW(Phase.REVERTING),
        UNDO(Phase.DONE),
        REFUSE(Phase.DONE),
        FAIL(null);

        final @Nullable Phase phase;

        Action(@Nullable Phase phase) {
            this.phase = phase;
        }
    }

    private static Row<Status, Action, Hand> worker(Action action, Status to, Status... from) {
        return row(action, Hand.WORKER, to, from);
    }

    private static Row<Status, Action, Hand> row(Action action, Hand by, Status to, Status... from) {
        return new Row<>(action, Set.of(by), EnumSet.of(from[0], from), to);
    }
}
