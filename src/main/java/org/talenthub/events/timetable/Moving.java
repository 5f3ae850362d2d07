package org.talenthub.events.timetable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.plans.EventPlan.Origin;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.events.plans.StoredTask.PairRow;
import org.talenthub.planning.Meeting;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Changing a plan by hand, one meeting at a time; each change is a version of its own that says what was changed. */
@Component
public class Moving {

    private final EventDesk desk;
    private final Roster roster;
    private final PlanBook book;
    private final Texts texts;
    private final Audit audit;

    Moving(EventDesk desk, Roster roster, PlanBook book, Texts texts, Audit audit) {
        this.desk = desk;
        this.roster = roster;
        this.book = book;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Where a meeting shall be.
     *
     * @param slot number; null takes the meeting out
     * @param table in the hall; null: any free one of the enterprise
     * @param version that it was seen in; null: the newest
     */
    public record MoveWish(
            @Nullable Integer slot,
            @Nullable Integer table,
            @Nullable Integer version,
            @Nullable String talent,
            @Nullable String enterprise,
            @Nullable String demand) {}

    /** @param conflicts that are left */
    public record Moved(EventPlan plan, List<Conflict> conflicts) {}

    /** A place that a meeting could be moved to. */
    public record Place(int slot, int table, List<Conflict> conflicts) {}

    /** @throws Problem 404, 403; 409 when it cannot be now, the version is not the newest, or two would be in one place */
    @Transactional
    public Moved move(String event, String meeting, MoveWish wish, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.MOVE, viewer);
        PlanBook.Version v = newest(e, wish.version());
        int pair = pair(v, e, meeting);
        return keep(e, v, v.stored(), pair, wish, viewer);
    }

