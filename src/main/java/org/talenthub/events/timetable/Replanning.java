package org.talenthub.events.timetable;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Moments;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.events.plans.StoredTask.GuestRow;
import org.talenthub.events.plans.StoredTask.HostRow;
import org.talenthub.planning.Plan;
import org.talenthub.planning.solve.Replanner;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;

/** Mending the plan in force on the day: a proposal with what it changes, which somebody accepts by putting it in force. */
@Component
public class Replanning {

    private static final int FROZEN_MINUTES = 15;
    private static final int USUAL_BUDGET = 3;
    private static final int MOST_BUDGET = 50;

    private final EventDesk desk;
    private final Roster roster;
    private final PlanBook book;
    private final Replanner replanner;
    private final Audit audit;

    Replanning(EventDesk desk, Roster roster, PlanBook book, Replanner replanner, Audit audit) {
        this.desk = desk;
        this.roster = roster;
        this.book = book;
        this.replanner = replanner;
        this.audit = audit;
    }

    /** What happened, by participant. */
    private static final class Changed {
        private final Set<Long> absent = new HashSet<>();
        private final Map<Long, String> late = new HashMap<>();
        private final Map<Long, Set<Integer>> closed = new HashMap<>();
    }

    /**
     * Proposes a version that follows the one in force. {@code {absent: [id], late: [{participant, until}], closed: [{enterprise, slots}],
     * budget}}; ids of participants, or of their records.
     *
     * @throws Problem 404, 403, 409 without a plan in force; 400 for what cannot be read
     */
    @Transactional
    public EventPlan propose(String event, @Nullable JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.REPLAN, viewer);
        book.lock(e);
        PlanBook.Version now = book.published(e).orElseThrow(PlanBook::none);
        JsonNode wish = body == null ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode() : body;
        int budget = wish.path("budget").isNumber() ? wish.path("budget").asInt() : USUAL_BUDGET;
        if (budget < 0 || budget > MOST_BUDGET) {
            throw Problem.badRequest("replan.budget", Sentence.of("refused.replan.budget", MOST_BUDGET));
        }
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        Changed changed = read(wish, entries);
        StoredTask task = changed(e, now.stored(), changed, entries);
        BitSet frozen = frozen(e, task);
        Plan next = replanner.propose(task.task(), now.asPlan(), frozen, budget);
        EventPlan made = book.follow(
                now,
                EventPlan.Origin.REPLANNED,
                task,
                next.meetings(),
                Sentence.of("check.plan.replanned", changed.absent.size(), changed.late.size(), changed.closed.size()),
                next.bound() == Long.MAX_VALUE ? null : next.bound(),
                viewer);
        audit.record(viewer, "event.replan", "event", Ids.text(e.id()), "version " + made.number());
        return made;
    }

    private Changed read(JsonNode wish, Map<Long, Roster.Entry> entries) {
        Changed changed = new Changed();
        for (JsonNode a : list(wish, "absent")) {
            changed.absent.add(who(entries, a));
        }
        for (JsonNode l : list(wish, "late")) {
            String until = l.path("until").asString(l.path("arrives").asString(""));
            if (until.isBlank()) {
                throw Problem.badRequest("replan.late", Sentence.of("refused.replan.late"));
            }
            changed.late.put(who(entries, l), Moments.read("until", until));
        }
        for (JsonNode c : list(wish, "closed")) {
            Set<Integer> slots = new HashSet<>();
            list(c, "slots").forEach(s -> slots.add(s.asInt(-1)));
            if (c.path("slot").isNumber()) {
                slots.add(c.path("slot").asInt());
            }
            changed.closed.put(who(entries, c), slots);
        }
        return changed;
    }

    private static List<JsonNode> list(JsonNode n, String field) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode of = n.isObject() ? n.path(field) : n;
        if (of.isArray()) {
            of.forEach(all::add);
        } else if (n.isObject() && (of.isObject() || of.isString())) {
            all.add(of);
        }
        return all;
    }

    private long who(Map<Long, Roster.Entry> entries, JsonNode n) {
        if (n.isString()) {
            return roster.find(entries, n.asString(), null).id();
        }
        for (String field : List.of("participant", "talent", "enterprise", "demand", "id")) {
            String ref = n.path(field).asString("");
            if (!ref.isBlank()) {
                return roster.find(entries, ref, null).id();
            }
        }
        throw Problem.badRequest("replan.who", Sentence.of("refused.replan.who"));
    }

    /** The task as things are now; who is marked absent besides comes too. */
    private StoredTask changed(RecruitmentEvent e, StoredTask task, Changed changed, Map<Long, Roster.Entry> entries) {
        entries.values().stream()
                .map(Roster.Entry::participant)
                .filter(p -> p.state() == org.talenthub.events.people.Participant.State.ABSENT)
                .forEach(p -> changed.absent.add(p.id()));
        Map<Integer, EventSlot> slots = desk.slots(e).stream().collect(Collectors.toMap(EventSlot::n, s -> s));
        List<GuestRow> guests = task.guests().stream()
                .map(g -> new GuestRow(
                        g.participant(),
                        changed.absent.contains(g.participant())
                                ? List.of()
                                : g.open().stream()
                                        .filter(i -> after(slots, task, i, changed.late.get(g.participant())))
                                        .toList(),
                        g.most()))
                .toList();
        List<HostRow> hosts = task.hosts().stream()
                .map(h -> new HostRow(
                        h.participant(),
                        IntStream.range(0, task.slots().size())
                                .mapToObj(i -> open(h, i, slots, task, changed)
                                        ? h.desks().get(i)
                                        : 0)
                                .toList(),
                        h.least(),
                        h.first()))
                .toList();
        Set<Long> gone = changed.absent;
        return task.with(
                hosts,
                guests,
                task.pairs().stream()
                        .map(p -> gone.contains(task.guests().get(p.guest()).participant())
                                        || gone.contains(
                                                task.hosts().get(p.host()).participant())
                                ? p.pinned(-1)
                                : p)
                        .toList());
    }

    private static boolean open(HostRow h, int i, Map<Integer, EventSlot> slots, StoredTask task, Changed changed) {
        Set<Integer> closed = changed.closed.get(h.participant());
        boolean shut = closed != null
                && (closed.isEmpty() || closed.contains(task.slots().get(i)));
        return !shut
                && !changed.absent.contains(h.participant())
                && after(slots, task, i, changed.late.get(h.participant()));
    }

    private static boolean after(Map<Integer, EventSlot> slots, StoredTask task, int index, @Nullable String moment) {
        EventSlot s = slots.get(task.slots().get(index));
        return moment == null || s == null || !Moments.at(moment).isAfter(LocalDateTime.parse(s.from()));
    }

    /** What has begun, or begins within a quarter of an hour. */
    private BitSet frozen(RecruitmentEvent e, StoredTask task) {
        String until = Moments.minute(LocalDateTime.now(HubTime.ZONE).plusMinutes(FROZEN_MINUTES));
        Map<Integer, EventSlot> slots = desk.slots(e).stream().collect(Collectors.toMap(EventSlot::n, s -> s));
        BitSet frozen = new BitSet();
        for (int i = 0; i < task.slots().size(); i++) {
            EventSlot s = slots.get(task.slots().get(i));
            if (s != null && s.from().compareTo(until) <= 0) {
                frozen.set(i);
            }
        }
        return frozen;
    }
}
