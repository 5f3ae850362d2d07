package org.talenthub.events.timetable;

import java.util.Map;
import java.util.Objects;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Roster;
import org.talenthub.events.plans.EventMeeting;
import org.talenthub.events.plans.PlanBook;
import org.talenthub.events.timetable.PlanView.Named;
import org.talenthub.events.timetable.PlanView.Place;
import org.talenthub.planning.Meeting;

/** What all parts of an answer about a plan are read from. */
record PlanContext(
        RecruitmentEvent event,
        PlanBook.Version version,
        Map<Long, Roster.Entry> entries,
        Map<Integer, EventSlot> slots,
        Map<PlanBook.Two, EventMeeting> named,
        Map<String, String> posts,
        boolean runs) {

    boolean known(int pair) {
        Roster.Entry host = entries.get(version.stored().host(pair));
        Roster.Entry guest = entries.get(version.stored().guest(pair));
        return host != null && guest != null && (runs || host.own() || guest.own());
    }

    Named host(int pair) {
        return named(version.stored().host(pair));
    }

    Named guest(int pair) {
        return named(version.stored().guest(pair));
    }

    Named named(long participant) {
        Roster.Entry x = Objects.requireNonNull(entries.get(participant));
        return new Named(x.record() == null ? x.id() : x.record(), x.name(), x.id());
    }

    Place place(Meeting m) {
        return new Place(
                version.stored().slots().get(m.slot()), version.stored().table(m.pair(), m.table()));
    }
}
