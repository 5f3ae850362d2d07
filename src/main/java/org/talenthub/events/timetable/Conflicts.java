package org.talenthub.events.timetable;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Moments;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.StoredTask;
import org.talenthub.planning.Checker;
import org.talenthub.planning.Meeting;
import org.talenthub.planning.Plan;
import org.talenthub.planning.Violation;
import org.talenthub.web.Texts;

/**
 * What speaks against plans of one event, in words. They hold badges and enterprises, never a person's name: notes made of them are kept.
 */
final class Conflicts {

    private final List<EventSlot> slots;
    private final Map<Long, Roster.Entry> entries;
    private final Texts texts;

    Conflicts(List<EventSlot> slots, Map<Long, Roster.Entry> entries, Texts texts) {
        this.slots = slots;
        this.entries = entries;
        this.texts = texts;
    }

    /** @param about one pair only; null: of the whole plan */
    List<Conflict> of(StoredTask stored, List<Meeting> meetings, @Nullable Integer about) {
        var task = stored.task();
        return Checker.violations(task, Plan.of(task, meetings), past(stored)).stream()
                .filter(x -> about == null || x.pair() == about || x.other() == about)
                .map(x -> new Conflict(Conflict.level(x.kind()), x.kind().name(), text(stored, x)))
                .toList();
    }

    private String text(StoredTask task, Violation x) {
        return texts.text(
                "event.conflict." + x.kind().name(),
                x.pair() < 0 || x.pair() >= task.pairs().size() ? "" : who(task, x.pair()),
                x.slot() < 0 || x.slot() >= task.slots().size()
                        ? ""
                        : time(task.slots().get(x.slot())),
                x.other() < 0 ? "" : who(task, x.other()));
    }

    private BitSet past(StoredTask task) {
        String now = Moments.now();
        BitSet past = new BitSet();
        for (EventSlot s : slots) {
            int index = task.slots().indexOf(s.n());
            if (index >= 0 && s.to().compareTo(now) <= 0) {
                past.set(index);
            }
        }
        return past;
    }

    /** @param n number of the slot */
    String time(int n) {
        return slots.stream()
                .filter(s -> s.n() == n)
                .map(s -> s.day() + " " + s.begins())
                .findFirst()
                .orElse("");
    }

    String who(StoredTask task, int pair) {
        return called(task.guest(pair)) + " — " + called(task.host(pair));
    }

    private String called(long participant) {
        Roster.Entry x = entries.get(participant);
        if (x == null) {
            return "?";
        }
        return x.participant().kind() == Kind.ENTERPRISE
                ? x.name()
                : x.participant().badge();
    }
}
