package org.talenthub.events.timetable;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.talenthub.common.Sentence;
import org.talenthub.common.causes.Causes;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.HubLock;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.planning.Contradiction;
import org.talenthub.planning.Plan;
import org.talenthub.planning.solve.Planner;

/**
 * Makes the plans that are asked for, one after another. A plan is a row from the moment it is asked for, and its best so far stands in it,
 * so that a hub that was killed goes on from there, or another one does.
 */
@Component
class PlanWork implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWork.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final long ASK_EVERY = Duration.ofMillis(500).toNanos();
    private static final long LEAST_MS = 200;

    private final PlanBook book;
    private final Planner planner;
    private final HubLock alone;
    private final Worker worker =
            new Worker(Stage.WORK, "event-plans", "plans of events wait, trying again", this::step);

    PlanWork(PlanBook book, Planner planner, HubLock alone) {
        this.book = book;
        this.planner = planner;
        this.alone = alone;
    }

    @Override
    public Worker worker() {
        return worker;
    }

    private Duration step() throws Exception {
        if (book.oldestPlanning().isEmpty()) {
            return POLL;
        }
        boolean mine = alone.run("event-plans", () -> book.oldestPlanning().ifPresent(this::plan));
        return mine && worker.running() ? Duration.ZERO : POLL;
    }

    private void plan(EventPlan p) {
        PlanBook.Version v = book.read(p);
        long began = System.nanoTime();
        long left = Math.max(LEAST_MS, p.seconds() * 1_000L - p.spentMs());
        try {
            Plan start = v.meetings().isEmpty() ? null : v.asPlan();
            Plan best = planner.plan(
                    v.task(),
                    p.seed(),
                    Duration.ofMillis(left),
                    better -> book.progress(p, better, spent(p, began)),
                    stop(p),
                    start);
            if (worker.running()) {
                book.done(p, v.stored(), best, spent(p, began));
            } else {
                book.progress(p, best, spent(p, began));
            }
        } catch (Contradiction c) {
            book.failed(p, Sentence.of("check.plan.pins", c.between().size()));
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException fault) {
            if (Causes.engineAway(fault) || !worker.running()) {
                throw fault;
            }
            LOG.error("plan {} of event {} cannot be made", p.number(), p.event(), fault);
            book.failed(p, Sentence.of("check.plan.failed"));
        }
    }

    private static long spent(EventPlan p, long began) {
        return p.spentMs() + (System.nanoTime() - began) / 1_000_000;
    }

    /** Asked very often: the database only now and then. */
    private BooleanSupplier stop(EventPlan p) {
        long[] asked = {System.nanoTime()};
        boolean[] told = {false};
        return () -> {
            long now = System.nanoTime();
            if (!told[0] && now - asked[0] > ASK_EVERY) {
                asked[0] = now;
                told[0] = book.stopAsked(p.id());
            }
            return told[0] || !worker.running();
        };
    }
}
