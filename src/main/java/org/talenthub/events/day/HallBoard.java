package org.talenthub.events.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Moments;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Roster;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.events.timetable.PlanView;
import org.talenthub.security.Viewer;

/** Now and next at every table, for a screen in the hall: numbers, and names of those who agreed. */
@Component
public class HallBoard {

    private final EventDesk desk;
    private final Roster roster;
    private final PlanReading plans;

    HallBoard(EventDesk desk, Roster roster, PlanReading plans) {
        this.desk = desk;
        this.roster = roster;
        this.plans = plans;
    }

    /** @param now badge, with the name where the person agreed; null: nobody */
    public record Line(
            int table,
            String enterprise,
            @Nullable String now,
            @Nullable String next) {}

    /** @param now null between slots and before the first */
    public record Board(
            String event,
            String name,
            int version,
            String clock,
            @Nullable EventSlot now,
            @Nullable EventSlot next,
            List<Line> lines) {}

    /** @throws Problem 404 without a plan in force, 403 for who does not run the event */
    public Board board(String event, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, viewer);
        if (e.published() == null) {
            throw new Problem(404, "plan.none", Sentence.of("refused.plan.none.published"));
        }
        PlanView plan = plans.view(event, e.published(), viewer);
        List<EventSlot> slots = desk.slots(e);
        String clock = Moments.now();
        EventSlot now = slots.stream()
                .filter(s -> s.from().compareTo(clock) <= 0 && s.to().compareTo(clock) > 0)
                .findFirst()
                .orElse(null);
        EventSlot next = slots.stream()
                .filter(s -> s.from().compareTo(clock) > 0)
                .min(Comparator.comparing(EventSlot::from))
                .orElse(null);
        Map<String, Roster.Entry> people = new HashMap<>();
        roster.all(e, viewer).values().forEach(x -> people.put(x.id(), x));
        List<Line> lines = new ArrayList<>();
        for (PlanView.Table t : plan.tables()) {
            lines.add(new Line(t.n(), t.enterprise().name(), at(plan, t, now, people), at(plan, t, next, people)));
        }
        return new Board(event, e.name(), plan.version(), clock.substring(11), now, next, lines);
    }

    private static @Nullable String at(
            PlanView plan, PlanView.Table t, @Nullable EventSlot slot, Map<String, Roster.Entry> people) {
        if (slot == null) {
            return null;
        }
        return plan.meetings().stream()
                .filter(m -> m.table() == t.n() && m.slot() == slot.n())
                .findFirst()
                .map(m -> people.get(m.talent().participant()))
                .map(HallBoard::shown)
                .orElse(null);
    }

    private static String shown(Roster.Entry x) {
        return x.participant().consent() && x.view() != null
                ? x.participant().badge() + " " + x.name()
                : x.participant().badge();
    }
}
