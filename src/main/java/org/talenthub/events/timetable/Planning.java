package org.talenthub.events.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Organising;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.plans.EventPlan.State;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Asking for a plan, stopping it, and putting one in force. */
@Component
public class Planning {

    private static final int MOST_SECONDS = 600;
    private static final int USUAL_SECONDS = 20;

    private final EventDesk desk;
    private final Organising organising;
    private final Roster roster;
    private final TaskMaker tasks;
    private final PlanBook book;
    private final PlanWork work;
    private final Moving moving;
    private final Audit audit;

    Planning(
            EventDesk desk,
            Organising organising,
            Roster roster,
            TaskMaker tasks,
            PlanBook book,
            PlanWork work,
            Moving moving,
            Audit audit) {
        this.desk = desk;
        this.organising = organising;
        this.roster = roster;
        this.tasks = tasks;
        this.book = book;
        this.work = work;
        this.moving = moving;
        this.audit = audit;
    }

    /** A meeting that is fixed to a slot, by ids and the slot's number. */
    public record PinWish(
            @Nullable String talent,
            @Nullable String enterprise,
            @Nullable String demand,
            @Nullable Integer slot) {}

    /** @param seconds that it may take, 1 to 600 */
    public record PlanWish(
            @Nullable Integer seconds,
            @Nullable Long seed,
            @Nullable List<PinWish> pins) {

        public static final PlanWish USUAL = new PlanWish(null, null, null);
    }

    /**
     * Begins a new version.
     *
     * @throws Problem 404, 403; 409 when it cannot be now or one is being made; 400 for numbers that cannot be; 422 for contradicting pins,
     *     or when there is nobody to plan
     */
    @Transactional
    public EventPlan begin(String event, PlanWish wish, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.PLAN, viewer);
        int seconds = wish.seconds() == null ? USUAL_SECONDS : wish.seconds();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Problem.badRequest("plan.seconds", Sentence.of("refused.plan.seconds", MOST_SECONDS));
        }
        book.lock(e);
        if (book.planning(e.id())) {
            throw Problem.conflict("plan.running", Sentence.of("refused.plan.running"));
        }
        StoredTask task = tasks.make(e, pins(e, wish.pins(), viewer));
        EventPlan p = book.begin(e, task, seconds, wish.seed() == null ? 1 : wish.seed(), viewer);
        organising.act(e, Action.PLAN, desk.hand(e, viewer).orElseThrow(Problem::notFound));
        audit.record(viewer, "event.plan", "event", event, "version " + p.number());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.worker().wake();
            }
        });
        return p;
    }

    private List<TaskMaker.Pin> pins(RecruitmentEvent e, @Nullable List<PinWish> wishes, Viewer viewer) {
        if (wishes == null || wishes.isEmpty()) {
            return List.of();
        }
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        List<EventSlot> slots = desk.slots(e);
        List<TaskMaker.Pin> pins = new ArrayList<>();
        Map<List<Long>, Integer> times = new HashMap<>();
        List<Issue> contradictions = new ArrayList<>();
        Set<List<Long>> pairs = new HashSet<>();
        for (PinWish w : wishes) {
            String host = w.enterprise() == null ? w.demand() : w.enterprise();
            if (w.talent() == null || host == null || w.slot() == null) {
                throw Problem.badRequest("pins.incomplete", Sentence.of("refused.pins.incomplete"));
            }
            int index = index(slots, w.slot());
            long guest = roster.find(entries, w.talent(), Kind.TALENT).id();
            var enterprise = roster.find(entries, host, Kind.ENTERPRISE);
            if (times.merge(List.of(guest, (long) index), 1, Integer::sum) > 1) {
                contradictions.add(Issue.error(
                        "pins", "guest.twice", Sentence.of("check.pin.guest", w.talent(), host, w.slot()), w.talent()));
            }
            if (times.merge(List.of(-enterprise.id(), (long) index), 1, Integer::sum) > enterprise.desks()) {
                contradictions.add(Issue.error(
                        "pins", "desk.full", Sentence.of("check.pin.desk", w.talent(), host, w.slot()), host));
            }
            if (!pairs.add(List.of(enterprise.id(), guest))) {
                contradictions.add(Issue.error(
                        "pins", "pair.twice", Sentence.of("check.pin.pair", w.talent(), host, w.slot()), w.talent()));
            }
            pins.add(new TaskMaker.Pin(enterprise.id(), guest, index));
        }
        if (!contradictions.isEmpty()) {
            throw new Problem(
                    422,
                    "plan.contradiction",
                    Sentence.of("refused.plan.contradiction", contradictions.size()),
                    contradictions);
        }
        return pins;
    }

    static int index(List<EventSlot> slots, int n) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).n() == n) {
                return i;
            }
        }
        throw Problem.badRequest("slot.unknown", Sentence.of("refused.slot.unknown", n));
    }

    /** Ends the search with the best plan so far. @throws Problem 404, 403; 409 when none is being made */
    @Transactional
    public void stop(String event, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, viewer);
        if (book.askToStop(e.id()) == 0) {
            throw Problem.conflict("plan.idle", Sentence.of("refused.plan.idle"));
        }
    }

    /**
     * Puts a version in force; what was in force before stays as it was.
     *
     * @param number null for the newest
     * @throws Problem 404, 403; 409 when it cannot be now, is not ready, or has conflicts that block it
     */
    @Transactional
    public RecruitmentEvent publish(String event, @Nullable Integer number, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.PUBLISH, viewer);
        book.lock(e);
        PlanBook.Version v = number == null ? book.latest(e) : book.get(e, number);
        if (v.plan().state() == State.PLANNING) {
            throw Problem.conflict(
                    "plan.running",
                    Sentence.of("refused.plan.running.publish", v.plan().number()));
        }
        if (v.plan().state() == State.FAILED) {
            throw Problem.conflict(
                    "plan.failed", Sentence.of("refused.plan.failed", v.plan().number()));
        }
        moving.requirePublishable(e, v, viewer);
        book.published(e).ifPresent(before -> {
            if (before.plan().number() != v.plan().number()) {
                before.plan().move(State.REPLACED);
                book.save(before.plan());
            }
        });
        v.plan().move(State.PUBLISHED);
        book.save(v.plan());
        organising.follow(e, v.plan().number());
        organising.act(e, Action.PUBLISH, desk.hand(e, viewer).orElseThrow(Problem::notFound));
        audit.record(
                viewer,
                "event.publish",
                "event",
                Ids.text(e.id()),
                "version " + v.plan().number());
        return e;
    }
}