    /** Adds a meeting of two who may or may not be a pair by score. @throws Problem as {@link #move} */
    @Transactional
    public Moved add(String event, MoveWish wish, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.MOVE, viewer);
        PlanBook.Version v = newest(e, wish.version());
        String host = wish.enterprise() == null ? wish.demand() : wish.enterprise();
        if (wish.talent() == null || host == null || wish.slot() == null) {
            throw Problem.badRequest("meeting.incomplete", Sentence.of("refused.meeting.incomplete"));
        }
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        int h = v.stored().hostOf(roster.find(entries, host, Kind.ENTERPRISE).id());
        int g = v.stored()
                .guestOf(roster.find(entries, wish.talent(), Kind.TALENT).id());
        if (h < 0 || g < 0) {
            throw Problem.conflict("meeting.later", Sentence.of("refused.meeting.later"));
        }
        StoredTask task = v.stored();
        int pair = task.pair(
                task.hosts().get(h).participant(), task.guests().get(g).participant());
        if (pair < 0) {
            List<PairRow> pairs = new ArrayList<>(task.pairs());
            pairs.add(
                    new PairRow(h, g, 0, false, false, -1, wish.demand() == null ? List.of() : List.of(wish.demand())));
            task = task.with(task.hosts(), task.guests(), pairs);
            pair = pairs.size() - 1;
        }
        return keep(e, v, task, pair, wish, viewer);
    }

    PlanBook.Version newest(RecruitmentEvent e, @Nullable Integer seen) {
        book.lock(e);
        PlanBook.Version v = book.latest(e);
        if (v.plan().state() == EventPlan.State.PLANNING) {
            throw Problem.conflict("plan.running", Sentence.of("refused.plan.running.move"));
        }
        if (seen != null && seen != v.plan().number()) {
            throw Problem.conflict(
                    "plan.changed", Sentence.of("refused.plan.changed", v.plan().number()));
        }
        return v;
    }

    private int pair(PlanBook.Version v, RecruitmentEvent e, String meeting) {
        long id = Ids.parse(meeting).orElseThrow(Problem::notFound);
        return book.named(e.id()).values().stream()
                .filter(m -> m.id() == id)
                .map(m -> v.stored().pair(m.host(), m.guest()))
                .filter(p -> p >= 0)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Moved keep(
            RecruitmentEvent e, PlanBook.Version v, StoredTask task, int pair, MoveWish wish, Viewer viewer) {
        List<Meeting> now = new ArrayList<>(v.meetings());
        now.removeIf(m -> m.pair() == pair);
        Conflicts against = conflicts(e, viewer);
        Sentence note;
        if (wish.slot() == null) {
            note = Sentence.of("check.plan.out", against.who(task, pair));
        } else {
            int slot = task.slots().indexOf(wish.slot());
            if (slot < 0) {
                throw Problem.badRequest("slot.unknown", Sentence.of("refused.slot.unknown", wish.slot()));
            }
            int desk = desk(task, pair, slot, wish.table(), now);
            now.add(new Meeting(pair, slot, desk));
            note = Sentence.of(
                    "check.plan.moved", against.who(task, pair), against.time(wish.slot()), task.table(pair, desk));
        }
        List<Conflict> conflicts = against.of(task, now, pair);
        List<Issue> blocked = conflicts.stream()
                .filter(c -> c.level() == Conflict.Level.BLOCK_PLAN)
                .map(c -> Issue.error("slot", c.kind(), c.text(), null))
                .toList();
        if (!blocked.isEmpty()) {
            throw new Problem(409, "plan.conflict", blocked.getFirst().message(), blocked);
        }
        EventPlan made = book.follow(v, Origin.MOVED, task, now, note, v.plan().bound(), viewer);
        audit.record(viewer, "event.move", "event", Ids.text(e.id()), "version " + made.number());
        return new Moved(made, conflicts);
    }

    static int desk(StoredTask task, int pair, int slot, @Nullable Integer table, List<Meeting> others) {
        StoredTask.HostRow host = task.hosts().get(task.pairs().get(pair).host());
        int tables = Math.max(1, host.tables());
        if (table != null) {
            int desk = table - host.first();
            if (desk < 0 || desk >= tables) {
                throw Problem.badRequest(
                        "table.other", Sentence.of("refused.table.other", host.first(), (host.first() + tables - 1)));
            }
            return desk;
        }
        BitSet taken = new BitSet();
        others.stream()
                .filter(m -> m.slot() == slot
                        && task.pairs().get(m.pair()).host()
                                == task.pairs().get(pair).host())
                .forEach(m -> taken.set(m.table()));
        return Math.min(taken.nextClearBit(0), tables - 1);
    }

    /** Every place of a meeting's enterprise, the free ones and those that something speaks against. @throws Problem 404, 403 */
    @Transactional(readOnly = true)
    public List<Place> places(String event, String meeting, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, viewer);
        PlanBook.Version v = book.latest(e);
        int pair = pair(v, e, meeting);
        StoredTask.HostRow host =
                v.stored().hosts().get(v.stored().pairs().get(pair).host());
        List<Meeting> others =
                v.meetings().stream().filter(m -> m.pair() != pair).toList();
        Conflicts against = conflicts(e, viewer);
        List<Place> places = new ArrayList<>();
        for (int s = 0; s < v.stored().slots().size(); s++) {
            for (int d = 0; d < Math.max(1, host.tables()); d++) {
                List<Meeting> then = new ArrayList<>(others);
                then.add(new Meeting(pair, s, d));
                places.add(new Place(v.stored().slots().get(s), host.first() + d, against.of(v.stored(), then, pair)));
            }
        }
        return places;
    }

    /** @throws Problem 409 when something blocks it */
    void requirePublishable(RecruitmentEvent e, PlanBook.Version v, Viewer viewer) {
        List<Issue> blocked = conflicts(e, viewer).of(v.stored(), v.meetings(), null).stream()
                .filter(c -> c.level() != Conflict.Level.WARN)
                .map(c -> Issue.error("meetings", c.kind(), c.text(), null))
                .toList();
        if (!blocked.isEmpty()) {
            throw new Problem(409, "plan.blocked", Sentence.of("refused.plan.blocked", blocked.size()), blocked);
        }
    }

    private Conflicts conflicts(RecruitmentEvent e, Viewer viewer) {
        return new Conflicts(desk.slots(e), roster.all(e, viewer), texts);
    }
}
