package org.talenthub.events.timetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.timetable.PlanView.Place;
import org.talenthub.planning.Meeting;

/** What differs between two versions of a plan, meeting by meeting. */
final class PlanDiffs {

    private PlanDiffs() {}

    static PlanView.Diff of(PlanContext before, PlanContext after) {
        Map<PlanBook.Two, Meeting> was = byPair(before);
        Map<PlanBook.Two, Meeting> is = byPair(after);
        List<PlanView.Change> changes = new ArrayList<>();
        is.forEach((two, m) -> {
            Meeting old = was.get(two);
            Place now = after.place(m);
            if (old == null || !before.place(old).equals(now)) {
                changes.add(change(
                        after,
                        two,
                        old == null ? PlanView.Change.Kind.ADDED : PlanView.Change.Kind.MOVED,
                        old == null ? null : before.place(old),
                        now));
            }
        });
        was.forEach((two, m) -> {
            if (!is.containsKey(two)) {
                changes.add(change(before, two, PlanView.Change.Kind.REMOVED, before.place(m), null));
            }
        });
        return new PlanView.Diff(
                before.version().plan().number(),
                after.version().plan().number(),
                count(changes, PlanView.Change.Kind.ADDED),
                count(changes, PlanView.Change.Kind.REMOVED),
                count(changes, PlanView.Change.Kind.MOVED),
                changes);
    }

    private static int count(List<PlanView.Change> changes, PlanView.Change.Kind kind) {
        return (int) changes.stream().filter(c -> c.change() == kind).count();
    }

    private static Map<PlanBook.Two, Meeting> byPair(PlanContext c) {
        Map<PlanBook.Two, Meeting> all = new LinkedHashMap<>();
        for (Meeting m : c.version().meetings()) {
            if (c.known(m.pair())) {
                all.put(
                        new PlanBook.Two(
                                c.version().stored().host(m.pair()),
                                c.version().stored().guest(m.pair())),
                        m);
            }
        }
        return all;
    }

    private static PlanView.Change change(
            PlanContext c, PlanBook.Two two, PlanView.Change.Kind kind, @Nullable Place before, @Nullable Place after) {
        EventMeeting named = c.named().get(two);
        return new PlanView.Change(
                kind,
                named == null ? null : Ids.text(named.id()),
                c.named(two.guest()),
                c.named(two.host()),
                before,
                after);
    }
}
