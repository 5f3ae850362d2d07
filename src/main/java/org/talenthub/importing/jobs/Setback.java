package org.talenthub.importing.jobs;

import java.time.Duration;
import org.talenthub.common.Ids;
import org.talenthub.common.causes.Causes;
import org.talenthub.importing.batch.Impediment;

/**
 * A batch that cannot go on just now: why, and when it is tried again. An engine that is away or full is asked again soon and for as
 * long as it takes; what fails at one place for another reason is tried ever more rarely, and after a few times a person is needed.
 *
 * @param code {@code batch.database}, {@code batch.search}, {@code batch.storage}, {@code batch.again} or {@code batch.stuck}
 * @param reference where to find it in the log
 */
record Setback(String code, String reference, Duration pause) {

    static final int STUCK_AFTER = 5;
    private static final Duration STUCK_PAUSE = Duration.ofMinutes(30);
    private static final Duration ENGINE_PAUSE = Duration.ofSeconds(15);

    /** @param failures how often in a row the work failed at this place, from 1 */
    static Setback of(Throwable e, int failures) {
        String reference = Ids.text(Ids.next());
        Duration growing = Duration.ofSeconds(1L << Math.clamp(failures - 1, 0, 6));
        Duration engine = growing.compareTo(ENGINE_PAUSE) > 0 ? ENGINE_PAUSE : growing;
        if (Causes.storageFull(e)) {
            return new Setback("batch.storage", reference, engine);
        }
        if (Causes.engineAway(e)) {
            return new Setback(Causes.database(e) ? "batch.database" : "batch.search", reference, engine);
        }
        return failures < STUCK_AFTER
                ? new Setback("batch.again", reference, growing)
                : new Setback("batch.stuck", reference, STUCK_PAUSE);
    }

    /** Whether only an engine's absence or want of room is to blame. */
    boolean engine() {
        return !code.equals("batch.again") && !code.equals("batch.stuck");
    }

    /** As it is kept with the batch; the words for it are chosen when it is shown. */
    Impediment problem() {
        return Impediment.passing(code, reference);
    }
}
