package org.talenthub.chains;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.HubLock;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.records.outbox.Outbox;

/**
 * After a new edition of the dictionary brings every record to the relay once more, which places it; and once the nodes' meanings are known,
 * those that wait. What is left to do is what the placements say, so that it goes on wherever it was cut off. Rests while records of imports
 * wait for the index.
 */
@Component
class Replacing implements Background {

    private static final int CHUNK = 500;
    private static final Duration REST = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final NodePlacements placements;
    private final NodeMeanings meanings;
    private final Edition edition;
    private final Outbox outbox;
    private final HubLock alone;
    private final TransactionTemplate transaction;
    private final boolean enabled;
    private final Worker worker = new Worker(Stage.WORK, "chains", "placements wait, trying again", this::follow);
    private volatile boolean words;
    private volatile boolean meaning;

    /** @param enabled false on a hub that leaves the relaying to others */
    Replacing(
            NodePlacements placements,
            NodeMeanings meanings,
            Edition edition,
            Outbox outbox,
            HubLock alone,
            PlatformTransactionManager transactions,
            @Value("${hub.relay.enabled:true}") boolean enabled) {
        this.placements = placements;
        this.meanings = meanings;
        this.edition = edition;
        this.outbox = outbox;
        this.alone = alone;
        this.transaction = new TransactionTemplate(transactions);
        this.enabled = enabled;
    }

    @Override
    public Worker worker() {
        return worker;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    /** Looks through all records once more. */
    void again() {
        words = false;
        meaning = false;
        worker.wake();
    }

    private Duration follow() throws SQLException, InterruptedException {
        if (!words) {
            words = pass(false);
            return words ? Duration.ZERO : LOOK;
        }
        if (!meaning && meanings.on() && meanings.prepare()) {
            meaning = pass(true);
            return meaning ? REST : LOOK;
        }
        return REST;
    }

    /** Once over all records; false when another hub is at it, or this one stops. */
    private boolean pass(boolean withMeaning) throws SQLException, InterruptedException {
        boolean[] whole = {false};
        alone.run("chains", () -> {
            long after = 0;
            while (worker.running()) {
                if (!outbox.emptyUpTo(Long.MAX_VALUE)) {
                    Thread.sleep(LOOK);
                    continue;
                }
                List<Long> ids = placements.outdated(edition.version(), withMeaning, after, CHUNK);
                if (ids.isEmpty()) {
                    whole[0] = true;
                    return;
                }
                transaction.executeWithoutResult(s -> outbox.again(ids));
                after = ids.getLast();
            }
        });
        return whole[0];
    }
}
