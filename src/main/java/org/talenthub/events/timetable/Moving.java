package org.talenthub.events.timetable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Moments;
import org.talenthub.events.model.Organising;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.events.timetable.EventPlan.Origin;
import org.talenthub.events.timetable.StoredTask.PairRow;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Violation;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Changing a plan by hand, one meeting at a time; each change is a version of its own that says what was changed. */
@Component
public class Moving {

    private final EventDesk desk;
    private final Organising organising;
    private final Roster roster;
    private final PlanBook book;
    private final Texts texts;
    private final Audit audit;

    Moving(EventDesk desk, Organising organising, Roster roster, PlanBook book, Texts texts, Audit audit) {
        this.desk = desk;
        this.organising = organising;
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
            throw Problem.badRequest("meeting.incomplete", "写明 talent、enterprise（或 demand）和 slot。");
        }
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        int h = v.stored().hostOf(roster.find(entries, host, Kind.ENTERPRISE).id());
        int g = v.stored().guestOf(roster.find(entries, wish.talent(), Kind.TALENT).id());
        if (h < 0 || g < 0) {
            throw Problem.conflict("meeting.later", "这一版编排之后才加入的参加者，重新编排后再安排。");
        }
        StoredTask task = v.stored();
        int pair = task.pair(
                task.hosts().get(h).participant(), task.guests().get(g).participant());
        if (pair < 0) {
            List<PairRow> pairs = new ArrayList<>(task.pairs());
            pairs.add(new PairRow(
                    h, g, 0, false, false, -1, wish.demand() == null ? List.of() : List.of(wish.demand())));
            task = task.with(task.hosts(), task.guests(), pairs);
            pair = pairs.size() - 1;
        }
        return keep(e, v, task, pair, wish, viewer);
    }

    private PlanBook.Version newest(RecruitmentEvent e, @Nullable Integer seen) {
        book.lock(e);
        PlanBook.Version v = book.latest(e);
        if (v.plan().state() == EventPlan.State.PLANNING) {
            throw Problem.conflict("plan.running", "正在编排，完成或停止后再调整。");
        }
        if (seen != null && seen != v.plan().number()) {
            throw Problem.conflict("plan.changed", "编排已更新到第 " + v.plan().number() + " 版，刷新后再调整。");
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
        String note;
        if (wish.slot() == null) {
            note = texts.text("event.note.out", who(e, task, pair, viewer));
        } else {
            int slot = task.slots().indexOf(wish.slot());
            if (slot < 0) {
                throw Problem.badRequest("slot.unknown", "没有编号为 " + wish.slot() + " 的时段。");
            }
            int desk = desk(task, pair, slot, wish.table(), now);
            now.add(new Meeting(pair, slot, desk));
            note = texts.text(
                    "event.note.moved", who(e, task, pair, viewer), time(e, wish.slot()), task.table(pair, desk));
        }
        List<Conflict> conflicts = conflicts(e, task, now, pair, viewer);
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

    private static int desk(StoredTask task, int pair, int slot, @Nullable Integer table, List<Meeting> others) {
        StoredTask.HostRow host = task.hosts().get(task.pairs().get(pair).host());
        int tables = Math.max(1, host.tables());
        if (table != null) {
            int desk = table - host.first();
            if (desk < 0 || desk >= tables) {
                throw Problem.badRequest(
                        "table.other", "这家企业的桌号是 " + host.first() + " 至 " + (host.first() + tables - 1) + "。");
            }
            return desk;
        }
        BitSet taken = new BitSet();
        others.stream()
                .filter(m -> m.slot() == slot
                        && task.pairs().get(m.pair()).host() == task.pairs().get(pair).host())
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
        List<Place> places = new ArrayList<>();
        for (int s = 0; s < v.stored().slots().size(); s++) {
            for (int d = 0; d < Math.max(1, host.tables()); d++) {
                List<Meeting> then = new ArrayList<>(others);
                then.add(new Meeting(pair, s, d));
                places.add(new Place(
                        v.stored().slots().get(s), host.first() + d, conflicts(e, v.stored(), then, pair, viewer)));
            }
        }
        return places;
    }

    /** What speaks against the plan; about one pair only where one is given. */
    private List<Conflict> conflicts(
            RecruitmentEvent e, StoredTask task, List<Meeting> meetings, @Nullable Integer about, Viewer viewer) {
        List<Violation> found =
                Checker.violations(task.task(), org.talenthub.planning.Plan.of(task.task(), meetings), past(e, task));
        List<Violation> asked = found.stream()
                .filter(x -> about == null || x.pair() == about || x.other() == about)
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        return asked.stream()
                .map(x -> new Conflict(Conflict.level(x.kind()), x.kind().name(), text(e, task, x, entries)))
                .toList();
    }

    private String text(RecruitmentEvent e, StoredTask task, Violation x, Map<Long, Roster.Entry> entries) {
        String slot = x.slot() < 0 || x.slot() >= task.slots().size()
                ? ""
                : time(e, task.slots().get(x.slot()));
        return texts.text(
                "event.conflict." + x.kind().name(),
                x.pair() < 0 || x.pair() >= task.pairs().size() ? "" : who(task, x.pair(), entries),
                slot,
                x.other() < 0 ? "" : who(task, x.other(), entries));
    }

    /** @throws Problem 409 when something blocks it */
    void requirePublishable(RecruitmentEvent e, PlanBook.Version v, Viewer viewer) {
        List<Issue> blocked = conflicts(e, v.stored(), v.meetings(), null, viewer).stream()
                .filter(c -> c.level() != Conflict.Level.WARN)
                .map(c -> Issue.error("meetings", c.kind(), c.text(), null))
                .toList();
        if (!blocked.isEmpty()) {
            throw new Problem(409, "plan.blocked", "还有 " + blocked.size() + " 处冲突，解决后再发布。", blocked);
        }
    }

    /**
     * Takes a slot away.
     *
     * @param then {@code move} puts its meetings elsewhere as far as there is room, {@code unplace} drops them; null asks where there are any
     * @return the version that follows; null where there was no plan
     * @throws Problem 409 {@code slot.meetings} with their number
     */
    @Transactional
    public @Nullable Moved dropSlot(String event, int n, @Nullable String then, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.EDIT, viewer);
        book.lock(e);
        List<EventSlot> slots = desk.slots(e);
        if (slots.stream().noneMatch(s -> s.n() == n)) {
            throw Problem.notFound();
        }
        if (slots.size() == 1) {
            throw Problem.conflict("slot.last", "至少留一个时段。");
        }
        if (then != null && !then.equals("move") && !then.equals("unplace")) {
            throw Problem.badRequest("slot.then", "then 写 move（移到别的时段）或 unplace（不再安排）。");
        }
        Moved moved = null;
        if (book.next(e.id()) > 1) {
            PlanBook.Version v = newest(e, null);
            int index = v.stored().slots().indexOf(n);
            List<Meeting> hit =
                    v.meetings().stream().filter(m -> m.slot() == index).toList();
            if (!hit.isEmpty() && then == null) {
                throw Problem.conflict(
                        "slot.meetings",
                        "这个时段有 " + hit.size() + " 场对接。加 then=move 移到别的时段（移不下的列入未安排），或 then=unplace 不再安排。");
            }
            if (index >= 0) {
                moved = without(v, index, hit, "move".equals(then), time(e, n), viewer);
            }
        }
        organising.slots(e, slots.stream().filter(s -> s.n() != n).toList());
        audit.record(viewer, "event.slot", "event", event, "slot " + n);
        return moved;
    }

    private Moved without(
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
                with.add(new Meeting(m.pair(), s, desk(task, m.pair(), s, null, now)));
                boolean clean =
                        Checker.violations(task.task(), org.talenthub.planning.Plan.of(task.task(), with)).stream()
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
                texts.text("event.note.slot", time, placed, hit.size() - placed),
                null,
                viewer);
        return new Moved(made, List.of());
    }

    private BitSet past(RecruitmentEvent e, StoredTask task) {
        String now = Moments.now();
        BitSet past = new BitSet();
        Map<Integer, EventSlot> slots = desk.slots(e).stream()
                .collect(java.util.stream.Collectors.toMap(EventSlot::n, s -> s));
        for (int i = 0; i < task.slots().size(); i++) {
            EventSlot s = slots.get(task.slots().get(i));
            if (s != null && s.to().compareTo(now) <= 0) {
                past.set(i);
            }
        }
        return past;
    }

    private String time(RecruitmentEvent e, int n) {
        return desk.slots(e).stream()
                .filter(s -> s.n() == n)
                .map(s -> s.day() + " " + s.begins())
                .findFirst()
                .orElse("");
    }

    private String who(RecruitmentEvent e, StoredTask task, int pair, Viewer viewer) {
        return who(task, pair, roster.all(e, viewer));
    }

    private static String who(StoredTask task, int pair, Map<Long, Roster.Entry> entries) {
        return badge(entries, task.guest(pair)) + " — " + badge(entries, task.host(pair));
    }

    /** Notes are kept: they hold numbers and enterprises, never a person's name. */
    private static String badge(Map<Long, Roster.Entry> entries, long participant) {
        Roster.Entry x = entries.get(participant);
        return x == null
                ? "?"
                : x.participant().kind() == Kind.ENTERPRISE
                        ? Objects.requireNonNull(x).name()
                        : x.participant().badge();
    }
}
