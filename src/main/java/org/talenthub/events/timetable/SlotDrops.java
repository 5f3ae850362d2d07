package org.talenthub.events.timetable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Organising;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.plans.EventPlan.Origin;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Plan;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Taking a slot away never leaves a meeting in it: it asks first, then moves or drops what stands there. */
@Component
public class SlotDrops {

    private final EventDesk desk;
    private final Organising organising;
    private final Roster roster;
    private final PlanBook book;
    private final Moving moving;
    private final Texts texts;
    private final Audit audit;

    SlotDrops(
            EventDesk desk,
            Organising organising,
            Roster roster,
            PlanBook book,
            Moving moving,
            Texts texts,
            Audit audit) {
        this.desk = desk;
        this.organising = organising;
        this.roster = roster;
        this.book = book;
        this.moving = moving;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Takes a slot away.
     *
     * @param then {@code move} puts its meetings elsewhere as far as there is room, {@code unplace} drops them; null asks where there are any
     * @return the version that follows; null where there was no plan
     * @throws Problem 409 {@code slot.meetings} with their number
     */
    @Transactional
    public Moving.@Nullable Moved drop(String event, int n, @Nullable String then, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.EDIT, viewer);
        book.lock(e);
        List<EventSlot> slots = desk.slots(e);
        if (slots.stream().noneMatch(s -> s.n() == n)) {
            throw Problem.notFound();
        }
        if (slots.size() == 1) {
            throw Problem.conflict("slot.last", Sentence.of("refused.slot.last"));
        }
        if (then != null && !then.equals("move") && !then.equals("unplace")) {
            throw Problem.badRequest("slot.then", Sentence.of("refused.slot.then"));
        }
        Moving.Moved moved = null;
        if (book.next(e.id()) > 1) {
            PlanBook.Version v = moving.newest(e, null);
            Conflicts against = new Conflicts(slots, roster.all(e, viewer), texts);
            int index = v.stored().slots().indexOf(n);
            List<Meeting> hit =
                    v.meetings().stream().filter(m -> m.slot() == index).toList();
            if (!hit.isEmpty() && then == null) {
                throw Problem.conflict("slot.meetings", Sentence.of("refused.slot.meetings", hit.size()));
            }
            if (index >= 0) {
                moved = without(v, index, hit, "move".equals(then), against.time(n), viewer);
            }
        }
        organising.slots(e, slots.stream().filter(s -> s.n() != n).toList());
        audit.record(viewer, "event.slot", "event", event, "slot " + n);
        return moved;
    }

    private Moving.Moved without(
            PlanBook.Version v, int index, List<Meeting> hit, boolean move, String time, Viewer viewer) {
        StoredTask task = v.stored().without(index);
        List<Meeting> now = new ArrayList<>();
        for (Meeting m : v.meetings()) {
            if (m.slot() != index) {
                now.add(new Meeting(m.pair(), m.slot() < index ? m.slot() : m.slot() - 1, m.table()));
            }
        }
        int placed = 0;
        for (Meeting m : move ? hit : List.<Meeting>of()) {
            for (int s = 0; s < task.slots().size(); s++) {
                List<Meeting> with = new ArrayList<>(now);
                with.add(new Meeting(m.pair(), s, Moving.desk(task, m.pair(), s, null, now)));
                boolean clean = Checker.violations(task.task(), Plan.of(task.task(), with)).stream()
                        .noneMatch(x -> x.pair() == m.pair() || x.other() == m.pair());
                if (clean) {
                    now = with;
                    placed++;
                    break;
                }
            }
        }
        EventPlan made = book.follow(
                v,
                Origin.SLOT,
                task,
                now,
                Sentence.of("check.plan.slot", time, placed, hit.size() - placed),
                null,
                viewer);
        return new Moving.Moved(made, List.of());
    }
}
